"""Pronouns and descriptions find the person whom the article introduced."""

import pytest

from extractor.assembly.persons import persons
from extractor.pipeline import build_nlp

TEXT = (
    "Senator Anna Green of Vermont (D) faces Governor Tom Brown, a retired teacher, in the race. "
    "{} is at 48 percent in a poll."
)


def who(words: str) -> str:
    doc = build_nlp()(TEXT.format(words))
    start = next(i for i in range(len(doc)) if doc[i : i + len(words.split())].text == words)
    return persons(doc).who(doc[start : start + len(words.split())])


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("She", "Anna Green"),
        ("He", "Tom Brown"),
        ("The Vermont senator", "Anna Green"),
        ("The retired teacher", "Tom Brown"),
        ("The governor", "Tom Brown"),
        ("The Democrat", "Anna Green"),
    ],
)
def test_who_is_meant(words, expected):
    assert who(words).endswith(expected)


@pytest.mark.parametrize("words", ["It", "The Ohio senator", "Congress"])
def test_nobody_is_meant(words):
    assert not who(words)
