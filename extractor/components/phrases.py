"""Phrases of a lexicon as regular expressions: longest first, any white space between words.

In a phrase ``*`` stands for the rest of a word, ``...`` for up to three words and ``<year>`` for a year.
"""

import re
from collections.abc import Iterable

_YEAR = r"(?:1[89]|20)\d\d"


def alternatives(phrases: Iterable[str]) -> str:
    """A non-capturing group that matches any of `phrases`, longest first (see the module for the signs)."""
    ordered = sorted(set(phrases), key=lambda phrase: (-len(phrase), phrase))
    return f"(?:{'|'.join(_pattern(phrase) for phrase in ordered)})"


def words(phrases: Iterable[str]) -> str:
    """Like `alternatives`, and each phrase begins and ends at a word boundary (where it begins with a letter)."""
    return rf"(?<!\w){alternatives(phrases)}(?!\w)"


def _pattern(phrase: str) -> str:
    return "".join(_parts(phrase.split(" ")))


def _parts(words_in_phrase: list[str]) -> list[str]:
    parts: list[str] = []
    for i, word in enumerate(words_in_phrase):
        if word == "...":
            parts.append(r"(?:[\w’'&%.-]+\s){0,3}")
            continue
        pattern = _YEAR if word == "<year>" else re.escape(word).replace(r"\*", r"\w*").replace("'", "['’]")
        parts.append(pattern + (r"[\s-]" if i + 1 < len(words_in_phrase) else ""))
    return parts
