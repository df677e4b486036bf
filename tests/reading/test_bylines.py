"""Names of authors."""

import pytest

from extractor.reading.bylines import byline_after_date, byline_in, name_before_role, names_in, signature_in

NAMES = {
    "Staff writer": ("Staff writer",),
    "By Staff Reporter and News Desk, Daily Gull": ("Staff Reporter", "News Desk", "Daily Gull"),
    "Staff Reporter, News Desk and Echo Staff": ("Staff Reporter", "News Desk", "Echo Staff"),
    "By Echo Staff | 3 May 2020": ("Echo Staff",),
    "": (),
    "By": ("By",),
}
LINES = {"by Staff": ("Staff",), "By Echo Staff": ("Echo Staff",), "Written by Echo Staff": ("Echo Staff",)}
NO_LINES = (
    "By 2020 the road will be built.",
    "By a wide margin",
    "Voters say so",
    "By Friday the count. It was over. All agreed. It ended",
    "By " + "Echo Staff " * 40,
)


@pytest.mark.parametrize("value", NAMES)
def test_names(value: str) -> None:
    assert names_in([value]) == NAMES[value]


@pytest.mark.parametrize("line", LINES)
def test_byline(line: str) -> None:
    assert byline_in(line) == LINES[line]


@pytest.mark.parametrize("line", NO_LINES)
def test_no_byline(line: str) -> None:
    assert byline_in(line) == ()


def test_other_places() -> None:
    assert byline_after_date("2018-08-31 by Civic Monitor staff") == ("Civic Monitor staff",)
    assert byline_after_date("made by Civic Monitor staff") == ()
    assert signature_in("Echo Staff desk@echo.example") == ("Echo Staff",)
    assert signature_in("Write to desk@echo.example") == ()
    assert name_before_role("News Desk", "Editor, Daily Gull") == ("News Desk",)
    assert name_before_role("News Desk", "The editor was not there.") == ()
