"""What a table or list says of one of its numbers."""

from dataclasses import dataclass

from extractor.components.values import FigureValue
from extractor.models import Population, Wave

#: What makes one question of a table differ from another: the table's number and the texts that head the question.
QuestionKey = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RowPoll:
    """The poll that a row of a table of polls reports: all as printed there, with the place of each text."""

    name: str
    dates: str = ""
    size: int | None = None
    margin_of_error: float | None = None
    places: tuple[tuple[str, int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class TableBinding:
    """One number of a table or list (``text[start:end]``) and what its heads give it.

    A `label`, `population` or `wave` that is None is not told there.  Figures with the same `key` answer one question,
    whose wording is `question` (empty if none stands there).
    """

    start: int
    end: int
    value: FigureValue
    rule: str
    label: str | None = None
    population: Population | None = None
    key: QuestionKey | None = None
    question: str = ""
    wave: Wave | None = None
    wave_date: str | None = None
    poll: RowPoll | None = None
