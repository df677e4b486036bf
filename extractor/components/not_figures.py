"""Takes numbers of other sorts out of ``doc.spans["figures"]``: margins of error, election results, prices, odds.

They move to ``doc.spans["not_figures"]`` with the reason as label.
"""

import re

from spacy.language import Language
from spacy.tokens import Doc, Span

from extractor.components import values
from extractor.components.candidates import fold
from extractor.components.phrases import words
from extractor.lexicons import loader
from extractor.lexicons.schema import NotFigureWords

_CLAUSE = re.compile(r"[.;!?]\s|\n")
_POLL = re.compile(r"\b(?:poll(?:s|ed|ing|sters?)?|surveys?|surveyed|respondents?)\b")


@Language.factory("poll_not_figures", requires=["doc.spans"], assigns=["doc.spans"])
def create(nlp: Language, name: str) -> "NotFigureMarker":
    """Factory of `NotFigureMarker`."""
    return NotFigureMarker(nlp.lang or "en")


class NotFigureMarker:
    """Moves spans from ``figures`` to ``not_figures``; the label of a moved span is its reason."""

    def __init__(self, language: str) -> None:
        reasons = loader.load(NotFigureWords, language, "not_figures").reasons
        self._reasons = [
            (
                name,
                re.compile(words(reason.before)) if reason.before else None,
                reason.reach_before,
                re.compile(words(reason.after)) if reason.after else None,
                reason.reach_after,
            )
            for name, reason in reasons.items()
        ]

    def __call__(self, doc: Doc) -> Doc:
        """Sort the spans of `doc`."""
        text = fold(doc.text)
        polls = _POLL.search(text) is not None
        kept: list[Span] = []
        dropped: list[Span] = []
        for span in doc.spans.get(values.FIGURES, ()):
            reason = self._reason(text, span) if polls else "no_poll"
            if reason is None:
                kept.append(span)
            else:
                dropped.append(Span(doc, span.start, span.end, label=reason))
        doc.spans[values.FIGURES] = kept
        doc.spans[values.NOT_FIGURES] = dropped
        return doc

    def _reason(self, text: str, span: Span) -> str | None:
        for name, before, reach_before, after, reach_after in self._reasons:
            left = _CLAUSE.split(text[max(0, span.start_char - reach_before) : span.start_char])[-1]
            right = _CLAUSE.split(text[span.end_char : span.end_char + reach_after])[0]
            if (before and before.search(left)) or (after and after.search(right)):
                return name
        return None
