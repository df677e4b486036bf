"""The spaCy pipeline: the only list of components in their order."""

import gc
from functools import cache
from importlib import import_module

import spacy
from spacy.language import Language

from extractor.components import tokenizer

#: Factory name and the module that registers it, in the order in which the components run.
COMPONENTS = (
    ("poll_sentences", "sentences"),
    ("poll_figures", "figures"),
    ("poll_not_figures", "not_figures"),
    ("poll_populations", "populations"),
    ("poll_polls", "polls"),
    ("poll_samples", "samples"),
    ("poll_fieldwork", "fieldwork"),
    ("poll_context", "context"),
    ("poll_names", "names"),
    ("poll_cues", "cues"),
)


@cache
def build_nlp(language: str = "en") -> Language:
    """The pipeline of one language: a blank tokenizer and the components, in order."""
    nlp = spacy.blank(language)
    tokenizer.adapt(nlp)
    for factory, module in COMPONENTS:
        import_module(f"extractor.components.{module}")
        nlp.add_pipe(factory)
    # Lexicons, patterns and vocabulary stay for good: going through them for garbage costs more than a page's own.
    gc.collect()
    gc.freeze()
    return nlp
