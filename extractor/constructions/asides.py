"""What is told aside, in brackets: how a share moved or what it was. The clause goes on behind it.

"55 percent (up 3 points since May) are content" says of the 55 percent what it would say without the bracket.
"""

import re

from extractor.constructions.chunks import Sequence
from extractor.lexicons.loader import load
from extractor.lexicons.schemas.answers import Answers

_BRACKET = re.compile(r"(?<=f)(?:[oM][z.]?P(?:[oi][PL.])?)?(?P<aside>\([^()]*\))|(?P<behind>\([^()f]*\))")
_SIGNS = ("+", "-", "−", "–")


def wave_asides(line: Sequence) -> frozenset[int]:
    """The tokens of `line` in brackets that tell how the share before them moved, or from what."""
    if "(" not in line.code:
        return frozenset()
    found: set[int] = set()
    for match in _BRACKET.finditer(line.code):
        first, last = match.span("aside" if match["aside"] else "behind")
        words = line.text(first + 1, last - 1).lower() if last - first > 2 else ""
        if words.startswith(_moves()) or (words[:1] in _SIGNS and words[1:2].isdigit()):
            found.update(range(line.chunks[first].start, line.chunks[last - 1].end))
    return frozenset(found)


def _moves(language: str = "en") -> tuple[str, ...]:
    return tuple(load(Answers, language, "answers").aside_moves)
