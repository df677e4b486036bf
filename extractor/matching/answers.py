"""Which wordings of one question's answers are one answer: joined by words, kept apart by what articles tell.

"Obama" and "Barack Obama" are one, and so are labels that differ in words of the question only.  Two answers that one
article tells of one population, with two values, stay two, and so does all that is joined with them.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import combinations

from extractor.matching.graph import agglomerate
from extractor.matching.labels import Wording, dice, opposed, same_answer
from extractor.matching.values import Reading

AnswerKey = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Told:
    """One figure of an answer: in which article, of which population, with which wording and value."""

    article: str
    place: str
    wording: Wording
    reading: Reading


def join_wordings(answers: dict[AnswerKey, list[Told]], question_words: frozenset[str]) -> dict[AnswerKey, AnswerKey]:
    """The longest key of each group of answers that are one, by key; keys that stand alone are left out.

    A short label that fits two answers of one article joins the one whose values it has, or neither.
    """
    names = {answer: repr(answer) for answer in answers}
    keys = {name: answer for answer, name in names.items()}
    known = {answer: _Answer(found) for answer, found in answers.items()}
    fits: dict[AnswerKey, dict[AnswerKey, float]] = defaultdict(dict)
    for a, b in combinations(sorted(answers), 2):
        likeness = _likeness(a, b, known[a], known[b], question_words)
        if likeness:
            fits[a][b] = fits[b][a] = likeness
    chosen = {answer: dict(_unambiguous(answer, found, known)) for answer, found in fits.items()}
    edges = [
        (likeness, names[a], names[b])
        for a, found in chosen.items()
        for b, likeness in found.items()
        if a < b and a in chosen[b]
    ]
    groups = agglomerate({names[answer]: known[answer] for answer in answers}, edges)
    renamed = {}
    for group in groups:
        members = [keys[name] for name in group]
        longest = max(members, key=lambda key: (len(key), key))
        renamed.update({member: longest for member in members if member != longest})
    return renamed


def _unambiguous(
    answer: AnswerKey, fits: dict[AnswerKey, float], known: dict[AnswerKey, "_Answer"]
) -> Iterable[tuple[AnswerKey, float]]:
    """The answers that a label fits, without those that another one, told beside it, fits as well or better."""
    own = known[answer]
    for other, likeness in fits.items():
        rivals = [rival for rival in fits if rival != other and known[rival].beside(known[other])]
        mine = own.agreeing(known[other])
        if all(mine > own.agreeing(known[rival]) for rival in rivals):
            yield other, likeness


def _likeness(a: AnswerKey, b: AnswerKey, one: "_Answer", other: "_Answer", question_words: frozenset[str]) -> float:
    """How alike two labels are; 0 where they are not one answer by their words, or are told side by side."""
    if one.beside(other):
        return 0.0
    first, second = one.wording, other.wording
    if opposed(first, second):
        return 0.0
    short, long = sorted((frozenset(a), frozenset(b)), key=len)
    if not same_answer(first, second) and not (short and short <= long and long - short <= question_words):
        return 0.0
    return 0.1 + dice(first.words, second.words) + one.agreeing(other)


class _Answer:
    """What the articles tell of an answer: its values by article and population."""

    def __init__(self, told: Iterable[Told]) -> None:
        told = tuple(told)
        self.wording = told[0].wording
        self._by_article: dict[str, dict[str, set[float]]] = defaultdict(lambda: defaultdict(set))
        self._by_place: dict[str, dict[float, Reading]] = defaultdict(dict)
        for figure in told:
            self._by_article[figure.article][figure.place].add(figure.reading.value)
            self._by_place[figure.place][figure.reading.value] = figure.reading

    def agreeing(self, other: "_Answer") -> int:
        """Of how many populations both have a value in common."""
        return sum(
            any(a.agrees(b) for a in self._by_place[place].values() for b in other._by_place[place].values())
            for place in self._by_place.keys() & other._by_place.keys()
        )

    def beside(self, other: "_Answer") -> bool:
        """Whether one article tells both answers of one population, with two values."""
        small, large = sorted((self._by_article, other._by_article), key=len)
        return any(
            not values & large[article].get(place, values)
            for article, places in small.items()
            if article in large
            for place, values in places.items()
        )

    def contradicts(self, other: "_Answer") -> bool:
        """Whether the two cannot be one answer."""
        return self.beside(other)

    def absorb(self, other: "_Answer") -> None:
        """Take over the figures of another answer that is the same."""
        for article, places in other._by_article.items():
            for place, values in places.items():
                self._by_article[article][place] |= values
        for place, readings in other._by_place.items():
            self._by_place[place].update(readings)
