"""Reading a race: which of the names in a clause are the two sides, and which of two figures is whose."""

from collections.abc import Iterator
from dataclasses import dataclass

from extractor.assembly.memory import Memory, key
from extractor.constructions.chunks import Chunk, Sequence

#: Chunks before a name that make it a topic or place, not a side ("on the economy", "in the Senate").
_ADJUNCT = frozenset("OiMoY")
#: Populations that are also sides of a race.
_PARTIES = frozenset(
    ("republicans", "democrats", "the republicans", "the democrats", "labour", "conservatives", "liberals")
)
_LEAD, _TRAIL = frozenset("lDeh"), frozenset("k")


@dataclass(frozen=True, slots=True)
class Side:
    """A side of a race: how it is named, and the chunk that names it (None if told before)."""

    label: str
    chunk: int | None


def sides(line: Sequence, position: int, memory: Memory) -> tuple[str, Side | None, Side | None]:
    """The rule that applied, who leads the clause, and against whom, for the figure or lead at `position`.

    Around the word of leading nearest to the figure, the side before it is the subject, the side behind it the rival.
    """
    names = list(_named(line, position))
    verb = next(
        (i for i in range(position - 1, _clause_start(line, position) - 1, -1) if line.code[i] in _LEAD | _TRAIL), None
    )
    if verb is not None:
        before = [side for side in names if side.chunk is not None and side.chunk < verb]
        behind = [side for side in names if side.chunk is not None and side.chunk > verb]
        if before and behind:
            return "clause-2", before[-1], behind[0]
        if before:
            names = before[-1:]
    if len(names) >= 2:
        return "clause-2", names[0], names[1]
    if names:
        rival = _rival(names[0].label, memory)
        return "clause-1", names[0], Side(rival, None) if rival else None
    first, second = memory.pair
    if first and second:
        return "carried", Side(first, None), Side(second, None)
    return "none", None, None


def of_figure(
    line: Sequence, position: int, partner: int | None, values: dict[int, float], memory: Memory
) -> tuple[str, str, int | None]:
    """The rule, the label and the chunk of the side whose figure stands at `position`.

    `partner` is the chunk of the other figure of its pair.  The leader has the larger figure; in a clause of trailing
    ("Jones trails Smith") the first named is the smaller.
    """
    start = position if partner is None else min(position, partner)
    rule, one, other = sides(line, start, memory)
    if one is None:
        return "", "", None
    if partner is None:
        return f"race.{rule}", one.label, one.chunk
    verbs = line.code[_clause_start(line, start) : start]
    larger = values.get(position, 0) >= values.get(partner, 0)
    if any(letter in _TRAIL for letter in verbs):
        mine = other if larger else one
        rule += "-trail"
    elif any(letter in _LEAD for letter in verbs):
        mine = one if larger else other
        rule += "-lead"
    else:
        mine = one if position < partner else other
    return (f"race.{rule}", mine.label, mine.chunk) if mine else ("", "", None)


def _named(line: Sequence, position: int) -> Iterator[Side]:
    start = _clause_start(line, position)
    told: set[str] = set()
    for i in range(start, position):
        if not _may_be_side(line, i, start):
            continue
        label = _text(line, line.chunks[i])
        if key(label) not in told:
            told.add(key(label))
            yield Side(label, i)


def _may_be_side(line: Sequence, i: int, start: int) -> bool:
    letter, before = line.code[i], line.code[i - 1] if i > start else "^"
    if letter == "N":
        # "ahead of Smith", "over Smith" name a side; "on Smith", "in Congress" do not.
        return before not in _ADJUNCT or line.code[max(start, i - 2) : i] in (
            "lo",
            "Do",
            "eO",
            "DO",
            "lO",
            "eo",
            "vO",
            "bO",
            "kO",
        )
    if letter == "P":
        return before not in _ADJUNCT and _text(line, line.chunks[i]).lower() in _PARTIES
    return False


def _clause_start(line: Sequence, position: int) -> int:
    """The chunk behind the last figure or semicolon before `position`; figures of the pair itself do not count."""
    for i in range(position - 1, -1, -1):
        if line.code[i] in "f;":
            return i + 1
    return 0


def _rival(label: str, memory: Memory) -> str:
    for told in (*memory.pair, *memory.names):
        other = told[:1].isupper() and key(told) != key(label)
        if other and any(key(told) == key(name) for name in memory.rivals.of(label)):
            return told
    known = memory.rivals.of(label)
    if known:
        return known[0]
    return next((told for told in memory.names if key(told) != key(label)), "")


def _text(line: Sequence, chunk: Chunk) -> str:
    return line.doc[chunk.start : chunk.end].text
