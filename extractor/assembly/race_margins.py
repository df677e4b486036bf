"""Whose lead a number of points is: "Smith leads by 4 points", "her 10-point lead", "an 8-point lead for Jones"."""

import re
from collections.abc import Iterator

from extractor.assembly.memory import Memory, is_name
from extractor.assembly.race_clauses import REACH, clause_end, clause_start, place_of, rival_of
from extractor.assembly.race_sides import Lead, Side, leads, owner_inside, party_before, sides
from extractor.assembly.readings import Reading
from extractor.constructions.chunks import Sequence

_BY = re.compile("B[z.]?$")
_AGAIN = re.compile("[,&]{1,2}NB[z.]?$")
#: So many chunks may stand between a possessor and the word of leading: "Smith's once solid lead".
_OWNED = 5


def of_margin(line: Sequence, position: int, memory: Memory) -> Reading | None:
    """Whose lead (or deficit) the number of points at `position` is; None where no word leads or trails."""
    for side, rule, sure in _owners(line, position, memory):
        if side is not None and side.label:
            return Reading(side.label, place_of(side), (f"race.margin-{rule}", f"side.{sure}"))
    return None


def _owners(line: Sequence, position: int, memory: Memory) -> Iterator[tuple[Side | None, str, str]]:
    """Who may own the points, the surest first, with the rule and how sure it is."""
    start, stop = clause_start(line, position), clause_end(line, position)
    words = list(leads(line, start, min(stop, position + REACH)))
    named = list(sides(line, start, position))
    subjects = [side for side in named if not side.led]
    if not words and _AGAIN.search(line.code, start, position) and any(leads(line, 0, start)):
        # "… trailing Smith by 31 points and Jones by 11": the subject stands before the lead before.
        yield next((side for side in sides(line, 0, start) if not side.led), None), "again", "told"
    if not words:
        # "Smith crushed Jones by 10 points"; "fell by 10 points" is a change.
        if _BY.search(line.code, 0, position) and "c" not in line.code[start:position]:
            yield _last(subjects[:1]), "by", "guess"
        return
    yield owner_inside(line, position) or party_before(line, start, position), "owner", "told"
    behind = list(sides(line, position + 1, stop))
    if any(lead.chunk > position for lead in words):
        yield next((side for side in behind if side.chunk and line.code[side.chunk - 1] == "F"), None), "for", "told"
    yield next((side for side in reversed(named) if side.owner and _owns(side, words)), None), "owner", "told"
    verb = next((lead for lead in reversed(words) if lead.chunk < position), None)
    ahead = [side for side in subjects if verb and side.chunk is not None and side.chunk < verb.chunk]
    yield _last(ahead), "subject", "told"
    if not (verb and not verb.noun and any(side.chunk == verb.chunk + 1 for side in subjects)):
        # The one right behind "trailing" or "leading" is the one led.
        yield _last(subjects), "subject", "told"
    if all(line.code[lead.chunk] == "E" for lead in words):
        return  # "55 percent, up five points since July"
    yield next((side for side in sides(line, 0, start) if not side.led), None), "subject", "lone"
    rival = next((side for side in (*named, *behind) if side.led), None)
    yield Side(rival_of(line, rival, memory), None) if rival else None, "rival", "lone"
    told = memory.back(1)
    told = memory.pair[0] if told and told in memory.pair else told
    yield Side(told, None) if is_name(told) else None, "carried", "carried"


def _last(found: list[Side]) -> Side | None:
    return found[-1] if found else None


def _owns(side: Side, words: list[Lead]) -> bool:
    """Whether a possessor stands right before a word of leading: "Smith's 12-point lead"."""
    assert side.chunk is not None
    return any(side.chunk < lead.chunk <= side.chunk + _OWNED for lead in words)
