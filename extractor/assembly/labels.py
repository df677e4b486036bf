"""Response labels: from a stretch of the sentence to the short wording of an answer."""

import re

from spacy.tokens import Doc

#: Content words a label holds at most: enough to tell the answer, short enough for a column.
CONTENT_WORDS = 6

_FUNCTION = frozenset(
    "a an the of in on at to for from by with and or as that this those these who which it its is are was were be been "
    "being they their them he his she her i we our you your would should will could do does did have has had not".split()
)
_LEADING = frozenset("that , to of in by as so and or but while with is are was were be been they it he she also now still who ' ’ : “ ” \" -- -".split())
_TRAILING = frozenset(
    "and or but while with of to in for by at from as a an the that than who which , ' ’ ‘ “ ” \" ( ) another just only about "
    "nearly roughly almost some more compared is are was were said say says saying when if on its their his her".split()
)


def label(doc: Doc, start: int, end: int, *, limit: int = CONTENT_WORDS) -> str:
    """The answer that tokens `start` to `end` word: trimmed of what leads in or out, cut after `limit` content words."""
    tokens = [token for token in doc[start:end] if not token.is_space]
    while tokens and tokens[0].lower_ in _LEADING:
        tokens = tokens[1:]
    content = 0
    for i, token in enumerate(tokens):
        if token.is_alpha and token.lower_ not in _FUNCTION:
            content += 1
        if content > limit:
            tokens = tokens[:i]
            break
    while tokens and tokens[-1].lower_ in _TRAILING:
        tokens = tokens[:-1]
    if not tokens:
        return ""
    text = doc[tokens[0].i : tokens[-1].i + 1].text
    return re.sub(r"\s+", " ", re.sub(r"[“”\"]", "", text)).strip(" ,;:–—-'’‘")
