"""Phrases that only tell when."""

import pytest

from extractor.assembly.time_phrases import only_tells_time


@pytest.mark.parametrize(
    "text",
    ["a year before", "the previous quarter", "two weeks ago", "Dec. 3", "on 4 March 2019", "in the last survey",
     "well above last year"],
)  # fmt: skip
def test_tells_only_when(text: str) -> None:
    assert only_tells_time(text)


@pytest.mark.parametrize(
    "text",
    ["", "within a year", "next year", "May", "two", "2030", "last in the queue", "before the vote", "the last tram",
     "a year or more"],
)  # fmt: skip
def test_tells_more_or_may_be_an_answer(text: str) -> None:
    assert not only_tells_time(text)
