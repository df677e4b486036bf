"""Reasons why a number is no poll figure, from fixed phrases beside it: margins of error, turnout, counted votes.

A reason that decides settles the matter; the others are evidence that is weighed with the signals.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from extractor.components.candidates import Candidate
from extractor.components.phrases import alternatives, words
from extractor.components.signals import SignalFinder
from extractor.lexicons import loader
from extractor.lexicons.schemas.figures import FigureWords, NotFigureWords, Reason
from extractor.lexicons.screens import Screen

_CLAUSE = re.compile(r"[.;!?]\s|\n")
_CHAIN_REACH = 60
_CHAIN = re.compile(r"[^.!?(\n]*(?:,|;|\b(?:and|or|to|from|than|versus)\b)[^.!?(\n]*|\s?[-–/]\s?")
_SENTENCE_REACH = 260
#: A signed number with two decimals is a market quote ("+2.03%"); polls are not printed so.
QUOTE = "market_quote"
_QUOTE_DECIMALS = 2


@dataclass(frozen=True, slots=True)
class Clause:
    """The text around a number: its clause before and after it, and its whole sentence (lower case).

    `apart` is what of the clause stands between the number before and this one.
    """

    before: str
    after: str
    sentence: str
    apart: str


@dataclass(frozen=True, slots=True)
class _Pattern:
    name: str
    before: Screen | None
    after: Screen | None
    sentence: Screen | None
    needs: Screen | None
    unless: Screen | None
    reach: tuple[int, int]

    next_only: bool

    def holds(self, clause: Clause) -> bool:
        """Whether this reason holds for the number in `clause`, whose sentence allows it."""
        before = clause.apart if self.next_only else clause.before
        return bool(
            (self.before and self.before.search(before[-self.reach[0] :]))
            or (self.after and self.after.search(clause.after[: self.reach[1]].split("(")[0]))
            or (self.sentence and self.sentence.search(clause.sentence))
        )

    def allowed(self, sentence: str) -> bool:
        """Whether `sentence` has what this reason needs and nothing that it excludes."""
        if self.needs and not self.needs.search(sentence):
            return False
        return not (self.unless and self.unless.search(sentence))


class ReasonReader:
    """Names the reasons that speak against each candidate."""

    def __init__(self, reasons: Mapping[str, Reason], hedges: Sequence[str]) -> None:
        between = alternatives(hedges)
        self._patterns = tuple(_pattern(name, reason, between) for name, reason in reasons.items())
        self._always = frozenset(name for name, reason in reasons.items() if reason.signs)
        keys = {name: sorted({_key(phrase) for phrase in _triggers(reason)}) for name, reason in reasons.items()}
        self._keys = SignalFinder(keys, joined=True)
        self._chained = frozenset(name for name, reason in reasons.items() if reason.chains)
        self.deciding = frozenset(name for name, reason in reasons.items() if reason.decides) | {QUOTE}

    def read(self, text: str, candidates: Sequence[Candidate]) -> list[tuple[str, ...]]:
        """The reasons against each candidate of `text` (lower case), in their order."""
        found: list[tuple[str, ...]] = []
        sentence, patterns = "", self._patterns
        for i, one in enumerate(candidates):
            clause = clause_of(text, one, candidates[i - 1].end if i else 0)
            if clause.sentence != sentence:
                sentence = clause.sentence
                patterns = self._possible(sentence)
            names = [pattern.name for pattern in patterns if pattern.holds(clause)]
            if one.signed and one.decimals >= _QUOTE_DECIMALS:
                names.append(QUOTE)
            if i and _goes_on(text, candidates[i - 1], one):
                names += [name for name in found[i - 1] if name in self._chained and name not in names]
            found.append(tuple(names))
        return found

    def _possible(self, sentence: str) -> tuple[_Pattern, ...]:
        """The patterns that can hold in `sentence`: one of their words stands in it, and it allows them."""
        names = {name for key in self._keys.find(sentence, 0, len(sentence)) for name in key.sorts} | self._always
        return tuple(one for one in self._patterns if one.name in names and one.allowed(sentence))


def _triggers(reason: Reason) -> tuple[str, ...]:
    return (*reason.before, *reason.after, *reason.sentence, *reason.subjects)


def _key(phrase: str) -> str:
    """The longest word of a phrase, which must stand in a sentence for the phrase to do so."""
    plain = [word for word in phrase.split(" ") if word not in ("...", "<year>")]
    return max(plain, key=lambda word: (len(word), word))


def clause_of(text: str, one: Candidate, previous: int = 0) -> Clause:
    """The surroundings of `one`, cut where its sentence begins and ends; `previous` is where the number before ends."""
    start, end = max(0, one.start - _SENTENCE_REACH), one.end + _SENTENCE_REACH
    for match in _CLAUSE.finditer(text, start, one.start):
        start = match.end()
    stop = _CLAUSE.search(text, one.end, end)
    before, after = text[start : one.start], text[one.end : stop.start() if stop else end]
    apart = before[max(0, previous - one.start + len(before)) :]
    return Clause(before, after, text[one.start - len(before) : one.end + len(after)], apart)


def _goes_on(text: str, previous: Candidate, one: Candidate) -> bool:
    between = text[previous.end : one.start]
    return previous.unit == one.unit and len(between) <= _CHAIN_REACH and _CHAIN.fullmatch(between) is not None


def _pattern(name: str, reason: Reason, hedges: str) -> _Pattern:
    before = [words(reason.before)] if reason.before else []
    before += [alternatives(reason.signs)] if reason.signs else []
    if reason.subjects:
        before.append(rf"{words(reason.subjects)}(?:[\s,]+[\w’'$%.-]+){{0,6}}?[\s,]+{words(reason.links)}")
    edge = rf"(?:\s{hedges})*[\s\"“(-]*$" if reason.adjacent else ""
    start = r"^[\s\"”-]*" if reason.adjacent else ""
    return _Pattern(
        name,
        Screen(re.compile(rf"(?:{'|'.join(before)}){edge}")) if before else None,
        Screen(re.compile(rf"{start}{words(reason.after)}")) if reason.after else None,
        _any(reason.sentence),
        _any(reason.needs),
        _any(reason.unless),
        (reason.reach_before, reason.reach_after),
        reason.next_only,
    )


def _any(phrases: Sequence[str]) -> Screen | None:
    return Screen(re.compile(words(phrases))) if phrases else None


@cache
def reasons(language: str = "en") -> ReasonReader:
    """The reason reader of a language (ISO 639-1)."""
    hedges = loader.load(FigureWords, language, "figures").hedges
    softeners = [word for sort in ("about", "over", "under") for word in hedges[sort]]
    return ReasonReader(loader.load(NotFigureWords, language, "not_figures").reasons, [*softeners, *hedges["only"]])
