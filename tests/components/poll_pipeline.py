"""The poll components on a blank pipeline, for tests."""

from functools import cache

import spacy
from spacy.language import Language

from extractor.components import context, fieldwork, polls, samples, sentences, tokenizer, values  # noqa: F401


@cache
def build() -> Language:
    """Sentences, mentions of polls, samples and fieldwork; wave cues need figures and are added by hand."""
    values.register()
    nlp = spacy.blank("en")
    tokenizer.adapt(nlp)
    for name in ("poll_sentences", "poll_polls", "poll_samples", "poll_fieldwork"):
        nlp.add_pipe(name)
    return nlp
