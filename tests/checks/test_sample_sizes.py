"""Sizes of samples of two reports: which are of one sample and differ, and which are of other people."""

import pytest

from extractor.checks.sample_sizes import Size, sizes_agree

#: Who was asked, and how many, in two reports.
CONFLICTS = [
    (("adults", 1002), ("", 1200)),
    (("voters", 1137), ("", 1173)),
    (("registered", 612), ("voters", 621)),
    (("likely", 903), ("", 930)),
    (("likely", 903), ("", 803)),
    (("registered", 903), ("registered", 1100)),
    (("adults", 1137), ("voters", 1173)),
]
NONE = [
    (("adults", 1002), ("", 1000)),
    (("adults", 1585), ("likely", 1120)),
    (("adults", 1137), ("voters", 1100)),
    (("adults", 1137), ("registered", 1173)),
    (("registered", 930), ("likely", 903)),
    (("likely", 812), ("", 1000)),
    (("likely", 900), ("", 800)),
]


def size(who: str, number: int, country: str = "") -> Size:
    return Size(number, country, who, ())


@pytest.mark.parametrize(("one", "other"), CONFLICTS)
def test_conflicts(one: tuple[str, int], other: tuple[str, int]) -> None:
    assert not sizes_agree([size(*one)], [size(*other)])
    assert not sizes_agree([size(*other)], [size(*one)])


@pytest.mark.parametrize(("one", "other"), NONE)
def test_no_conflict(one: tuple[str, int], other: tuple[str, int]) -> None:
    assert sizes_agree([size(*one)], [size(*other)])
    assert sizes_agree([size(*other)], [size(*one)])


def test_samples_of_two_countries() -> None:
    assert sizes_agree([size("adults", 1585, "KR")], [size("adults", 1037, "JP")])
    assert sizes_agree([size("adults", 1585, "KR"), size("adults", 1037, "JP")], [size("adults", 1037, "JP")])
    assert not sizes_agree([size("adults", 1585, "KR")], [size("adults", 1858, "KR")])
    assert sizes_agree([size("adults", 1585, "several")], [size("adults", 1858, "KR")])
    assert not sizes_agree([size("adults", 5212, "several")], [size("", 5122, "several")])
    assert sizes_agree([size("adults", 1008, "several")], [size("adults", 5212, "several")])
    assert not sizes_agree(
        [size("", 1008, "KR"), size("", 1200, "US")], [size("adults", 1080, "KR"), size("adults", 1200, "US")]
    )
