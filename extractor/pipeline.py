"""The spaCy pipeline: the only list of components in their order."""

from functools import cache

import spacy
from spacy.language import Language

from extractor.components import sentences  # noqa: F401  (registers its factory)

COMPONENTS = ("poll_sentences",)


@cache
def build_nlp(language: str = "en") -> Language:
    """The pipeline of one language: a blank tokenizer and the components, in order."""
    nlp = spacy.blank(language)
    for name in COMPONENTS:
        nlp.add_pipe(name)
    return nlp
