"""Numbers that could be poll figures: with a unit, beside one that has a unit, fractions and ratios in words.

A candidate is a place and a value only.  Whether it is a poll figure is decided elsewhere.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from extractor.components.phrases import alternatives
from extractor.lexicons import loader
from extractor.lexicons.schema import FigureWords, NumberWords
from extractor.models import Unit
from extractor.parsing.numbers import Number, NumberReader, reader

_PARTNER_REACH = 40
_LARGEST_SHARE = 100


@dataclass(frozen=True, slots=True)
class Candidate:
    """A number in the text: place (``text[start:end]``), value as printed, and how it was written.

    `signed` tells that a plus or minus sign is printed; `partner` is the start of the number whose unit it shares.
    """

    start: int
    end: int
    value: float
    decimals: int
    unit: Unit
    form: str
    signed: bool = False
    partner: int | None = None


class CandidateFinder:
    """Finds candidates of one language by one pass over the text."""

    def __init__(self, words: FigureWords, numbers: NumberWords, read: NumberReader) -> None:
        self._read = read
        number = rf"(?:{read.digit_pattern}|(?<![a-z]-)\b{read.word_pattern}\b)"
        sign = rf"(?:(?:(?<=[\s(])[+\-−–]|(?<!plus\sor\s)\b{alternatives(numbers.minus)}\s)(?=[\w.]))?"
        letters = [unit for unit in words.percent if unit[0].isalpha()]
        percent = rf"(?:[\s-]?%(?:\spercent\b)?|[\s-]?{alternatives(letters)}\b)"
        points = rf"(?:[\s-]?(?:%|{alternatives(letters)})?[\s-]?{alternatives(words.points)}\b)"
        every = alternatives(numbers.every)
        small = rf"(?:\d{{1,3}}|{read.word_pattern})\b"
        several = alternatives(word for word, value in numbers.cardinals.items() if 1 < value < 10)
        one = alternatives((*numbers.articles, *(word for word, value in numbers.cardinals.items() if value == 1)))
        compared = alternatives(words.one_point_followers)
        verbs = alternatives(words.fraction_followers)
        followers = rf"\s?(?:[,.;:(\[?!—–\"”]|$|\n)|\s(?:-\s|\d|{verbs}\b|[a-z]+ed\b)"
        between = rf"(?:[\s-]{alternatives(numbers.ratio)}[\s-](?:{every}[\s-])?)"
        of = rf"[\s-]{alternatives(numbers.ratio_of)}[\s-](?:{every}[\s-])?"
        people = rf"(?=\s(?:[a-z]+\s)?{alternatives(words.ratio_nouns)}\b|\s(?:say|said|think)\b)"
        noun = rf"(?:\s{alternatives(words.ratio_nouns)})?"
        start = r"(?<![\w$€£#])(?<!\d[.,+])"
        self._scan = re.compile(
            rf"{start}(?:"
            rf"(?P<above>{small}){noun}(?:{between}(?P<below>{small})|{of}(?P<whole>{small}){people})(?![.,]?\d|\s?%)"
            rf"|(?P<number>{sign}{number})(?:[\s-]?plus\b)?(?:(?P<points>{points})|(?P<percent>{percent}))"
            rf"|(?<!\bat\s)(?P<one>{alternatives(words.one_point)})(?:\spercentage)?[\s-]point\b(?=[\s-]{compared}\b|(?P<ends>\s?[.,;)!?]|$))"
            rf"|(?<![a-z]-)(?P<fraction>{several}[\s-]{read.denominator_pattern}\b"
            rf"|(?<!and\s)(?<!first\s)(?<!second\s){one}[\s-](?:{read.denominator_pattern}|{read.half_pattern})\b(?={followers})"
            rf"|(?<!\ban\s)(?<!\ba\s)(?<!first\s)(?<!second\s)(?<!last\s)(?<!\bin\s){read.half_pattern}\b(?={followers})"
            rf"|(?<=another\s){read.denominator_pattern}\b(?={followers}))"
            rf")"
        )
        signs = rf"(?:\s?[{re.escape(''.join(words.joint_signs))}]\s?|-to-)"
        lists = rf"[{re.escape(''.join(words.list_signs))}]\s"
        link = rf"(?:,?\s{alternatives(words.joints)}\s(?:just\s|only\s)?)"
        stops = rf"(?<!\w){alternatives(words.partner_stops)}\s"
        self._one_point_before = re.compile(rf"(?<!\w){alternatives(words.one_point_leads)}\s$")
        self._stop = re.compile(rf"{stops}$")
        self._left = re.compile(
            rf"(?<![\w$€£#.,])(?P<number>{sign}{number})(?P<joint>{link}|{signs}|{lists})$"
        )
        self._right = re.compile(
            rf"(?P<joint>\s(?:to|vs\.?|versus)\s|{signs})(?P<number>{number})(?![\w%$]|[.,]\d|[\s-](?:{alternatives(words.counted)}|"
            rf"{alternatives(words.percent)}|{alternatives(words.points)})\b)"
        )
        self._list_joint = re.compile(lists)

    def find(self, text: str) -> list[Candidate]:
        """All candidates of `text` in order, without overlaps."""
        text = fold(text)
        found: dict[int, Candidate] = {}
        reached = 0
        for match in self._scan.finditer(text):
            candidate = self._read_match(match)
            if candidate is None:
                continue
            for one in (*self._left_partners(text, reached, candidate), candidate):
                found.setdefault(one.start, one)
            reached = candidate.end
            right = self._right_partner(text, candidate)
            if right is not None:
                found.setdefault(right.start, right)
        return _without_overlaps(found[start] for start in sorted(found))

    def _read_match(self, match: re.Match[str]) -> Candidate | None:
        start, end = match.span()
        if match["above"]:
            above, below = self._read.number(match["above"]), self._read.number(match["below"] or match["whole"])
            if above is None or below is None or not 0 < above.value < below.value <= _LARGEST_SHARE:
                return None
            return Candidate(start, end, self._read.ratio(above.value, below.value), 0, "percent", "ratio")
        if match["fraction"]:
            value = self._read.fraction(match["fraction"])
            return None if value is None else Candidate(start, end, value, 0, "percent", "fraction")
        if match["one"]:
            if match["ends"] is not None and not self._one_point_before.search(match.string, max(0, start - 16), start):
                return None  # "a point." may be any
            return Candidate(start, end, 1.0, 0, "points", "words")
        read = self._read.number(match["number"])
        if read is None:
            return None
        unit: Unit = "points" if match["points"] else "percent"
        if unit == "points" and read.value == 1 and match.string.endswith("at ", 0, start):
            return None  # "at one point" is a moment
        return _candidate((start, end), read, unit, match["number"])

    def _left_partners(self, text: str, reached: int, right: Candidate) -> list[Candidate]:
        found: list[Candidate] = []
        joined = False
        while True:
            begin = right.start
            window = max(reached, begin - _PARTNER_REACH)
            match = self._left.search(text, window, begin)
            if match is None or (self._list_joint.fullmatch(match["joint"]) and not joined):
                return found[::-1]
            if self._stop.search(text, max(0, match.start("number") - _PARTNER_REACH), match.start("number")):
                return []  # an age, a date or a name: the numbers after it were no partners either
            read = self._read.number(match["number"])
            if read is None or abs(read.value) > _LARGEST_SHARE:
                return found[::-1]
            start, end = match.span("number")
            right = Candidate(start, end, read.value, read.decimals, right.unit, "elided", False, right.start)
            found.append(right)
            joined = True

    def _right_partner(self, text: str, left: Candidate) -> Candidate | None:
        if left.form in ("fraction", "ratio"):
            return None
        match = self._right.match(text, left.end, left.end + _PARTNER_REACH)
        if match is None:
            return None
        read = self._read.number(match["number"])
        if read is None or abs(read.value) > _LARGEST_SHARE:
            return None
        start, end = match.span("number")
        return Candidate(start, end, read.value, read.decimals, left.unit, "elided", False, left.start)


def fold(text: str) -> str:
    """`text` in lower case, each character in its place (letters whose lower case is longer stay as they are)."""
    folded = text.lower()
    if len(folded) == len(text):
        return folded
    return "".join(low if len(low := char.lower()) == 1 else char for char in text)


def _candidate(place: tuple[int, int], read: Number, unit: Unit, printed: str) -> Candidate:
    form = "digits" if any(char.isdigit() for char in printed) else "words"
    signed = printed[0] in "+-−–" or read.value < 0
    return Candidate(*place, read.value, read.decimals, unit, form, signed)


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
    return CandidateFinder(words, loader.load(NumberWords, language, "numbers"), reader(language))
