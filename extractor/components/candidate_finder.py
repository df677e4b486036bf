"""Finds the numbers that could be poll figures by one pass over the text."""

import re
from collections.abc import Callable, Collection, Iterator
from functools import cache

from extractor.components.candidates import LARGEST_SHARE, Candidate
from extractor.components.partners import PartnerFinder
from extractor.components.phrases import alternatives
from extractor.components.stretches import Stretches
from extractor.lexicons import loader
from extractor.lexicons.schemas.figures import FigureWords, NumberWords
from extractor.lexicons.schemas.pages import DateWords
from extractor.models import Unit
from extractor.parsing.numbers import NumberReader, reader

_LEAD_REACH = 16
#: How far before its unit or part a number may begin, and how much behind it decides (characters).
_BEFORE_UNIT, _BEHIND_UNIT = 72, 96
#: Letters from which on a unit is looked for as it stands; a shorter one is a part of too many words.
_SHORT = 4
_HALF = 50
_YEAR = re.compile(r"\sof\s(?:19|20)\d\d\b")


class CandidateFinder:
    """Finds candidates of one language."""

    def __init__(self, words: FigureWords, numbers: NumberWords, months: Collection[str], read: NumberReader) -> None:
        self._read = read
        number = rf"(?:{read.spoken_pattern}\b|{read.digit_pattern}|(?<![a-z]-)\b{read.word_pattern}\b)"
        minus = rf"(?<!plus\sor\s)\b{alternatives(numbers.minus)}\s"
        sign = rf"(?:(?:(?<=[\s(])[+\-−–]|{minus})(?=[\w.]))?"
        self._partners = PartnerFinder(words, number, sign, read)
        parts = (
            _ratios(words, numbers, read),
            _with_unit(words, rf"{sign}{number}"),
            _one_point(words),
            _fractions(words, numbers, read),
        )
        self._stretches = _stretches(words, numbers, read)
        self._scan = re.compile(rf"(?<![\w$€£#])(?<!\d[.,+])(?:{'|'.join(parts)})")
        self._point_leads = re.compile(rf"(?<!\w){alternatives(words.one_point_leads)}\s$")
        self._moments = re.compile(rf"(?<!\w){alternatives(words.moments)}\s$")
        self._months = re.compile(rf"(?<!\w){alternatives(months)}\.?\s$")
        self._no_fraction = re.compile(rf"(?<!\w){alternatives(words.fraction_stops)}\s$")
        self._no_half = re.compile(rf"(?<!\w){alternatives(words.half_stops)}\s$")
        self._readers: dict[str, Callable[[re.Match[str]], Candidate | None]] = {
            "above": self._ratio,
            "fraction": self._fraction,
            "one": self._one,
            "number": self._number,
        }

    def find(self, text: str) -> list[Candidate]:
        """All candidates of `text` (lower case) in order, without overlaps."""
        found: dict[int, Candidate] = {}
        reached = 0
        for match in self._matches(text):
            name = next(name for name in self._readers if match[name])
            candidate = self._readers[name](match)
            if candidate is None:
                continue
            for one in (*self._partners.left(text, reached, candidate), candidate):
                found.setdefault(one.start, one)
            reached = candidate.end
            right = self._partners.right(text, candidate) if name in ("number", "one") else None
            if right is not None:
                found.setdefault(right.start, right)
        return _without_overlaps(found[start] for start in sorted(found))

    def _matches(self, text: str) -> Iterator[re.Match[str]]:
        for start, end in self._stretches.find(text):
            for match in self._scan.finditer(text, start, end):
                if match.end() < end or end == len(text):
                    yield match

    def _ratio(self, match: re.Match[str]) -> Candidate | None:
        above, below = self._read.number(match["above"]), self._read.number(match["below"] or match["whole"])
        if _after(self._months, match):
            return None  # "between May 3 and May 9 in 41 towns"
        if above is None or below is None or not 0 < above.value < below.value <= LARGEST_SHARE:
            return None
        return Candidate(*match.span(), self._read.ratio(above.value, below.value), 0, "percent", "ratio")

    def _fraction(self, match: re.Match[str]) -> Candidate | None:
        if _YEAR.match(match.string, match.end()):
            return None  # "the final quarter of 2019"
        value = self._read.fraction(match["fraction"])
        if value is None or _after(self._no_fraction, match):
            return None  # "the first half", "an hour and half"
        if " " in match["fraction"] and value == _HALF and _after(self._no_half, match):
            return None  # "two and a half"
        return Candidate(*match.span(), value, 0, "percent", "fraction")

    def _one(self, match: re.Match[str]) -> Candidate | None:
        if _after(self._moments, match) or (match["ends"] is not None and not _after(self._point_leads, match)):
            return None  # "at a point", and "a point." that closes a clause without a verb of change or lead
        return Candidate(*match.span(), 1.0, 0, "points", "words")

    def _number(self, match: re.Match[str]) -> Candidate | None:
        printed = match["number"]
        read = self._read.number(printed)
        unit: Unit = "points" if match["points"] else "percent"
        if read is None or (unit == "points" and read.value == 1 and _after(self._moments, match)):
            return None  # "at one point"
        form = "digits" if any(char.isdigit() for char in printed) else "words"
        signed = printed[0] in "+-−–" or read.value < 0
        return Candidate(*match.span(), read.value, read.decimals, unit, form, signed)


