"""How many were asked, as print tells it: ``1,006``, ``1 006``, ``a thousand``, ``twelve hundred``, ``2 lakh``."""

import re
from functools import cache

from extractor.lexicons import loader
from extractor.lexicons.schemas.figures import NumberWords

_PARTS = re.compile(r"\d+(?:\.\d+)?|[a-z]+")
_GROUPED = re.compile(r"\d{1,3}(?:[,\s]\d{2,3})+|\d+")


class CountReader:
    """Reads the counts of one language."""

    def __init__(self, words: NumberWords) -> None:
        self._small = {**dict.fromkeys(words.articles, 1), **words.cardinals, **words.tens}
        self._hundreds = words.hundreds
        self._thousands = words.thousands

    def count(self, text: str) -> int | None:
        """The whole number that `text` is, None if it is none."""
        told = text.strip().lower()
        if _GROUPED.fullmatch(told):
            return int(re.sub(r"\D", "", told))
        total = part = 0.0
        for word in _PARTS.findall(told):
            if word in self._hundreds:
                part = (part or 1) * self._hundreds[word]
            elif word in self._thousands:
                total, part = total + (part or 1) * self._thousands[word], 0
            elif word in self._small:
                part += self._small[word]
            elif word[0].isdigit():
                part += float(word)
        return round(total + part) or None


@cache
def reader(language: str = "en") -> CountReader:
    """The count reader of a language (ISO 639-1)."""
    return CountReader(loader.load(NumberWords, language, "numbers"))
