"""Response labels: from a stretch of the sentence to the short wording of an answer."""

import re
from dataclasses import dataclass
from functools import cache

from spacy.tokens import Doc, Token

from extractor.lexicons.loader import load
from extractor.lexicons.schema import Answers

#: Content words a label holds at most: enough to tell the answer, short enough for a column.
CONTENT_WORDS = 5

_FUNCTION = frozenset(
    "a an the of in on at to for from by with and or as that this those these who which it its is are was were be been "
    "being they their them he his she her i we our you your would should will could do does did have has had not n't "
    "n’t 's ’s say says said saying people".split()
)
_TRAILING = frozenset(
    "and or but while with of to in for by at from as a an the that than who which , ' ’ ‘ “ ” \" ( ) another just only about "
    "nearly roughly almost some more compared is are was were said say says saying when if on its their his her have has "
    "had 's ’s would will be -".split()
)


@dataclass(frozen=True, slots=True)
class _Words:
    none: frozenset[str]
    not_openers: frozenset[str]
    lead_ins: frozenset[str]
    pointing: frozenset[str]


@cache
def _words(language: str) -> _Words:
    lexicon = load(Answers, language, "answers")
    return _Words(*(frozenset(w) for w in (lexicon.no_answers, lexicon.not_openers, lexicon.lead_ins, lexicon.pointing)))


def label(doc: Doc, start: int, end: int, *, limit: int = CONTENT_WORDS, language: str = "en") -> str:
    """The answer that tokens `start` to `end` word, or the empty string if they word none.

    What leads in ("said that they") and out is trimmed, and the rest cut after `limit` content words.
    """
    words = _words(language)
    tokens = [token for token in doc[start:end] if not token.is_space]
    while tokens and (tokens[0].is_punct or tokens[0].lower_ in words.lead_ins) and not _whole(tokens, words):
        tokens = tokens[1:]
    if not tokens or tokens[0].lower_ in words.not_openers:
        return ""
    tokens = _cut(tokens, limit)
    while tokens and (tokens[-1].lower_ in _TRAILING or tokens[-1].is_quote):
        tokens = tokens[:-1]
    if not tokens:
        return ""
    text = doc[tokens[0].i : tokens[-1].i + 1].text
    if tokens[0].lower_ in ("n't", "n’t"):
        # "aren't sure" has lost its verb, not its negation.
        text = "not" + text[len(tokens[0].text) :]
    text = re.sub(r"\s+", " ", re.sub(r"[“”\"]", "", text).replace("’", "'")).strip(" ,;:–—-'‘")
    return "" if text.lower() in words.none else text


def points_back(text: str, language: str = "en") -> bool:
    """Whether an answer only points to one told before: "did so", "felt the same way"."""
    return text.lower() in _words(language).pointing


def _whole(tokens: list[Token], words: _Words) -> bool:
    return len(tokens) <= 4 and " ".join(token.lower_ for token in tokens) in words.pointing


def _cut(tokens: list[Token], limit: int) -> list[Token]:
    content = 0
    for i, token in enumerate(tokens):
        if (token.is_alpha or token.is_digit) and token.lower_ not in _FUNCTION:
            content += 1
        if content > limit:
            return tokens[:i]
    return tokens
