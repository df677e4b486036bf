"""Numbers without a unit that a poll story understands as shares or leads.

Pairs (``leads 48 to 44``, ``a 48-44 edge``, ``(45-40)``) and lone numbers (``leads by 9``, ``approval stands at 43``,
``Obama 49, Romney 46``, ``net approval (-8)``).  Each pattern names the words it needs; none fires on a number alone.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from extractor.components.candidates import Candidate
from extractor.components.cells import cells
from extractor.components.phrases import alternatives, words
from extractor.lexicons import loader
from extractor.lexicons.schema import BareFigureWords, FigureWords, NumberWords
from extractor.models import Unit
from extractor.parsing.numbers import NumberReader, reader

_REACH = 60
_LEAST_SUM, _MOST_SUM = 40, 101
_AGES = re.compile(r"\d\s?(?:to|and|-|–)\s?$")
_CLAUSE = re.compile(r"[.;!?]\s|\n")
_NET_REACH = 120
_MOST_LEAD = 60


class BareFinder:
    """Finds bare figures of one language; `found` are the candidates with a unit in the same text."""

    def __init__(
        self, lexicon: BareFigureWords, figures: FigureWords, numbers: NumberWords, read: NumberReader
    ) -> None:
        self._read = read
        digits = r"\d{1,3}(?:\.\d)?"
        small = rf"(?:{digits}|{read.word_pattern})"
        free = r"(?<![\w$€£#.,/:+–−-])"
        end = rf"(?=[;:)!?\]]|,(?!\d)|\.(?!\d)|\s?[—–]|\n|$|\s{alternatives(lexicon.lone_after)}\b)"
        hedge = r"(?:just\s|only\s|about\s|around\s|roughly\s|nearly\s|over\s|an?\s)?"
        joint = r"(?:\s?[-–/]\s?|\sto\s|\svs\.?\s|\sversus\s)"
        self._pair = re.compile(
            rf"{free}(?P<first>{digits}){joint}(?P<second>{digits})(?![\w%$:/–-]|[.,]\d|\s?[-–]\s?\d)"
        )
        self._pair_before = re.compile(words(lexicon.pair_before))
        self._pair_after = re.compile(rf"[\s-](?:percent\s)?{alternatives(lexicon.pair_after)}\b")
        self._pair_not_after = re.compile(rf"[\s-]{alternatives(lexicon.pair_not_after)}\b")
        self._pair_not_before = re.compile(rf"(?<!\w){alternatives(lexicon.pair_not_before)}[\s(]*(?:of\s)?$")
        by = rf"(?<!\w){alternatives(lexicon.by_verbs)}\b(?:[^.;\n(%\d]{{0,45}}?\s)?by\s{hedge}"
        self._lead = re.compile(rf"{by}(?P<number>{small}){end}")
        self._headline = re.compile(rf"(?<!\w){alternatives(lexicon.headline_verbs)}\s(?P<number>{small}){end}")
        subject = rf"(?<!\w){alternatives(lexicon.at_subjects)}\b[^.;\n\d]{{0,30}}?"
        at = rf"(?:{alternatives(lexicon.at_verbs)}|[a-z]{{3,}})\s(?:still\s)?at\s{hedge}"
        self._stands = re.compile(rf"{subject}\sat\s{hedge}(?P<number>{digits}){end}")
        beside = (
            rf"\b{at}(?P<at>{digits}){end}",
            rf"(?<!\w){alternatives(lexicon.moved_to)}\s{hedge}(?P<moved>{digits}){end}",
            rf"\s(?:to|with|for|versus|vs\.?|and|than)\s[a-z.]+['’]s?\s(?P<owned>{digits})(?=[.,;)]|$)(?!\.\d)",
            rf"(?:^|[\s“\"])(?:just\s|only\s)?(?P<opinion>\d{{2}})\s{alternatives(lexicon.opinions)}\b",
        )
        self._beside = re.compile("|".join(beside))
        self._in_brackets = re.compile(r"[A-Z][\w.’'-]+\s\((?P<number>\d{1,2}(?:\.\d)?)\)")
        self._named = re.compile(
            r"\b[A-Z][\w.’'-]+[a-z)]\s(?P<number>\d{1,2}(?:\.\d)?)(?=[;)]|,(?!\d)|\.(?!\d)|\s(?:and|to)\s|\n|$)"
        )
        sign = rf"(?:[+\-−–]|(?<!\w){alternatives(numbers.minus)}\s)"
        self._signed = re.compile(
            rf"(?:(?<=[\s(])){sign}\d{{1,2}}(?:\.\d)?(?![\w%–-]|\.\d|\s?{alternatives(figures.percent)})"
        )
        self._net = re.compile(words(lexicon.net_words))
        self._percent = re.compile(words(unit for unit in figures.percent if unit[0].isalpha()) + r"|%")
        stops = alternatives(stop for stop in figures.partner_stops if stop[0].isalpha())
        self._stop = re.compile(rf"(?<!\w){stops}\.?\s?$")

    def find(self, text: str, folded: str, found: Sequence[Candidate]) -> list[Candidate]:
        """Bare figures of `text` (`folded`: the same in lower case) that do not overlap `found`, in order."""
        taken = [(one.start, one.end) for one in found]
        kept: list[Candidate] = []
        for candidate in (
            *cells(folded, self._percent),
            *self._pairs(folded),
            *self._leads(folded),
            *self._nets(folded),
            *self._others(text, folded, found),
        ):
            if all(candidate.end <= start or end <= candidate.start for start, end in taken):
                taken.append((candidate.start, candidate.end))
                kept.append(candidate)
        return sorted(kept, key=lambda one: one.start)

    def _bare(self, folded: str, place: tuple[int, int], unit: Unit) -> Candidate | None:
        read = self._read.number(folded[place[0] : place[1]])
        if read is None or abs(read.value) > 100:
            return None
        signed = folded[place[0]] in "+-−–" or read.value < 0
        return Candidate(*place, read.value, read.decimals, unit, "bare", signed)

    def _pairs(self, folded: str) -> Iterator[Candidate]:
        for match in self._pair.finditer(folded):
            before = _CLAUSE.split(folded[max(0, match.start() - _REACH) : match.start()])[-1]
            if self._pair_not_before.search(before) or self._pair_not_after.match(folded, match.end()):
                continue
            if not self._pair_before.search(before) and not self._pair_after.match(folded, match.end()):
                continue
            both = [self._bare(folded, match.span(name), "percent") for name in ("first", "second")]
            first, second = both
            if first and second and _LEAST_SUM <= first.value + second.value <= _MOST_SUM:
                yield first
                yield second

    def _leads(self, folded: str) -> Iterator[Candidate]:
        title_end = folded.find("\n")
        matches = [*self._lead.finditer(folded), *self._headline.finditer(folded, 0, max(0, title_end))]
        for match in matches:
            one = self._bare(folded, match.span("number"), "points")
            if one and one.value <= _MOST_LEAD:
                yield one

    def _nets(self, folded: str) -> Iterator[Candidate]:
        for match in self._signed.finditer(folded):
            near = folded[max(0, match.start() - _NET_REACH) : match.end() + _NET_REACH // 2]
            one = self._bare(folded, match.span(), "points")
            if one and self._net.search(near):
                yield one

    def _others(self, text: str, folded: str, found: Sequence[Candidate]) -> Iterator[Candidate]:
        for match in self._stands.finditer(folded):
            one = self._bare(folded, match.span("number"), "percent")
            if one:
                yield one
        for start, end in _sentences_with(folded, found):
            unit = next(one.unit for one in reversed(found) if start <= one.start < end)
            matches = [(m, m.lastgroup or "") for m in self._beside.finditer(folded, start, end)]
            matches += [(m, "number") for m in self._in_brackets.finditer(text, start, end)]
            matches += [(m, "number") for m in self._named.finditer(text, start, end)]
            for match, group in matches:
                place = match.span(group)
                if not self._stop.search(folded, max(0, place[0] - 16), place[0]) and not _AGES.search(
                    folded, max(0, place[0] - 8), place[0]
                ):
                    one = self._bare(folded, place, unit)
                    if one:
                        yield one


def _sentences_with(folded: str, found: Sequence[Candidate]) -> Iterator[tuple[int, int]]:
    """Sentences that hold a candidate with its unit, as ranges, each once."""
    last = -1
    for one in found:
        if one.start < last:
            continue
        start = max(
            (match.end() for match in _CLAUSE.finditer(folded, max(0, one.start - 400), one.start)),
            default=max(0, one.start - 400),
        )
        stop = _CLAUSE.search(folded, one.end, one.end + 400)
        last = stop.start() + 1 if stop else min(len(folded), one.end + 400)
        yield start, last


@cache
def bare_finder(language: str = "en") -> BareFinder:
    """The finder of bare figures of a language (ISO 639-1)."""
    return BareFinder(
        loader.load(BareFigureWords, language, "bare_figures"),
        loader.load(FigureWords, language, "figures"),
        loader.load(NumberWords, language, "numbers"),
        reader(language),
    )
