"""What speaks for a figure answering a question that others answered before, and what for a new question."""

import math
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field
from itertools import combinations

from extractor.assembly.clues import RATINGS, Clues

#: Shares of exclusive answers of the same people may exceed 100 by rounding only; less than `_FULL` is no full set.
_SPREAD, _FULL = 102.0, 97.0
#: Told values that differ by less are one value, told again; by less than `CLOSE` likely still.
_SAME, CLOSE = 0.6, 1.6
_EQUAL, _ROUNDING = 0.05, 0.15
#: How many of the last shares a difference may be the difference of, and how many of its differences a share may make.
_LAST, _STEPS = 6, 3
#: Chunks between two figures of a sentence that part or join what they tell.
_MARKS = ";w-(!,&xYA"
_LEVELS = (("0", 0.0), ("low", 0.25), ("half", 0.5), ("most", 0.8))
_AMOUNTS = (0.0, 1.5, 3.0, 5.0, 8.0)


@dataclass(slots=True)
class Topic:
    """A question with what the figures that answer it so far tell of it."""

    poll: int
    number: int
    members: list[int] = field(default_factory=list)
    last: Clues | None = None
    labels: set[str] = field(default_factory=set)
    names: set[str] = field(default_factory=set)
    race: set[str] = field(default_factory=set)
    races: set[frozenset[str]] = field(default_factory=set)
    clauses: set[str] = field(default_factory=set)
    words: set[str] = field(default_factory=set)
    measures: set[str] = field(default_factory=set)
    objects: set[str] = field(default_factory=set)
    populations: set[str] = field(default_factory=set)
    cells: dict[tuple[str, str], dict[str, float]] = field(default_factory=dict)
    pairs: set[tuple[str, str]] = field(default_factory=set)
    shares: list[float] = field(default_factory=list)
    steps: list[float] = field(default_factory=list)
    titled: bool = False
    chosen: set[str] = field(default_factory=set)
    sides: set[str] = field(default_factory=set)
    sections: dict[tuple[str, str, str], int] = field(default_factory=dict)

    def add(self, clues: Clues) -> None:
        """Let the figure of `clues` answer this question."""
        self.members.append(clues.index)
        self.last = clues
        self.labels.add(clues.label)
        self.names |= clues.names
        self.clauses |= clues.clause
        self.sides.add(clues.side)
        self.words |= clues.words | clues.answer
        self.populations.add(clues.population)
        self.titled = self.titled or clues.paragraph == 0
        cell = (clues.population, clues.wave)
        if clues.role == "first":
            self.pairs.add(cell)
        if clues.choice:
            self.race |= clues.race
            self.races.add(clues.race)
            self.chosen.add(clues.choice)
        if clues.matter.measure and clues.matter.source != "carried":
            self.measures.add(clues.matter.measure)
        if rated := whom(clues):
            self.objects.add(rated)
        if clues.kind == "share":
            self.cells.setdefault(cell, {})[clues.label] = clues.value
            self.sections[(*cell, clues.label)] = clues.section
            self.shares.append(clues.value)
        else:
            self.steps.append(clues.value)

    def is_parted(self, clues: Clues) -> bool:
        """Whether a heading parts a figure from this question, which the same people answered alike at another share.

        What "40 percent expect a rise" is of is told by the heading above it; names are chosen between in many places.
        """
        section = self.sections.get((clues.population, clues.wave, clues.label))
        if section is None or section == clues.section or clues.kind != "share" or clues.choice:
            return False
        told = self.cells[clues.population, clues.wave][clues.label]
        return section > 0 or abs(told - clues.value) >= CLOSE


def whom(clues: Clues) -> str:
    """Whom a figure rates: named beside the rating, or in place of an answer ("47 percent for Smith" of a rating)."""
    if clues.matter.rated:
        return clues.matter.object
    return clues.choice if clues.matter.measure in RATINGS else ""


