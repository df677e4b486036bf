"""Several dates in one passage: the newest is of the reported wave, the others are older.

A date alone makes nothing an older wave: "in March, 40 percent agreed" is the reported poll where no newer value stands
near it.  A poll of long ago is an older one all the same, unless it is the last of a series.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from extractor.assembly.wave_cues import APART, LONG_PAST, WaveReading

#: How far off (characters) another value may stand.
REACH = 900
_YEAR = 4


@dataclass(frozen=True, slots=True)
class Told:
    """A figure's place in the text, whether it is a value (no change), and its reading."""

    start: int
    is_value: bool
    reading: WaveReading

    @property
    def year(self) -> int | None:
        """The year of the wave, where it is told."""
        return int(self.reading.when[:_YEAR]) if self.reading.when else None


def settle(figures: Sequence[Told], published: int | None) -> list[WaveReading]:
    """The readings of a text's `figures` after they were held against each other; `published` is a year."""
    return [
        replace(one.reading, wave="current", when=None)
        if one.reading.dated and _is_newest(one, figures, published)
        else one.reading
        for one in figures
    ]


def _is_newest(one: Told, figures: Sequence[Told], published: int | None) -> bool:
    near = [other for other in figures if other is not one and other.is_value and abs(other.start - one.start) <= REACH]
    if any(other.reading.wave == "current" for other in near):
        return False
    years = [other.year for other in near if other.year is not None]
    if one.year is None:
        return not years
    if any(year - one.year >= APART for year in years):
        return False
    long_past = published is not None and published - one.year >= LONG_PAST
    return not long_past or any(one.year - year >= APART for year in years)
