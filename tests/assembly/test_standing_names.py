"""Whose share it is where a clause names a party or an office beside a person, or two names in one breath."""

import pytest

from tests.assembly.answers_of import answers_of

HEAD = "A poll of 1,000 adults was held in May, the pollster said; 50 percent said yes. "
NAMED = [
    ("Dean Foss of the Harvest Party, who has sat in parliament before, takes 14 percent.", ["Dean Foss"]),
    (
        "Karl Holm is ahead with 48 percent, followed by Dean Foss of the ruling Harvest Party with 47 percent.",
        ["Karl Holm", "Dean Foss"],
    ),
    (
        "Karl Holm of the Harvest Party (23 percent) is ahead of Dean Foss of the Reds (20 percent).",
        ["Karl Holm", "Dean Foss"],
    ),
    ("Anna Berg of Labor Union loses seven points to 33 per cent.", ["Anna Berg", "Anna Berg"]),
    (
        "Karl Holm and Anna Berg were the two top choices of nurses, at 27 percent and 25 percent.",
        ["Karl Holm", "Anna Berg"],
    ),
    ("Support and opposition were almost equal, at 46 percent and 45 percent.", ["Support", "opposition"]),
    ("Her senator, Karl Holm, is also backed by 6 percent of voters.", ["Karl Holm"]),
    (
        "The speaker has a 48 percent approval rating, with her disapproval up five points to 33 percent.",
        ["approval rating", "disapproval", "disapproval"],
    ),
    (
        "The poll has 47 percent for Yes and 39 percent for No. Among women Yes is ahead by 50 to 36 percent, "
        "while men prefer No by 45 to 44 percent.",
        ["Yes", "No", "Yes", "No", "No", "Yes"],
    ),
    (
        "The Democratic advantage is 7 points, 48 percent to 41 percent, down from 12 points in May.",
        ["Democratic", "Democratic", "Republicans", "Democratic"],
    ),
    (
        "In May nurses preferred Democrats to Republicans by 8 points, 53 percent to 45 percent.",
        ["", "Democrats", "Republicans"],
    ),
]


@pytest.mark.parametrize(("text", "expected"), NAMED)
def test_whose_share_it_is(text: str, expected: list[str]) -> None:
    got = answers_of(text, HEAD)
    assert len(got) == len(expected)
    for answer, name in zip(got, expected, strict=True):
        assert not name or answer.lower() == name.lower()
