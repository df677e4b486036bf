"""A group that is the answer was not asked."""

import pytest

from extractor.assembly.population_answers import apart_from_answer
from extractor.assembly.populations import ResolvedPopulation
from extractor.models import Population


@pytest.mark.parametrize(
    ("answer", "group", "expected"),
    [
        ("Greens", "Greens", "all respondents"),
        ("not planning to vote", "those not planning to vote", "all respondents"),
        ("independents and others", "independents", "all respondents"),
        ("the Greens", "women", "women"),
        ("Green", "Green supporters", "Green supporters"),
        ("Green voters", "Green voters", "Green voters"),
        ("undecided voters", "undecided voters", "all respondents"),
    ],
)
def test_a_group_that_is_the_answer_was_not_asked(answer: str, group: str, expected: str) -> None:
    whom = ResolvedPopulation(Population(label=group), inferred=False, rule="of")
    assert apart_from_answer(answer, whom).population.label == expected
