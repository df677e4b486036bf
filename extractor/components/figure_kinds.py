"""What a number states: a share, a change between waves or a difference, its sign, and how it is hedged."""

import re
from dataclasses import dataclass
from functools import cache

from extractor.components.candidates import Candidate
from extractor.components.phrases import alternatives, words
from extractor.components.values import FigureValue
from extractor.lexicons import loader
from extractor.lexicons.schema import FigureWords
from extractor.models import Kind, Qualifier

_BEFORE = 70
_AFTER = 60
_HEDGES: tuple[Qualifier, ...] = ("under", "over", "about")
_BOUNDS: tuple[Qualifier, ...] = ("over", "under")
_CLAUSE = re.compile(r"[.;!?]\s|\n")


@dataclass(frozen=True, slots=True)
class Setting:
    """The text around a number, in lower case: `before` up to it and `after` it, both within its sentence."""

    before: str
    after: str


class KindReader:
    """Reads kind, sign and hedge of a candidate from the words around it."""

    def __init__(self, lexicon: FigureWords) -> None:
        hedges, change, difference = lexicon.hedges, lexicon.change, lexicon.difference
        near = r"(?:\s(?:just|only|roughly|about|some|an?|the|another|by|an\saverage|overall))*\s?[\"“(+]*$"
        self._hedges: tuple[tuple[Qualifier, re.Pattern[str]], ...] = tuple(
            (name, re.compile(rf"{words(hedges[name])}\s(?:an?\s|the\s)?$")) for name in _HEDGES
        )
        self._hedges_after: tuple[tuple[Qualifier, re.Pattern[str]], ...] = (
            ("over", re.compile(rf"[\s-]{alternatives(hedges['over_after'])}\b")),
            ("under", re.compile(rf"[\s-]{alternatives(hedges['under_after'])}\b")),
        )
        self._bounds: tuple[tuple[Qualifier, re.Pattern[str]], ...] = tuple(
            (name, re.compile(rf"{words(lexicon.bounds[name])}\s(?:an?\s|the\s)?$")) for name in _BOUNDS
        )
        self._moved = {
            sign: re.compile(rf"(?<!\w){alternatives(change[name])}{near}") for sign, name in ((1, "up"), (-1, "down"))
        }
        self._moved_before = {sign: re.compile(words(change[name])) for sign, name in ((1, "up"), (-1, "down"))}
        self._moves_after = {
            sign: re.compile(rf"[\s-](?:\w+[\s-])?{words(change[name])}") for sign, name in ((1, "up"), (-1, "down"))
        }
        self._since = re.compile(words(change["since"]))
        self._lead = re.compile(words(difference["lead"]))
        self._behind = re.compile(words(difference["behind"]))

    def read(self, text: str, candidate: Candidate) -> FigureValue:
        """The payload of `candidate` in `text` (lower case)."""
        around = setting(text, candidate)
        qualifier, bound = self._hedge(around)
        kind, sign = self._kind(candidate, around)
        vague = bound or (candidate.form in ("fraction", "ratio") and qualifier != "exact")
        value = candidate.value if kind == "share" or candidate.signed else sign * candidate.value
        return FigureValue(value, candidate.decimals, candidate.unit, kind, qualifier, candidate.form, vague)

    def _hedge(self, around: Setting) -> tuple[Qualifier, bool]:
        for name, pattern in self._hedges:
            if pattern.search(around.before):
                return name, False
        for name, pattern in self._hedges_after:
            if pattern.match(around.after):
                return name, True
        for name, pattern in self._bounds:
            if pattern.search(around.before):
                return name, True
        return "exact", False

    def _kind(self, candidate: Candidate, around: Setting) -> tuple[Kind, int]:
        if candidate.unit == "points":
            return self._points(around)
        if candidate.signed:
            return ("difference", 1)
        for sign, pattern in self._moved.items():
            if pattern.search(around.before):
                return ("change", sign)
        return ("share", 1)

    def _points(self, around: Setting) -> tuple[Kind, int]:
        near_after = around.after[:30]
        behind = bool(self._behind.search(around.before[-30:]) or self._behind.search(near_after))
        lead = bool(self._lead.search(around.before) or self._lead.search(near_after))
        for sign, pattern in self._moved.items():
            if pattern.search(around.before) and self._since.search(around.after):
                return ("change", sign)
        for sign, pattern in self._moves_after.items():
            if pattern.match(around.after) and self._since.search(around.after) and "than" not in near_after:
                return ("change", sign)
        if lead or behind:
            return ("difference", -1 if behind else 1)
        for sign, pattern in self._moved_before.items():
            if pattern.search(around.before):
                return ("change", sign)
        return ("difference", 1)


def setting(text: str, candidate: Candidate) -> Setting:
    """The words around `candidate`, cut at the ends of its sentence."""
    before = text[max(0, candidate.start - _BEFORE) : candidate.start]
    around = _CLAUSE.split(before)[-1]
    after = text[candidate.end : candidate.end + _AFTER]
    stop = _CLAUSE.search(after)
    return Setting(around, after[: stop.start()] if stop else after)


@cache
def kinds(language: str = "en") -> KindReader:
    """The kind reader of a language (ISO 639-1)."""
    return KindReader(loader.load(FigureWords, language, "figures"))
