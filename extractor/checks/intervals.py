"""Arithmetic on printed numbers: what was rounded stands for an interval.

A number printed with d decimals stands for value ± 0.5·10⁻ᵈ.  Bounds are exact decimals, so that no float error can
raise or hide an alarm.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from extractor.models import Figure

HUNDRED = Decimal(100)


def exact(value: float, decimals: int = 0) -> Decimal:
    """`value` as the decimal that was printed; keeps further places where the value has them (33.3 of "a third")."""
    number = Decimal(repr(value)) if isinstance(value, float) else Decimal(value)
    return number.quantize(step(decimals)) if number == number.quantize(step(decimals)) else number


def step(decimals: int) -> Decimal:
    """The last printed place: 1 for whole numbers, 0.1 for one decimal."""
    return Decimal(1).scaleb(-decimals)


@dataclass(frozen=True, slots=True)
class Interval:
    """A closed range of what a printed number may stand for."""

    low: Decimal
    high: Decimal

    @classmethod
    def printed(cls, value: float, decimals: int) -> "Interval":
        """What `value` printed with `decimals` places stands for."""
        middle, half = exact(value, decimals), step(decimals) / 2
        return cls(middle - half, middle + half)

    @classmethod
    def of(cls, figure: Figure) -> "Interval":
        """What the printed number of `figure` stands for."""
        return cls.printed(figure.value, figure.decimals)

    def __add__(self, other: "Interval") -> "Interval":
        return Interval(self.low + other.low, self.high + other.high)

    def __sub__(self, other: "Interval") -> "Interval":
        return Interval(self.low - other.high, self.high - other.low)

    def __neg__(self) -> "Interval":
        return Interval(-self.high, -self.low)

    def __truediv__(self, other: "Interval") -> "Interval":
        """Quotient of two ranges of positive numbers; raises ZeroDivisionError if the divisor may be 0 or less."""
        if other.low <= 0:
            raise ZeroDivisionError("the divisor may be zero")
        return Interval(self.low / other.high, self.high / other.low)

    def meets(self, other: "Interval") -> bool:
        """Whether one number could stand for both (touching bounds count)."""
        return self.low <= other.high and other.low <= self.high

    def holds(self, value: Decimal) -> bool:
        """Whether `value` lies within, bounds included."""
        return self.low <= value <= self.high

    def gap(self, other: "Interval") -> Decimal:
        """How far the ranges lie apart; 0 where they meet."""
        return max(self.low - other.high, other.low - self.high, Decimal(0))


def same_number(a: Figure, b: Figure) -> bool:
    """Whether two printed numbers can be roundings of one number: 60 and 60.3 can, 60 and 61 cannot.

    The coarser number must be what the finer one rounds to; at equal places the numbers must be equal.  A half may
    have been rounded either way.
    """
    if a.decimals == b.decimals:
        return exact(a.value, a.decimals) == exact(b.value, b.decimals)
    return Interval.of(a).meets(Interval.of(b))


def sum_tolerance(figures: Iterable[Figure]) -> Decimal:
    """By how much the sum of n rounded exclusive shares may miss 100: floor((n-1)/2) of the coarsest last place."""
    members = list(figures)
    coarsest = min(figure.decimals for figure in members)
    return ((len(members) - 1) // 2) * step(coarsest)


def total(figures: Iterable[Figure]) -> Decimal:
    """The exact sum of printed values."""
    return sum((exact(figure.value, figure.decimals) for figure in figures), Decimal(0))


def rebased(share: Figure, parts: Iterable[Figure]) -> Interval:
    """What `share` becomes when only `parts` (which include it) make up 100: 44 of 44 and 37 is 53.4 to 55.2.

    The extremes are exact: a quotient x / (x + rest) grows with x and falls with the rest.
    """
    rest = [Interval.of(part) for part in parts if part.figure_id != share.figure_id]
    own = Interval.of(share)
    rest_low = max(sum((part.low for part in rest), Decimal(0)), Decimal(0))
    rest_high = sum((part.high for part in rest), Decimal(0))
    low = max(own.low, Decimal(0))
    bottom = HUNDRED * low / (low + rest_high) if low + rest_high else Decimal(0)
    top = HUNDRED * own.high / (own.high + rest_low)
    return Interval(bottom, top)
