"""Marks the cue words that bind figures to responses, one label per chunk type, in ``doc.spans["cues"]``.

Only sentences that hold a figure are looked at: nowhere else can a construction bind one.
"""

from functools import cache

from spacy.language import Language
from spacy.matcher import PhraseMatcher
from spacy.tokens import Doc, Span
from spacy.util import filter_spans

from extractor.components.doc_text import mark, sentence_of, spans_of
from extractor.components.values import FIGURES
from extractor.lexicons.loader import load
from extractor.lexicons.schemas.answers import Cues
from extractor.parsing.inflection import inflect

CUES = "cues"

#: Lexicon lists whose entries are verbs: each is also sought in its inflected forms.
_VERBS = ("say", "opinion", "be", "have", "stand", "put", "lead", "trail", "change")


@cache
def phrases(language: str) -> dict[str, list[str]]:
    """Every cue phrase by label, verbs inflected."""
    lexicon = load(Cues, language, "cues")
    found: dict[str, list[str]] = {}
    for label, words in lexicon.phrases.items():
        verb = label in _VERBS
        forms = {form for word in words for form in (inflect(word, lexicon.irregular) if verb else [word])}
        found[label] = sorted(forms)
    return found


@Language.factory("poll_cues", assigns=["doc.spans"], requires=["doc.sents"])
def create(nlp: Language, name: str) -> "CueMarker":
    """Factory of `CueMarker`."""
    return CueMarker(nlp)


class CueMarker:
    """Finds cue phrases, the longest at each place; on equal length the label that the lexicon lists first."""

    def __init__(self, nlp: Language):
        self.matcher = PhraseMatcher(nlp.vocab, attr="LOWER")
        for label, words in phrases(nlp.lang).items():
            self.matcher.add(label, [nlp.make_doc(word) for word in words])

    def __call__(self, doc: Doc) -> Doc:
        """Mark the cues of the sentences that hold figures."""
        marked: list[Span] = []
        for sentence in sentences_with_figures(doc):
            marked += filter_spans(
                Span(doc, start, end, label=key)  # unlike Matcher, PhraseMatcher counts from the Doc
                for key, start, end in self.matcher(sentence)
            )
        mark(doc, CUES, marked)
        return doc


def sentences_with_figures(doc: Doc) -> list[Span]:
    """The sentences of `doc` in which a figure stands, in order."""
    return [doc[start:end] for start, end in sorted({sentence_of(doc, f.start) for f in spans_of(doc, FIGURES)})]
