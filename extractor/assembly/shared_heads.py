"""Items of a list that share what the first one opens with: "favor lower fares (60%), longer hours (50%)".

The second answer is "favor longer hours": verbs that take a side are said of every item, and so is what stands before
the preposition of the first ("treated fairly by the police (50%) and the courts (40%)").
"""

from extractor.assembly.bracket_lists import listed
from extractor.assembly.labels import label
from extractor.assembly.readings import Reading
from extractor.assembly.stances import stance
from extractor.constructions.chunks import Sequence
from extractor.lexicons.loader import load
from extractor.lexicons.schemas.answers import Answers

#: The rule by which such an answer is read; nothing speaks against it.
SURE = "shared.head"
_ENDS, _PREPOSITIONS, _DECIDING = ",;:!wH&S", frozenset("iMFBO"), frozenset("vVbhmsg")
_LONGEST = 12


def of_item(line: Sequence, position: int) -> Reading | None:
    """The answer of the figure at `position` in brackets behind an item that is not the first of its list."""
    item = listed(line.doc, line.chunks[position].start)
    if item is None or item.first or item.kind != "answers":
        return None
    begin = line.code.rfind("f", 0, position) + 1
    while begin < position and line.code[begin] in '),&;"':
        begin += 1
    place = begin, line.code.rfind("(", begin, position)
    if place[1] <= place[0] or not _DECIDING.isdisjoint(line.code[slice(*place)]):
        return None
    head = _head(line, _first(line, position))
    own = label(line.doc, line.chunks[place[0]].start, line.chunks[place[1] - 1].end)
    return Reading(f"{head} {own}", place, (SURE,)) if head and own else None


def _first(line: Sequence, position: int) -> int:
    """The position of the first figure of the list."""
    first = position
    for i in range(position - 1, -1, -1):
        if line.code[i] == "f":
            item = listed(line.doc, line.chunks[i].start)
            if item is None:
                break
            first = i
            if item.first:
                break
    return first


def _head(line: Sequence, first: int) -> str:
    """What opens the answer of the first item and holds for the others, or nothing."""
    stop = line.code.rfind("(", 0, first)
    begin = max(line.code.rfind(mark, 0, stop) for mark in _ENDS) + 1
    verb = next((i for i in range(stop - 1, begin - 1, -1) if line.code[i] in _DECIDING), None)
    if verb is not None and line.code[verb] in "vVg":
        if stance(line.text(verb, verb + 1)) == "other":
            return ""
        adverb = (
            verb > begin
            and line.text(verb - 1, verb).lower() in load(Answers, line.doc.lang_ or "en", "answers").degrees
        )
        return line.text(verb - adverb, verb + 1)
    if verb is None or line.code[verb] != "b" or not _is_participle(line, verb + 1):
        return ""
    link = next((i for i in range(stop - 1, verb + 1, -1) if line.code[i] in _PREPOSITIONS), None)
    if link is None:
        return ""
    begin = max(begin, max(line.code.rfind(mark, 0, verb) for mark in "sH") + 1)
    words = line.text(begin, link + 1)
    return words if len(words.split()) <= _LONGEST else ""


def _is_participle(line: Sequence, i: int) -> bool:
    return line.code[i] in ".v" and line.text(i, i + 1).split()[0].endswith("ed")
