"""Groups at the start of a sentence, people by the endings of their nouns, and groups that a part or name narrows."""

import pytest

from extractor.parsing.person_nouns import is_person
from extractor.parsing.population_phrases import find_phrases


@pytest.mark.parametrize(
    ("text", "groups"),
    [
        ("Housing association tenants were colder.", ["Housing association tenants"]),
        ("Among second-generation immigrants, 29 percent agree.", ["second-generation immigrants"]),
        ("Glaziers were the exception: 44 percent agree.", ["Glaziers"]),
        ("Glaziers and thatchers were for it.", ["Glaziers and thatchers"]),
        ("Theatregoers, unsurprisingly, are in favor (88%).", ["Theatregoers"]),
        ("Of the 120 stallholders interviewed, 64 percent agree.", ["stallholders"]),
        ("For season-ticket holders the share is 74 percent.", ["season-ticket holders"]),
        ("Season-ticket holders: 74 percent.", ["Season-ticket holders"]),
        ("It was close; among Hausa, 39 percent agree.", ["Hausa"]),
        ("It was a hit among critics; among Hollywood, 39 films.", ["critics"]),
        ("Among Hausa, 39 percent agree.", ["Hausa"]),
        ("Among Yoruba respondents 58 percent agree.", ["Yoruba respondents"]),
        ("Women under 35 in the north were colder.", ["Women under 35 in the north"]),
        ("Some 38 percent of buy-to-let landlords agree.", ["buy-to-let landlords"]),
        ("Renters (58%) or the nonreligious (66%) agree.", ["Renters", "nonreligious"]),
        # Verbs, names and whoever takes or tells a poll narrow nothing and were not asked.
        ("Rivera won white women by 7 points.", ["white women"]),
        ("Sanders is up from 14%.", []),
        ("Researchers found that 40 percent agree.", []),
        ("Numbers are down by 4 percent.", []),
        ("Yesterday tenants were told so.", ["tenants"]),
        ("Of all jugglers asked about, 40 percent agree.", []),
        ("Politicians were seen unfavorably by 43 percent.", []),
    ],
)
def test_groups(text: str, groups: list[str]) -> None:
    assert [text[one.start : one.end] for one in find_phrases(text) if one.sort == "group"] == groups


@pytest.mark.parametrize("noun", ["stallholders", "Beekeepers", "fishermen", "motorcyclists", "comedians", "trustees"])
def test_persons(noun: str) -> None:
    assert is_person(noun)


@pytest.mark.parametrize("noun", ["numbers", "computers", "fees", "doors", "cars", "smartphones", "towers"])
def test_things(noun: str) -> None:
    assert not is_person(noun)
