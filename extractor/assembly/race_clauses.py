"""The clause of a race: where it begins and ends, and against whom a side runs that is named alone."""

from extractor.assembly.memory import Memory, is_name, key
from extractor.assembly.persons import persons
from extractor.assembly.race_sides import Side, rival_parties
from extractor.constructions.chunks import Sequence

#: What may stand between a lead told in points and the pair of figures it comes from: ", ", "(", "among women".
_JOINTS = frozenset(',(-:.BzM"TPLiodAO&h')
_JOINT_REACH = 6
_RELATIVE = frozenset(("who", "which", "whose", "whom"))
#: How far behind its figures the word of leading, or the one led, may stand: "a 48-44 percent edge over Jones".
REACH = 4


def clause_start(line: Sequence, position: int) -> int:
    """The chunk behind the last figure, semicolon or "while" before `position`; a lead told of it does not count."""
    for i in range(position - 1, -1, -1):
        letter = line.code[i]
        if letter in ";!w":
            return i + 1
        if letter in "fp" and not (
            letter == "p" and position - i <= _JOINT_REACH and set(line.code[i + 1 : position]) <= _JOINTS
        ):
            return i + 1
    return 0


def clause_end(line: Sequence, position: int) -> int:
    """The chunk at which the clause of the figure at `position` ends."""
    for i in range(position + 1, len(line.code)):
        if line.code[i] in ";!wfp":
            return i
    return len(line.code)


def in_aside(line: Sequence, chunk: int, stop: int) -> bool:
    """Whether `chunk` stands in a relative clause that closes before `stop`: "Smith, who was far behind, leads"."""
    opened = line.code.rfind(",", 0, chunk)
    if opened < 0 or "," not in line.code[chunk + 1 : stop]:
        return False
    return line.text(opened + 1, opened + 2).lower().split(maxsplit=1)[0] in _RELATIVE


def place_of(side: Side) -> tuple[int, int] | None:
    """The chunks that name a side."""
    return None if side.chunk is None else (side.chunk, side.chunk + 1)


def rival_of(line: Sequence, side: Side, memory: Memory) -> str:
    """Against whom a side runs: the rival told last; the other party; whoever the article tells most beside it."""
    for one, other in (memory.pair, memory.pair_before):
        if is_name(one) and is_name(other) and key(side.label) in (key(one), key(other)):
            return other if key(side.label) == key(one) else one
    party = rival_parties().get(side.label.lower())
    if party:
        return party
    rivals = memory.rivals.of(side.label)
    token = line.chunks[side.chunk].start if side.chunk is not None else line.start
    running = {key(told) for told in (*memory.names, *rivals[:1])} - {key(side.label)}
    nearest = persons(line.doc).nearest_other(token, running)
    if nearest:
        return nearest
    return rivals[0] if rivals else next((told for told in memory.names if key(told) != key(side.label)), "")
