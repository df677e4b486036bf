"""Which states and provinces a sentence says a poll was taken in: "in Ohio", "likely Iowa voters", "a Texas poll"."""

import re
from functools import cache

from extractor.lexicons.loader import load
from extractor.lexicons.phrasebook import any_of, phrasebook
from extractor.lexicons.schemas.populations import Places
from extractor.lexicons.trees import tree


class PlaceReader:
    """Finds regions where they tell of whom a poll is, not where they belong to a person ("Sen. Lee of Ohio")."""

    def __init__(self, language: str) -> None:
        book = phrasebook(language, "polls")
        self._canonical = {
            alias: region.name
            for region in load(Places, "shared", "countries").regions
            for alias in (region.name, *region.aliases)
        }
        region = rf"{tree(self._canonical)}(?![\w-])"
        listed = rf"(?:the\s+)?{region}(?:(?:,\s+|,?\s+and\s+)(?:in\s+)?(?:the\s+)?{region})*"
        people = rf"(?:{any_of(book.words('place_people'))})"
        self._region = re.compile(region)
        self._told = re.compile(
            rf"\b(?i:{any_of(book.words('place_prepositions'))})\s+(?:both\s+)?{listed}"
            rf"|\b{people}\s+(?:of|for)\s+{listed}"
            rf"|{region}(?:['’]s?)?\s+(?:\w+\s+){{0,2}}?{people}\b"
        )

    def read(self, text: str) -> frozenset[str]:
        """The regions that `text` tells a poll of, by their names."""
        if self._region.search(text) is None:
            return frozenset()
        told = (match.group(0) for match in self._told.finditer(text))
        return frozenset(self._canonical[match.group(0)] for part in told for match in self._region.finditer(part))

    def before_bracket(self, text: str) -> frozenset[str]:
        """The region before the bracket that ends `text`: "Ohio (" before a sample size."""
        found = [match for match in self._region.finditer(text) if text[match.end() :].strip().lower() in ("(", "(n=")]
        return frozenset(self._canonical[match.group(0)] for match in found)

    def named(self, text: str) -> str | None:
        """The region whose name, or short name, is all of `text`."""
        return self._canonical.get(text)


@cache
def place_reader(language: str = "en") -> PlaceReader:
    """The reader of one language, built once."""
    return PlaceReader(language)
