"""Date phrases: what is found, to what precision, and what it means on a given day of publication."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractor.parsing.dates import find_dates

RANGES = [
    ("conducted Oct. 10-16", "2014-10-20", "2014-10-10", "2014-10-16"),
    ("from Nov. 28 to Dec. 4", "2018-12-19", "2018-11-28", "2018-12-04"),
    ("between Aug. 26 and 29", "2025-09-03", "2025-08-26", "2025-08-29"),
    ("May 31 through June 3", "2012-06-07", "2012-05-31", "2012-06-03"),
    ("Dec. 28-Jan. 3", "2016-01-05", "2015-12-28", "2016-01-03"),
    ("from May 7th through the 11th", "2019-06-01", "2019-05-07", "2019-05-11"),
    ("July 24-28, 2014", None, "2014-07-24", "2014-07-28"),
    ("Jan. 20, 2014-Jan. 19, 2015", None, "2014-01-20", "2015-01-19"),
    ("between March 9, 2018, and Feb. 2, 2019", None, "2018-03-09", "2019-02-02"),
    ("10 to 16 October 2014", None, "2014-10-10", "2014-10-16"),
    ("30 March - 2 April 2021", None, "2021-03-30", "2021-04-02"),
    ("14 and 15 June", "2025-06-20", "2025-06-14", "2025-06-15"),
    ("10/30-11/1", "2016-11-04", "2016-10-30", "2016-11-01"),
    ("10/30/16 through 11/1/16", None, "2016-10-30", "2016-11-01"),
    ("from 30/10/2016 to 1/11/2016", None, "2016-10-30", "2016-11-01"),
    ("30.10. - 1.11.2016", None, "2016-10-30", "2016-11-01"),
    ("Oct. 24, 25 and 28", "2016-11-04", "2016-10-24", "2016-10-28"),
    ("3, 4 and 7 May 2019", None, "2019-05-03", "2019-05-07"),
    ("15 February to Monday 20 February 2012", None, "2012-02-15", "2012-02-20"),
    ("from the 28th to the 2nd", "2019-11-04", "2019-10-28", "2019-11-02"),
    ("late May to early June", "2025-06-20", "2025-05", "2025-06"),
    ("December 2015 and January 2016", None, "2015-12", "2016-01"),
    ("Tuesday through Sunday", "2018-12-18", "2018-12-11", "2018-12-16"),
    ("Friday (the day of the debate) to Sunday", "2016-10-18", "2016-10-14", "2016-10-16"),
    ("March 21, and Friday, April 4, 2025", None, "2025-03-21", "2025-04-04"),
    ("April 11-12 and 25-26, 2025", None, "2025-04-11", "2025-04-26"),
    ("2025-05-01 to 2025-05-04", None, "2025-05-01", "2025-05-04"),
    ("5/6 May 2025", None, "2025-05-05", "2025-05-06"),
    ("May 5/6", "2025-06-01", "2025-05-05", "2025-05-06"),
    ("6 & 7 May", "2025-06-01", "2025-05-06", "2025-05-07"),
]

QUARTERS = [
    ("the third quarter of 2024", None, "2024-07", "2024-09"),
    ("Q1 2024", None, "2024-01", "2024-03"),
    ("the fourth quarter", "2024-02-01", "2023-10", "2023-12"),
]

SINGLE = [
    ("on June 14", "2025-06-20", "2025-06-14"),
    ("on 14 June 2019", None, "2019-06-14"),
    ("2025-06-14", None, "2025-06-14"),
    ("in September 2016", None, "2016-09"),
    ("in early March", "2020-04-05", "2020-03"),
    ("in May of this year", "2014-05-15", "2014-05"),
    ("in June last year", "2014-05-15", "2013-06"),
    ("in November", "2015-04-06", "2014-11"),
    ("in 2001", "2017-06-03", "2001"),
    ("a year ago", "2015-04-06", "2014"),
    ("two months earlier", "2015-01-10", "2014-11"),
    ("the previous month", "2020-01-05", "2019-12"),
    ("last fall", "2013-08-14", "2012"),
    ("last fall", "2013-12-14", "2013"),
    ("the spring of 2019", None, "2019"),
    ("on Friday", "2016-10-18", "2016-10-14"),
    ("yesterday", "2016-03-01", "2016-02-29"),
]

UNRESOLVED = ["Oct. 10-16", "Friday", "in November", "last month", "a year ago"]

NOT_DATES = [
    "She may win.",
    "The march for jobs begins.",
    "2,014 adults were asked.",
    "It cost $2014.",
    "About 2014 percent more.",
    "aged 18 to 29",
    "a 48-44 edge",
]


def _day(iso: str | None) -> date | None:
    return date.fromisoformat(iso) if iso else None


@pytest.mark.parametrize(("text", "published", "start", "end"), QUARTERS)
def test_quarters(text: str, published: str | None, start: str, end: str) -> None:
    (phrase,) = find_dates(text, quarters=True)
    assert phrase.kind == "quarter"
    assert phrase.resolve(date.fromisoformat(published) if published else None) == (start, end)


@pytest.mark.parametrize(("text", "published", "start", "end"), RANGES)
def test_ranges(text: str, published: str | None, start: str, end: str) -> None:
    (phrase,) = find_dates(text)
    assert phrase.kind == "range"
    assert phrase.resolve(_day(published)) == (start, end)


@pytest.mark.parametrize(("text", "published", "when"), SINGLE)
def test_single_dates(text: str, published: str | None, when: str) -> None:
    (phrase,) = find_dates(text)
    assert phrase.resolve(_day(published)) == (when, when)


@pytest.mark.parametrize("text", UNRESOLVED)
def test_nothing_is_guessed_without_a_publication_date(text: str) -> None:
    (phrase,) = find_dates(text)
    assert phrase.resolve(None) == (None, None)


@pytest.mark.parametrize("text", NOT_DATES)
def test_what_is_no_date(text: str) -> None:
    assert list(find_dates(text)) == []


def test_impossible_days_resolve_to_nothing() -> None:
    (phrase,) = find_dates("on Feb. 31, 2019")
    assert phrase.resolve(None) == (None, None)


def test_phrases_come_in_order_with_their_places() -> None:
    text = "up from 40 a year ago and 56 in November"
    assert [text[p.start : p.end] for p in find_dates(text)] == ["a year ago", "November"]


@settings(max_examples=150, deadline=None)
@given(st.text(alphabet="Oct. JanMay0123456789-–/,toandlstyear ()", max_size=80), st.dates(date(1990, 1, 1)))
def test_any_text_gives_dates_or_nothing(text: str, published: date) -> None:
    for phrase in find_dates(text):
        assert 0 <= phrase.start < phrase.end <= len(text)
        for when in phrase.resolve(published):
            assert when is None or when[:2].isdigit()
