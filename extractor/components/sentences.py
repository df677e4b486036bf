"""Sentence boundaries for news text: blocks end sentences, abbreviations and initials do not."""

import numpy as np
from spacy.attrs import SENT_START
from spacy.language import Language
from spacy.tokens import Doc

from extractor.components.doc_text import Words, words_of
from extractor.lexicons.loader import load
from extractor.lexicons.schemas.pages import Sentences

_ENDS = ".!?…"
_CLOSERS = frozenset("\"'”’)]»")


@Language.factory("poll_sentences", assigns=["token.is_sent_start"])
def create(nlp: Language, name: str) -> "SentenceMarker":
    """Factory of `SentenceMarker`."""
    return SentenceMarker(frozenset(load(Sentences, nlp.lang, "sentences").abbreviations))


class SentenceMarker:
    """Sets ``token.is_sent_start``: after a line break, or after final punctuation that no abbreviation owns."""

    def __init__(self, abbreviations: frozenset[str]) -> None:
        self.abbreviations = abbreviations

    def __call__(self, doc: Doc) -> Doc:
        """Mark the sentence starts of `doc`."""
        words = words_of(doc)
        starts = np.full(len(doc), -1, dtype="int32")
        starts[:1] = 1
        previous_end = False
        for i, word in enumerate(words.texts):
            if word.isalpha():
                if previous_end:
                    starts[i] = 1
                    previous_end = False
                continue
            space = word.isspace()
            if i and previous_end and not space and not _belongs_to_previous(words, i):
                starts[i] = 1
                previous_end = False
            if space:
                previous_end = previous_end or "\n" in word
            elif not word.strip(_ENDS):
                previous_end = _ends_sentence(words, i, self.abbreviations)
            elif previous_end and word in _CLOSERS:
                continue
            elif word.endswith(".") and words.lowers[i] not in self.abbreviations and len(word) > 2:
                previous_end = _next_starts_upper(words, i)
            else:
                previous_end = False
        # one write: setting token by token scans the whole doc each time
        doc.from_array([SENT_START], starts.astype("uint64"))  # type: ignore[arg-type]
        return doc


def _belongs_to_previous(words: Words, i: int) -> bool:
    return words.texts[i] in _CLOSERS and not words.texts[i - 1].isspace() and words.ends[i - 1] == words.starts[i]


def _ends_sentence(words: Words, i: int, abbreviations: frozenset[str]) -> bool:
    if words.texts[i] != ".":
        return True
    before = words.texts[i - 1] if i else " "
    if before.isspace():
        return True
    initial = len(before) == 1 and before.isupper()
    return not initial and f"{words.lowers[i - 1]}." not in abbreviations


def _next_starts_upper(words: Words, i: int) -> bool:
    if i + 1 >= len(words.texts):
        return True
    following = words.texts[i + 1]
    return following.isspace() or following[0].isupper() or following[0] in "\"“'‘"
