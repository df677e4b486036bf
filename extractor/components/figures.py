"""Marks the numbers that may be poll figures in ``doc.spans["figures"]``, each with its `FigureValue`."""

from spacy.language import Language
from spacy.tokens import Doc, Span

from extractor.components import values
from extractor.components.bare_figures import bare_finder
from extractor.components.candidate_finder import finder
from extractor.components.candidates import fold
from extractor.components.doc_text import mark, text_of
from extractor.components.figure_kinds import kinds


@Language.factory("poll_figures", assigns=["doc.spans", "span._.figure"])
def create(nlp: Language, name: str) -> "FigureMarker":
    """Factory of `FigureMarker`."""
    return FigureMarker(nlp.lang or "en")


class FigureMarker:
    """Fills ``doc.spans["figures"]``; `poll_not_figures` takes out what other sorts of numbers claim."""

    def __init__(self, language: str) -> None:
        values.register()
        self._finder = finder(language)
        self._bare = bare_finder(language)
        self._kinds = kinds(language)

    def __call__(self, doc: Doc) -> Doc:
        """Mark every candidate number of `doc`."""
        text = text_of(doc)
        folded = fold(text)
        spans: list[Span] = []
        found = self._finder.find(folded)
        candidates = sorted((*found, *self._bare.find(text, folded, found)), key=lambda one: one.start)
        for candidate, figure in zip(candidates, self._kinds.read(folded, candidates), strict=True):
            span = doc.char_span(candidate.start, candidate.end, label="figure", alignment_mode="expand")
            if span is not None and len(span) and (not spans or span.start >= spans[-1].end):
                span._.figure = figure
                spans.append(span)
        mark(doc, values.FIGURES, spans)
        return doc
