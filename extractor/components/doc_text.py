"""A document's text and where its sentences lie, read once: ``doc.text`` and ``doc.sents`` make every token anew."""

import numpy as np
from spacy.tokens import Doc

#: Longer "sentences" (characters) are lists or debris, and are read in pieces.
LONGEST = 4000
_TEXT, _RANGES = "text", "sentence_ranges"


def text_of(doc: Doc) -> str:
    """The text of `doc`."""
    found = doc.user_data.get(_TEXT)
    if found is None:
        found = doc.user_data[_TEXT] = doc.text
    return str(found)


def sentence_ranges(doc: Doc) -> tuple[tuple[int, int], ...]:
    """Start and end offset of each sentence of `doc`, without trailing white space; read once per document."""
    found = doc.user_data.get(_RANGES)
    if found is None:
        found = doc.user_data[_RANGES] = tuple(_read(doc))
    ranges: tuple[tuple[int, int], ...] = found
    return ranges


def _read(doc: Doc) -> list[tuple[int, int]]:
    if not len(doc):
        return []
    columns = doc.to_array(["SENT_START", "IDX"]).astype(np.int64)
    starts = np.flatnonzero(columns[:, 0] == 1)
    if not len(starts) or starts[0] != 0:
        starts = np.concatenate(([0], starts))
    offsets = columns[:, 1]
    text = text_of(doc)
    ends = [*offsets[starts[1:]].tolist(), len(text)]
    ranges: list[tuple[int, int]] = []
    for start, end in zip(offsets[starts].tolist(), ends, strict=True):
        trimmed = start + len(text[start:end].rstrip())
        ranges += _bounded(text, start, max(trimmed, start))
    return ranges


def _bounded(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The range, cut at white space where no sentence is that long, so that no pattern runs over a whole page."""
    cut: list[tuple[int, int]] = []
    while end - start > LONGEST:
        space = text.rfind(" ", start + 1, start + LONGEST)
        middle = space + 1 if space > 0 else start + LONGEST
        cut.append((start, middle))
        start = middle
    return [*cut, (start, end)]
