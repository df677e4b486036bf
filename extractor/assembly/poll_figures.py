"""Where an article tells figures, and which of them stand in the paragraphs that speak of a poll."""

from bisect import bisect_left
from collections.abc import Sequence

from spacy.tokens import Span

from extractor.assembly.poll_state import PollState


class PollFigures:
    """The places of an article's figures."""

    def __init__(self, text: str, figures: Sequence[Span]) -> None:
        self._text = text
        self._title = text.find("\n")
        self._starts = sorted(figure.start_char for figure in figures)

    def inside(self, start: int, end: int) -> bool:
        """Whether a figure stands in a part of the text."""
        at = bisect_left(self._starts, start)
        return at < len(self._starts) and self._starts[at] < end

    def follow(self, start: int) -> bool:
        """Whether a figure stands between `start` and the end of its paragraph."""
        return self.inside(start, self._paragraph(start, start)[1])

    def over(self, start: int) -> bool:
        """Whether all figures stand before `start`."""
        return bool(self._starts) and self._starts[-1] < start

    def of(self, poll: PollState) -> bool:
        """Whether a paragraph below the title speaks of the poll and has a figure."""
        return any(self.inside(*self._paragraph(start, end)) for start, end in poll.mentions)

    def _paragraph(self, start: int, end: int) -> tuple[int, int]:
        stop = self._text.find("\n", end)
        return max(self._title, self._text.rfind("\n", 0, start)), stop if stop >= 0 else len(self._text)
