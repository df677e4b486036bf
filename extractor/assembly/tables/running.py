"""Tables whose lines run together in one paragraph: heads, then rows of a label and as many numbers each.

Pages that draw their tables with scripts reach the text so: ``Candidate Men Women Rivera 40% 35% Stone 31 42 ...``.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extractor.assembly.tables.about import speaks_of_polls
from extractor.assembly.tables.binding import RowPoll, TableBinding
from extractor.assembly.tables.heads import Head, book, head
from extractor.assembly.tables.values import figure
from extractor.models import Article, Population
from extractor.parsing.populations import ALL_RESPONDENTS, describe

RUNNING = "table.running"
_TOKEN = re.compile(r"\S+")
_SHARE = re.compile(r"(?P<number>100|\d{1,2}(?:\.\d)?)%?")
_CELL = r"(?:(?:100|\d{1,2}(?:\.\d)?)%?|[A-Z]{1,4}\+\d{1,2}(?:\.\d)?|Even|EVEN|Tie|Tied)"
_LEAD = re.compile(r"(?P<side>[A-Z]{1,4})(?P<number>\+\d{1,2}(?:\.\d)?)|Even|EVEN|Tie|Tied")
_BRACKET = re.compile(r"\((?P<share>\d{1,2}%)?[^()]{0,30}\)$")
_SENTENCE_END = re.compile(r"\w{4,}[.!?;:]$")
_DAYS = re.compile(r"(?:\s\d{1,2}(?:\s?[-–]\s?(?:[A-Z]\w+\.?\s)?\d{1,2})?,?(?:\s\d{4}\b)?)?")
_SIZE = re.compile(r"\s(?P<size>\d{1,2},\d{3}|\d{3,5})(?:\s(?P<whom>[A-Z]{1,3}))?$")
_LONGEST_LABEL, _LONGEST_HEAD, _MOST_HEADS = 10, 5, 40
_FEWEST_ROWS = 3
#: The numbers of a row: at least two.
_CELLS = re.compile(rf"(?<!\S){_CELL}(?:\s+{_CELL})+(?!\S)")

Token = re.Match[str]


@dataclass(frozen=True, slots=True)
class Row:
    """The tokens of a row's label and of its numbers."""

    label: Sequence[Token]
    cells: Sequence[Token]

    @property
    def text(self) -> str:
        """The label as printed."""
        return _text(self.label)


@dataclass(frozen=True, slots=True)
class Column:
    """A column's head, its mark in brackets (``(D)``), and the share of the electorate told there, if any."""

    text: str
    mark: str = ""
    share: tuple[int, str] | None = None


def bind_running(article: Article, polled: bool) -> tuple[list[TableBinding], list[tuple[int, int]]]:
    """The bindings of all such tables and the places they take; `polled`: the article speaks of a poll."""
    found: list[TableBinding] = []
    taken: list[tuple[int, int]] = []
    if not polled:
        return found, taken
    for number, block in enumerate(article.blocks):
        text = article.text[block.start : block.end]
        if block.kind in ("title", "table_cell") or not speaks_of_polls(text):
            continue
        for rows in _tables(article.text, block.start, block.end):
            told = list(_bound(rows, f"running {number}", text))
            if told:
                found += told
                taken.append((told[0].start, rows[-1].cells[-1].end()))
    return found, taken


def _tables(text: str, start: int, end: int) -> Iterator[list[Row]]:
    """Runs of rows that have the same number of cells; the first row's label holds the heads too."""
    rows: list[Row] = []
    for cells in _CELLS.finditer(text, start, end):
        row = Row(list(_TOKEN.finditer(text, start, cells.start())), list(_TOKEN.finditer(text, *cells.span())))
        if rows and not (len(row.cells) == len(rows[0].cells) and _is_label(row.label)):
            if len(rows) >= _FEWEST_ROWS:
                yield rows
            rows = []
        rows.append(row)
        start = cells.end()
    if len(rows) >= _FEWEST_ROWS:
        yield rows


