"""The sentences that hold figures, with the population mentions in them."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Span

from extractor.assembly.population_mentions import Mention, read_mention
from extractor.components.doc_text import sentence_starts, spans_of, text_of, words_of
from extractor.components.populations import BREAKDOWN, GROUP
from extractor.components.values import POPULATIONS

_THEY = re.compile(r"\b(?:they|them|their)\b", re.IGNORECASE)
#: How far from a figure the rest of its sentence is read, in characters.
_REACH = 350


@dataclass(slots=True)
class Sentence:
    """A sentence with figures, or the one before it: its text, number of its paragraph, mentions and figures."""

    start: int
    text: str
    paragraph: int
    mentions: list[Mention]
    figures: list[Span]

    def around(self, figure: Span) -> "Sentence":
        """The part of the sentence that a figure can hang on: long sentences are lists, and far items do not matter."""
        if len(self.text) <= _REACH:
            return self
        first = max(self.start, figure.start_char - _REACH)
        last = figure.end_char + _REACH
        mentions = self.mentions[
            bisect_left(self.mentions, first, key=_start_of) : bisect_left(self.mentions, last, key=_start_of)
        ]
        figures = self.figures[
            bisect_left(self.figures, first, key=_span_start) : bisect_left(self.figures, last, key=_span_start)
        ]
        return Sentence(first, self.text[first - self.start : last - self.start], self.paragraph, mentions, figures)


def _start_of(mention: Mention) -> int:
    return mention.start


def _span_start(span: Span) -> int:
    return int(span.start_char)


def _bounds(doc: Doc) -> list[tuple[int, int]]:
    starts, words = sentence_starts(doc), words_of(doc)
    return [
        (words.starts[start], words.ends[stop - 1])
        for start, stop in zip(starts, [*starts[1:], len(doc)], strict=False)
    ]


def sentences(doc: Doc, figures: Sequence[Span]) -> Iterator[Sentence]:
    """The sentences that hold one of `figures`, each after the sentence before it, in order of the text."""
    bounds = _bounds(doc)
    wanted = _figures_by_sentence(bounds, figures)
    spans = list(spans_of(doc, POPULATIONS))
    text = text_of(doc)
    paragraph = 0
    for i, (start, end) in enumerate(bounds):
        if i and "\n" in text[bounds[i - 1][0] : start]:
            paragraph += 1
        if i not in wanted and i + 1 not in wanted:
            continue
        mentions = _mentions(spans, text, start, end)
        if (
            i
            and i not in wanted
            and not any(m.span.label_ == GROUP for m in mentions)
            and _THEY.search(text, start, end)
        ):
            before, until = bounds[i - 1]
            if "\n" not in text[before:start]:
                # "They" are whom the sentence before it names.
                mentions = [*_mentions(spans, text, before, until), *mentions]
        yield Sentence(start, text[start:end], paragraph, mentions, wanted.get(i, []))


def _mentions(spans: Sequence[Span], text: str, start: int, end: int) -> list[Mention]:
    """The mentions of the sentence ``start:end``."""
    first, after = bisect_left(spans, start, key=_span_start), bisect_left(spans, end, key=_span_start)
    return [
        read_mention(span, span._.population, text[start:end], start)
        for span in spans[first:after]
        if span.label_ != BREAKDOWN
    ]


def _figures_by_sentence(bounds: Sequence[tuple[int, int]], figures: Sequence[Span]) -> dict[int, list[Span]]:
    found: dict[int, list[Span]] = {}
    at = 0
    for figure in sorted(figures, key=lambda f: (f.start_char, f.end_char)):
        while at + 1 < len(bounds) and bounds[at + 1][0] <= figure.start_char:
            at += 1
        found.setdefault(at, []).append(figure)
    return found
