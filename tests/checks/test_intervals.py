"""Arithmetic on printed numbers."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.checks.intervals import Interval, exact, rebased, same_number, sum_tolerance
from extractor.models import Figure
from tests.checks.builder import extraction


def figures(*printed: str) -> tuple[Figure, ...]:
    text = " ".join(f"{{{number} | answer {place}}}" for place, number in enumerate(printed))
    return extraction({"text": text}).figures


def test_a_printed_number_is_half_a_place_wide() -> None:
    assert Interval.printed(60, 0) == Interval(Decimal("59.5"), Decimal("60.5"))
    assert Interval.printed(60.2, 1) == Interval(Decimal("60.15"), Decimal("60.25"))


def test_a_fraction_in_words_keeps_its_places() -> None:
    assert exact(33.3, 0) == Decimal("33.3")


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        ("60%", "60.2%", True),
        ("60%", "60.5%", True),
        ("60%", "60.6%", False),
        ("60%", "61%", False),
        ("8%", "8%", True),
    ],
)
def test_roundings_of_one_number(a: str, b: str, same: bool) -> None:
    assert same_number(*figures(a, b)) is same
    assert same_number(*figures(b, a)) is same


@pytest.mark.parametrize(
    ("printed", "tolerance"),
    [(["50%", "50%"], "0"), (["50%", "40%", "10%"], "1"), (["10%"] * 6, "2"), (["50.1%", "40.1%", "9.8%"], "0.1")],
)
def test_sums_may_miss_by_half_their_number(printed: list[str], tolerance: str) -> None:
    assert sum_tolerance(figures(*printed)) == Decimal(tolerance)


def test_rebased_shares_are_quotients_of_intervals() -> None:
    favor, against = figures("44%", "37%")
    possible = rebased(favor, (favor, against))
    assert possible.holds(Decimal(54))
    assert not possible.holds(Decimal(56))


def test_rebased_intervals_of_49_and_46_admit_51_and_52() -> None:
    yes, no = figures("49%", "46%")
    possible = rebased(yes, (yes, no))
    assert possible.holds(Decimal("51.4"))
    assert possible.holds(Decimal("51.6"))


def test_a_quotient_by_what_may_be_zero_is_refused() -> None:
    with pytest.raises(ZeroDivisionError):
        Interval.printed(5, 0) / Interval.printed(0, 0)


@given(st.lists(st.integers(0, 10_000), min_size=2, max_size=9))
def test_rounded_shares_of_a_whole_stay_within_the_tolerance(parts: list[int]) -> None:
    """What the tolerance says of sums is true of whatever answers were given."""
    whole = sum(parts)
    if whole == 0:
        return
    shares = [int(Decimal(100 * part) / whole + Decimal("0.5")) for part in parts]
    # Exact halves all rounded up may add one more; a share that is exact does not count as rounded.
    halves = sum((200 * part) % (2 * whole) == whole for part in parts)
    tolerance = Decimal((len(parts) - 1) // 2)
    assert abs(sum(shares) - 100) <= tolerance + (1 if halves else 0)


@given(st.floats(0, 100), st.integers(0, 2))
def test_a_number_lies_in_what_its_rounding_stands_for(value: float, decimals: int) -> None:
    rounded = round(value, decimals)
    width = Decimal(1).scaleb(-12)
    interval = Interval.printed(rounded, decimals)
    assert interval.low - width <= Decimal(repr(value)) <= interval.high + width
