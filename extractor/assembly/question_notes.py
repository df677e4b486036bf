"""How a question was put, where the report says so: to whom alone, and whether several answers could be given."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from functools import cache

from spacy.tokens import Doc

from extractor.assembly.topic_words import words
from extractor.components.doc_text import sentence_ranges, spans_of, text_of
from extractor.components.values import FIGURES
from extractor.lexicons.phrasebook import any_of
from extractor.lexicons.screens import Screen


@cache
def _patterns(language: str) -> tuple[Screen, Screen]:
    asking = words(language).asking
    return (
        Screen(re.compile(rf"(?i)\b(?:{any_of(asking['universe'])})\s+([^,.;:()\n]{{3,80}})")),
        Screen(re.compile(rf"(?i)\b(?:{any_of(asking['multiple'])})\b")),
    )


class QuestionNotes:
    """Reads the sentences of one article beside its figures."""

    def __init__(self, doc: Doc) -> None:
        self._text = text_of(doc)
        self._ranges = sentence_ranges(doc)
        self._starts = [start for start, _ in self._ranges]
        self._held = {self._sentence(figure.start_char) for figure in spans_of(doc, FIGURES)}
        self._universe, self._multiple = _patterns(doc.lang_ or "en")

    def universe(self, figures: Iterable[int]) -> str | None:
        """To whom alone the question was put that the figures at these offsets answer; None if that is not said."""
        for start, end in self._beside(figures):
            found = self._universe.search(self._text[start:end])
            if found:
                return found.group(1).strip()
        return None

    def multiple(self, figures: Iterable[int]) -> bool:
        """Whether respondents could give several answers to that question."""
        return any(self._multiple.search(self._text[start:end]) for start, end in self._beside(figures))

    def _beside(self, figures: Iterable[int]) -> Iterator[tuple[int, int]]:
        """The sentences of the figures, and those before and after that hold no figure and stand in one paragraph."""
        own = {self._sentence(figure) for figure in figures}
        near = {i + step for i in own for step in (-1, 1) if self._runs_on(min(i, i + step))} - self._held
        for i in sorted(own | near):
            yield self._ranges[i]

    def _runs_on(self, i: int) -> bool:
        """Whether the sentence behind sentence `i` stands in its paragraph."""
        inside = i >= 0 and i + 1 < len(self._ranges)
        return inside and "\n" not in self._text[self._ranges[i][1] : self._ranges[i + 1][0]]

    def _sentence(self, offset: int) -> int:
        return bisect_right(self._starts, offset) - 1
