"""Finds the dates and spans of time in news text: "Oct. 10-16", "late May to early June", "a year ago", "Friday".

Only what is written is kept (`calendar.Point`); `DatePhrase.resolve` makes ISO dates of it for a publication date.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import cache

from extractor.lexicons.loader import load
from extractor.lexicons.schemas.pages import DateWords
from extractor.parsing.calendar import Point, resolve_span

#: Forms that tell a first and a last date.
_RANGES = frozenset(
    (
        *("md_range", "dm_range", "m_range", "wd_range", "nth_range", "iso_range", "slash", "slash_year", "dotted"),
        *("md_list", "dm_list", "md_pair", "dm_pair", "part_of_year"),
    )
)
#: Saturday and Sunday, counted from Monday.
WEEKEND = (5, 6)


@dataclass(frozen=True, slots=True)
class DatePhrase:
    """A date phrase at ``text[start:end]``: its two ends (equal for a single date) and the kind of phrase.

    `kind` is ``range``, ``day``, ``month``, ``quarter``, ``year``, ``season``, ``weekday`` or ``relative``.
    """

    start: int
    end: int
    first: Point
    last: Point
    kind: str

    def resolve(self, published: date | None) -> tuple[str | None, str | None]:
        """First and last date as ISO dates to the stated precision (see `calendar.resolve_span`)."""
        return resolve_span(self.first, self.last, published)


def find_dates(text: str, language: str = "en", *, quarters: bool = False) -> Iterator[DatePhrase]:
    """All date phrases of `text`, in order, the longest reading at each place; if asked also quarters of a year."""
    grammar = _grammar(language, quarters)
    for match in grammar.pattern.finditer(text):
        phrase = grammar.read(match)
        if phrase is not None:
            yield phrase


class _Grammar:
    """The compiled pattern of a language and the reading of its matches."""

    def __init__(self, words: DateWords, *, quarters: bool) -> None:
        self.words = words
        self.year_parts = sorted(words.year_parts, key=len, reverse=True) if quarters else []
        self.months = {name.lower(): number for name, number in words.months.items()}
        self.weekdays = {name.lower(): number for name, number in words.weekdays.items()}
        month = _any(words.months)
        weekday = rf"(?:{_any(words.weekdays)}),?\s+(?=[\w.]+\s*\d|\d)"
        joining = rf"[-–—&]|\b(?:{_any(words.words['joiners'])})\b(?:\s+on\b)?"
        joiner = rf"(?:,\s+(?:{joining})\s+{weekday}|\s*(?:{joining})\s*(?:{weekday})?)"
        day = r"[0-3]?\d(?:st|nd|rd|th)?(?!\d|[.,]\d{3}|%)"
        nth = r"[0-3]?\d(?:st|nd|rd|th)\b"
        year = r"(?:19|20)\d\d(?!\d)"
        part = rf"(?:{_any(words.parts)})"
        rel_year = r"(?:this|last|that)\s+year"
        month_day = rf"(?:{month})\.?\s+(?:{day})(?:,?\s+{year}(?!\s*[-–]\s*\d))?"
        day_month = rf"{day}\s+(?:of\s+)?(?:{month})\b\.?(?:,?\s+{year})?"
        month_year = rf"(?:{part}[\s-]+)?(?:{month})\b\.?(?:,?\s+(?:of\s+)?(?:{year}|{rel_year}))?"
        iso = rf"{year}-\d\d-\d\d(?!\d)"
        again = rf"(?:(?:,|\s+and|\s*&)\s+{day}\s*[-–]\s*{day}(?!\s*(?:percent|%|point))(?:,\s+{year})?)?"
        numeric = r"[0-3]?\d/[0-3]?\d/(?:20)?\d\d"
        count = rf"(?:\d{{1,2}}|{_any(words.counts)})"
        units = _any(words.words["units"])
        year_part = _any(self.year_parts) or "(?!)"
        forms = (
            rf"(?P<iso_range>{iso}\s*(?:{joining})\s*{iso})",
            rf"(?P<iso>{iso})",
            rf"(?P<md_list>(?:{month})\.?\s+{day}(?:,\s+{day})+,?\s+and\s+{day}(?:,?\s+{year})?)",
            rf"(?P<dm_list>{day}(?:,\s+{day})+,?\s+and\s+{day_month})",
            rf"(?P<md_range>{month_day}(?:(?<=\d{{4}}),)?{joiner}(?:{month_day}|(?:the\s+(?=\d+(?:st|nd|rd|th|[.,;)]|$)))?{day}(?!\s*(?:percent|%|point|in\s+10))(?:,\s+{year})?)(?:(?<=\d)[-–]{day}(?!\s*(?:percent|%|point)))?{again})",
            rf"(?P<md_pair>(?:{month})\.?\s+{day}\s*/\s*{day}(?:,?\s+{year})?(?![\d/]))",
            rf"(?P<dm_pair>(?<![\d/]){day}\s*/\s*{day_month})",
            rf"(?P<dm_range>(?:{day_month}|{day}){joiner}{day_month})",
            rf"(?P<nth_range>the\s+{nth}{joiner}(?:the\s+)?{nth}(?!\s+[a-z]|-))",
            rf"(?P<md>{month_day})",
            rf"(?P<dm>{day_month})",
            r"(?P<slash>(?<![\d/])[01]?\d/[0-3]?\d\s*[-–]\s*[01]?\d/[0-3]?\d(?![\d/]))",
            rf"(?P<slash_year>(?<![\d/])(?:{numeric}){joiner}(?:{numeric})(?![\d/]))",
            rf"(?P<dotted>(?<![\d.])[0-3]?\d\.[01]?\d\.(?:(?:20)?\d\d)?{joiner}[0-3]?\d\.[01]?\d\.(?:20)?\d\d(?!\d))",
            rf"(?P<m_range>(?:last\s+)?{month_year}{joiner}{month_year})",
            rf"(?P<m>(?P<lastmonth>last\s+)?{month_year})",
            rf"(?P<wd_range>(?:{_any(words.weekdays)})(?:\s+\([^()]{{0,80}}\)|\s+(?:morning|afternoon|evening|night))?{joiner}(?:{_any(words.weekdays)})\b)",
            rf"(?P<wd>(?:{_any(words.weekdays)})\b)",
            rf"(?P<we>(?:(?:the|this)\s+(?:past\s+|last\s+)?|last\s+)(?:{_any(words.words['weekends'])})\b)",
            rf"(?P<ago>{count}\s+(?:{units})s?\s+(?:{_any(words.words['ago'])})\b|(?:the\s+)?(?:previous|prior)\s+(?:{units})\b)",
            rf"(?P<rel>(?:(?:early|late|earlier)\s+)?(?:this|last|next)\s+(?:{units}|{_any(words.words['seasons'])})\b(?!\s+of\b))",
            rf"(?P<season>(?:the\s+)?(?:{_any(words.words['seasons'])})\s+(?:of\s+)?{year})",
            rf"(?P<part_of_year>(?:the\s+)?(?:{year_part})(?:\s+(?:of\s+)?(?:{year}|{rel_year}))?)",
            r"(?P<ydat>\b(?:yesterday|today)\b)",
            rf"(?P<y>(?<![\d$£€.,/-]){year}(?![\d,.]\d|%|\s*percent|/\d))",
        )
        heads = _any({name[:3] for name in (*words.months, *words.weekdays)})
        lead = _any(
            {w.split()[0][:3] for w in (*words.parts, *self.year_parts, *words.counts, *words.words["seasons"])}
            - {"a", "an"}
        )
        ahead = rf"(?=(?-i:\d|{heads})|{lead}|an?\s|last\b|this\b|next\b|previous|prior|the\s|yesterday|today)"
        self.pattern = re.compile(r"(?<!\w)" + ahead + "(?:" + "|".join(forms) + ")", re.IGNORECASE)
        self.month = re.compile(rf"\b({month})\b", re.IGNORECASE)
        self.number = re.compile(r"\d+")
        self.year = re.compile(year)
        self.part = re.compile(rf"\b({part})[\s-]+(?=(?:{month})\b)", re.IGNORECASE)
        self.rel_year = re.compile(rel_year, re.IGNORECASE)
        self.joiner = re.compile(joiner, re.IGNORECASE)
        self.units = re.compile(rf"\b(?:{units})", re.IGNORECASE)
        self.seasons = re.compile(rf"\b(?:{_any(words.words['seasons'])})\b", re.IGNORECASE)
        self.before_month = re.compile(rf"\b(?:{_any(words.words['prepositions'])})\s+$", re.IGNORECASE)

    def read(self, match: re.Match[str]) -> DatePhrase | None:
        """The phrase of a match, or None where it is no date after all (the verb "may", the year 2000 of a count)."""
        form = str(match.lastgroup if match.lastgroup != "lastmonth" else "m")
        text = match.group(0)
        points = self._points(form, text, match)
        if points is None:
            return None
        first, last, kind = points
        return DatePhrase(match.start(), match.end(), first, last, kind)

    def _points(self, form: str, text: str, match: re.Match[str]) -> tuple[Point, Point, str] | None:
        if form in _RANGES:
            return self._range(form, text)
        if form == "m" and not self._is_month(match):
            return None
        if form == "we":
            return Point(weekday=WEEKEND[0]), Point(weekday=WEEKEND[1]), "range"
        point = self._single(form, text)
        kind = {"md": "day", "dm": "day", "iso": "day", "m": "month", "wd": "weekday", "y": "year"}.get(
            form, "relative"
        )
        if form == "season" or point.season:
            kind = "season"
        return point, point, kind

    def _single(self, form: str, text: str) -> Point:
        lowered = text.lower()
        if form == "iso":
            return Point(year=int(text[:4]), month=int(text[5:7]), day=int(text[8:10]))
        if form == "y":
            return Point(year=int(text[-4:]))
        if form == "wd":
            return Point(weekday=self.weekdays[lowered])
        if form == "ydat":
            return Point(unit="day", count=-1 if lowered == "yesterday" else 0)
        if form in ("ago", "rel", "season"):
            return self._relative(form, lowered)
        return self._calendar(text)

    def _relative(self, form: str, text: str) -> Point:
        season = self.seasons.search(text)
        year = self.year.search(text)
        if season and form != "ago":
            offset = -1 if "last" in text.split() else 0
            return Point(season=season.group(0), year=int(year.group(0)) if year else None, year_offset=offset)
        units = self.units.search(text)
        unit = units.group(0) if units else "year"
        head = text.split(maxsplit=1)[0]
        if form == "rel":
            return Point(unit=unit, count=-1 if "last" in text.split() else (1 if "next" in text.split() else 0))
        number = int(head) if head.isdigit() else self.words.counts.get(head, 1)
        return Point(unit=unit, count=-number)

    def _calendar(self, text: str, *, final: bool = False) -> Point:
        """The point that `text` tells; the `final` day of several ("July 11-12")."""
        month = self.month.search(text)
        year = self.year.search(text)
        part = self.part.search(text)
        said = self.rel_year.search(text)
        rest = self.year.sub(" ", text)
        numbers = self.number.findall(rest)
        offset = None
        if said:
            offset = 0 if said.group(0).lower().startswith("this") else -1
        return Point(
            year=int(year.group(0)) if year else None,
            month=self.months[month.group(1).lower()] if month else None,
            day=int(numbers[-1 if final else 0]) if numbers else None,
            part=self.words.parts[part.group(1).lower()] if part else "",
            year_offset=offset,
        )

    def _range(self, form: str, text: str) -> tuple[Point, Point, str] | None:
        if form in ("slash", "slash_year", "dotted"):
            return self._numeric(form, text)
        if form == "part_of_year":
            return self._year_part(text)
        if form in ("md_list", "dm_list"):
            return self._list(text)
        if form in ("nth_range", "wd_range", "iso_range"):
            return (*self._ends(form, text), "range")
        left, right = self._halves(text) if form not in ("md_pair", "dm_pair") else text.split("/")
        first, last = self._calendar(left), self._calendar(right, final=True)
        month_first, month_last = first.month or last.month, last.month or first.month
        year_last = last.year or (first.year if last.month in (None, first.month) or form == "m_range" else None)
        year_first = first.year
        if year_first is None and year_last is not None:
            later = (month_first or 0, first.day or 0) > (month_last or 0, last.day or 31)
            year_first = year_last - 1 if later else year_last
        return (
            Point(year=year_first, month=month_first, day=first.day, part=first.part),
            Point(year=year_last, month=month_last, day=last.day, part=last.part, year_offset=last.year_offset),
            "range",
        )

    def _numeric(self, form: str, text: str) -> tuple[Point, Point, str]:
        """ "10/24-10/28", "10/24/18 through 10/28/18", "24.10. to 28.10.2018"; a first number over 12 is a day."""
        numbers = [int(n) for n in self.number.findall(text)]
        if form == "slash":
            a, b, c, d = numbers
            return Point(month=a, day=b), Point(month=c, day=d), "range"
        *first, c, d, last = numbers
        year = last if last > 99 else 2000 + last
        a, b = first[:2]
        first_year = year if len(first) < 3 else first[2] if first[2] > 99 else 2000 + first[2]
        if form == "dotted" or max(a, c) > 12:
            a, b, c, d = b, a, d, c
        return Point(year=first_year, month=a, day=b), Point(year=year, month=c, day=d), "range"

    def _list(self, text: str) -> tuple[Point, Point, str]:
        """ "October 24, 25 and 28": the first and the last of the days."""
        told = self._calendar(text)
        days = [int(n) for n in self.number.findall(self.year.sub(" ", text))]
        return replace(told, day=days[0]), replace(told, day=days[-1]), "range"

    def _ends(self, form: str, text: str) -> tuple[Point, Point]:
        """Both ends of a range that are told in full: "the 3rd to the 5th", "Friday to Sunday", ISO dates."""
        if form == "nth_range":
            days = [int(n) for n in self.number.findall(text)]
            return Point(day=days[0]), Point(day=days[1])
        if form == "iso_range":
            return self._single("iso", text[:10]), self._single("iso", text[-10:])
        names = re.split(r"[^A-Za-z]+", text.strip().lower())
        return Point(weekday=self.weekdays[names[0]]), Point(weekday=self.weekdays[names[-1]])

    def _year_part(self, text: str) -> tuple[Point, Point, str]:
        """ "The third quarter of 2024", "Q3 2024": the first and the last month."""
        name = next(name for name in self.year_parts if name in text.lower())
        first, last = self.words.year_parts[name]
        told = self._calendar(text[text.lower().index(name) + len(name) :])
        at = Point(year=told.year, year_offset=told.year_offset)
        return replace(at, month=first), replace(at, month=last), "quarter"

    def _halves(self, text: str) -> tuple[str, str]:
        match = self.joiner.search(text)
        assert match is not None
        return text[: match.start()], text[match.end() :]

    def _is_month(self, match: re.Match[str]) -> bool:
        """Whether a bare month is one: capitalised, and for "May" and "March" after a word that takes a date."""
        text = match.group(0)
        name = self.month.search(text)
        if name is None or not name.group(0)[0].isupper():
            return False
        if len(text) > len(name.group(0)) + 1 or name.group(0).lower() not in ("may", "march", "mar", "jan", "jun"):
            return True
        source = match.string
        if self.before_month.search(source[max(0, match.start() - 12) : match.start()]):
            return True
        return bool(re.match(r"[’']s?\s|\s+(?:poll|survey|\d)", source[match.end() : match.end() + 8]))


def _any(names: object) -> str:
    return "|".join(re.escape(str(n)) for n in sorted(names, key=lambda n: -len(str(n))))  # type: ignore[call-overload]


@cache
def _grammar(language: str, quarters: bool) -> _Grammar:
    return _Grammar(load(DateWords, language, "dates"), quarters=quarters)
