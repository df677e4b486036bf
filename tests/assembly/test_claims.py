"""Answers that point back to what was claimed without a figure."""

import pytest

from extractor.assembly import responses
from extractor.pipeline import build_nlp

FIRST = "In the poll 40 percent of farmers like tea. "
CLAIMED = [
    ("Most farmers in the poll say that trams are slow. Nearly 70 percent of bakers say so.", "trams are slow"),
    ("Farmers in the poll mostly support a longer bridge, and 60 percent of bakers feel the same.", "support a longer"),
]
TOLD = "In the poll 55 percent of farmers say that trams are slow. Some 70 percent of bakers in the poll say so."


def last(text: str) -> str:
    found = responses.bind(build_nlp()(text))
    responses.resolve(found)
    return found[-1].label


@pytest.mark.parametrize(("text", "answer"), CLAIMED)
def test_a_claim_without_a_figure_is_what_is_pointed_at(text: str, answer: str) -> None:
    assert last(FIRST + text).startswith(answer)


def test_a_figure_before_comes_first() -> None:
    assert last(TOLD) == "trams are slow"
