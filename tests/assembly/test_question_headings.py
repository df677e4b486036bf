"""A matter named before its shares, other conditions, and a race that is told again by group."""

import pytest

from extractor.assembly.topic_words import headings, is_supposed
from tests.assembly.question_groups import groups_of

HEAD = "Poll on the region\n\nA poll of 1,000 adults by Northern Research asked about the region.\n\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "On schools, 38 percent approve and 61 percent disapprove. On housing, 47 percent approve and 53 percent "
            "disapprove.",
            [[38, 61], [47, 53]],
        ),
        (
            "On schools, 38 percent approve and 61 percent disapprove. On Friday, 12 percent were undecided.",
            [[38, 61, 12]],
        ),
        (
            "Alvarez leads Becker 47 percent to 43 percent. Nineteen percent say crime is the main issue.\n\n"
            "Alvarez leads Becker among women, 53 percent to 29 percent.",
            [[47, 43, 53, 29], [19]],
        ),
        (
            "Alvarez leads Becker 50 percent to 45 percent among likely voters. In the race for mayor, Chang is ahead "
            "of Duarte, 48 percent to 41 percent.\n\n"
            "Alvarez wins women 59 percent to 33 percent; Chang leads among them 52 percent to 38 percent.",
            [[50, 45, 59, 33], [48, 41, 52, 38]],
        ),
    ],
)
def test_groups(text: str, expected: list[list[float]]) -> None:
    assert groups_of(HEAD + text) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("on the economy,            approve", [{"econom"}]),
        ("for proposition 26, it is            yes", [{"propos", "26"}]),
        ("one side leads on the ferry,            to           ", [{"ferry"}]),
        ("they approve on crime; on the harbor,            do not", [{"harbor"}]),
        ("on average,            approve", []),
        ("on tuesday,            approve", []),
        ("on the other hand,            approve", []),
        ("for example,            approve", []),
    ],
)
def test_headings(sentence: str, expected: list[set[str]]) -> None:
    assert [set(matter) for _, matter in headings(sentence, "en")] == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("if becker dropped out, chang would lead", True),
        ("in a two-way race, chang would lead", True),
        ("but without becker, chang would lead", True),
        ("chang would lead if becker dropped out", False),
        ("iffy numbers for becker", False),
    ],
)
def test_supposed(sentence: str, expected: bool) -> None:
    assert is_supposed(sentence, "en") is expected
