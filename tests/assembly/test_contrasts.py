"""Two answers that one clause weighs against each other, and two sides that it words both."""

import pytest

from extractor.assembly import contrasts, responses
from extractor.pipeline import build_nlp
from tests.assembly.answers_of import answers_of

HEAD = "A poll of 1,000 adults was held in May, the pollster said; 50 percent said yes. "
WEIGHED = [
    ("The museum is more often seen as a treasure (51 percent) than as a burden (37 percent).", ["treasure", "burden"]),
    (
        "Twice as many adults favor the dam (54 percent) as are against it (27 percent).",
        ["favor the dam", "against it"],
    ),
    (
        "More people trust the mayor (45 percent) than the council (33 percent).",
        ["trust the mayor", "trust the council"],
    ),
    (
        "The poll found more people who “like” the tram, 46 percent, than people who “do not like” it, 32 percent.",
        ["like the tram", "do not like it"],
    ),
    ("More adults want Democrats (42 percent) than Republicans (35 percent).", ["Democrats", "Republicans"]),
    (
        "Men are equally ready to back Smith (42 percent) as they would be to back Jones (39 percent).",
        ["Smith", "Jones"],
    ),
    ("Lower fares (29 percent) are more popular than free parking (22 percent).", ["lower fares", "free parking"]),
]
GROUPS = [
    "More farmers like trams (45 percent) than bakers (33 percent).",
    "Farmers are more likely to want trams (45 percent) than bakers in Ohio (33 percent).",
    "Farmers were twice as likely to want trams (48 percent) than people who rent their homes (22 percent).",
    "Farmers (53 percent) are more inclined than bakers (35 percent) to want trams.",
    "Such doubts are more common among Democrats (83 percent) than Republicans (61 percent).",
]
PAIRS = [
    (
        "By a 57-35 percent margin, renters want a new school instead of a larger stadium.",
        ["a new school", "a larger stadium"],
    ),
    ("New Yorkers expect, by 54-33 percent, the shops to open rather than to move.", ["the shops to open", "move"]),
    (
        "By 55 to 26 percent, adults said Smith had better ideas about parks than Republicans.",
        ["better ideas", "Republicans"],
    ),
    (
        "Nurses view the mayor unfavorably, 33 percent to 58 percent.",
        ["view the mayor favorably", "view the mayor unfavorably"],
    ),
    (
        "Teachers approve, by 52 to 40 percent, of the order that bakeries must close on Sundays.",
        ["approve", "disapprove"],
    ),
    ("The tram is too slow in the city, voters find 55 - 38 percent.", ["the tram is too slow", "not"]),
    (
        "Some 48 percent of adults favor the dam and 46 percent oppose it. In June the split was 47 to 45 percent.",
        ["favor", "oppose", "favor", "oppose"],
    ),
]


def answers(text: str) -> list[str]:
    """The answers of the figures behind the head, in order."""
    return answers_of(text, HEAD)


@pytest.mark.parametrize(("text", "expected"), [*WEIGHED, *PAIRS])
def test_both_answers_are_read(text: str, expected: list[str]) -> None:
    got = answers(text)
    assert len(got) == len(expected)
    for answer, words in zip(got, expected, strict=True):
        assert words.lower() in answer.lower()


@pytest.mark.parametrize("text", GROUPS)
def test_groups_that_are_compared_give_one_answer(text: str) -> None:
    for bound in responses.bind(build_nlp()(HEAD + text)):
        assert contrasts.of_contrast(bound.sequence, bound.position) is None
