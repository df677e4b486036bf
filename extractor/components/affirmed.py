"""Shares that cannot be anything but poll figures: a part of people who say, think or want something.

"60 percent of farmers said", "half of those surveyed in May": whatever else the page speaks of.
"""

import re

from extractor.components.candidates import Candidate
from extractor.components.phrases import alternatives
from extractor.lexicons.schemas.figures import AffirmWords

_REACH = 100


class Affirmer:
    """Tells the candidates that are poll figures for certain."""

    def __init__(self, words: AffirmWords) -> None:
        word = r"[\w’'.-]+\s"
        said = rf"{alternatives(words.verbs)}\b"
        asked = alternatives(words.asked)
        self._pattern = re.compile(
            rf"\s(?:of\s(?:{word}){{1,6}}?{said}|(?:of\s)?(?:{word}){{0,5}}?{asked}\s(?:{word}){{0,4}}?{said})"
        )

    def affirms(self, text: str, one: Candidate) -> bool:
        """Whether what follows `one` in `text` (lower case) makes it a share of people who say something."""
        return one.unit == "percent" and self._pattern.match(text, one.end, one.end + _REACH) is not None
