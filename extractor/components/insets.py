"""What stands inside a sentence and tells nothing of it: counts in brackets, and lists of headlines.

A share is told as a number of people, too: "16 percent (about 2.1 million families)".  Lists of headlines stand behind
a person's name, up to a capital MORE.  Such pages print the name again, glued to the first headline: "Jane Smith Jane
SmithVoters like tea MORE leads".  Left in place, the words between subject and verb hide who is spoken of.
"""

import re
from bisect import bisect_left
from collections.abc import Sequence

from spacy.tokens import Doc

from extractor.components.doc_text import spans_of, text_of, words_of
from extractor.components.values import FIGURES

_INSETS = "insets"
_GLUED = re.compile(r"(?P<name>[A-Z][\w.’'-]*?[a-z.])[A-Z0-9]")
_END = "MORE"
#: A number of people in brackets, behind the share that it stands for.
_COUNT = re.compile(
    r"\s\((?:(?:or|about|some|around|roughly|nearly|almost|over|an estimated|estimated|est\.)\s){0,2}"
    r"\d[\d,.]*(?:\s(?:thousand|million|billion|crore|lakh))?(?:\s[a-z]+){0,2}\)",
    re.IGNORECASE,
)
#: How far back the name stands that is printed again, and how long the list may be (tokens).
_BACK, _LONGEST = 6, 120


def insets(doc: Doc) -> list[tuple[int, int]]:
    """The token ranges of such insets in `doc`, in order; those in which a figure stands are left in place."""
    found: list[tuple[int, int]] | None = doc.user_data.get(_INSETS)
    if found is None:
        found = doc.user_data[_INSETS] = sorted([*_find(doc), *_counts(doc)])
    return found


def inset_tokens(doc: Doc) -> set[int]:
    """The tokens of all such insets in `doc`."""
    return {i for start, end in insets(doc) for i in range(start, end)}


def _counts(doc: Doc) -> list[tuple[int, int]]:
    """The numbers of people in brackets behind their shares."""
    text, found = text_of(doc), []
    figures = spans_of(doc, FIGURES)
    starts = {figure.start_char for figure in figures}
    for figure in figures:
        count = _COUNT.match(text, figure.end_char) if figure._.figure.kind == "share" else None
        if count is not None and starts.isdisjoint(range(count.start(), count.end())):
            words = words_of(doc).starts
            found.append((bisect_left(words, count.start() + 1), bisect_left(words, count.end())))
    return found


def _find(doc: Doc) -> list[tuple[int, int]]:
    texts = words_of(doc).texts
    if _END not in texts:
        return []
    ends = [i for i, text in enumerate(texts) if text == _END]
    figures = sorted(figure.start for figure in spans_of(doc, FIGURES))
    found: list[tuple[int, int]] = []
    reached = 0
    for end in ends:
        start = _start(texts, max(reached, end - _LONGEST), end)
        if start is not None and bisect_left(figures, start) == bisect_left(figures, end):
            found.append((start, end + 1))
        reached = end + 1
    return found


def _start(texts: Sequence[str], first: int, end: int) -> int | None:
    for i in range(first, end):
        glued = _GLUED.match(texts[i])
        if i >= 2 and i + 1 < end and list(texts[i - 2 : i]) == list(texts[i : i + 2]) and texts[i][0].isupper():
            return i  # "Jane Smith Jane Smith: …"
        if glued is None:
            continue
        before = texts[max(0, i - _BACK) : i]
        if glued["name"] in before:
            return i - before[::-1].index(glued["name"])
    return None