def _is_label(tokens: Sequence[Token]) -> bool:
    return 0 < len(tokens) <= _LONGEST_LABEL and not any(_SENTENCE_END.search(token[0]) for token in tokens)


def _text(tokens: Sequence[Token]) -> str:
    return tokens[0].string[tokens[0].start() : tokens[-1].end()] if tokens else ""


def _bound(rows: list[Row], name: str, caption: str) -> Iterator[TableBinding]:
    """The bindings of a table; none if it cannot be told where its heads end and what they stand for."""
    leads = [all(_LEAD.fullmatch(row.cells[i][0]) for row in rows) for i in range(len(rows[0].cells))]
    shares = [i for i, lead in enumerate(leads) if not lead]
    read = _heads(rows, len(shares))
    if read is None or any(_LEAD.fullmatch(row.cells[i][0]) for row in rows for i in shares):
        return
    columns, first = read
    rows = [Row(first, rows[0].cells), *rows[1:]]
    heads = [head(column.text) for column in columns]
    labels = [head(row.text) for row in rows]
    grouped = book().pattern("by_groups").search(caption) is not None
    across, down = _groups(heads, [column.text for column in columns], grouped), _groups(labels, (), False)
    polls = [_poll(row) for row in rows]
    dated = sum(one is not None for one in polls) * 2 > len(rows)
    answers = all(one.role == "response" for one in heads)
    if not (across or down or dated or answers):
        return
    if across and "exit poll" in caption.lower():
        yield from _electorate(columns, name)
    for row, label, dates in zip(rows, labels, polls, strict=True):
        people = down[rows.index(row)] if down and not across else None
        poll: RowPoll | None = None
        key = (name, row.text) if dated or (answers and not (across or down)) else (name,)
        if dated and not across:
            poll = dates or RowPoll(row.text)
            size = _SIZE.search(row.text)
            people = head(size["whom"]).population if size and size["whom"] else None
        for place, cell in enumerate(row.cells):
            if leads[place]:
                yield from _lead(cell, columns, key, poll)
                continue
            at = shares.index(place)
            yield TableBinding(
                start=cell.start(),
                end=cell.end(),
                value=figure(cell[0].rstrip("%"), "share"),
                rule=RUNNING,
                label=label.text if across else heads[at].text,
                population=across[at] if across else people,
                key=key,
                question=row.text if answers and not (across or down or dated) else "",
                wave="current",
                poll=poll,
            )


def _groups(heads: Sequence[Head], texts: Sequence[str], grouped: bool) -> list[Population]:
    """The groups that all heads name, if they do; `grouped`: the caption says that answers are told by group."""
    found = [
        one.population or (describe(text) if grouped else None)
        for one, text in zip(heads, texts or [""] * len(heads), strict=True)
    ]
    known = [one for one in found if one is not None and (one.facets or one.country or one.label == ALL_RESPONDENTS)]
    return known if len(known) == len(heads) else []


def _electorate(columns: Sequence[Column], name: str) -> Iterator[TableBinding]:
    """What part of an exit poll's voters each group is: "Men (45%)"."""
    for column in columns:
        if column.share:
            start, printed = column.share
            value, everyone = figure(printed.rstrip("%"), "share"), Population(label=ALL_RESPONDENTS)
            end, key = start + len(printed), (name, "groups")
            yield TableBinding(start, end, value, RUNNING, column.text, everyone, key, wave="current")


def _lead(cell: Token, columns: Sequence[Column], key: tuple[str, ...], poll: RowPoll | None) -> Iterator[TableBinding]:
    """The lead of the side whose letters stand before it: "D+5" under "Rivera (D) Stone (R)"."""
    match = _LEAD.fullmatch(cell[0])
    if match is None or not match["side"]:
        return  # a tie has no number
    side = next((column.text for column in columns if column.mark == match["side"]), match["side"])
    value = figure(match["number"], "difference")
    yield TableBinding(cell.start(), cell.end(), value, RUNNING, side, None, key, wave="current", poll=poll)


