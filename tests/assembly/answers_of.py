"""The answers that the figures of a story give."""

from extractor.assembly import responses
from extractor.pipeline import build_nlp


def answers_of(text: str, head: str = "") -> list[str]:
    """The answers of the figures of `text`, in order; those of `head`, which stands before it, are left out."""
    found = responses.bind(build_nlp("en")(head + text))
    responses.resolve(found)
    return [bound.label for bound in found if bound.span.start_char >= len(head)]
