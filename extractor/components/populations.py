"""Marks the mentions of populations in ``doc.spans["populations"]``: groups, places, "respondents", breakdowns."""

from bisect import bisect_left, bisect_right
from functools import lru_cache

from spacy.language import Language
from spacy.tokens import Doc, Span

from extractor.components import values
from extractor.components.doc_text import mark, text_of, words_of
from extractor.models import Population
from extractor.parsing.population_owners import owner_name
from extractor.parsing.population_phrases import Phrase, find_phrases
from extractor.parsing.populations import describe

#: Labels of population spans.
GROUP, PLACE, EVERYONE, BREAKDOWN = "group", "place", "everyone", "breakdown"


@Language.factory("poll_populations", assigns=["doc.spans", "span._.population"])
def create(nlp: Language, name: str) -> "PopulationMarker":
    """Factory of `PopulationMarker`."""
    return PopulationMarker(nlp.lang or "en")


class PopulationMarker:
    """Marks population mentions; the payload of a span is its `models.Population`, its label the sort of mention."""

    def __init__(self, language: str) -> None:
        values.register()
        self.language = language

    def __call__(self, doc: Doc) -> Doc:
        """Add the group ``populations`` to ``doc.spans``, in order of the text."""
        spans = []
        text = text_of(doc)
        starts = words_of(doc).starts
        for phrase in find_phrases(text, self.language):
            first = bisect_right(starts, phrase.start) - 1
            end = bisect_left(starts, max(phrase.asked, phrase.end))
            span = Span(doc, first, end, label=phrase.sort)
            span._.population = _described(_words_of(text, phrase), self.language)
            spans.append(span)
        mark(doc, values.POPULATIONS, spans)
        return doc


def _words_of(text: str, phrase: Phrase) -> str:
    """The words that describe the group: those of the mention, with the noun that it leaves out."""
    words = text[phrase.start : phrase.end]
    if phrase.noun:
        return f"{owner_name(words)} {phrase.noun}"
    if phrase.attitude:
        return f"{words.rsplit(maxsplit=1)[0]} voters"
    return (
        f"those {words}"
        if words[0].islower() and words.split()[0] in ("aged", "age", "ages", "under", "over")
        else words
    )


@lru_cache(maxsize=4096)
def _described(text: str, language: str) -> Population:
    return describe(text, language)
