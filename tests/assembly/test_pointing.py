"""Answers that point back to one told before."""

import pytest

from extractor.assembly import responses
from extractor.assembly.pointing import held, pointed_at, points_back
from extractor.pipeline import build_nlp


@pytest.mark.parametrize(
    "text",
    [
        "did so", "did so four years later", "this last year", "shared that view", "expressed the same concern", "this",
        "said the same of Brown", "offered that assessment", "belief", "the same way in 2012",
        "the figure reached", "it came", "the share stood", "that number has risen",
        "a view shared", "an opinion also held",
    ],
)  # fmt: skip
def test_points_back(text: str) -> None:
    assert points_back(text)


@pytest.mark.parametrize(
    "text",
    [
        "this is a mistake", "the same party should rule", "so much better", "view the mayor favorably",
        "that the tax is fair", "this race", "have concerns about the bridge", "this about schools", "a positive view",
        "the number of trams has risen", "it was late", "the rating fell", "share the view that trams are slow",
        "a tram shared",
    ],
)  # fmt: skip
def test_says_something_itself(text: str) -> None:
    assert not points_back(text)


def test_the_same_of_another_is_told_of_the_other() -> None:
    assert pointed_at("said the same of Brown", "approve of Smith's work") == "approve of Brown's work"
    assert pointed_at("the same about Brown", "an unfavorable view of Smith") == "an unfavorable view of Brown"
    assert pointed_at("did so", "like Smith") == "like Smith"


def test_what_points_back_is_not_carried_forward() -> None:
    text = "In the poll 84 percent of women said that, of late, trams are slow; 63 percent of men said the same."
    found = responses.bind(build_nlp()(text))
    responses.resolve(found)
    assert "same" not in found[0].label


@pytest.mark.parametrize(
    ("text", "view"),
    [
        ("this view is shared not only by renters", "this view is shared"),
        ("and this was widely endorsed by farmers", "this was widely endorsed"),
        ("shared above all by renters", "shared above all by renters"),
        ("this is a mistake", ""),
        ("the view from the tower", ""),
    ],
)
def test_held(text: str, view: str) -> None:
    assert held(text) == view
