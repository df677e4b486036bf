"""A grid as parts: heads over columns, heads beside rows, rows that open a section, and the cells of values.

The page's own marks (``th``) are followed; a row without values that has several cells heads the rows below it, a row
with a single cell titles them.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from extractor.assembly.tables.heads import head
from extractor.assembly.tables.values import Value, is_value, values
from extractor.models import Article
from extractor.reading.tables import Cell, Grid


@dataclass(slots=True)
class Entry:
    """A cell of values with the heads above it (from the top), beside it (from the left) and its row and section."""

    cell: Cell
    values: list[Value]
    above: list[Cell]
    beside: list[Cell]
    section: Cell | None


@dataclass(slots=True)
class Part:
    """The rows of a grid under the same column heads.

    `title` is a row of one cell before the heads; `corners` are heads over columns that hold heads of rows.
    """

    number: int
    title: Cell | None = None
    heads: list[list[Cell]] = field(default_factory=list)
    corners: list[Cell] = field(default_factory=list)
    entries: list[Entry] = field(default_factory=list)
    sides: set[int] = field(default_factory=set)
    rows: dict[int, list[Cell]] = field(default_factory=dict)


def parts(grid: Grid, article: Article) -> list[Part]:
    """The parts of `grid` that hold values, in order."""
    rows: dict[int, list[Cell]] = defaultdict(list)
    for cell in grid.cells:
        rows[cell.row].append(cell)
    tall = [cell for cell in grid.cells if cell.rows > 1]
    found = [Part(0)]
    section: Cell | None = None
    fresh = True
    for number in sorted(rows):
        cells = sorted(rows[number], key=lambda cell: cell.column)
        numbers = [cell for cell in cells if not cell.header and is_value(text_of(cell, article))]
        if numbers:
            first = numbers[0].column
            held = [cell for cell in tall if cell.row < number < cell.row + cell.rows]
            beside = [cell for cell in (*held, *cells) if cell.column < first and not _is_number(cell, article)]
            part = found[-1]
            part.rows[number] = cells
            part.sides.update(cell.column for cell in beside)
            for cell in cells:
                told = values(text_of(cell, article), cell.block.start)
                if told and (not cell.header) and cell not in beside:
                    above = [c for level in part.heads for c in level if _over(c, cell)]
                    part.entries.append(Entry(cell, told, above, sorted(beside, key=lambda c: c.column), section))
            fresh = False
        elif len(cells) == 1 and _titles(cells[0], article):
            if fresh or not found[-1].entries:
                found[-1].title = found[-1].title or cells[0]
            section = cells[0]
        elif fresh:
            found[-1].heads.append(cells)
        elif len(cells) == 1:
            section = cells[0]
        else:
            found.append(Part(len(found), title=section, heads=[cells]))
            fresh = True
    for part in found:
        part.corners = [c for level in part.heads for c in level if c.column in part.sides and c.columns == 1]
    return [part for part in found if part.entries]


def text_of(cell: Cell, article: Article) -> str:
    """The text of a cell."""
    return article.text[cell.block.start : cell.block.end]


def columns(entries: Iterable[Entry]) -> list[list[Entry]]:
    """The entries of each column of each section, one below the other."""
    lines: dict[tuple[int, int], list[Entry]] = {}
    for entry in entries:
        lines.setdefault((entry.cell.column, entry.section.row if entry.section else -1), []).append(entry)
    return list(lines.values())


def rows(entries: Iterable[Entry]) -> list[list[Entry]]:
    """The entries of each row."""
    lines: dict[int, list[Entry]] = {}
    for entry in entries:
        lines.setdefault(entry.cell.row, []).append(entry)
    return list(lines.values())


def _titles(cell: Cell, article: Article) -> bool:
    """Whether a cell that is alone in its row titles the rows below; else it is the one head that has a text."""
    return cell.columns > 1 or (cell.column == 0 and not head(text_of(cell, article)).role.startswith("axis"))


def _over(head: Cell, cell: Cell) -> bool:
    return head.column <= cell.column < head.column + head.columns


def _is_number(cell: Cell, article: Article) -> bool:
    return not cell.header and is_value(text_of(cell, article))
