"""Which capitalised words of a document are proper: seen with a capital where ordinary words have none."""

from bisect import bisect_left
from collections.abc import Sequence

from extractor.components.doc_text import Words

#: A line is in title case if it has so many longer words, nearly all of them capitalised, and no parenthesis (which
#: lists of persons have).
_TITLE_WORDS, _TITLE_SHARE, _LONG = 5, 0.75, 4
_OPENING = frozenset("\"'“‘(:[—–-•*|")


class Capitals:
    """What the capitals of a document tell.

    `bounds` are the first token of each sentence and the one behind it, `places` the tokens that begin with a capital.
    """

    def __init__(self, words: Words, bounds: Sequence[tuple[int, int]], places: Sequence[int]) -> None:
        texts = words.texts
        #: Words that stand small somewhere: a capital at the head of a sentence says nothing of them.
        self.ordinary = set(filter(str.islower, texts))
        #: Words with a capital inside a sentence of running text.
        self.proper: set[str] = set()
        #: First tokens of the lines in which every word has a capital.
        self.title_lines: set[int] = set()
        for start, end in bounds:
            inside = places[bisect_left(places, start) : bisect_left(places, end)]
            if len(inside) >= _TITLE_SHARE * _TITLE_WORDS and _in_title_case(texts[start:end]):
                self.title_lines.add(start)
            else:
                self.proper.update(texts[i] for i in inside if i > start and not _opens(texts[i - 1]))


def _in_title_case(texts: Sequence[str]) -> bool:
    long = [word for word in texts if len(word) >= _LONG and word.isalpha()]
    capital = sum(word[0].isupper() for word in long)
    return len(long) >= _TITLE_WORDS and capital >= _TITLE_SHARE * len(long) and "(" not in texts


def _opens(text: str) -> bool:
    return text in _OPENING or text.isspace()
