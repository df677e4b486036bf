"""Where a figure of the dataset stands in the gold document, found by the text around it.

The cleaned article may differ from the document in white space, quotation marks and boilerplate, so both are reduced to
their letters, digits and percent signs.
"""

from bisect import bisect_left
from collections.abc import Iterator

Span = tuple[int, int]

#: How much of the reduced text before and after a figure must agree; the first that is found anywhere decides.
WINDOWS = ((32, 32), (24, 24), (24, 8), (8, 24), (14, 14), (24, 0), (0, 24))


class Stream:
    """A text reduced to its letters, digits and percent signs (lower case), with the way back to its offsets."""

    def __init__(self, text: str) -> None:
        self.back: list[int] = []
        kept: list[str] = []
        for offset, char in enumerate(text):
            if char.isalnum() or char == "%":
                for folded in char.lower():
                    kept.append(folded)
                    self.back.append(offset)
        self.text = "".join(kept)

    def position(self, offset: int) -> int:
        """The place in the reduced text of the first kept character at or after `offset`."""
        return bisect_left(self.back, offset)


def places(article: Stream, document: Stream, start: int, end: int) -> list[Span]:
    """Where in `document` the figure at ``start:end`` of `article` can stand; several where the text repeats."""
    first, last = article.position(start), article.position(end)
    exact = article.text[first:last]
    if not exact:
        return []
    for before, after in WINDOWS:
        left = article.text[max(0, first - before) : first]
        right = article.text[last : last + after]
        found = [hit + len(left) for hit in _occurrences(document.text, left + exact + right)]
        if found:
            return [(document.back[at], document.back[at + len(exact) - 1] + 1) for at in found]
    return []


def _occurrences(text: str, part: str) -> Iterator[int]:
    """Starts of the occurrences of `part`, none overlapping the one before."""
    at = text.find(part)
    while at >= 0:
        yield at
        at = text.find(part, at + len(part))
