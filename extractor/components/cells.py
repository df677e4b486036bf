"""Cells of result tables: numbers that stand alone on their line, where a heading above says that they are percentages.

A table reaches the text as a run of short lines, one a cell.  `tables` finds such runs; within one, the question or
caption above belongs to every number, as one sentence does elsewhere.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from extractor.components.candidates import Candidate

_LINE = re.compile(r"[^\n]+")
_LONGEST_CELL = 60
_LONGEST_CAPTION = 240
_FEWEST_CELLS = 4
_NUMBER = re.compile(r"\s*(?P<sign>[+\-−–]?)(?P<number>\d{1,3}(?:\.\d)?)\s?(?P<unit>%?)\s*")
_FEWEST_NUMBERS = 2


@dataclass(frozen=True, slots=True)
class Table:
    """A run of cells ``text[start:end]``; `start` is that of the line that titles it."""

    start: int
    end: int
    numbers: tuple[tuple[int, int], ...]


def tables(text: str) -> Iterator[Table]:
    """The runs of at least four short lines with at least two numbers among them, in order."""
    run: list[re.Match[str]] = []
    title: re.Match[str] | None = None
    for line in (*_LINE.finditer(text), None):
        if line is not None and len(line.group()) <= _LONGEST_CELL and not line.group().rstrip().endswith("."):
            run.append(line)
            continue
        table = _table(run, title)
        if table:
            yield table
        run, title = [], line


def _table(run: list[re.Match[str]], title: re.Match[str] | None) -> Table | None:
    numbers = tuple(found.span("number") for line in run if (found := _cell(line)))
    if len(run) < _FEWEST_CELLS or len(numbers) < _FEWEST_NUMBERS:
        return None
    titled = title is not None and len(title.group()) <= _LONGEST_CAPTION
    start = title.start() if titled and title is not None else run[0].start()
    return Table(start, run[-1].end(), numbers)


def _cell(line: re.Match[str]) -> re.Match[str] | None:
    return _NUMBER.fullmatch(line.string, line.start(), line.end())


def cells(text: str, percent: re.Pattern[str]) -> list[Candidate]:
    """The bare numbers in cells of tables whose title or header matches `percent` (`text` in lower case)."""
    found = []
    for table in tables(text):
        if not percent.search(text, table.start, table.end):
            continue
        for start, end in table.numbers:
            value = float(text[start:end])
            unit_follows = text[end : end + 2].strip().startswith("%")
            if not unit_follows and value <= 100:
                found.append(Candidate(start, end, value, len(text[start:end].partition(".")[2]), "percent", "bare"))
    return found