def _stretches(words: FigureWords, numbers: NumberWords, read: NumberReader) -> Stretches:
    """Where a unit, a part ("third") or the second number of a ratio stands: one is in every candidate."""
    units = {*words.percent, *words.points, *words.point_nouns}
    short = {unit for unit in units if unit[0].isalpha() and (len(unit) < _SHORT or " " in unit)}
    strings = sorted({*units, *read.parts} - short)
    needles = [one for one in strings if not any(other != one and other in one for other in strings)]
    joints = alternatives((*numbers.ratio, *numbers.ratio_of))
    second = rf"{joints}[\s-](?:{alternatives(numbers.every)}[\s-])?(?:\d{{1,3}}|{read.word_pattern})\b"
    return Stretches(
        needles, re.compile(rf"(?<=[\s\d-])(?:{second}|{alternatives(short)}\b)"), _BEFORE_UNIT, _BEHIND_UNIT
    )


def _ratios(words: FigureWords, numbers: NumberWords, read: NumberReader) -> str:
    """``seven in ten``, ``one voter in five``, ``4 out of every 10``; ``three of four`` only of people."""
    small = rf"(?:\d{{1,3}}|{read.word_pattern})\b"
    every = rf"(?:{alternatives(numbers.every)}[\s-])?"
    noun = rf"(?:\s{alternatives(words.ratio_nouns)})?"
    people = rf"(?=\s(?:(?:[a-z]+\s)?{alternatives((*words.ratio_nouns, *words.ratio_verbs))}|of\sthose)\b)"
    part = rf"[\s-]{alternatives(numbers.ratio)}[\s-]{every}(?P<below>{small})"
    whole = rf"[\s-]{alternatives(numbers.ratio_of)}[\s-]{every}(?P<whole>{small}){people}"
    return rf"(?P<above>{small}){noun}(?:{part}|{whole})(?![.,]?\d|\s?%)"


def _with_unit(words: FigureWords, number: str) -> str:
    """``60 percent``, ``21.1%``, ``9-point``, ``-12.1 points``, ``20-plus percentage points``."""
    letters = alternatives(unit for unit in words.percent if unit[0].isalpha())
    percent = rf"(?:[\s-]?%(?:\s{letters}\b)?|[\s-]?{letters}\b)"
    points = rf"[\s-]?(?:%|{letters})?[\s-]?{alternatives(words.points)}\b"
    more = rf"(?:[\s-]?{alternatives(words.after_number)}\b)?"
    return rf"(?P<number>{number}){more}(?:(?P<points>{points})|(?P<percent>{percent}))"


def _one_point(words: FigureWords) -> str:
    """``a point higher``, ``by a single point``; `ends` matches where nothing is compared after it."""
    compared = alternatives(words.one_point_followers)
    ends = alternatives(words.one_point_ends)
    point = rf"{alternatives(words.one_point)}[\s-]{alternatives(words.point_nouns)}\b"
    return rf"(?P<one>{point})(?=[\s-]{compared}\b|(?P<ends>\s?[.,;)!?]|$|\s{ends}\b))"


def _fractions(words: FigureWords, numbers: NumberWords, read: NumberReader) -> str:
    """``two-thirds``, ``a quarter of``, ``half say``; a single part needs a word after it that makes it a share."""
    several = alternatives(word for word, value in numbers.cardinals.items() if 1 < value < 10)
    one = alternatives((*numbers.articles, *(word for word, value in numbers.cardinals.items() if value == 1)))
    leads = "|".join(rf"(?<={re.escape(word)}\s)" for word in words.fraction_leads)
    share = rf"(?=\s?(?:[,.;:(\[?!—–\"”]|$|\n)|\s(?:-\s|\d|{alternatives(words.fraction_followers)}\b|[a-z]+ed\b))"
    single = rf"(?:{one}[\s-])?{read.half_pattern}|(?:{one}[\s-]|{leads}){read.denominator_pattern}"
    return rf"(?<![a-z]-)(?P<fraction>{several}[\s-]{read.denominator_pattern}\b|(?:{single})\b{share})"


def _after(pattern: re.Pattern[str], match: re.Match[str]) -> bool:
    return pattern.search(match.string, max(0, match.start() - _LEAD_REACH), match.start()) is not None


def _without_overlaps(candidates: Iterator[Candidate]) -> list[Candidate]:
    kept: list[Candidate] = []
    for candidate in candidates:
        if not kept or candidate.start >= kept[-1].end:
            kept.append(candidate)
    return kept


@cache
def finder(language: str = "en") -> CandidateFinder:
    """The candidate finder of a language (ISO 639-1)."""
    words = loader.load(FigureWords, language, "figures")
    months = [month.lower() for month in loader.load(DateWords, language, "dates").months]
    return CandidateFinder(words, loader.load(NumberWords, language, "numbers"), months, reader(language))
