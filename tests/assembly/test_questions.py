"""Figures that answer one question share it; other matters, other races and other people's ratings part them."""

import pytest

from extractor import extract

HEAD = "Poll on the harbor\n\nA poll of 1,000 adults by Northern Research asked about the harbor.\n\n"


def groups(text: str) -> list[list[float]]:
    """The values of the figures of `text`, question by question."""
    told: dict[str, list[float]] = {}
    for figure in sorted(extract(HEAD + text).figures, key=lambda figure: figure.evidence.start):
        told.setdefault(figure.question_id, []).append(figure.value)
    return list(told.values())


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Forty percent of adults favor a toll on the bridge, while 51 percent oppose it and 9 percent are unsure.",
            [[40, 51, 9]],
        ),
        (
            "Smith leads Jones 48 percent to 44 percent among likely voters, the survey found. "
            "Among women, Smith leads Jones 52 percent to 39 percent.",
            [[48, 44, 52, 39]],
        ),
        (
            "The mayor's approval rating fell to 41 percent from 46 percent in May. "
            "Another 52 percent of adults disapprove.",
            [[41, 46, 52]],
        ),
        (
            "Sixty percent of adults say the ferry should run at night. Only 12 percent disagree.",
            [[60, 12]],
        ),
        (
            "Sixty percent of adults say the ferry should run at night.\n\n"
            "In another question, 35 percent say they have visited the aquarium this year.",
            [[60], [35]],
        ),
    ],
)
def test_figures_are_put_under_their_questions(text, expected):
    assert groups(text) == expected


def test_order_and_polls_are_kept():
    assert groups("") == []
