"""Tables: which ones hold data, and the grid that the cells of an article form."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from statistics import median

from lxml.html import HtmlElement

from extractor.models import Article, Block
from extractor.reading.paths import Paths
from extractor.reading.runs import Run, key_of

_NUMBER = re.compile(r"\D{0,3}\d+(?:[.,]\d+)?\s*(?:%|percent|per cent|pts?\.?|points?)?\W{0,3}", re.I)
_SHARE = re.compile(r"\d\s*(?:%|percent\b|per cent\b)", re.I)
_YEAR = re.compile(r"(?:19|20)\d\d")
_MAX_SPAN = 50
_MAX_CELL = 400
_TYPICAL_CELL = 60
_CELL_PATH = re.compile(
    r"(?P<table>.*/table(?:\[\d+\])?)/(?P<row>(?:(?:thead|tbody|tfoot)(?:\[\d+\])?/)?tr(?:\[\d+\])?)/\*\[(?P<place>\d+)\](?P<rest>.*)"
)
_PREDICATE = re.compile(r"\[@(colspan|rowspan)=\"(\d+)\"\]")
_ROW = re.compile(r"(?:(?P<group>thead|tbody|tfoot)(?:\[(?P<group_no>\d+)\])?/)?tr(?:\[(?P<row_no>\d+)\])?")
_GROUP_ORDER = {"thead": 0, None: 1, "tbody": 1, "tfoot": 2}


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table of results.

    Its block, its place and extent in rows and columns (from 0), whether it is a header.
    """

    block: Block
    row: int
    column: int
    rows: int = 1
    columns: int = 1
    header: bool = False


@dataclass(frozen=True, slots=True)
class Grid:
    """One table of an article; `caption` is the block that titles it, if there is one."""

    cells: tuple[Cell, ...]
    caption: Block | None = None

    def headers(self, cell: Cell, article: Article) -> tuple[str, ...]:
        """The texts that head a cell of values: its column's headers from the top, then its row's from the left.

        Of header rows inside the table (subheads) only the last one above the cell counts.
        """
        if cell.header:
            return ()
        heads = [c for c in self.cells if c.header]
        top = self._top_rows()
        above = [c for c in heads if c.row < cell.row and _covers(c.column, c.columns, cell.column)]
        subheads = [c for c in above if c.row >= top]
        beside = [c for c in heads if c.column < cell.column and _covers(c.row, c.rows, cell.row)]
        chosen = [*(c for c in above if c.row < top), *subheads[-1:], *beside]
        return tuple(article.text[c.block.start : c.block.end] for c in chosen)

    def _top_rows(self) -> int:
        """The number of rows at the top that head columns: up to the first value or subhead."""
        values = [cell.row for cell in self.cells if not cell.header]
        rows = Counter(cell.row for cell in self.cells)
        subheads = [cell.row for cell in self.cells if cell.row > 0 and cell.columns > 1 and rows[cell.row] == 1]
        return min((*values, *subheads), default=0)


def _covers(start: int, extent: int, place: int) -> bool:
    return start <= place < start + extent


# ---- reading the page ----------------------------------------------------------------------------------------------


def data_tables(runs: Iterable[Run]) -> dict[HtmlElement, list[Run]]:
    """The tables that hold data rather than lay out the page, with their runs."""
    tables: dict[HtmlElement, list[Run]] = {}
    for run in runs:
        if run.table is not None:
            tables.setdefault(run.table, []).append(run)
    return {table: found for table, found in tables.items() if _holds_data(table, found)}


def holds_results(runs: Iterable[Run]) -> bool:
    """Whether a data table has numbers in a good part of its cells."""
    cells = [run.text for run in runs if run.cell is not None]
    numbers = sum(1 for text in cells if _NUMBER.fullmatch(text))
    return numbers >= 2 and numbers * 4 >= len(cells)


def holds_shares(runs: Iterable[Run]) -> bool:
    """Whether a percentage stands in one of `runs`."""
    return any(_SHARE.search(run.text) for run in runs)


def _holds_data(table: HtmlElement, runs: list[Run]) -> bool:
    if table.get("role") in ("presentation", "none") or next(table.iterdescendants("table"), None) is not None:
        return False
    rows: dict[HtmlElement, set[HtmlElement]] = {}
    lengths: dict[HtmlElement, int] = {}
    for run in runs:
        if run.cell is not None and run.cell.getparent() is not None:
            rows.setdefault(run.cell.getparent(), set()).add(run.cell)
            lengths[run.cell] = lengths.get(run.cell, 0) + len(run.text)
    if sum(1 for cells in rows.values() if len(cells) >= 2) < 2:
        return False
    return max(lengths.values()) <= _MAX_CELL and median(lengths.values()) <= _TYPICAL_CELL


