"""Figures told for comparison give the answer of the figure before."""

import pytest

from tests.assembly.answers_of import answers_of

CARRIED = [
    "In the poll 46 percent of farmers oppose the road tax, up from 40 percent in May.",
    "In the poll 46 percent of farmers oppose the road tax, compared with 29 percent of bakers.",
    "In the poll 46 percent of farmers oppose the road tax of Mayor Smith, up 6 points from the spring.",
    "In the poll 46 percent of farmers oppose the road tax. That is up from 40 percent in the May poll.",
]

OWN = [
    ("In the poll 46 percent of farmers oppose the road tax, compared with 29 percent who like it.", "like it"),
    ("In the poll 46 percent of farmers oppose the road tax. Support for the bridge fell to 29 percent.", "Support"),
]


def labels(text: str) -> list[str]:
    return answers_of(text)


@pytest.mark.parametrize("text", CARRIED)
def test_earlier_values_and_changes_take_the_answer_they_belong_to(text: str) -> None:
    first, second = labels(text)
    assert first.startswith("oppose the road tax")
    assert second == first


@pytest.mark.parametrize(("text", "answer"), OWN)
def test_what_words_its_own_answer_keeps_it(text: str, answer: str) -> None:
    assert labels(text)[1].startswith(answer)
