"""Numbers without a unit that a poll story understands as shares or leads.

Pairs, cells of tables, and lone numbers: ``leads by 9``, ``approval stands at 43``, ``Obama 49, Romney 46``, ``net
approval (-8)``.  Each pattern names the words it needs; none fires on a number alone.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from extractor.components.candidates import Candidate
from extractor.components.cells import cells
from extractor.components.pairs import PairFinder
from extractor.components.phrases import alternatives, words
from extractor.lexicons import loader
from extractor.lexicons.schemas.figures import BareFigureWords, FigureWords, NumberWords
from extractor.lexicons.screens import Screen
from extractor.models import Unit
from extractor.parsing.numbers import NumberReader, reader

_CLAUSE = re.compile(r"[.;!?]\s|\n")
#: What may stand between a share and the bracket of its change: neither a number nor another bracket or clause.
_IN_CLAUSE = r"[^.;!?()\d\n]{1,90}\s"
_AGES = re.compile(r"\d\s?(?:to|and|-|–)\s?$")
_FREE = re.compile(r"(?<![\w$€£#.,/:+–−-])\d{1,2}(?:\.\d)?(?![\w%]|,\d)")
_DIGITS = r"\d{1,3}(?:\.\d)?"
_SENTENCE_REACH = 400
_STOP_REACH, _AGE_REACH = 16, 8
_NET_BEFORE, _NET_AFTER = 120, 60
_MOST_LEAD, _MOST_SHARE = 60, 100
_BY_REACH = 64
_MOVER_REACH = 120
#: Longer than any word of change.
_MOVE_REACH = 40


class BareFinder:
    """Finds bare figures of one language."""

    def __init__(
        self, lexicon: BareFigureWords, figures: FigureWords, numbers: NumberWords, read: NumberReader
    ) -> None:
        self._read = read
        self._pairs = PairFinder(lexicon)
        small = rf"(?:{_DIGITS}|{read.word_pattern})"
        end = rf"(?=[;:)!?\]]|,(?!\d)|\.(?!\d)|\s?[—–]|\n|$|\s{alternatives(lexicon.lone_after)}\b)"
        softeners = (word for sort in ("about", "over", "under", "only") for word in figures.hedges[sort])
        hedge = rf"(?:{alternatives(softeners)}\s)?"
        self._by = re.compile(rf"by(?<=\sby)\s{hedge}(?P<number>{small}){end}")
        self._by_verb = re.compile(rf"(?<!\w){alternatives(lexicon.by_verbs)}\b[^.;\n(%\d]{{0,45}}?$")
        self._headline = re.compile(
            rf"(?<!\w){alternatives(lexicon.headline_verbs)}\s(?P<number>{small}){end}"
            rf"|(?:^|[\s“\"])(?P<opinion>\d{{2}})\s{alternatives(lexicon.opinions)}\b"
        )
        self._polls = re.compile(words(lexicon.headline_polls))
        subject = rf"(?<!\w){alternatives(lexicon.at_subjects)}\b[^.;\n\d]{{0,30}}?"
        links = alternatives(lexicon.at_links)
        self._stands = re.compile(rf"{subject}\s{links}\s{hedge}(?P<number>\d{{2}}(?:\.\d)?){end}")
        beside = (
            rf"(?<=[a-z’'])\sat\s{hedge}(?P<at>{_DIGITS}){end}",
            rf"(?<!\w){alternatives(lexicon.moved_to)}\s{hedge}(?P<moved>{_DIGITS}){end}",
            rf"\s{alternatives(lexicon.owned_after)}\s[a-z.]+['’]s?\s(?P<owned>{_DIGITS})(?=[.,;)]|$)(?!\.\d)",
            rf"(?:^|[\s“\"])(?P<opinion>\d{{2}})\s{alternatives(lexicon.opinions)}\b",
        )
        self._beside = re.compile("|".join(beside))
        joints = alternatives((*lexicon.pair_joints, *lexicon.lone_joints))
        after = rf"(?=[;)]|,(?!\d)|\.(?!\d)|\s{joints}\s|\n|$)"
        named = rf"[A-Z][\w.’'-]+[a-z)]\s(?P<number>\d{{1,2}}(?:\.\d)?){after}"
        self._named = re.compile(rf"[A-Z][\w.’'-]+\s\((?P<bracketed>\d{{1,2}}(?:\.\d)?)\)|\b{named}")
        unit = alternatives(figures.percent)
        number = rf"\d{{1,2}}(?:\.\d)?(?![\w%–-]|\.\d|\s?{unit})"
        self._signed = (
            re.compile(rf"[+\-−–](?<=[\s(][+\-−–]){number}"),
            *(re.compile(rf"{word}(?<=[\s(]{word})[\s-]{number}") for word in map(re.escape, sorted(numbers.minus))),
        )
        moved = alternatives((*lexicon.bracket_up, *lexicon.bracket_down))
        self._bracket = re.compile(
            rf"(?:\s?|\s{_IN_CLAUSE})\((?:{moved}\s(?P<moved>{small})|(?P<signed>[+\-−–]\s?\d{{1,2}}(?:\.\d)?))(?=[\s,;)])"
        )
        ages = alternatives(lexicon.age_nouns)
        self._ages = re.compile(rf"\d(?<![\w.$€£-]\d)\d?(?:\s?[-–]\s?|\sto\s)\d\d(?:s\b|[\s-]{ages}\b)")
        listed = rf"(?:\s{alternatives(lexicon.list_links)}\s|\s\()(?P<number>\d{{1,2}}(?:\.\d)?)"
        self._followed = re.compile(rf"(?<!\w){alternatives(lexicon.list_cues)}\b")
        self._listed = re.compile(rf"(?<=[a-z’'\")]){listed}(?=[;)]|,(?!\d)|\.(?!\d)|\s(?:and|or|then)\s|\n|$)")
        moves = alternatives((*figures.change["up"], *figures.change["down"]))
        # "from" is rarer than words of change, and is sought first.
        self._moved = re.compile(rf"from(?<=\sfrom)\s(?P<was>\d{{2}}(?:\.\d)?)\sto\s(?P<now>\d{{2}}(?:\.\d)?){end}")
        self._move = re.compile(rf"(?<!\w){moves}\s$")
        self._movers = re.compile(rf"(?<!\w){alternatives(lexicon.movers)}\b[^.;\n\d]*$")
        self._zero = Screen(re.compile(rf"(?<!\w){alternatives(lexicon.zero)}(?=\s{alternatives(lexicon.zero_of)}\b)"))
        self._net = re.compile(words(lexicon.net_words))
        self._percent = re.compile(words(unit for unit in figures.percent if unit[0].isalpha()) + r"|%")
        stops = alternatives(stop for stop in figures.partner_stops if stop[0].isalpha())
        self._stop = re.compile(rf"(?<!\w){stops}\.?\s?$")

    def find(self, text: str, folded: str, found: Sequence[Candidate]) -> list[Candidate]:
        """Bare figures of `text` (`folded`: the same in lower case) that do not overlap `found`, in order."""
        taken = bytearray(len(folded))
        for one in found:
            taken[one.start : one.end] = b"\1" * (one.end - one.start)
        for match in self._ages.finditer(folded):
            taken[match.start() : match.end()] = b"\1" * len(match[0])
        kept: list[Candidate] = []
        for one in self._all(text, folded, found, taken):
            if not any(taken[one.start : one.end]):
                taken[one.start : one.end] = b"\1" * (one.end - one.start)
                kept.append(one)
        return sorted(kept, key=lambda one: one.start)

    def _all(self, text: str, folded: str, found: Sequence[Candidate], taken: bytearray) -> Iterator[Candidate]:
        yield from cells(folded, self._percent)
        yield from self._pairs.find(folded)
        yield from self._leads(folded)
        yield from self._changes(folded, found)
        yield from self._nets(folded)
        for match in self._moved.finditer(folded):
            move = self._move.search(folded, max(0, match.start() - _MOVE_REACH), match.start())
            if move and self._movers.search(folded, max(0, move.start() - _MOVER_REACH), move.start()):
                yield from self._bare(folded, match.span("was"), "percent")
                yield from self._bare(folded, match.span("now"), "percent")
        for match in self._zero.finditer(folded):
            yield Candidate(*match.span(), 0.0, 0, "percent", "bare")
        for match in self._stands.finditer(folded):
            yield from self._bare(folded, match.span("number"), "percent")
        for start, end in _sentences_with(folded, found):
            if any(not taken[match.start()] for match in _FREE.finditer(folded, start, end)):
                unit = next(one.unit for one in reversed(found) if start <= one.start < end)
                yield from self._beside_others(text, folded, (start, end), unit)

    def _bare(self, folded: str, place: tuple[int, int], unit: Unit) -> Iterator[Candidate]:
        read = self._read.number(folded[place[0] : place[1]])
        if read is not None and abs(read.value) <= _MOST_SHARE:
            signed = folded[place[0]] in "+-−–" or read.value < 0
            yield Candidate(*place, read.value, read.decimals, unit, "bare", signed)

    def _leads(self, folded: str) -> Iterator[Candidate]:
        for match in self._by.finditer(folded):
            if not self._by_verb.search(folded, max(0, match.start() - _BY_REACH), match.start()):
                continue
            yield from (one for one in self._bare(folded, match.span("number"), "points") if one.value <= _MOST_LEAD)
        title_end = max(0, folded.find("\n"))
        polled = self._polls.search(folded, 0, title_end)
        for match in self._headline.finditer(folded, 0, title_end):
            if match["opinion"] is None:
                yield from self._bare(folded, match.span("number"), "points")
            elif polled:
                yield from self._bare(folded, match.span("opinion"), "percent")

    def _nets(self, folded: str) -> Iterator[Candidate]:
        for match in (found for signed in self._signed for found in signed.finditer(folded)):
            if self._net.search(folded, max(0, match.start() - _NET_BEFORE), match.end() + _NET_AFTER):
                yield from self._bare(folded, match.span(), "points")

    def _changes(self, folded: str, found: Sequence[Candidate]) -> Iterator[Candidate]:
        """The change in brackets after a share: "40% (+2)", "31 percent (up three)"."""
        for one in found:
            match = self._bracket.match(folded, one.end) if one.unit == "percent" else None
            if match is not None:
                yield from self._bare(folded, match.span(match.lastgroup or 0), "points")

    def _beside_others(self, text: str, folded: str, place: tuple[int, int], unit: Unit) -> Iterator[Candidate]:
        """Lone numbers in a sentence that has a number with its unit, which they share."""
        matches = [*self._beside.finditer(folded, *place), *self._named.finditer(text, *place)]
        followed = self._followed.search(folded, *place)
        if followed is not None:
            matches += self._listed.finditer(folded, followed.end(), place[1])
        for match in matches:
            start, end = match.span(match.lastgroup or 0)
            stop = self._stop.search(folded, max(0, start - _STOP_REACH), start)
            if not stop and not _AGES.search(folded, max(0, start - _AGE_REACH), start):
                yield from self._bare(folded, (start, end), unit)


def _sentences_with(folded: str, found: Sequence[Candidate]) -> Iterator[tuple[int, int]]:
    """Sentences that hold a candidate with its unit, as ranges, each once."""
    last = -1
    for one in found:
        if one.start < last:
            continue
        start = max(0, last, one.start - _SENTENCE_REACH)
        for match in _CLAUSE.finditer(folded, start, one.start):
            start = match.end()
        stop = _CLAUSE.search(folded, one.end, one.end + _SENTENCE_REACH)
        last = stop.start() + 1 if stop else min(len(folded), one.end + _SENTENCE_REACH)
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
