"""One figure that several names share."""

import pytest

from extractor.assembly import responses
from extractor.pipeline import build_nlp


def answers(text: str) -> list[list[str]]:
    """The last names of the answers of each figure in `text`."""
    found = responses.bind(build_nlp()(text))
    responses.resolve(found)
    return [sorted(label.split()[-1] for label in (bound.label, *bound.others)) for bound in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "In the poll, Anna Green has 31 percent, with Tom Brown, Rita Moss and Karl Ames at 2 percent apiece.",
            [["Green"], ["Ames", "Brown", "Moss"]],
        ),
        ("The survey shows Anna Green and Tom Brown are tied at 26 percent.", [["Brown", "Green"]]),
        (
            "The poll has Anna Green (21 percent), Tom Brown and Rita Moss (8 percent each).",
            [["Green"], ["Brown", "Moss"]],
        ),
        (
            "Three rivals had just 1 percent support in the poll: Tom Brown, Rita Moss and Karl Ames.",
            [["Ames", "Brown", "Moss"]],
        ),
        ("In the poll Anna Green and Tom Brown each have 16 percent of voters.", [["Brown", "Green"]]),
        ("In the poll Anna Green, who won before, is tied with Tom Brown at 8 percent.", [["Brown", "Green"]]),
        ("Behind them in the poll come Tom Brown and Rita Moss, both with 4 percent.", [["Brown", "Moss"]]),
        ("In the poll, Tom Brown and Rita Moss are named by 6 percent each.", [["Brown", "Moss"]]),
        # Each has a figure of its own, or only the subject has one.
        ("The poll has Anna Green and Tom Brown at 40 and 35 percent.", [["Green"], ["Brown"]]),
        ("In the poll Anna Green leads Tom Brown and Rita Moss with 40 percent.", [["Green"]]),
        ("The poll has Anna Green at 40 percent and Tom Brown at 35 percent.", [["Green"], ["Brown"]]),
    ],
)
def test_names_share_a_figure(text, expected):
    assert answers(text) == expected
