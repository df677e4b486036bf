"""Of what a group is made up: the part is the answer, each whole the population."""

import pytest

from tests.assembly.answers_of import answers_of

MADE_UP = [
    ("The survey of drivers: Women made up larger shares of young (58%) and new drivers (54%).", ["Women"] * 2),
    ("In the poll rich farmers (38 percent) made up a larger share of voters than poor bakers did.", ["rich farmers"]),
]

OTHER = [
    "In the poll 58 percent of farmers say they have made up their minds.",
    "In the poll 58 percent of farmers say the story was made up.",
]


def labels(text: str) -> list[str]:
    return answers_of(text)


@pytest.mark.parametrize(("text", "expected"), MADE_UP)
def test_the_part_is_the_answer(text: str, expected: list[str]) -> None:
    assert labels(text) == expected


@pytest.mark.parametrize("text", OTHER)
def test_minds_and_stories_are_no_parts(text: str) -> None:
    assert "farmers" not in labels(text)[0]
