"""Sentence boundaries for news text: blocks end sentences, abbreviations and initials do not."""

import re

import numpy as np
from spacy.attrs import SENT_START
from spacy.language import Language
from spacy.tokens import Doc

_END = re.compile(r"^[.!?…]+$")
_CLOSERS = frozenset("\"'”’)]»")
_ABBREVIATIONS = frozenset(
    "mr. mrs. ms. dr. sen. rep. gov. gen. col. lt. st. jan. feb. mar. apr. jun. jul. aug. sept. sep. oct. nov. dec. "
    "no. vs. v. u.s. u.k. u.n. d.c. inc. corp. co. ltd. jr. sr. rev. prof. pres. fla. calif. pa. mass. conn. "
    "ariz. wis. ill. ind. mich. minn. tenn. va. wash. colo. ga. ala. ark. ky. la. md. miss. mont. neb. nev. okla. "
    "ore. tex. vt. wyo. del. n.h. n.j. n.m. n.y. n.c. n.d. s.c. s.d. r.i. w.va. a.m. p.m. e.g. i.e. approx. est.".split()
)


@Language.factory("poll_sentences", assigns=["token.is_sent_start"])
def create(nlp: Language, name: str) -> "SentenceMarker":
    """Factory of `SentenceMarker`."""
    return SentenceMarker()


class SentenceMarker:
    """Sets ``token.is_sent_start``: after a line break, or after final punctuation that no abbreviation owns."""

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
                previous_end = _ends_sentence(token)
            elif token.text in _CLOSERS and previous_end:
                continue
            elif token.text.endswith(".") and token.lower_ not in _ABBREVIATIONS and len(token.text) > 2:
                previous_end = _next_starts_upper(token)
            else:
                previous_end = False
        # one write: setting token by token scans the whole doc each time
        doc.from_array([SENT_START], starts.astype("uint64"))
        return doc


def _belongs_to_previous(token) -> bool:  # type: ignore[no-untyped-def]
    return token.text in _CLOSERS and not token.nbor(-1).is_space and not token.nbor(-1).whitespace_


def _ends_sentence(token) -> bool:  # type: ignore[no-untyped-def]
    if token.text != ".":
        return True
    before = token.nbor(-1) if token.i else None
    if before is None or before.is_space:
        return True
    initial = len(before.text) == 1 and before.text.isupper()
    return not initial and f"{before.lower_}." not in _ABBREVIATIONS


def _next_starts_upper(token) -> bool:  # type: ignore[no-untyped-def]
    if token.i + 1 >= len(token.doc):
        return True
    following = token.nbor(1)
    return following.is_space or following.text[0].isupper() or following.text[0] in "\"“'‘"
