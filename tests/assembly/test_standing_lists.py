"""Lists that tell where each answer stands."""

import pytest

from extractor.assembly import responses
from extractor.pipeline import build_nlp

_POLL = "A poll of 1,000 adults was taken in May, and 30 percent said yes.\n\n"

TOLD = [
    (
        "In the poll, the Tide Party and the Harbor Party would finish third and fourth with 14 percent and 10 percent"
        " of the vote, respectively.",
        ["Tide Party", "Harbor Party"],
    ),
    ('Asked about rain, 39 percent said "mostly wet," 15 percent – "very wet".', ["mostly wet", "very wet"]),
    ('Asked about rain, 39 percent said "mostly wet" or "very wet," as in May.', ["mostly wet or very wet"]),
    ("They are followed by Anna Brown (Tide Party, TP), with 6 percent.", ["Anna Brown"]),
    (
        "In the poll nurses chose Anna Brown 50 percent versus 23 percent for Tom Moss.",
        ["Anna Brown", "Tom Moss"],
    ),
    ("With four percent (down one point), the Harbor Party would fail to enter the council.", ["Harbor Party"]),
    (
        "Some 31 percent are for Anna Brown, 4 percent for Harbor Party leader Jane Moss.",
        ["for Anna Brown", "Jane Moss"],
    ),
    ("It counted 62 percent satisfied and 21 percent dissatisfied with the ferry.", ["satisfied", "dissatisfied"]),
]

FREE = [
    "In the poll, the Tide Party would get 14 percent of the vote and more, respectively.",
    "In the poll, Anna Brown (14 percent) is known.",
    "It counted 62 percent of farmers and 21 percent of bakers with a boat.",
]


def bound(text: str) -> list[responses.Bound]:
    found = responses.bind(build_nlp()(_POLL + text))
    responses.resolve(found)
    return found[1:]


@pytest.mark.parametrize(("text", "answers"), TOLD)
def test_each_figure_has_the_answer_of_its_place(text: str, answers: list[str]) -> None:
    assert [one.label.removeprefix("the ") for one in bound(text)] == answers


@pytest.mark.parametrize("text", FREE)
def test_other_lists_are_left_free(text: str) -> None:
    assert all(one.stands is None for one in bound(text))
