"""Where a figure stands in its sentence."""

import pytest

from extractor.assembly.responses import Bound, bind
from extractor.pipeline import build_nlp


def bound(text: str) -> list[Bound]:
    return bind(build_nlp("en")(f"In a new poll of 1,000 adults, figures were told.\n\n{text}"))


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("Jane Smith leads John Jones 48 percent to 44 percent.", ["first", "second"]),
        ("Support rose from 44 percent to 48 percent.", ["solo", "solo"]),
        ("Voters oppose the tax 58-36.", ["first", "second"]),
        ("Jane Smith has a 4-point lead.", ["points"]),
        ("Some 48 percent of women support the tax, 44 percent of men.", ["solo", "solo"]),
    ],
)
def test_roles(text: str, roles: list[str]) -> None:
    assert [b.spot.role for b in bound(text)] == roles


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        ("Smith 31%, Jones 28%, Brown 20%, Green 9%", ["left"] * 4),
        ("31% Smith, 28% Jones, 20% Brown, 9% Green", ["right"] * 4),
        ("Smith has 31 percent and Jones 28 percent.", ["", ""]),
    ],
)
def test_sides_of_lists(text: str, sides: list[str]) -> None:
    assert [b.spot.list_side for b in bound(text)] == sides


def test_two_groups_may_give_one_answer_in_a_pair() -> None:
    first, second = bound("More women than men support the tax, 55 percent to 48 percent.")
    assert (first.spot.role, second.spot.role, second.spot.apart) == ("first", "second", "groups")
    assert bound("Jane Smith leads John Jones 48 percent to 44 percent.")[1].spot.apart == "answers"
