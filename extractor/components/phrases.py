"""Phrases of a lexicon as regular expressions: longest first, any white space between words, ``*`` for an ending."""

import re
from collections.abc import Iterable


def alternatives(phrases: Iterable[str]) -> str:
    """A non-capturing group that matches any of `phrases`, longest first; ``*`` stands for the rest of a word."""
    ordered = sorted(set(phrases), key=lambda phrase: (-len(phrase), phrase))
    return f"(?:{'|'.join(_pattern(phrase) for phrase in ordered)})"


def words(phrases: Iterable[str]) -> str:
    """Like `alternatives`, and each phrase begins and ends at a word boundary (where it begins with a letter)."""
    return rf"(?<!\w){alternatives(phrases)}(?!\w)"


def _pattern(phrase: str) -> str:
    parts = (re.escape(part).replace(r"\*", r"\w*").replace("'", "['’]") for part in phrase.split(" "))
    return r"[\s-]".join(parts)