def join_features(topic: Topic, clues: Clues, recent: bool) -> Iterator[str]:
    """What speaks for and against `clues` answering the question of `topic`; `recent` if the last figure did."""
    last = topic.last
    assert last is not None, "a topic begins with its first figure"
    where = _where(last, clues)
    near = "sentence" if where == "sentence" else "near" if recent and where in ("paragraph", "next") else "far"
    relation = _relation(last, clues)
    people = _people(last, clues)
    yield f"where={where}|{recent}"
    yield f"answer={relation}|{near}"
    yield f"people={people}|{near}"
    yield f"people={people}|{relation}|{bool(clues.answer)}|{near}"
    yield f"bare={not clues.answer and not clues.choice}|{clues.before == 'more'}|{near}"
    yield f"people={people}|{relation == 'same'}"
    known = clues.population in topic.populations
    yield f"population={known}|{clues.label in topic.labels}|{near}|{bool(clues.facets)}"
    yield f"sorts={last.sort}|{clues.sort}|{near}"
    yield f"kinds={last.kind}|{clues.kind}"
    yield f"kind={clues.kind}|{near}"
    yield f"roles={last.role}|{clues.role}|{near}"
    yield f"waves={last.wave}|{clues.wave}|{near}"
    yield f"names={_overlap(clues.names, topic.names)}|{near}"
    yield from _word_features(topic, clues, near)
    yield from _matter_features(topic, clues, near)
    yield from _value_features(topic, clues, near)
    if where == "sentence":
        between = clues.code[last.position + 1 : clues.position]
        for mark in _MARKS:
            if mark in between:
                yield f"between={mark}"
                yield f"between={mark}|{last.sort == clues.sort}"
    else:
        yield f"opens={clues.opens}|{near}"


def new_features(clues: Clues, before: Clues, topics: Sequence[Topic], words: Set[str]) -> Iterator[str]:
    """What speaks for a new question; `before` is the figure before, `words` all words of the questions so far."""
    where = _where(before, clues)
    yield "new"
    yield f"new|{where}"
    yield f"new|told={_level(_cover(clues.clause, words, clues.rarity))}|{where in ('sentence', 'paragraph')}"
    yield f"new|questions={min(len(topics), 6)}"
    if where != "sentence":
        yield f"new|lead={min(len(clues.lead) // 4, 4)}"


def _word_features(topic: Topic, clues: Clues, near: str) -> Iterator[str]:
    if clues.label not in topic.labels:
        covered = _level(_cover(clues.answer, topic.words, clues.rarity))
        yield f"covered={covered}|{near}"
        yield f"covered={covered}|{min(len(clues.answer), 3)}"
    yield f"shared={_amount(_weight(clues.clause & topic.clauses, clues.rarity))}|{near}"
    if near != "sentence":
        yield f"context={_level(_cover(clues.words | clues.lead, topic.words, clues.rarity))}|{near}"


def _matter_features(topic: Topic, clues: Clues, near: str) -> Iterator[str]:
    matter = clues.matter
    if clues.choice:
        race = "equal" if clues.race in topic.races else _overlap(clues.race, topic.race)
        yield f"race={race}|{min(len(clues.race), 3)}"
        yield f"race={race}|{near}"
    if matter.measure:
        same = "same" if matter.measure in topic.measures else "other" if topic.measures else "none"
        yield f"measure={same}|{matter.near}|{near}"
        yield f"measure={same}|{matter.measure}"
    else:
        yield f"measure=-|{bool(topic.measures)}|{near}"
    rated = whom(clues)
    if matter.rated or rated:
        object_ = "none" if not (rated and topic.objects) else "same" if rated in topic.objects else "other"
        yield f"object={object_}"
        yield f"object={object_}|{near}"
        yield f"object={object_}|{matter.object_source or 'answer'}"


