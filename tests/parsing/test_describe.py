"""What descriptions of populations mean, and how a group narrows another."""

import pytest

from extractor.parsing.populations import (
    ALL_RESPONDENTS,
    combine,
    describe,
    in_country,
    in_region,
    is_general,
    outside,
    people_of,
)

DESCRIPTIONS = [
    ("men", "men", None, {"sex": "men"}),
    ("the women", "women", None, {"sex": "women"}),
    ("South Koreans", "South Koreans", "KR", {}),
    ("South Koreans aged 18 to 29", "South Koreans aged 18 to 29", "KR", {"age": "18-29"}),
    ("those aged 70 and older", "those aged 70 and older", None, {"age": "70+"}),
    ("Japanese in their 20s", "Japanese in their 20s", "JP", {"age": "20-29"}),
    ("adults under 30", "adults under 30", None, {"age": "-30"}),
    ("U.S. adults", "American adults", "US", {}),
    ("registered voters in Ohio", "registered voters in Ohio", "US", {"region": "Ohio", "voters": "registered"}),
    (
        "likely voters in the Keystone State",
        "likely voters in Pennsylvania",
        "US",
        {"region": "Pennsylvania", "voters": "likely"},
    ),
    ("Scottish voters", "Scottish voters", "GB", {"region": "Scotland", "voters": "voters"}),
    ("Republican primary voters", "Republican primary voters", None, {"party": "Republican", "voters": "primary"}),
    (
        "Democrats and Democratic-leaning independents",
        "Democrats and Democratic-leaning independents",
        None,
        {"party": "Democratic or leaning"},
    ),
    (
        "white women without a college degree",
        "white women without a college degree",
        None,
        {"education": "no college", "race": "white", "sex": "women"},
    ),
    ("Macron supporters", "Macron supporters", None, {"support": "Macron supporters"}),
    (
        "voters who watched the debate",
        "voters who watched the debate",
        None,
        {"other": "who watched the debate", "voters": "voters"},
    ),
    ("beekeepers who responded to a survey in May", "beekeepers", None, {"other": "beekeepers"}),
    ("beekeepers", "beekeepers", None, {"other": "beekeepers"}),
]


@pytest.mark.parametrize(("text", "label", "country", "facets"), DESCRIPTIONS)
def test_description(text: str, label: str, country: str | None, facets: dict[str, str]) -> None:
    population = describe(text)
    assert (population.label, population.country, population.facets) == (label, country, facets)


@pytest.mark.parametrize(
    "text", ["respondents", "all respondents", "those surveyed", "the public", "people polled", "all adults"]
)
def test_words_for_everyone(text: str) -> None:
    assert describe(text).label == ALL_RESPONDENTS


@pytest.mark.parametrize("text", ["young people", "Japanese respondents", "those who vote", "the young public"])
def test_not_everyone(text: str) -> None:
    assert describe(text).label != ALL_RESPONDENTS


COMBINATIONS = [
    ("South Koreans", "men", "South Korean men", "KR"),
    ("South Koreans", "those aged 70 and older", "South Koreans aged 70 and older", "KR"),
    ("Japanese", "respondents in their 20s", "Japanese in their 20s", "JP"),
    ("likely voters in Ohio", "women", "women in Ohio", "US"),
    ("all respondents", "men", "men", None),
    ("Americans", "Japanese", "Japanese", "JP"),
    ("voters in Ohio", "voters in Texas", "voters in Texas", "US"),
    ("South Koreans", "all respondents", "South Koreans", "KR"),
]


@pytest.mark.parametrize(("parent", "child", "label", "country"), COMBINATIONS)
def test_combination(parent: str, child: str, label: str, country: str | None) -> None:
    population = combine(describe(parent), describe(child))
    assert (population.label, population.country) == (label, country)


def test_combination_keeps_the_facets_of_both() -> None:
    facets = combine(describe("likely voters in Ohio"), describe("women")).facets
    assert facets == {"region": "Ohio", "sex": "women", "voters": "likely"}


def test_people_and_places() -> None:
    assert people_of("FR").label == "French"
    assert in_country(describe("men"), "DE").label == "German men"
    assert in_region("Utah").label == "voters in Utah"
    assert outside(describe("women in Ohio")).label == "women"
    assert outside(describe("women")).label == "women"


@pytest.mark.parametrize(
    ("text", "general"), [("Americans", True), ("likely voters", True), ("men", False), ("those who vote", False)]
)
def test_general_populations(text: str, general: bool) -> None:
    assert is_general(describe(text)) is general
