"""The other side of an answer: "approve" and "disapprove", else the negation."""

import re
from functools import cache, lru_cache

from extractor.lexicons.loader import load
from extractor.lexicons.schema import Answers

_NEGATION = re.compile(r"(?i)\b(?:(?:do|does|did)(?: not|n['’]t)|not)\b|n['’]t\b")


@cache
def _pairs(language: str) -> dict[str, str]:
    table: dict[str, str] = {}
    for one, other in load(Answers, language, "answers").opposites:
        table.setdefault(one, other)
        table.setdefault(other, one)
    return table


@lru_cache(maxsize=4096)
def opposite(label: str, language: str = "en") -> str:
    """The opposite of `label`: its negation is dropped, or the word that turns it exchanged, or ``not`` put before.

    >>> opposite("approve of the mayor")
    'disapprove of the mayor'
    """
    negated = _NEGATION.search(label)
    if negated:
        return " ".join((label[: negated.start()] + label[negated.end() :]).split())
    pairs = _pairs(language)
    for match in re.finditer(r"[\w’']+", label):
        if match.group().lower() in pairs:
            return label[: match.start()] + pairs[match.group().lower()] + label[match.end() :]
    return f"not {label}"
