"""Sentence boundaries for news text: blocks end sentences, abbreviations and initials do not."""

import re

import numpy as np
from spacy.attrs import SENT_START
from spacy.language import Language
from spacy.tokens import Doc, Token

from extractor.lexicons.loader import load
from extractor.lexicons.schema import Sentences

_END = re.compile(r"^[.!?…]+$")
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
        starts = np.full(len(doc), -1, dtype="int32")
        starts[:1] = 1
        previous_end = False
        for token in doc:
            if token.i and previous_end and not token.is_space and not _belongs_to_previous(token):
                starts[token.i] = 1
                previous_end = False
            if token.is_space:
                previous_end = previous_end or "\n" in token.text
            elif _END.match(token.text):
                previous_end = _ends_sentence(token, self.abbreviations)
            elif token.text in _CLOSERS and previous_end:
                continue
            elif token.text.endswith(".") and token.lower_ not in self.abbreviations and len(token.text) > 2:
                previous_end = _next_starts_upper(token)
            else:
                previous_end = False
        # one write: setting token by token scans the whole doc each time
        doc.from_array([SENT_START], starts.astype("uint64"))  # type: ignore[arg-type]
        return doc


def _belongs_to_previous(token: Token) -> bool:
    return token.text in _CLOSERS and not token.nbor(-1).is_space and not token.nbor(-1).whitespace_


def _ends_sentence(token: Token, abbreviations: frozenset[str]) -> bool:
    if token.text != ".":
        return True
    before = token.nbor(-1) if token.i else None
    if before is None or before.is_space:
        return True
    initial = len(before.text) == 1 and before.text.isupper()
    return not initial and f"{before.lower_}." not in abbreviations


def _next_starts_upper(token: Token) -> bool:
    if token.i + 1 >= len(token.doc):
        return True
    following = token.nbor(1)
    return following.is_space or following.text[0].isupper() or following.text[0] in "\"“'‘"
