"""Screened patterns find what the patterns find; what is looked for first is read off the pattern."""

import re

import pytest

from extractor.lexicons.phrasebook import phrasebook
from extractor.lexicons.screens import Screen, needles

CASES = [
    (r"(?i)\b(?:Polls?|survey)\b", ("poll", "survey")),
    (r"\bn\s*=", ("=",)),
    (r"(?:abc)?d(?=efgh)", ("d",)),
    (r"(?:polls|poll|pollster)s", ("poll",)),
    (r"(?:foo|bar)+x", ("bar", "foo")),
    (r"(?:foo|bar)*", ()),
    (r"(?:foo|\w+)", ()),
    (r"[a-z]+", ()),
    (r"(?!nothing)here", ("here",)),
]


@pytest.mark.parametrize(("pattern", "strings"), CASES)
def test_strings_are_those_that_every_match_holds(pattern: str, strings: tuple[str, ...]) -> None:
    assert needles(re.compile(pattern)) == strings


@pytest.mark.parametrize("text", ["A POLL of adults", "the ſurvey said", "nothing", "", "POLLıNG", "poLLing"])
def test_a_screen_finds_what_its_pattern_finds(text: str) -> None:
    pattern = re.compile(r"(?i)\b(?:polling|polls?|survey)\b")
    found, expected = Screen(pattern).search(text), pattern.search(text)
    assert (found and found.span()) == (expected and expected.span())


@pytest.mark.parametrize("book", ["fieldwork", "samples", "polls"])
def test_every_pattern_of_a_phrasebook_can_be_screened(book: str) -> None:
    words = phrasebook("en", book)
    sentence = "The poll of 1,003 adults was conducted by telephone June 5-8; the margin of error is 3 points."
    for name in words.pattern_names():
        found, expected = words.screen(name).search(sentence), words.pattern(name).search(sentence)
        assert (found and found.span()) == (expected and expected.span()), name
