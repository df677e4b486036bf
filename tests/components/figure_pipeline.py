"""The figure components on a blank pipeline, for tests."""

from functools import cache

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from extractor.components import figures, not_figures, sentences, tokenizer  # noqa: F401 (they register factories)

AROUND = "Voters split over the plan, poll finds\n\nA poll of 1,200 adults was released on Tuesday.\n\n{}"


@cache
def build(*, judged: bool) -> Language:
    """Sentences and figures; `judged` adds the component that takes other numbers out."""
    nlp = spacy.blank("en")
    tokenizer.adapt(nlp)
    nlp.add_pipe("poll_sentences")
    nlp.add_pipe("poll_figures")
    if judged:
        nlp.add_pipe("poll_not_figures")
    return nlp


def in_a_poll_story(sentence: str) -> tuple[Doc, int]:
    """The judged document of a story in which `sentence` stands, and the offset of the sentence."""
    doc = build(judged=True)(AROUND.format(sentence))
    return doc, doc.text.index(sentence)
