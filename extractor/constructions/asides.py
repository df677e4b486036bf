"""What is told aside, and what the clause goes on behind: how a share moved, in brackets; remarks between commas.

"55 percent (up 3 points since May) are content" says of the 55 percent what it would say without the bracket, and "rent,
by contrast, is named by 4 percent" what it would say without the remark.
"""

import re
from functools import cache
from itertools import pairwise

from extractor.constructions.chunks import Sequence
from extractor.lexicons.loader import load
from extractor.lexicons.schemas.answers import Answers

_BRACKET = re.compile(r"(?<=f)(?:[oM][z.]?P(?:[oi][PL.])?)?(?P<aside>\([^()]*\))|(?P<behind>\([^()f]*\))")
#: The longest remark (chunks).
_REMARK = 5
#: So many brackets, each at the end of its item, make a list.
_LIST, _CLOSING = 2, (",", ";", "!", "")
_SIGNS = ("+", "-", "−", "–")


def wave_asides(line: Sequence) -> frozenset[int]:
    """The tokens of `line` in brackets that tell how the share before them moved, or from what."""
    if "(" not in line.code:
        return frozenset()
    found: set[int] = set()
    ends: list[str] = []
    for match in _BRACKET.finditer(line.code):
        first, last = match.span("aside" if match["aside"] else "behind")
        words = line.text(first + 1, last - 1).lower() if last - first > 2 else ""
        if words.startswith(_moves()) or (words[:1] in _SIGNS and words[1:2].isdigit()):
            found.update(range(line.chunks[first].start, line.chunks[last - 1].end))
            ends.append(line.code[last : last + 1])
    # In a list, the brackets part its items: "Yes 49 percent (+4), No 46 percent (+1)".
    return frozenset(found) if len(ends) < _LIST or not set(ends) <= set(_CLOSING) else frozenset()


def remarks(line: Sequence) -> frozenset[int]:
    """The tokens of remarks of `line` with the commas around them: ", by contrast, "."""
    found: set[int] = set()
    commas = [i for i, letter in enumerate(line.code) if letter == ","]
    for one, other in pairwise(commas):
        if 1 < other - one <= _REMARK and line.text(one + 1, other).lower() in _remarks():
            found.update(range(line.chunks[one].start, line.chunks[other].end))
    return frozenset(found)


@cache
def _remarks(language: str = "en") -> frozenset[str]:
    return frozenset(load(Answers, language, "answers").remarks)


def _moves(language: str = "en") -> tuple[str, ...]:
    return tuple(load(Answers, language, "answers").aside_moves)
