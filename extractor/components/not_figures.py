"""Takes numbers of other sorts out of ``doc.spans["figures"]``: margins of error, election results, prices, odds.

They move to ``doc.spans["not_figures"]`` with the reason as label.
"""

from spacy.language import Language
from spacy.tokens import Doc, Span

from extractor.components import values
from extractor.components.candidates import Candidate
from extractor.components.doc_text import mark, sentence_ranges, spans_of, text_of
from extractor.components.figure_model import model


@Language.factory("poll_not_figures", requires=["doc.spans", "span._.figure"], assigns=["doc.spans"])
def create(nlp: Language, name: str) -> "NotFigureMarker":
    """Factory of `NotFigureMarker`."""
    return NotFigureMarker(nlp.lang or "en")


class NotFigureMarker:
    """Moves spans from ``figures`` to ``not_figures``; the label of a moved span is its reason."""

    def __init__(self, language: str) -> None:
        self._model = model(language)

    def __call__(self, doc: Doc) -> Doc:
        """Sort the spans of `doc`."""
        spans = spans_of(doc, values.FIGURES)
        starts = [start for start, _ in sentence_ranges(doc)]
        verdicts = self._model.judge(text_of(doc), starts, [_candidate(span) for span in spans])
        pairs = list(zip(spans, verdicts, strict=True))
        mark(doc, values.FIGURES, [span for span, verdict in pairs if verdict.reason is None])
        doc.spans[values.NOT_FIGURES] = [
            Span(doc, span.start, span.end, label=verdict.reason)
            for span, verdict in pairs
            if verdict.reason is not None
        ]
        return doc


def _candidate(span: Span) -> Candidate:
    figure: values.FigureValue = span._.figure
    signed = span.text[:1] in "+-−–"
    return Candidate(span.start_char, span.end_char, figure.value, figure.decimals, figure.unit, figure.form, signed)
