"""Whom a poll asked, and what that makes of its populations."""

import pytest

from extractor.matching.labels import population_key
from extractor.matching.universes import shared_universe, universe_of
from extractor.models import Population
from tests.checks.builder import dataset

REGISTERED = frozenset({("voters", "registered")})


def read(text: str) -> frozenset[tuple[str, str]]:
    records = dataset({"text": text})
    return universe_of(records.polls[0], records.figures)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("{47 percent | approve +; pop=registered voters} of registered voters approve.", REGISTERED),
        (
            "{47 percent | approve +; pop=registered voters} of registered voters approve, "
            "and {88 percent | approve +; pop=Democrats} of Democrats.",
            REGISTERED,
        ),
        (
            "{47 percent | approve +; pop=registered voters} of registered voters approve, {44 percent | approve +; "
            "pop=all respondents} of all.",
            frozenset(),
        ),
        ("{47 percent | approve +; pop=adults} of adults approve.", frozenset()),
        ("{47 percent | approve +; pop=Democrats} of Democrats approve.", frozenset()),
    ],
)
def test_the_widest_figures_tell_whom_a_poll_asked(text: str, expected: frozenset[tuple[str, str]]) -> None:
    assert read(text) == expected


def test_the_universe_is_everyone() -> None:
    voters = Population(label="registered voters", facets={"voters": "registered"})
    assert population_key(voters, REGISTERED) == ""
    assert population_key(voters) == "voters=registered"


def test_reports_that_differ_share_no_universe() -> None:
    likely = frozenset({("voters", "likely")})
    assert shared_universe([REGISTERED, frozenset()]) == REGISTERED
    assert shared_universe([REGISTERED, likely]) == frozenset()


@pytest.mark.parametrize("label", ["parents of school-age children", "parents with children", "parents"])
def test_parents_are_parents_whatever_is_said_of_the_children(label: str) -> None:
    facets = {"family": "parents"} | ({"age": "teens"} if "school" in label else {})
    assert population_key(Population(label=label, facets=facets)) == "family=parents"


def test_parents_of_children_of_an_age_are_a_group() -> None:
    facets = {"family": "parents", "age": "-5"}
    assert population_key(Population(label="parents of children under 5", facets=facets)) != "family=parents"
