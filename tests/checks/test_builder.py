"""The case notation is strict: what it does not understand fails."""

from typing import Any

import pytest

from tests.checks.builder import dataset, extraction


def test_a_mark_becomes_a_figure_in_its_place() -> None:
    part = extraction({"title": "Poll", "text": "Some {7 points | agree +; kind=change; value=-7; pop=men} less. End."})
    (figure,) = part.figures
    evidence = figure.evidence
    assert part.article.text[evidence.start : evidence.end] == evidence.exact == "7 points"
    assert evidence.sentence == "Some 7 points less."
    assert (figure.kind, figure.value, figure.unit) == ("change", -7, "points")
    assert (figure.response.label, figure.response.stance) == ("agree", "favor")
    assert figure.population.facets == {"sex": "men"}


@pytest.mark.parametrize(
    "case",
    [
        {"text": "No mark at all."},
        {"text": "{52 percent | agree +} and {48 percent} bare."},
        {"text": "{52 percent | agree; populaton=men}"},
        {"text": "{52 percent | agree; men}"},
        {"text": "{half | agree +}"},
        {"text": "{52 percent | agree}", "outlets": "A"},
        {"text": "{52 percent | agree}", "polls": {"p1": {"n": 5}}},
    ],
)
def test_what_is_not_understood_fails(case: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match=r"mark|unknown|number|read"):
        dataset(case)
