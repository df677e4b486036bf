"""Partial dates as ranges of days."""

import calendar
from dataclasses import dataclass
from datetime import date
from functools import lru_cache


@dataclass(frozen=True, slots=True)
class Period:
    """First and last day (proleptic ordinals) that a partial date may mean."""

    first: int
    last: int

    @property
    def is_day(self) -> bool:
        """Whether the date is known to the day."""
        return self.first == self.last

    def meets(self, other: "Period") -> bool:
        """Whether both may mean the same day."""
        return self.first <= other.last and other.first <= self.last

    def gap(self, other: "Period") -> int:
        """Days between the periods; 0 where they meet."""
        return max(self.first - other.last, other.first - self.last, 0)


@lru_cache(maxsize=65536)
def period(text: str | None) -> Period | None:
    """The days that ``2025``, ``2025-06``, ``2025-06-14`` or a timestamp may mean; None if it is no date."""
    if not text:
        return None
    parts = [int(part) for part in text[:10].split("-") if part.isdigit()]
    try:
        if len(parts) == 1:
            return Period(date(parts[0], 1, 1).toordinal(), date(parts[0], 12, 31).toordinal())
        if len(parts) == 2:
            last = calendar.monthrange(parts[0], parts[1])[1]
            return Period(date(parts[0], parts[1], 1).toordinal(), date(parts[0], parts[1], last).toordinal())
        day = date(*parts[:3]).toordinal()
    except (ValueError, IndexError):
        return None
    return Period(day, day)
