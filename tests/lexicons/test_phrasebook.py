"""Lists and patterns in TOML: slots are filled, and every pattern of every phrasebook compiles."""

import pytest

from extractor.lexicons.phrasebook import Phrasebook, phrasebook
from extractor.lexicons.schemas.pages import PhrasebookWords

WORDS = PhrasebookWords(
    lists={"verbs": ("say", "say so"), "ends": (".",)},
    patterns={"said": "~verbs~", "whole": "^(?:~~said~~) now(?:~ends~)$"},
)


def test_slots_are_filled_with_literal_words_the_longest_first() -> None:
    book = Phrasebook(WORDS)
    assert book.source("said") == r"say\s+so|say"
    assert book.pattern("whole").match("say so  now.")
    assert not book.pattern("whole").match("say now!")


def test_an_unknown_list_is_an_error() -> None:
    with pytest.raises(KeyError):
        Phrasebook(PhrasebookWords(lists={}, patterns={"one": "~nothing~"})).pattern("one")


@pytest.mark.parametrize("name", ["polls", "samples", "fieldwork", "waves"])
def test_every_pattern_compiles(name: str) -> None:
    book = phrasebook("en", name)
    for pattern in book.pattern_names():
        assert book.pattern(pattern).pattern
