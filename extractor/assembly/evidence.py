"""Evidence of a stretch of the article text."""

from spacy.tokens import Doc

from extractor.components.doc_text import sentence_of, text_between, text_of
from extractor.models import Evidence

#: Characters of context on either side, as the W3C TextQuoteSelector is used here.
CONTEXT = 32


def evidence(doc: Doc, start: int, end: int) -> Evidence:
    """The selector pair of characters `start` to `end` of the text, with the sentence they stand in."""
    text = text_of(doc)
    span = doc.char_span(start, end, alignment_mode="expand")
    return Evidence(
        exact=text[start:end],
        prefix=text[max(0, start - CONTEXT) : start],
        suffix=text[end : end + CONTEXT],
        start=start,
        end=end,
        sentence=text_between(doc, *sentence_of(doc, span.start)).strip() if span is not None and len(span) else "",
    )
