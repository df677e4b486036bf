"""Dates and times as pages print them, to ISO 8601; the time zone is kept where the page states one."""

import re
from datetime import date, datetime, time, timedelta, timezone, tzinfo
from email.utils import parsedate_to_datetime
from functools import cache

from extractor.lexicons.loader import load
from extractor.lexicons.schemas.pages import DateWords
from extractor.reading.markup import lexicon

_ISO = re.compile(
    r"(\d{4})-(\d{1,2})-(\d{1,2})"
    r"(?:[T ]+(\d{1,2}):(\d{2})(?::(\d{2}))?(?:[.,]\d+)?\s*(Z|UTC|GMT|[+-]\d{2}:?\d{2})?)?(?!\d)"
)
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})(?:T?(\d{2})(\d{2})(\d{2})?(Z|[+-]\d{4})?)?(?!\d)")
_SLASHED = re.compile(r"(?<!\d)(\d{1,4})[/.](\d{1,2})[/.](\d{2,4})(?!\d)")
_CLOCK = re.compile(
    r"(?<![\d:.])(\d{1,2})[:.](\d{2})(?::(\d{2}))?\s*(?:([ap])\.?m\b\.?)?\s*\(?([A-Z]{1,4}\b|[+-]\d{2}:?\d{2})?", re.I
)
_HOUR = re.compile(r"(?<![\d:.])(\d{1,2})\s*([ap])\.?m\b\.?", re.I)
_EPOCH = re.compile(r"\d{10}(?:\d{3})?")
_MAIL = re.compile(r"[A-Z][a-z]{2}, \d{1,2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}")
_FIRST_YEAR, _LAST_YEAR = 1900, 2100
_PIVOT = 70  # two-digit years from here on are of the last century
_MAX_LENGTH = 200


def parse_timestamp(text: str | None, *, day_first: bool = False) -> str | None:
    """The first date in `text`, with the time and zone that follow it, as ISO 8601; None if there is none.

    `day_first` decides how an ambiguous ``03/04/2020`` is read.  Impossible dates count as none.
    """
    if not text or len(text) > _MAX_LENGTH or not any(map(str.isdigit, text)):
        return None
    text = " ".join(text.split())
    for reader in (_read_iso, _read_mail, _read_written, _read_compact, _read_epoch):
        found = reader(text)
        if found:
            return found
    return _read_slashed(text, day_first)


def _read_iso(text: str) -> str | None:
    match = _ISO.search(text)
    if match is None:
        return None
    year, month, day, hour, minute, second, zone = match.groups()
    return _stamp(_day(int(year), int(month), int(day)), hour, minute, second, zone)


def _read_compact(text: str) -> str | None:
    match = _COMPACT.fullmatch(text)
    if match is None:
        return None
    year, month, day, hour, minute, second, zone = match.groups()
    return _stamp(_day(int(year), int(month), int(day)), hour, minute, second, zone)


def _read_epoch(text: str) -> str | None:
    if not _EPOCH.fullmatch(text):
        return None
    moment = datetime.fromtimestamp(int(text[:10]), tz=timezone.utc)  # noqa: UP017
    return _stamp(moment.date(), str(moment.hour), str(moment.minute), str(moment.second), "Z")


def _read_mail(text: str) -> str | None:
    if not _MAIL.match(text):
        return None
    try:
        moment = parsedate_to_datetime(text)
    except (ValueError, IndexError):
        return None
    return _with_zone(moment.date(), moment.timetz().replace(tzinfo=None), moment.tzinfo)


def _read_written(text: str) -> str | None:
    match = _written().search(text)
    iso = _date_of(match) if match else None
    if match is None or iso is None:
        return None
    return _with_clock(iso, text[match.end() : match.end() + 40], text[: match.start()][-30:])


