"""A document's text, words and sentences, read once: ``doc.text``, ``doc.sents`` and ``doc[i]`` make tokens anew."""

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import accumulate, chain
from operator import add

import numpy as np
from spacy.tokens import Doc, Span

#: Longer "sentences" (characters) are lists or debris, and are read in pieces.
LONGEST = 4000
_TEXT, _RANGES, _STARTS, _WORDS, _SPANS = "text", "sentence_ranges", "sentence_starts", "words", "spans of "


@dataclass(frozen=True, slots=True)
class Words:
    """The tokens of a document, column by column: text, the same in lower case, first character, the one after it.

    `text` is that of the document.
    """

    text: str
    texts: list[str]
    lowers: list[str]
    starts: list[int]
    ends: list[int]


def text_of(doc: Doc) -> str:
    """The text of `doc`."""
    found = doc.user_data.get(_TEXT)
    if found is None:
        found = doc.user_data[_TEXT] = doc.text
    return str(found)


def words_of(doc: Doc) -> Words:
    """The tokens of `doc`; read once per document."""
    known: Words | None = doc.user_data.get(_WORDS)
    if known is None:
        return remember(doc, text_of(doc), [token.text for token in doc], [bool(token.whitespace_) for token in doc])
    return known


def remember(doc: Doc, text: str, words: list[str], spaces: list[bool]) -> Words:
    """Keep the text of `doc` and the columns of its tokens, which whoever makes it knows."""
    ends = list(accumulate(map(add, map(len, words), chain((0,), spaces))))
    starts = [end - len(word) for end, word in zip(ends, words, strict=True)]
    doc.user_data[_TEXT] = text
    known = doc.user_data[_WORDS] = Words(text, words, list(map(str.lower, words)), starts, ends)
    return known


def text_between(doc: Doc, start: int, end: int) -> str:
    """The text of tokens `start` up to, not including, `end`: what ``doc[start:end].text`` says."""
    words = words_of(doc)
    return words.text[words.starts[start] : words.ends[end - 1]] if start < end else ""


def mark(doc: Doc, key: str, spans: Iterable[Span]) -> None:
    """Make `spans` the group ``doc.spans[key]``, and keep them for `spans_of`."""
    told = tuple(spans)
    doc.spans[key] = told
    doc.user_data[_SPANS + key] = (doc.spans[key], told)


def spans_of(doc: Doc, key: str) -> tuple[Span, ...]:
    """The spans of ``doc.spans[key]``, none if there is no such group; each is made once, not whenever it is read."""
    group = doc.spans.get(key)
    if group is None:
        return ()
    known = doc.user_data.get(_SPANS + key)
    if known is None or known[0] is not group:
        known = doc.user_data[_SPANS + key] = (group, tuple(group))
    spans: tuple[Span, ...] = known[1]
    return spans


def sentence_ranges(doc: Doc) -> tuple[tuple[int, int], ...]:
    """Start and end offset of each sentence of `doc`, without trailing white space; read once per document."""
    found = doc.user_data.get(_RANGES)
    if found is None:
        found = doc.user_data[_RANGES] = tuple(_read(doc))
    ranges: tuple[tuple[int, int], ...] = found
    return ranges


def sentence_starts(doc: Doc) -> list[int]:
    """The token at which each sentence of `doc` starts, in order; read once per document."""
    found = doc.user_data.get(_STARTS)
    if found is None:
        marks = doc.to_array(["SENT_START"]).astype(np.int64).reshape(-1)
        found = [0, *(int(i) for i in np.flatnonzero(marks == 1) if i)] if len(doc) else []
        doc.user_data[_STARTS] = found
    starts: list[int] = found
    return starts


def sentence_of(doc: Doc, token: int) -> tuple[int, int]:
    """First token of the sentence that token `token` stands in, and the one behind its last."""
    starts = sentence_starts(doc)
    at = bisect_right(starts, token) - 1
    return starts[at], starts[at + 1] if at + 1 < len(starts) else len(doc)


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
