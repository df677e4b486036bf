"""What the encoder reads of a choice: the words before and around a figure, then the options, piece by piece."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from extractor.encoder.wordpieces import Piece, pieces

#: Pieces of the vocabulary with a meaning of their own; the first ones are free in it.
_OPENS, _PARTS, _FIGURE, _FIGURE_ENDS = 101, 102, 1, 2
#: What the figure chooses, and the piece that opens each option.
TASKS = {"response": 3, "population": 4}
#: Pieces of the sentences before, as far as they go in whole.
_BEFORE = 112
#: Sentences before the figure's own that are read at most.
SENTENCES = 4
#: Pieces of a long sentence, and of an option.
_LONGEST, _OPTION = 172, 16
#: A sentence before that is too long is read from here on, if there is room for this much.
_ROOM = 20


class Choice(NamedTuple):
    """An option of a figure: its words, and the characters of the text where it stands (-1, -1 if nowhere)."""

    label: str
    start: int = -1
    end: int = -1


@dataclass(frozen=True, slots=True)
class Place:
    """A figure in its text: its characters and the ranges of the sentences up to its own, in order."""

    text: str
    start: int
    end: int
    sentences: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Passage:
    """Pieces in order; `second` is the first piece behind the words of the text.

    `figure` is where the figure opens, `labels` and `places` are the pieces of each option's words and of the words
    of the text where it stands.
    """

    numbers: list[int]
    second: int
    figure: int
    labels: list[range]
    places: list[list[int]]


def passage(task: str, where: Place, choices: Sequence[Choice]) -> Passage:
    """The passage for a choice of `task` among `choices`."""
    numbers, at, is_open = [_OPENS], 0, False
    told: list[tuple[int, Piece]] = []
    for piece in _words(where):
        if not at and piece.start >= where.start:
            at, is_open = len(numbers), True
            numbers.append(_FIGURE)
        if is_open and piece.start >= where.end:
            is_open = False
            numbers.append(_FIGURE_ENDS)
        told.append((len(numbers), piece))
        numbers.append(piece.number)
    second = len(numbers)
    numbers.append(_PARTS)
    labels: list[range] = []
    for choice in choices:
        first = len(numbers)
        numbers += [TASKS[task], *(piece.number for piece in pieces(choice.label)[:_OPTION])]
        labels.append(range(first, len(numbers)))
    places = [[i for i, piece in told if piece.start < choice.end and piece.end > choice.start] for choice in choices]
    return Passage(numbers, second, at, labels, places)


def _words(where: Place) -> list[Piece]:
    """The pieces of the figure's sentence and of those before it that there is room for."""
    *before, own = where.sentences
    found = _of(where.text, own)
    for i, sentence in enumerate(reversed(before[-SENTENCES:])):
        more = _of(where.text, sentence)
        if len(found) + len(more) > _BEFORE:
            if not i and len(found) < _BEFORE - _ROOM:
                found = more[len(found) - _BEFORE :] + found
            break
        found = more + found
    if len(found) > _LONGEST:
        at = next((i for i, piece in enumerate(found) if piece.start >= where.start), len(found) - 1)
        first = max(0, at - _BEFORE)
        found = found[first : first + _LONGEST]
    return found


def _of(text: str, sentence: tuple[int, int]) -> list[Piece]:
    start, end = sentence
    return [Piece(piece.number, piece.start + start, piece.end + start) for piece in pieces(text[start:end])]
