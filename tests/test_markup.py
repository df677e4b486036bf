"""The markup of test sentences refuses what would make a case assert nothing."""

import pytest

from tests.markup import BrokenMarkup, Mark, parse


def test_marks_keep_their_place_in_the_plain_text() -> None:
    plain, marks = parse('Of all, <fig value=41 of="young men">41%</fig> and <fig value=9>9%</fig>.')
    assert plain == "Of all, 41% and 9%."
    assert marks == [Mark("fig", 8, 11, {"value": "41", "of": "young men"}), Mark("fig", 16, 18, {"value": "9"})]


def test_marks_may_nest() -> None:
    plain, marks = parse("<a>x <b>y</b></a>", "a", "b")
    assert [(mark.tag, plain[mark.start : mark.end]) for mark in marks] == [("b", "y"), ("a", "x y")]


def test_nothing_marked_must_be_said() -> None:
    assert parse("A 41% chance of rain.", nothing_marked=True) == ("A 41% chance of rain.", [])


@pytest.mark.parametrize(
    "marked",
    [
        "no mark at all",
        "<fig>41%",
        "41%</fig>",
        "<fig></fig>41%",
        "<fig value>41%</fig>",
        "<fig value=1 value=2>41%</fig>",
        "<a>x<b>y</a></b>",
        "<fig>41%</fig> < 50%",
        "<figure>41%</figure>",
    ],
)
def test_broken_markup_fails(marked: str) -> None:
    with pytest.raises(BrokenMarkup):
        parse(marked, "fig", "a", "b")


def test_a_counter_example_may_mark_nothing() -> None:
    with pytest.raises(BrokenMarkup):
        parse("<fig>41%</fig>", nothing_marked=True)
