"""Dates as pages print them."""

import pytest

from extractor.reading.page_dates import parse_timestamp

CASES = {
    "2016-06-06": "2016-06-06",
    "2016-6-6": "2016-06-06",
    "2024-05-02T09:30:00+01:00": "2024-05-02T09:30:00+01:00",
    "2024-05-02T09:30:00.123Z": "2024-05-02T09:30:00Z",
    "2024-05-02 09:30:00 -0400": "2024-05-02T09:30:00-04:00",
    "2024-05-02 09:30": "2024-05-02T09:30",
    "20240502": "2024-05-02",
    "20240502T093000Z": "2024-05-02T09:30:00Z",
    "1714642200": "2024-05-02T09:30:00Z",
    "1714642200000": "2024-05-02T09:30:00Z",
    "12/19/18": "2018-12-19",
    "12/19/2018 5:30 p.m.": "2018-12-19T17:30",
    "19/12/2018": "2018-12-19",
    "2018/12/19": "2018-12-19",
    "June 20, 2025 07:42": "2025-06-20T07:42",
    "Posted June. 20, 2025 07:13,": "2025-06-20T07:13",
    "Sept. 3, 2012": "2012-09-03",
    "3rd September 2012": "2012-09-03",
    "Published: 8:05 AM EST March 4, 2020": "2020-03-04T08:05-05:00",
    "June 29, 2025 16:44 (JST)": "2025-06-29T16:44+09:00",
    "Fri Nov 13 12:00:00 EST 2015": "2015-11-13",
    "Mon, 06 Jun 2016 10:00:00 GMT": "2016-06-06T10:00:00Z",
    "Mon, 06 Jun 2016 10:00:00 -0500": "2016-06-06T10:00:00-05:00",
    "Christian Herald, 2016-06-06": "2016-06-06",
}
NONE = (
    "",
    None,
    "yesterday",
    "June 2025",
    "2016-13-40",
    "99/99/99",
    "48 percent",
    "1234",
    "June 31, 2025",
    "1/2",
    "x" * 500 + "2020-01-01",
)


@pytest.mark.parametrize("text", CASES)
def test_read(text: str) -> None:
    assert parse_timestamp(text) == CASES[text]


@pytest.mark.parametrize("text", NONE)
def test_no_date(text: str | None) -> None:
    assert parse_timestamp(text) is None


@pytest.mark.parametrize(("day_first", "expected"), [(False, "2020-03-04"), (True, "2020-04-03")])
def test_ambiguous_order(day_first: bool, expected: str) -> None:
    assert parse_timestamp("3/4/2020", day_first=day_first) == expected
