"""What counts as the same population and the same response."""

import pytest

from extractor.checks.keys import is_everyone, is_negated, population_key, same_response
from extractor.models import Population, Response

US = Population(label="Americans", country="US")
ALL = Population(label="all respondents")


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        (Population(label="men", facets={"sex": "men"}), Population(label="male voters", facets={"sex": "men"}), True),
        (Population(label="men", facets={"sex": "men"}), Population(label="women", facets={"sex": "women"}), False),
        (US, Population(label="Japanese", country="JP"), False),
        (Population(label="members of the union"), Population(label="union members"), True),
        (Population(label="respondents"), ALL, True),
        (Population(label="employers"), ALL, False),
    ],
)
def test_populations_compare_by_facets_then_words(a: Population, b: Population, same: bool) -> None:
    assert (population_key(a) == population_key(b)) is same


def test_at_home_a_nation_is_everyone() -> None:
    assert population_key(US, home="US") == population_key(ALL, home="US")
    assert population_key(US) != population_key(ALL)
    assert is_everyone(population_key(US, home="US"))


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        ("approve", "approves", True),
        ("approve", "would not approve", False),
        ("approve", "strongly approve", False),
        ("should be strengthened", "be strengthened", True),
        ("won't vote", "would not vote", False),
        ("wouldn’t vote", "would not vote", True),
        ("Alvarez", "Brandt", False),
    ],
)
def test_responses_compare_by_stems(a: str, b: str, same: bool) -> None:
    assert same_response(Response(label=a), Response(label=b)) is same


def test_opposite_stances_are_never_one_answer() -> None:
    assert not same_response(Response(label="the tax", stance="favor"), Response(label="the tax", stance="oppose"))


def test_negation_is_seen_in_short_forms() -> None:
    assert is_negated(Response(label="don’t agree"))
    assert not is_negated(Response(label="agree"))