def _read_slashed(text: str, day_first: bool) -> str | None:
    match = _SLASHED.search(text)
    if match is None:
        return None
    first, second, third = (int(group) for group in match.groups())
    if len(match[1]) == 4:
        day = _day(first, second, third)
    elif len(match[1]) > 2 or len(match[3]) == 3:
        return None
    else:
        year = third if len(match[3]) == 4 else third + (1900 if third >= _PIVOT else 2000)
        day = _day(year, second, first) if day_first else _day(year, first, second)
        day = day or (_day(year, first, second) if day_first else _day(year, second, first))
    return _with_clock(day.isoformat(), text[match.end() : match.end() + 40], "") if day else None


@cache
def _written() -> re.Pattern[str]:
    months = "|".join(sorted(load(DateWords, "en", "dates").months, key=len, reverse=True))
    day = r"(?P<day{0}>[0-3]?\d)(?:st|nd|rd|th)?"
    year = r"(?P<year{0}>(?:19|20)\d\d)(?!\d)"
    month = rf"(?P<month{{0}}>{months})\.?"
    us = rf"\b{month.format(1)}\s*{day.format(1)}(?!\d),?\s+{year.format(1)}"
    gb = rf"(?<![\d/])\b{day.format(2)}[ -](?:of )?{month.format(2)},?[ -]+{year.format(2)}"
    unix = rf"\b{month.format(3)}\s+{day.format(3)}\s+\d\d:\d\d:\d\d\s+[A-Z]{{1,5}}\s+{year.format(3)}"
    return re.compile(f"{us}|{gb}|{unix}", re.I)


def _date_of(match: re.Match[str]) -> str | None:
    for form in ("1", "2", "3"):
        if match[f"year{form}"]:
            months = {name.lower(): number for name, number in load(DateWords, "en", "dates").months.items()}
            found = _day(int(match[f"year{form}"]), months[match[f"month{form}"].lower()], int(match[f"day{form}"]))
            return found.isoformat() if found else None
    return None


def _day(year: int, month: int, day: int) -> date | None:
    if not _FIRST_YEAR <= year <= _LAST_YEAR:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _with_clock(iso: str, after: str, before: str) -> str:
    """`iso` with the clock time that stands next to it, if any."""
    match = _CLOCK.search(after) or _CLOCK.search(before)
    if match is not None:
        hour, half, zone = int(match[1]), (match[4] or "").lower(), (match[5] or "").upper()
        minute, second = match[2], match[3]
    else:
        short = _HOUR.search(after)
        if short is None:
            return iso
        hour, half, minute, second, zone = int(short[1]), short[2].lower(), "00", None, ""
    if half:
        hour = hour % 12 + (12 if half == "p" else 0)
    return _stamp(date.fromisoformat(iso), str(hour), minute, second, zone) or iso


def _stamp(day: date | None, hour: str | None, minute: str | None, second: str | None, zone: str | None) -> str | None:
    if day is None:
        return None
    if hour is None or minute is None:
        return day.isoformat()
    try:
        clock = time(int(hour), int(minute), int(second or 0))
    except ValueError:
        return day.isoformat()
    return _with_zone(day, clock, _offset(zone), seconds=second is not None)


def _with_zone(day: date, clock: time, zone: tzinfo | None, *, seconds: bool = True) -> str:
    moment = datetime.combine(day, clock, zone).isoformat(timespec="seconds" if seconds else "minutes")
    return moment.removesuffix("+00:00") + "Z" if zone is not None and moment.endswith("+00:00") else moment


def _offset(zone: str | None) -> tzinfo | None:
    if not zone:
        return None
    minutes = lexicon().zones.get(zone)
    if minutes is None and zone[0] in "+-":
        digits = zone[1:].replace(":", "")
        minutes = (int(digits[:2]) * 60 + int(digits[2:])) * (-1 if zone[0] == "-" else 1)
    return timezone(timedelta(minutes=minutes)) if minutes is not None and abs(minutes) < 24 * 60 else None
