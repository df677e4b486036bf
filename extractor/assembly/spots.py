"""Where a figure stands: its place in its sentence and clause, read once for all answers it may have."""

import re
from dataclasses import dataclass
from functools import lru_cache

from extractor.constructions.chunks import Sequence

# Two figures told against each other; "from 44 to 48" and "between 44 and 48" are no such pair.
_PAIR = re.compile(r"(?<!y)(?<!yz)(?=f[~TY-]?[\"z]*T?f)")
#: Chunks that may be the subject of a clause, and those that end one.
_SUBJECTS, _ENDS = frozenset("NPLrvVgHRSd."), frozenset("fp;:!")
#: What a list of answers and figures is made of.
_LISTED, _BETWEEN = frozenset("NfP.,&()"), str.maketrans("", "", ",&()")


@dataclass(frozen=True, slots=True)
class Spot:
    """The place of one figure: its sentence, its chunk, its value without sign, and what its clause is made of."""

    line: Sequence
    position: int
    value: float
    #: The place in a pair ("48 to 44"): ``first`` or ``second``; ``points`` for a lead; else ``solo``.
    role: str
    #: The chunk before, the chunk behind, and up to three behind.
    left: str
    right: str
    beyond: str
    #: What stands before and behind the pair; empty outside a pair.
    frame: str
    #: The chunk before the clause, the clause's subject, and how many names and groups it has before and behind.
    opens: str
    subject: str
    names: str
    groups: str
    #: In a long list of nothing but names and figures, the side on which each answer stands.
    list_side: str
    #: What sets two figures of a pair apart: ``groups``, ``times`` or ``answers``.
    apart: str


def spot(line: Sequence, position: int, value: float) -> Spot:
    """The place of the figure at chunk `position` of `line`."""
    code = line.code
    place = role(code, position)
    first = code.rindex("f", 0, position) if place == "second" else position
    start = next((i + 1 for i in range(first - 1, -1, -1) if code[i] in _ENDS), 0)
    end = next((i for i in range(position + 1, len(code)) if code[i] in _ENDS), len(code))
    before = code[start:first]
    return Spot(
        line=line,
        position=position,
        value=value,
        role=place,
        left=code[max(0, position - 1) : position] or "^",
        right=code[position + 1 : position + 2] or "$",
        beyond=code[position + 1 : position + 4] or "$",
        frame=pair_frame(code, position),
        opens=code[start - 1 : start] if start else "^",
        subject=next((letter for letter in before if letter in _SUBJECTS), "-"),
        names=f"{min(before.count('N'), 3)}{min(code.count('N', position, end), 2)}",
        groups=f"{min(before.count('P'), 3)}{min(code.count('P', position, end), 2)}",
        list_side=_list_side(code, position),
        apart="groups" if before.count("P") > 1 else "times" if "y" in before or "c" in before else "answers",
    )


@lru_cache(maxsize=4096)
def role(code: str, position: int) -> str:
    """The place of a figure in a pair ("48 to 44"): ``first`` or ``second``; ``points`` for a lead; else ``solo``."""
    if code[position] == "p":
        return "points"
    for match in _PAIR.finditer(code):
        second = code.index("f", match.start() + 1)
        if position == match.start():
            return "first"
        if position == second:
            return "second"
    return "solo"


@lru_cache(maxsize=4096)
def pair_frame(code: str, position: int) -> str:
    """What stands before and behind the pair that the figure at `position` belongs to; empty outside a pair."""
    place = role(code, position)
    if place not in ("first", "second"):
        return ""
    first = position if place == "first" else code.rindex("f", 0, position)
    second = position if place == "second" else code.index("f", position + 1)
    return f"{code[max(0, first - 1) : first] or '^'}{code[second + 1 : second + 2] or '$'}"


def _list_side(code: str, position: int) -> str:
    low = high = position
    while low > 0 and code[low - 1] in _LISTED:
        low -= 1
    while high + 1 < len(code) and code[high + 1] in _LISTED:
        high += 1
    run = code[low : high + 1].strip(",&()")
    figures = run.count("f")
    if figures < 3 or len(run.translate(_BETWEEN)) > 2 * figures + 1 or (run[0] == "f") == (run[-1] == "f"):
        return ""
    return "right" if run[0] == "f" else "left"
