"""Blocking keys: two reports are compared only if they share a key.

Keys are specific (pollster and size, pollster and day or week, pollster and two figures of one question within a
month), so that a hot pollster and month fall into many small blocks; `polls.match_block` divides those that are large
all the same.  The keys of a report depend on nothing but the report.
"""

from collections.abc import Callable, Iterator

from extractor.matching.names import name_keys
from extractor.matching.periods import Period
from extractor.matching.profiles import PollProfile

#: Days of a bin.  A report stands in the bin of its date and in the nearer neighbour, so reports that lie at most half
#: a bin apart always share one.
BIN = 28
WEEK = 7
#: How many pairs of figures are keys without a pollster or without a date.
_FEW = 4


def blocking_keys(profile: PollProfile) -> tuple[str, ...]:
    """Every key of a report, sorted, each once."""
    return tuple(sorted({key for family in FAMILIES for key in family(profile)}))


def by_size(profile: PollProfile) -> Iterator[str]:
    """Pollster and sample size; round sizes are shared by many polls, so they go with a date."""
    for name in name_keys(profile.names):
        for size in profile.sizes:
            if is_distinctive(size):
                yield f"size|{name}|{size}"
            else:
                yield from (f"size|{name}|{size}|{bin_}" for bin_ in bins(profile))


def by_day(profile: PollProfile) -> Iterator[str]:
    """Pollster and first or last day of fieldwork."""
    days = {day.first for day in (profile.field_start, profile.field_end) if day and day.is_day}
    for name in name_keys(profile.names):
        yield from (f"day|{name}|{day}" for day in days)


def by_week(profile: PollProfile) -> Iterator[str]:
    """Pollster and week: reports of one poll mostly appear within days, whatever they take from it."""
    around = bins(profile, WEEK)
    for name in name_keys(profile.names):
        yield from (f"week|{name}|{bin_}" for bin_ in around)


def by_values(profile: PollProfile) -> Iterator[str]:
    """Pollster, month and two figures of one question; some of them without a month, for reports that have no date."""
    pairs, around = profile.value_pairs, bins(profile)
    for name in name_keys(profile.names):
        yield from (f"pair|{name}|{pair}|{bin_}" for pair in pairs for bin_ in around)
        yield from (f"pair|{name}|{pair}" for pair in pairs[:_FEW])


def without_pollster(profile: PollProfile) -> Iterator[str]:
    """For reports that name no pollster: a distinctive size and a date, or two figures of one question and a date."""
    around = bins(profile)
    for size in profile.sizes:
        if is_distinctive(size):
            yield from (f"anyone|{size}|{bin_}" for bin_ in around)
    for pair in profile.value_pairs[:_FEW]:
        yield from (f"figures|{pair}|{bin_}" for bin_ in around)


def by_original(profile: PollProfile) -> Iterator[str]:
    """The article that the report goes back to: a reprint meets its original, whatever was altered."""
    yield f"copy|{profile.root}"


FAMILIES: tuple[Callable[[PollProfile], Iterator[str]], ...] = (
    by_size,
    by_day,
    by_week,
    by_values,
    by_original,
    without_pollster,
)


def is_distinctive(size: int) -> bool:
    """Whether a sample size is one that hardly two polls share."""
    return size % 50 != 0


def bins(profile: PollProfile, days: int = BIN) -> tuple[str, ...]:
    """The bins of the publication and the end of fieldwork; none where neither is known."""
    found: set[str] = set()
    for date in (profile.published, profile.field_end):
        if date is not None and date.last - date.first < days + 4:
            found.update(_around(date, days))
    return tuple(sorted(found))


def _around(date: Period, days: int) -> tuple[str, str]:
    bin_, rest = divmod((date.first + date.last) // 2, days)
    return str(bin_), str(bin_ + 1 if rest >= days // 2 else bin_ - 1)