def _heads(rows: Sequence[Row], width: int) -> tuple[list[Column], Sequence[Token]] | None:
    """The heads of `width` columns of shares and the label of the first row, which follow each other."""
    before = list(rows[0].label)[-_MOST_HEADS:]
    corner = max((i for i, token in enumerate(before) if _is_corner(token[0])), default=-1)
    months = book().pattern("month")
    brackets = [i for i, token in enumerate(before) if i and token[0].endswith(")")][-width:]
    if all(months.match(row.label[0][0]) for row in rows[1:]):
        first = next((i for i, token in enumerate(before) if i > corner - 1 and months.match(token[0])), 0)
        if not first:
            return None
        brackets = [i for i in brackets if i < first]
    else:
        first = 0
    if len(brackets) == width and brackets[-1] + 1 < len(before):
        return _bracketed(before, brackets, first or brackets[-1] + 1)
    if corner < 0:
        return None
    starts = [i for i in range(corner + 1, len(before)) if not before[i][0][0].islower()]
    sizes = {sum(not token[0][0].islower() for token in row.label) for row in rows[1:]}
    if first:
        starts = [i for i in starts if i < first]
    elif len(sizes) == 1 and len(starts) == width + min(sizes):
        first, starts = starts[width], starts[:width]
    if not first or len(starts) != width:
        return None
    ends = [*starts[1:], first]
    return [Column(_text(before[i:j])) for i, j in zip(starts, ends, strict=True)], before[first:]


def _is_corner(text: str) -> bool:
    """Whether a word heads the labels of the rows, or columns of other things: "Candidate", "Sample"."""
    roles = ("axis_answer", "axis_question", "axis_population", "poll", "size", "date", "margin", "difference")
    return text[0].isupper() and text.lower() in book().group(*roles)


def _bracketed(before: list[Token], brackets: list[int], first: int) -> tuple[list[Column], Sequence[Token]] | None:
    """Heads that each end in brackets: "Under 30 (21%) Over 30 (79%)", "Rivera (D) Stone (R)"."""
    columns: list[Column] = []
    last = -1
    for number, end in enumerate(brackets):
        opened = next((i for i in range(end, last, -1) if before[i][0].startswith("(")), end)
        if number:
            start = last + 1
        else:
            corners = [i for i in range(opened) if _is_corner(before[i][0])]
            capitals = [i for i in range(opened) if not before[i][0][0].islower()]
            start = corners[-1] + 1 if corners else capitals[-1] if capitals else opened
        words = before[start:opened]
        match = _BRACKET.match(_text(before[opened : end + 1]))
        if not words or len(words) > _LONGEST_HEAD or match is None:
            return None
        share = (before[opened].start() + 1, match["share"]) if match["share"] else None
        columns.append(Column(_text(words), "" if share else match[0].strip("()"), share))
        last = end
    return columns, before[first:]


def _poll(row: Row) -> RowPoll | None:
    """The poll of a row by its label: dates, who polled, how many ("May 2-3 Harbor Polling 666 LV")."""
    text, start = row.text, row.label[0].start()
    dated = book().pattern("month").match(row.label[0][0])
    days = _DAYS.match(text, len(row.label[0][0])) if dated else None
    left = days.end() if days else 0
    size = _SIZE.search(text, left)
    if not days and not size:
        return None
    name = text[left : size.start() if size else len(text)].strip()
    begin = start + text.index(name, left)
    places = [("pollsters", begin, begin + len(name))] if name else []
    if days:
        places.append(("field_end", start, start + left))
    if size:
        places.append(("samples", start + size.start("size"), start + size.end("size")))
    return RowPoll(name, text[:left], int(size["size"].replace(",", "")) if size else None, None, tuple(places))