def _value_features(topic: Topic, clues: Clues, near: str) -> Iterator[str]:
    cell = (clues.population, clues.wave)
    if clues.role == "first":
        yield f"pair-again={cell in topic.pairs}|{near}"
    if clues.kind == "share":
        told = topic.cells.get(cell)
        if told and clues.label in told:
            apart = abs(told[clues.label] - clues.value)
            yield f"told={'again' if apart < _SAME else 'close' if apart < CLOSE else 'conflict'}|{near}"
        elif told:
            values = list(told.values())
            whole = math.fsum(exclusive([*values, clues.value]))
            yield f"sum={'over' if whole > _SPREAD else 'full' if whole > _FULL else 'under'}|{near}"
            if max(values) + clues.value > _SPREAD:
                yield f"two-majorities|{near}"
        if any(abs(value - clues.value) < _EQUAL for value in topic.shares):
            yield f"value|{clues.label in topic.labels}|{near}"
            if topic.titled:
                yield "value|title"
            if clues.before == "again":
                yield "value|pointed"
    if _adds_up(topic, clues):
        yield "adds-up"
        yield f"adds-up|{near}"
        yield f"adds-up|{clues.kind}"


def exclusive(shares: Sequence[float]) -> list[float]:
    """`shares` without those that are the sum of two others: what is left excludes each other."""
    return [
        share
        for i, share in enumerate(shares)
        if not any(_equal(share, a + b) for a, b in combinations([*shares[:i], *shares[i + 1 :]], 2) if a and b)
    ]


def _equal(one: float, other: float) -> bool:
    return abs(one - other) < _ROUNDING


def _adds_up(topic: Topic, clues: Clues) -> bool:
    """Whether a difference is the difference of two shares of the topic, or a share makes one of its differences."""
    shares = topic.shares[-_LAST:]
    if clues.kind != "share":
        return any(a != b and abs(abs(a - b) - clues.value) < _ROUNDING for a in shares for b in shares)
    steps = topic.steps[-_STEPS:]
    return any(abs(abs(clues.value - share) - step) < _ROUNDING for share in shares[-4:] for step in steps)


def _where(one: Clues, other: Clues) -> str:
    if one.sentence == other.sentence:
        return "sentence"
    apart = other.paragraph - one.paragraph
    return "paragraph" if apart == 0 else "next" if apart == 1 else "apart"


def _relation(one: Clues, other: Clues) -> str:
    """How the answers of two figures stand to each other."""
    if one.label == other.label:
        return "same"
    if one.choice and other.choice:
        return "names"
    if one.choice or other.choice:
        return "mixed"
    if one.opposite == other.label or other.opposite == one.label:
        return "opposite"
    if not one.answer or not other.answer:
        return "empty"
    share = len(one.answer & other.answer) / min(len(one.answer), len(other.answer))
    return "within" if share == 1 else "much" if share >= 0.5 else "some" if share else "apart"


def _people(one: Clues, other: Clues) -> str:
    """How the populations of two figures stand to each other."""
    if one.population == other.population:
        return "same"
    if one.facets == other.facets:
        return "breakdown" if one.facets else "all"
    return "narrower" if not one.facets else "wider" if not other.facets else "other"


def _overlap(one: Set[str], other: Set[str]) -> str:
    if not one or not other:
        return "none" if not one and not other else "one"
    if one == other:
        return "equal"
    if one <= other or other <= one:
        return "within"
    return "some" if one & other else "apart"


def _weight(words: Set[str], rarity: Mapping[str, float]) -> float:
    return math.fsum(rarity.get(word, 1.0) for word in words)


def _cover(one: Set[str], other: Set[str], rarity: Mapping[str, float]) -> float:
    """The part of the words of `one`, by weight, that stands in `other`; -1 if `one` is empty."""
    whole = _weight(one, rarity)
    return _weight(one & other, rarity) / whole if whole else -1.0


def _level(part: float) -> str:
    if part < 0:
        return "-"
    return next((name for name, limit in _LEVELS if part <= limit), "all")


def _amount(weight: float) -> int:
    return next((i for i, limit in enumerate(_AMOUNTS) if weight <= limit), len(_AMOUNTS))
