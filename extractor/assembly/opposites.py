"""The other side of an answer: "approve" and "disapprove", else the negation."""

import re
from functools import cache

from extractor.lexicons.loader import load
from extractor.lexicons.schema import Answers


@cache
def _pairs(language: str) -> dict[str, str]:
    table: dict[str, str] = {}
    for one, other in load(Answers, language, "answers").opposites:
        table.setdefault(one, other)
        table.setdefault(other, one)
    return table


def opposite(label: str, language: str = "en") -> str:
    """The opposite answer to `label`; the word that turns it is exchanged, or ``not`` is put before.

    >>> opposite("approve of the mayor")
    'disapprove of the mayor'
    """
    pairs = _pairs(language)
    for match in re.finditer(r"[\w’']+", label):
        if match.group().lower() in pairs:
            return label[: match.start()] + pairs[match.group().lower()] + label[match.end() :]
    if re.match(r"(?i)not\b", label):
        return label[4:]
    return f"not {label}"
