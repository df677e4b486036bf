"""Texts that mark whom figures are of: [number|label], several labels parted by "&"."""

import re

import spacy

from extractor.assembly.populations import resolve_populations
from extractor.components import populations, sentences, tokenizer  # noqa: F401  (register the factories)
from extractor.models import Article

_FIGURE = re.compile(r"\[([^|\]]+)\|([^\]]+)\]")


def _nlp() -> spacy.Language:
    nlp = spacy.blank("en")
    tokenizer.adapt(nlp)
    nlp.add_pipe("poll_sentences")
    nlp.add_pipe("poll_populations")
    return nlp


NLP = _nlp()


def resolve(marked: str) -> tuple[list[list[str]], list[list[str]]]:
    """The labels found and those wanted, figure by figure."""
    text, places, wanted, position = "", [], [], 0
    for match in _FIGURE.finditer(marked):
        text += marked[position : match.start()]
        places.append((len(text), len(text) + len(match[1])))
        text += match[1]
        position = match.end()
        wanted.append([label.strip().lower() for label in match[2].split("&")])
    text += marked[position:]
    assert wanted, "a case must mark a figure"
    doc = NLP(text)
    spans = [doc.char_span(*place, alignment_mode="expand") for place in places]
    article = Article(article_id="a", source_path="a", sha256="", text=text)
    found = resolve_populations(doc, article, spans)
    return [[one.population.label.lower() for one in several] for several in found], wanted
