"""Pronouns and descriptions find the person whom the article introduced."""

import pytest

from extractor.assembly.persons import persons
from extractor.pipeline import build_nlp

TEXT = (
    "Senator Anna Green of Vermont (D) faces Governor Tom Brown, a retired teacher, in the race. "
    "{} is at 48 percent in a poll."
)


def who(words: str, text: str = TEXT) -> str:
    doc = build_nlp()(text.format(words))
    start = next(i for i in range(len(doc)) if doc[i : i + len(words.split())].text == words)
    return persons(doc).who(start, start + len(words.split()))


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


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        # Readers know whom it means: the one of those told before whom nothing else names.
        (
            "Anna Green met voters. Anna Green leads Tom Brown. {} has 48 percent in a poll.",
            "The former first lady",
            "Anna Green",
        ),
        (
            "Anna Green met Tom Brown. Green and Brown run. Polls have {} behind Green by 4 points.",
            "the Democrat",
            "Tom Brown",
        ),
        # The vice president is no president, a bare office may be of somebody who is never named.
        ("President Tom Brown ran twice. In the poll {} has 48 percent.", "the vice president", ""),
        ("Anna Green leads Tom Brown. Anna Green has 48 percent. {} has 40 percent in a poll.", "The president", ""),
    ],
)
def test_whom_readers_know(text, words, expected):
    assert who(words, text) == expected


@pytest.mark.parametrize("words", ["It", "The Ohio senator", "Congress"])
def test_nobody_is_meant(words):
    assert not who(words)


def test_an_office_is_no_part_of_the_name():
    doc = build_nlp()("In the poll, former Secretary of State Anna Green is at 48 percent.")
    assert [person.label for person in persons(doc).known.values()] == ["Anna Green"]


def test_how_long_an_office_is_held_is_no_part_of_whose_it_is():
    doc = build_nlp()(
        "In the poll, Gov. Anna Green leads Tom Brown by 48 to 44 percent.\n\nThe two-term governor has 51."
    )
    described = next(span for span in doc.spans["names"] if span.text.startswith("The"))
    assert persons(doc).who(described.start, described.end) == "Anna Green"


def test_an_attorney_general_is_told_by_name():
    doc = build_nlp()("In the poll, Attorney General Anna Green is at 48 percent.")
    assert [person.label for person in persons(doc).known.values()] == ["Anna Green"]
