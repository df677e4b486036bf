"""Counts of people, in digits and in words."""

import pytest

from extractor.parsing.counts import reader

COUNTS = [
    ("1,006", 1006),
    ("1 006", 1006),
    ("850", 850),
    ("1,20,000", 120_000),
    ("a thousand", 1000),
    ("twelve hundred", 1200),
    ("one-thousand-and-six", 1006),
    ("Two thousand three hundred and forty-five", 2345),
    ("1.5 lakh", 150_000),
    ("six hundred", 600),
    ("many", None),
]


@pytest.mark.parametrize(("text", "count"), COUNTS)
def test_counts(text: str, count: int | None) -> None:
    assert reader("en").count(text) == count
