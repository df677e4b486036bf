"""The words around a number, cut where its sentence begins and ends."""

import re
from dataclasses import dataclass

from extractor.components.candidates import Candidate

_SENTENCE_END = re.compile(r"[.;!?]\s|\n")


@dataclass(frozen=True, slots=True)
class Surroundings:
    """The text `before` and `after` a number within its sentence (lower case, as far as it was asked for)."""

    before: str
    after: str


def surroundings(text: str, one: Candidate, before: int, after: int) -> Surroundings:
    """At most `before` characters before `one` and `after` behind it."""
    start, end = max(0, one.start - before), one.end + after
    for match in _SENTENCE_END.finditer(text, start, one.start):
        start = match.end()
    stop = _SENTENCE_END.search(text, one.end, end)
    return Surroundings(text[start : one.start], text[one.end : stop.start() if stop else end])
