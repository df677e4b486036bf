"""Printed numbers as intervals: 60 printed without decimals stands for 59.5 to 60.5."""

import re
from dataclasses import dataclass

from extractor.models import Figure

_EPSILON = 1e-9
#: "seven in ten", "two out of three": a fraction stands for a range.
_RATIO = re.compile(r"\b(?:in|out of)\b")
#: How far a hedged or vulgar number may lie from what it stands for, in points.
_SLACK = 3.0


@dataclass(frozen=True, slots=True)
class Reading:
    """A printed number: `value` with `decimals` places, and the `low` and `high` it may stand for."""

    value: float
    decimals: int
    low: float
    high: float
    loose: bool

    def agrees(self, other: "Reading") -> bool:
        """Whether one number can have been printed as both: 60.3 and 60 can, 60 and 61 cannot."""
        if self.decimals == other.decimals and not self.loose and not other.loose:
            return abs(self.value - other.value) < _EPSILON
        return self.low <= other.high + _EPSILON and other.low <= self.high + _EPSILON


def reading(figure: Figure) -> Reading:
    """What the number of `figure` may stand for; hedges ("about", "over") and fractions widen it."""
    half = 0.5 * 10.0**-figure.decimals
    low, high, exact = figure.value - half, figure.value + half, figure.evidence.exact.casefold()
    digits = any(char.isdigit() for char in exact)
    loose = bool(_RATIO.search(exact)) or (not digits and "cent" not in exact and "point" not in exact)
    if loose or figure.qualifier == "about":
        low, high = low - _SLACK, high + _SLACK
    if figure.qualifier == "over":
        high += _SLACK
    elif figure.qualifier == "under":
        low -= _SLACK
    return Reading(figure.value, figure.decimals, low, high, loose or figure.qualifier != "exact")
