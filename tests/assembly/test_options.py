"""What is proposed as an answer, and what is none."""

import pytest

from extractor.assembly import responses
from extractor.pipeline import build_nlp

_POLL = "A poll of 1,000 adults was taken in May, and 30 percent oppose the tram.\n\n"


def answers(text: str) -> list[str]:
    """The answers of the figures of `text`, told behind those of a poll."""
    found = responses.bind(build_nlp("en")(_POLL + text))
    responses.resolve(found)
    return [bound.label for bound in found[1:]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # Who answers is no answer, nor is a year, nor where a share stood.
        ("Women oppose it by 54 percent to 38 percent, and rural women by 58 percent to 35 percent.", "rural women"),
        ("Opposition went from 28 percent in 1998-2000 to 31 percent.", "2000"),
        ("That is lower than the 44 percent recorded before the strike.", "recorded before the strike"),
    ],
)
def test_words_that_answer_nothing(text: str, expected: str) -> None:
    assert expected not in [answer.lower() for answer in answers(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # Whom people choose may be a group, and groups are counted.
        ("Smith has 40 percent.", ["Smith"]),
        ("Women oppose it by 54 to 38 percent, and men by 58 to 35 percent.", ["oppose it", "favor it"] * 2),
        ("The tram, by contrast, is named by 4 percent.", ["the tram"]),
        ("Support for it is 36 percent, near the low of 33 percent it hit in May.", ["Support for it"] * 2),
        ("Some 77 percent bring up the fares.", ["bring up the fares"]),
        ("The poll says the same goes for 28 percent of farmers.", ["oppose the tram"]),
    ],
)
def test_answers(text: str, expected: list[str]) -> None:
    assert answers(text) == expected
