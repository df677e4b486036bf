"""What the figures of two reports say about whether they tell one poll."""

from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass

from extractor.matching.labels import dice, opposed, same_answer
from extractor.matching.profiles import Item, PollProfile

#: Wordings that have less in common than this are hardly one question.
_RELATED = 0.25
_ALIKE = 0.5


@dataclass(frozen=True, slots=True)
class FigureEvidence:
    """How many figures of the smaller report agree with the other, agree only across populations (`swapped`), are the
    same values for other answers (`crossed`), differ, or equal what the other report calls an earlier wave while its
    current value differs (`outdated`); `earlier` counts the same values of an earlier wave in both.

    `alike` counts the shares of the smaller report, of `shares` in all, whose population has the same value anywhere in
    the other: what is left where answers are worded in ways that do not meet.
    """

    agree: int
    swapped: int
    crossed: int
    conflict: int
    outdated: int
    earlier: int
    alike: int
    shares: int


def compare_figures(a: PollProfile, b: PollProfile) -> FigureEvidence:
    """The figures of two reports held against each other; symmetric.

    Figures correspond if population and answer do and the wordings are related; a value that recurs for another
    answer counts for nothing.
    """
    if (len(a.items), a.poll_id) > (len(b.items), b.poll_id):
        a, b = b, a
    look = _Look(a, b)
    agreeing, swapped, outdated = (set[tuple[str, str, float]]() for _ in range(3))
    conflicts: dict[tuple[str, str, str], set[tuple[float, float]]] = {}
    for item in a.items:
        key = (item.population, item.country if len(b.countries) > 1 else "", item.reading.value)
        if item.previous:
            if look.find(item, previous=False) == "agree" and look.is_past(item):
                outdated.add(key)
            continue
        found = look.find(item, previous=False)
        if found == "agree":
            agreeing.add(key)
        elif found == "swap":
            swapped.add(key)
        elif found == "conflict":
            if look.find(item, previous=True) == "agree":
                outdated.add(key)
            else:
                place = *key[:2], item.question_id
                conflicts.setdefault(place, set()).add((item.reading.value, look.other_value))
    crossed = sum(map(crosswise, conflicts.values()))
    differing = sum(map(len, conflicts.values())) - crossed
    quoted = sum(item.previous and look.find(item, previous=True) == "agree" for item in a.items)
    several = len(a.countries | b.countries) > 1
    shares = _shares(a, several=several)
    return FigureEvidence(
        agree=len(agreeing),
        swapped=len(swapped),
        crossed=crossed,
        conflict=differing,
        outdated=len(outdated),
        earlier=quoted,
        alike=len(shares & _shares(b, several=several)),
        shares=len(shares),
    )


def _shares(report: PollProfile, *, several: bool) -> set[tuple[str, str, float]]:
    return {
        (item.population, item.country if several else "", item.reading.value)
        for item in report.items
        if item.kind == "share" and not item.previous
    }


def crosswise(pairs: Collection[tuple[float, float]]) -> int:
    """How many values of one group differ only in which answer has which: 28 and 20 for 20 and 28.

    A third value that differs beside them is none of these, and no hint that the others are not.
    """
    left = list(pairs)
    while left:
        mine, theirs = Counter(one for one, _ in left), Counter(other for _, other in left)
        kept = [pair for pair in left if theirs[pair[0]] and mine[pair[1]]]
        if len(kept) == len(left):
            return len(left) if mine == theirs else 0
        left = kept
    return 0


class _Look:
    """Looks the figures of one report up in another."""

    __slots__ = ("a", "b", "likeness", "other_value")

    def __init__(self, a: PollProfile, b: PollProfile) -> None:
        self.a, self.b = a, b
        self.likeness: dict[tuple[str, str], float] = {}
        self.other_value = 0.0
        """What the other report gives where the last figure found was a conflict."""

    def alike(self, item: Item, other: Item) -> float:
        """How alike the wordings of the questions of a figure of `a` and one of `b` are, 0 to 1."""
        pair = item.question_id, other.question_id
        if pair not in self.likeness:
            self.likeness[pair] = dice(self.a.wording[pair[0]], self.b.wording[pair[1]])
        return self.likeness[pair]

    def find(self, item: Item, *, previous: bool) -> str:
        """``agree``, ``swap`` (the value is another population's), ``conflict``, or "" where nothing corresponds."""
        found = ""
        for other in self.b.by_population.get((item.kind, previous, item.population), ()):
            if item.country and other.country and item.country != other.country:
                continue
            if item.reading.agrees(other.reading):
                if self.alike(item, other) >= _RELATED and related_answers(item, other):
                    return "agree"
            elif not found and self.alike(item, other) >= _ALIKE and same_answer(item.answer, other.answer):
                found, self.other_value = "conflict", other.reading.value
        for other in self.b.by_value.get((item.kind, previous, round(item.reading.value)), ()):
            if self.alike(item, other) >= _RELATED and same_answer(item.answer, other.answer):
                return "swap"
        return found

    def is_past(self, item: Item) -> bool:
        """Whether the report of `item`, a previous value, tells another current value for the same."""
        held = [other for other in self.a.items if not other.previous and _corresponds(item, other)]
        return bool(held) and not any(other.reading.agrees(item.reading) for other in held)


def related_answers(a: Item, b: Item) -> bool:
    """Whether two answers may be one in other words: on the same side, or with a word in common."""
    if opposed(a.answer, b.answer):
        # "should not be strengthened" and "oppose" are one side, though only one of them is negated.
        return a.stance == b.stance != "other" and a.answer.degrees == b.answer.degrees
    if a.stance != b.stance and "other" not in (a.stance, b.stance):
        return False
    if a.stance == b.stance != "other":
        return True
    return not a.answer.words or not b.answer.words or bool(a.answer.words & b.answer.words)


def _corresponds(item: Item, other: Item) -> bool:
    return (
        item.question_id == other.question_id
        and item.kind == other.kind
        and item.population == other.population
        and item.country == other.country
        and same_answer(item.answer, other.answer)
    )
