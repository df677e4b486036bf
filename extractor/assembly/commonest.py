"""The answer that most people gave: "the most common answer among nurses was pay, at 37 percent"."""

from bisect import bisect_left

from extractor.assembly.labels import label
from extractor.assembly.readings import Reading
from extractor.components.doc_text import text_of
from extractor.constructions.chunks import Sequence
from extractor.lexicons.phrasebook import phrasebook

#: The rule by which the answer is read; nothing speaks against it.
SURE = "commonest"
#: How much of the sentence before the figure is read, in characters.
_REACH = 240


def of_commonest(line: Sequence, position: int) -> Reading | None:
    """What the figure at chunk `position` says most people answered, where its clause tells so; else None."""
    doc, text = line.doc, text_of(line.doc)
    at = doc[line.chunks[position].start].idx
    start = max(doc[line.start].idx, at - _REACH)
    found = phrasebook(doc.lang_ or "en", "commonest").screen("answer").search(text[start:at])
    if found is None:
        return None
    offsets = [doc[chunk.start].idx for chunk in line.chunks]
    first = bisect_left(offsets, start + found.start("told"))
    last = bisect_left(offsets, start + found.end("told"))
    if first >= last or offsets[first] != start + found.start("told"):
        return None
    told = label(doc, line.chunks[first].start, line.chunks[last - 1].end)
    return Reading(told, (first, last), (SURE,)) if told else None
