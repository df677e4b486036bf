"""What a report claims without a figure: "Voters agree that trams are slow. Nearly 70 percent say so"."""

import re
from functools import cache

from spacy.tokens import Doc

from extractor.assembly.labels import label
from extractor.assembly.options import worded
from extractor.components.cues import phrases
from extractor.components.doc_text import sentence_of, words_of
from extractor.components.values import FIGURES
from extractor.constructions.chunks import Sequence
from extractor.lexicons.loader import load
from extractor.lexicons.schemas.answers import Answers

#: A predicate and all that belongs to it.
_PREDICATE = re.compile(r"(?P<r>[vVmbhnG][^fp;:()!,ESw-]*)")
#: Whoever claims it: a group, or most of one.
_CLAIMANT = re.compile(r"[Pz]|[.s]H|r")
_CLAUSES = ",;:-(Mw"
#: What may stand between a clause and its figure: "it was backed by nurses (42 percent)".
_BESIDE = "(z"


def claimed_before(line: Sequence, position: int) -> str:
    """The answer claimed right before the figure at `position` by words without a figure of their own, or nothing.

    It stands in the same sentence, or else in the one before; where that one has figures, they tell the answer.
    """
    code = line.code
    if "f" in code[:position] or "p" in code[:position]:
        return ""
    end = position
    while end and code[end - 1] in _BESIDE:
        end -= 1
    clause = max(code.rfind(mark, 0, end) for mark in _CLAUSES) + 1
    return _claim(line, clause) or _claim_of_sentence_before(line.doc, line.start)


def _claim(line: Sequence, stop: int) -> str:
    found = ""
    for told in _PREDICATE.finditer(line.code, 0, stop):
        if _CLAIMANT.search(line.code, 0, told.start()):
            found = worded(line, *told.span("r")) or found
    return found


def _claim_of_sentence_before(doc: Doc, start: int) -> str:
    """What somebody says or agrees to there; cues are marked in sentences with figures alone, so words decide."""
    if not start:
        return ""
    first, end = sentence_of(doc, start - 1)
    if any(first <= figure.start < end for figure in doc.spans.get(FIGURES, ())):
        return ""
    lowers, (verbs, nouns) = words_of(doc).lowers, _words(doc.lang_ or "en")
    for i in range(end - 2, first, -1):
        if lowers[i] in verbs or (lowers[i] in nouns and lowers[i + 1] == "that"):
            told = label(doc, i + 1, end)
            if told:
                return told
    return ""


@cache
def _words(language: str) -> tuple[frozenset[str], frozenset[str]]:
    said = frozenset(word for word in phrases(language)["say"] if " " not in word)
    lexicon = load(Answers, language, "answers")
    return said | frozenset(lexicon.claiming), frozenset(lexicon.pointing_nouns)
