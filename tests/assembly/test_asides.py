"""Answers around what is told aside in brackets: how a share moved, or what it was."""

import pytest

from tests.assembly.answers_of import answers_of


def answers(text: str) -> list[str]:
    return answers_of(f"A poll of 900 adults by Harbor Research found this.\n\n{text}")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "In the poll 87% (up a steep 18% since May) favour longer breaks, and 10% (down 7%) are undecided.",
            ["favour longer breaks"] * 2 + ["undecided"] * 2,
        ),
        (
            "The survey has 40% of farmers (up from 35% a year ago) rating the road as good.",
            ["rating the road as good"] * 2,
        ),
        ("In the poll 55% (+6 pts) are content and 26% (-2) are tired.", ["content", "content", "tired", "tired"]),
        (
            "In the poll 45% are backing the bridge (up 4 points), with 32% against it (no change).",
            ["backing the bridge", "backing the bridge", "against it"],
        ),
        # In a list the brackets part its items.
        (
            "In the poll yes has 49 percent (+4), no 46 percent (+1), don't know 5 percent (no change).",
            ["yes", "yes", "no", "no", "don't know"],
        ),
        # A bracket that tells another group's share is no aside.
        (
            "In the poll men (55%) want a bridge more often than women (40%).",
            ["want a bridge more often than women"] * 2,
        ),
    ],
)
def test_the_clause_goes_on_behind_a_bracket(text: str, expected: list[str]) -> None:
    assert answers(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "In the poll many farmers (53%) agree (21% strongly/32% somewhat) that the road is broken.",
            ["agree", "strongly agree", "somewhat agree"],
        ),
        (
            "Support for the ferry is highest with the old (49% of over-65s), anglers (36%) and the poorest "
            "voters (34%).",
            ["Support for the ferry"] * 3,
        ),
        ("In the poll it was 37% Green (up 1), 36% Brown and 9% Moss.", ["Green", "Green", "Brown", "Moss"]),
        ("With 46 percent support, Green would win the race in the poll.", ["Green"]),
        (
            "In the poll Anna Green, who leads the Reds, is ahead, up a point to 43 percent.",
            ["Anna Green", "Anna Green"],
        ),
    ],
)
def test_lists_degrees_and_owners(text: str, expected: list[str]) -> None:
    assert answers(text) == expected
