"""Figures that repeat the answer before: "so do 60 percent of men", "… (48 percent) than women (22 percent)"."""

import re
from functools import cache

from extractor.assembly.memory import Memory
from extractor.assembly.readings import Reading
from extractor.constructions.chunks import Sequence
from extractor.lexicons.loader import load
from extractor.lexicons.schemas.answers import Answers

#: Answers that are read for certain.
SURE = frozenset(("told.again",))
#: The second group, told behind the first one's figure: "(48 percent) than women (22 percent)".
_OTHER = re.compile(r"f[^f;!(]*\)(?P<than>[.x])[^fp;!]*\([z\"]*$")
_THAN = ("than ", "compared ")


def told_again(line: Sequence, position: int, memory: Memory) -> Reading | None:
    """The answer of the figure before, where the figure at `position` repeats it, or None."""
    told = memory.back(1)
    return Reading(told, None, ("told.again",)) if told and _repeats(line, position) else None


def _repeats(line: Sequence, position: int) -> bool:
    first = position
    while first and line.code[first - 1] == "z":
        first -= 1
    before = line.code[first - 1 : first]
    if before == "w":
        return line.text(first - 1, first).lower() in _repeating()
    other = _OTHER.search(line.code, 0, position) if before == "(" else None
    return other is not None and line.text(other.start("than"), other.end()).lower().startswith(_THAN)


@cache
def _repeating(language: str = "en") -> frozenset[str]:
    return frozenset(load(Answers, language, "answers").repeating)
