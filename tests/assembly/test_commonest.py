"""The answer that most people gave, told as the subject of its clause."""

import pytest

from extractor.assembly import commonest, responses
from extractor.pipeline import build_nlp

HEAD = "Poll on the harbor\n\nA poll by Northern Research finds 40 percent in favor, 31 percent opposed.\n\n"
TOLD = [
    ("The most common response among nurses was pay, at 37 percent.", "pay"),
    ("The least popular option was a toll, picked by 6 percent.", "a toll"),
    ("The top concern of farmers was the weather (37 percent).", "the weather"),
    ("For women the top concern is crime (41%).", "crime"),
    ("The second most cited reason was the weather, cited by 12 percent of farmers.", "the weather"),
    ("The biggest worry remains high rents with 29 percent.", "high rents"),
]

NOT_TOLD = [
    "The most common mistake was fatal, said 37 percent.",  # no word of answers
    "The top answer was that they cannot pay, 37 percent said.",
    "The main issue was settled. Some 37 percent approve.",
    "The most popular mayor was Lee, at 37 percent.",
]


def bound_figure(sentence: str) -> responses.Bound:
    """The one figure of a sentence of a poll story."""
    *_, bound = responses.bind(build_nlp()(f"{HEAD}{sentence}"))
    return bound


@pytest.mark.parametrize(("sentence", "answer"), TOLD)
def test_the_commonest_answer(sentence: str, answer: str) -> None:
    bound = bound_figure(sentence)
    reading = commonest.of_commonest(bound.sequence, bound.position)
    assert reading is not None
    assert reading.label == answer


@pytest.mark.parametrize("sentence", NOT_TOLD)
def test_no_commonest_answer(sentence: str) -> None:
    bound = bound_figure(sentence)
    assert commonest.of_commonest(bound.sequence, bound.position) is None


def test_a_group_and_its_verb_without_an_object_are_no_answer() -> None:
    bound = bound_figure("Among crises, Belgian respondents ranked bad harvests at 28 percent.")
    assert [option.label for option in bound.own if option.label.endswith("ranked")] == []
