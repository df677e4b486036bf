"""Figures that answer one question share it; other matters, other races and other people's ratings part them."""

import pytest

from tests.assembly.question_groups import groups_of

HEAD = "Poll on the harbor\n\nA poll of 1,000 adults by Northern Research asked about the harbor.\n\n"


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
            "Sixty percent of adults say the ferry should run at night, and 31 percent oppose it.\n\n"
            "When asked about the aquarium, 45 percent said they had visited it, and 52 percent said they had not.",
            [[60, 31], [45, 52]],
        ),
        (
            # The same answer under another heading is of another matter.
            "Quays\n\nForty percent of adults see no effect; 33 percent see harm.\n\n"
            "Cranes\n\nSixty percent of adults see no effect; 12 percent see harm.",
            [[40, 33], [60, 12]],
        ),
        (
            "Smith gets 48 percent of women, the survey found.\n\nSmith gets 52 percent of men.",
            [[48, 52]],
        ),
        (
            "The mayor's job approval stands at 41 percent. Forty-eight percent of voters disapprove.\n\n"
            "Sixty-two percent say the ferry should run at night.",
            [[41, 48], [62]],
        ),
    ],
)
def test_figures_are_put_under_their_questions(text, expected):
    assert groups_of(HEAD + text) == expected


def test_no_figures_make_no_questions():
    assert groups_of(HEAD) == []
