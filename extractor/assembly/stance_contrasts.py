"""Two sides that a clause words both: "they want a park rather than a road by 55 to 40 percent"."""

import re
from dataclasses import dataclass

from extractor.assembly.labels import label
from extractor.assembly.race_sides import rival_parties
from extractor.components.doc_text import words_of
from extractor.constructions.chunks import Sequence
from extractor.lexicons.phrasebook import phrasebook

#: What opens the first side behind the verb that tells who wants it.
_OPENS = re.compile(r"[^fp;:!]*?(?:s[Hr]{0,2}|(?=[vV]))")
_CLOSES = re.compile(r"[fp;!(]")


@dataclass(frozen=True, slots=True)
class Sides:
    """Both sides of a pair, in the order told."""

    one: str
    other: str


def both_sides(line: Sequence, start: int, first: int, last: int) -> Sides | None:
    """The two sides of the figures at `first` and `last`, whose clause opens at chunk `start`, if it words both."""
    closes = _CLOSES.search(line.code, last + 1)
    behind = last + 1, closes.start() if closes else len(line.code)
    for begin, stop in ((start, first), behind):
        if begin < stop and (found := _sides(line, begin, stop)):
            return found
    return None


def _sides(line: Sequence, begin: int, stop: int) -> Sides | None:
    doc, words = line.doc, words_of(line.doc)
    head, end = words.starts[line.chunks[begin].start], words.ends[line.chunks[stop - 1].end - 1]
    book = phrasebook(doc.lang_ or "en", "contrasts")
    parted = book.pattern("rather").search(words.text, head, end)
    if parted is None:
        than = book.pattern("better").search(words.text, head, end)
        return _better(line, than, begin, stop) if than else None
    until = next((i for i in range(begin, stop) if words.ends[line.chunks[i].end - 1] > parted.start()), stop)
    opened = _OPENS.match(line.code, begin, until)
    first = line.chunks[opened.end()].start if opened and opened.end() < stop else line.chunks[begin].start
    middle = next((i for i in range(first, line.chunks[stop - 1].end) if words.starts[i] >= parted.start()), first)
    second = next((i for i in range(middle, line.chunks[stop - 1].end) if words.starts[i] >= parted.end()), None)
    if second is None or middle <= first:
        return None
    final = next(
        (c.start for c in line.chunks[begin:stop] if c.start > second and c.letter in ",B"), line.chunks[stop - 1].end
    )
    one, other = label(doc, first, middle), label(doc, second, final)
    return Sides(one, other) if one and other else None


def _better(line: Sequence, than: re.Match[str], begin: int, stop: int) -> Sides | None:
    """ "Has better ideas than Republicans": the one who has worse ones is the other side."""
    starts = words_of(line.doc).starts
    for i in range(begin, stop):
        chunk = line.chunks[i]
        if starts[chunk.start] < than.end() or chunk.letter not in "NP":
            continue
        text = line.text(i, i + 1)
        if chunk.letter == "N" or text.split()[0].lower() in rival_parties():
            one = label(line.doc, line.chunks[begin].start, chunk.start)
            return Sides(one, text) if one else None
    return None
