"""Points in time as news text names them, and what they are relative to a publication date.

A `Point` keeps what was said and no more: "early March" has a month and no day, "Sunday" a weekday alone.
`resolve_span` gives ISO 8601 dates to that precision (https://www.iso.org/iso-8601-date-and-time-format.html).
"""

from dataclasses import dataclass, replace
from datetime import date, timedelta

#: Days after publication that a date without a year may still lie (time zones, advance stories).
GRACE = 2
#: First and last month of each season (northern).
SEASONS = {"winter": (12, 2), "spring": (3, 5), "summer": (6, 8), "fall": (9, 11), "autumn": (9, 11)}


@dataclass(frozen=True, slots=True)
class Point:
    """One end of a date phrase: the parts that the text states.

    `part` is ``early``, ``mid`` or ``late`` of the month.  `unit` and `count` make a relative point: ``("month", -1)``
    is last month; the unit ``span`` makes the first of `count` days, the last of which the phrase tells.
    A `day` without a month is the last such day.
    `year_offset` is -1 for "in May last year".  `season` is a key of `SEASONS`.
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    part: str = ""
    unit: str = ""
    count: int = 0
    year_offset: int | None = None
    season: str = ""


def resolve_span(first: Point, last: Point, published: date | None) -> tuple[str | None, str | None]:
    """Both ends as ISO dates to the stated precision; None where the text and the publication date do not tell."""
    end = _resolve(last, published, None)
    if first == last:
        return end, end
    if first.unit == "span":
        return _days_before(end, first.count - 1), end
    start = _resolve(first, published, end)
    if start and end and start > end[: len(start)] and first.year is None and last.year is not None:
        start = _resolve(replace(first, year=last.year - 1), published, end)
    return start, end


def _days_before(end: str | None, days: int) -> str | None:
    """The day so many days before the day `end`; None if that is no day."""
    if end is None or len(end) < len("2020-01-01"):
        return None
    return (date.fromisoformat(end) - timedelta(days=days)).isoformat()


def _resolve(point: Point, published: date | None, before: str | None) -> str | None:
    if point.unit:
        return _relative(point, published)
    if point.weekday is not None:
        return _weekday(point.weekday, published, before)
    if point.season:
        return _season(point, published)
    if point.month is None and point.day is not None:
        return _day_of_month(point.day, published, before)
    if point.month is None:
        return str(point.year) if point.year else None
    year = point.year if point.year is not None else _year_of(point, published, before)
    return _iso(year, point.month, point.day) if year is not None else None


def _iso(year: int, month: int, day: int | None) -> str | None:
    """The date, None if there is no such day."""
    try:
        return date(year, month, day or 1).isoformat()[: 10 if day else 7]
    except ValueError:
        return None


def _year_of(point: Point, published: date | None, before: str | None) -> int | None:
    """The year of a month that is named without one: that of the range's end, else the latest not after publication."""
    if point.year_offset is not None:
        return published.year + point.year_offset if published else None
    month = point.month or 1
    if before and len(before) >= 7:
        year = int(before[:4])
        return year if month <= int(before[5:7]) else year - 1
    if published is None:
        return None
    limit = published + timedelta(days=GRACE)
    later = (month, point.day or 1) > (limit.month, limit.day)
    return limit.year - 1 if later else limit.year


def _relative(point: Point, published: date | None) -> str | None:
    if published is None:
        return None
    if point.unit == "day":
        return (published + timedelta(days=point.count)).isoformat()
    if point.unit == "week":
        return f"{(published + timedelta(weeks=point.count)).isoformat()[:7]}" if point.count else None
    if point.unit == "month":
        index = published.year * 12 + published.month - 1 + point.count
        return f"{index // 12:04}-{index % 12 + 1:02}"
    return f"{published.year + point.count * (10 if point.unit == 'decade' else 1):04}"


def _weekday(weekday: int, published: date | None, before: str | None) -> str | None:
    """The last such weekday: before the range's end where there is one, else up to the publication date."""
    if before and len(before) == 10:
        latest = date.fromisoformat(before) - timedelta(days=1)
    elif published is not None:
        latest = published
    else:
        return None
    return (latest - timedelta(days=(latest.weekday() - weekday) % 7)).isoformat()


def _day_of_month(day: int, published: date | None, before: str | None) -> str | None:
    """The last such day of a month ("the 24th"): before the range's end, else up to the publication date."""
    latest = date.fromisoformat(before) if before and len(before) == len("2020-01-01") else published
    if latest is None:
        return None
    months = latest.year * 12 + latest.month - 1 - (day > latest.day)
    return _iso(months // 12, months % 12 + 1, day)


def _season(point: Point, published: date | None) -> str | None:
    """The year of a season: "last fall" is the latest that is over, "this spring" that of the publication year."""
    if point.year is not None:
        return str(point.year)
    if published is None:
        return None
    over = SEASONS[point.season][1] < published.month
    return str(published.year - (point.year_offset == -1 and not over))
