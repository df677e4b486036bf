"""Clauses that leave one place for an answer."""

import pytest

from extractor.assembly import responses
from extractor.pipeline import build_nlp

_POLL = "A poll of 1,000 adults was taken in May, and 30 percent said yes.\n\n"

TOLD = [
    ("Of them, 31 percent named jobs, followed by housing with 38 percent.", ["named jobs", "housing"]),
    ("Of them, 31 percent named jobs, followed by housing (28 percent).", ["named jobs", "housing"]),
    ("Of them, 31 percent named jobs, ahead of housing at 28 percent.", ["named jobs", "housing"]),
    ("Farmers (13 percent) are no more likely than bakers (10 percent) to say they like rain.", ["like rain"] * 2),
    ("Farmers (13%) and nurses (12%) remain more likely than bakers (9%) to like rain.", ["like rain"] * 3),
    ("Most want a bridge, including farmers (76 percent) and bakers (75 percent).", ["want a bridge"] * 2),
    ("Only 30% of the world, taken together, approves of the council.", ["approves of the council"]),
    (
        "Some 40 percent of adults gave positive answers, and negative answers accounted for only 15 percent.",
        ["gave positive answers", "negative answers"],
    ),
    ("The poll has the council 18 points underwater.", ["underwater"]),
    ("Trams should be free: 71% in Spain, 58% in Denmark", ["Trams should be free"] * 2),
    (
        "Satisfied with the way trams run: 45 percent of men and 61 percent of women.",
        ["Satisfied with the way trams run"] * 2,
    ),
    ("By country: 71% in Spain, 58% in Denmark", ["yes"] * 2),
    ("Women back the tram more than men do, 61 percent to 48 percent.", ["back the tram"] * 2),
    ("Farmers trust the council less than bakers (31% vs. 44%).", ["trust the council"] * 2),
    ("The council is underwater by 11 points in the poll.", ["underwater"]),
    ("The tram has the support of 68% of voters, but is more popular with women than with men.", ["support"]),
    ("Most of Smith's (89%) and Jones's supporters (88%) are certain they will vote.", ["certain they will vote"] * 2),
    (
        'More call it a "weak and slow tram" (48 percent) than a "strong and fast tram" (42 percent).',
        ["weak and slow tram", "strong and fast tram"],
    ),
]

FREE = [
    "Of them, 31 percent of men like rain, followed by women with 28 percent.",
    "In the poll 31 percent were sad, ahead of Smith at 28 percent.",
    "In the poll Smith trails Jones by 18 points.",
    "Smith has the support of 68% of voters.",
    "The tram was quick, at 37 percent.",
]


@pytest.mark.parametrize(("text", "answers"), TOLD)
def test_the_answer_stands_where_the_clause_leaves_it(text: str, answers: list[str]) -> None:
    found = responses.bind(build_nlp("en")(_POLL + text))
    responses.resolve(found)
    assert [bound.label for bound in found[1:]] == answers


@pytest.mark.parametrize("text", FREE)
def test_groups_and_names_and_other_clauses_are_left_free(text: str) -> None:
    found = responses.bind(build_nlp("en")(_POLL + text))
    assert not [bound for bound in found if bound.stands]