def join_cells(runs: Iterable[Run], tables: Iterable[HtmlElement]) -> Iterator[Run]:
    """`runs` with all text of a data cell in one run; cells of other tables become paragraphs."""
    data = set(tables)
    last: Run | None = None
    for run in runs:
        in_data = run.cell is not None and run.table in data
        if in_data and last is not None and last.cell is run.cell:
            text = f"{last.text} {run.text}"
            last = replace(last, text=text, key=key_of(text))
            continue
        if last is not None:
            yield last
        if in_data:
            last = replace(run, element=run.cell, kind="table_cell")
        else:
            last = replace(run, kind="paragraph") if run.kind == "table_cell" else run
    if last is not None:
        yield last


def cell_path(cell: HtmlElement, paths: Paths) -> str:
    """XPath of a data cell that tells its place in the row and its extent, so that `grids` can rebuild the table."""
    row = cell.getparent()
    path = f"{paths.of(row)}/*[{row.index(cell) + 1}]"
    if cell.tag == "th":
        path += "[self::th]"
    for name in ("colspan", "rowspan"):
        span = cell.get(name, "").strip()
        if span.isdigit() and 1 < int(span) <= _MAX_SPAN:
            path += f'[@{name}="{span}"]' if span == cell.get(name) else ""
    return path


# ---- reading the article -------------------------------------------------------------------------------------------


def grids(article: Article) -> tuple[Grid, ...]:
    """The tables of `article` as grids, in order; made from the blocks alone."""
    found: list[Grid] = []
    name = ""
    members: list[tuple[Block, re.Match[str]]] = []
    caption: Block | None = None
    last: Block | None = None
    for block in article.blocks:
        parsed = _CELL_PATH.fullmatch(block.xpath) if block.kind == "table_cell" else None
        table = parsed["table"] if parsed else ""
        if table != name:
            if members:
                found.append(Grid(_laid_out(members, article), caption))
            name, members = table, []
            caption = last if last is not None and last.kind in ("caption", "heading") else None
        if parsed:
            members.append((block, parsed))
        last = block
    if members:
        found.append(Grid(_laid_out(members, article), caption))
    return tuple(found)


def _laid_out(members: list[tuple[Block, re.Match[str]]], article: Article) -> tuple[Cell, ...]:
    rows = sorted({match["row"] for _, match in members}, key=_row_order)
    numbers = {name: number for number, name in enumerate(rows)}
    taken: set[tuple[int, int]] = set()
    cells: list[Cell] = []
    columns: dict[int, tuple[int, int]] = {}  # row -> (children passed, next free column)
    for block, match in members:
        row, place = numbers[match["row"]], int(match["place"])
        spans = {key: int(value) for key, value in _PREDICATE.findall(match["rest"])}
        wide, high = spans.get("colspan", 1), spans.get("rowspan", 1)
        passed, column = columns.get(row, (0, 0))
        for _ in range(place - passed - 1):  # empty cells have no block
            column = _free(taken, row, column) + 1
        column = _free(taken, row, column)
        columns[row] = (place, column + wide)
        taken.update((row + down, column + right) for down in range(high) for right in range(wide))
        header = "[self::th]" in match["rest"] or match["row"].startswith("thead")
        cells.append(Cell(block, row, column, high, wide, header))
    return _with_headers(cells, article)


def _row_order(name: str) -> tuple[int, int, int]:
    match = _ROW.fullmatch(name)
    if match is None:
        return (1, 0, 0)
    return (_GROUP_ORDER[match["group"]], int(match["group_no"] or 1), int(match["row_no"] or 1))


def _free(taken: set[tuple[int, int]], row: int, column: int) -> int:
    while (row, column) in taken:
        column += 1
    return column


def _with_headers(cells: list[Cell], article: Article) -> tuple[Cell, ...]:
    """Where the page marks no headers: a first row and a first column without figures head the others."""

    def is_figure(cell: Cell) -> bool:
        text = article.text[cell.block.start : cell.block.end]
        return _NUMBER.fullmatch(text) is not None and not _YEAR.fullmatch(text)

    top = [cell for cell in cells if cell.row == 0]
    heads: set[int] = set()
    if not any(map(is_figure, top)):
        heads.update(id(cell) for cell in top)
    side = [cell for cell in cells if cell.column == 0 and (cell.row > 0 or not heads)]
    if not any(cell.header for cell in side) and not any(map(is_figure, side)):
        heads.update(id(cell) for cell in side)
    return tuple(replace(cell, header=True) if id(cell) in heads else cell for cell in cells)
