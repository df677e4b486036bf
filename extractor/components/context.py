"""Marks cues of time around figures in ``doc.spans["wave_cues"]``: dates, "then", "now", "compared with", "up from"."""

import re
from bisect import bisect_left

from spacy.language import Language
from spacy.tokens import Doc, Span

from extractor.components.candidates import fold
from extractor.components.doc_text import mark, sentence_ranges, spans_of, text_of
from extractor.components.poll_values import WAVE_CUES, WaveCue, register
from extractor.components.values import FIGURES
from extractor.lexicons.phrasebook import any_of, phrasebook
from extractor.parsing.dates import DatePhrase, find_dates


@Language.factory("poll_context", assigns=["doc.spans", "span._.wave"], requires=["doc.sents"])
def create(nlp: Language, name: str) -> "ContextMarker":
    """Factory of `ContextMarker`."""
    return ContextMarker(nlp.lang or "en")


class ContextMarker:
    """Reads the sentences that hold a figure; nowhere else does a cue of time matter."""

    def __init__(self, language: str) -> None:
        register()
        self.cues = CueReader(language)

    def __call__(self, doc: Doc) -> Doc:
        """Mark the wave cues of `doc`."""
        spans: list[Span] = []
        whole = text_of(doc)
        starts = sorted(span.start_char for span in spans_of(doc, FIGURES))
        for offset, stop in sentence_ranges(doc):
            at = bisect_left(starts, offset)
            if at >= len(starts) or starts[at] >= stop:
                continue
            for start, end, cue in self.cues.read(whole[offset:stop]):
                span = doc.char_span(offset + start, offset + end, label=cue.kind, alignment_mode="expand")
                if span is not None:
                    span._.wave = cue
                    spans.append(span)
        mark(doc, WAVE_CUES, sorted(spans, key=lambda span: (span.start, span.end, span.label_)))
        return doc


class CueReader:
    """Finds the cues of one sentence."""

    def __init__(self, language: str) -> None:
        book = phrasebook(language, "waves")
        groups = "|".join(rf"(?P<{kind}>{any_of(book.words(f'cue_{kind}'))})" for kind in book.names("cue_"))
        self.cue = re.compile(rf"(?<![\w-])(?:{groups})(?![\w-])")  # of text in lower case, which is faster
        self.then = book.pattern("then")
        self.span, self.span_lead = book.pattern("span"), book.pattern("span_lead")

    def read(self, text: str) -> list[tuple[int, int, WaveCue]]:
        """Cue phrases and dates of `text`, as (start, end, cue), in order."""
        found = [
            (match.start(), match.end(), WaveCue(str(match.lastgroup)))
            for match in self.cue.finditer(fold(text))
            if not text[match.start() : match.end()].isupper()  # "a USA TODAY poll"
        ]
        found += [(match.start(), match.end(), WaveCue("then")) for match in self.then.finditer(text)]
        found += [
            (phrase.start, phrase.end, WaveCue("time", phrase))
            for phrase in find_dates(text)
            if not (_is_today(phrase) or self._is_span(text, phrase.start, phrase.end))
        ]
        return sorted(found, key=lambda item: (item[0], item[1], item[2].kind))

    def _is_span(self, text: str, start: int, end: int) -> bool:
        """Whether a date is but the span in which the thing told happened: "were robbed in the last year"."""
        return bool(self.span.match(text[start:end]) and self.span_lead.search(text[max(0, start - 20) : start]))


def _is_today(date: DatePhrase) -> bool:
    """Whether a date is "today", a cue of the present and no date besides."""
    return date.last.unit == "day" and date.last.count == 0
