"""Reads the tables and lists of an article and puts their numbers among the figures of its Doc."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from spacy.tokens import Doc, Span

from extractor.assembly.tables.about import speaks_of_polls, tells_results
from extractor.assembly.tables.binding import TableBinding
from extractor.assembly.tables.cells import GridBinder
from extractor.assembly.tables.layout import parts
from extractor.assembly.tables.lists import bind_lists
from extractor.assembly.tables.poll_rows import published_date
from extractor.assembly.tables.roles import read_roles
from extractor.assembly.tables.running import bind_running
from extractor.assembly.tables.values import is_value
from extractor.components.doc_text import mark, spans_of, text_of
from extractor.components.poll_values import POLLS
from extractor.components.values import FIGURES
from extractor.models import Article, Block
from extractor.reading.tables import Grid, grids

_BEFORE, _AFTER = 3, 1


@dataclass(frozen=True, slots=True)
class TableReading:
    """The numbers of an article's tables and lists by the offset at which each begins."""

    bindings: dict[int, TableBinding] = field(default_factory=dict)

    def of(self, figures: Sequence[Span]) -> list[TableBinding | None]:
        """The binding of each of `figures`; None for those of the prose."""
        return [self.bindings.get(figure.start_char) for figure in figures]


def read_tables(doc: Doc, article: Article) -> TableReading:
    """Bind the numbers of tables and lists, and make ``doc.spans["figures"]`` hold just those that tell results.

    Numbers in cells of other tables, and those in columns of sizes or dates, are taken out.
    """
    tables = grids(article) if any(block.kind == "table_cell" for block in article.blocks) else ()
    polled = bool(doc.spans.get(POLLS)) or speaks_of_polls(article.title or "")
    published = published_date(article)
    bindings: list[TableBinding] = []
    cleared: list[tuple[int, int]] = []
    for number, grid in enumerate(tables):
        told = [(part, read_roles(part, article)) for part in parts(grid, article)]
        results = bool(told) and tells_results(grid, told, article, _near(article, grid), polled)
        cleared += _cleared(grid, article, results)
        if results:
            binder = GridBinder(number, grid, article, published)
            for part, roles in told:
                bindings += binder.bind(part, roles)
    bindings += bind_lists(article, polled)
    running, taken = bind_running(article, polled)
    bindings += running
    cleared += taken
    kept = _mark(doc, bindings, cleared) if bindings or cleared else []
    return TableReading({binding.start: binding for binding in kept})


def _near(article: Article, grid: Grid) -> list[Block]:
    """The blocks before and after a table that are no cells."""
    start, end = grid.cells[0].block.start, grid.cells[-1].block.end
    others = [block for block in article.blocks if block.kind not in ("table_cell", "title")]
    before = [block for block in others if block.end <= start][-_BEFORE:]
    return before + [block for block in others if block.start >= end][:_AFTER]


def _cleared(grid: Grid, article: Article, results: bool) -> list[tuple[int, int]]:
    """The cells whose numbers count only if a binding says so: all of a table of results, else those of numbers."""
    blocks = [cell.block for cell in grid.cells]
    return [(b.start, b.end) for b in blocks if results or is_value(article.text[b.start : b.end])]


def _mark(doc: Doc, bindings: Sequence[TableBinding], cleared: Sequence[tuple[int, int]]) -> list[TableBinding]:
    """Replace the figures of `cleared` ranges and of bound places by those of `bindings`; returns what was marked."""
    gone = [*cleared, *((binding.start, binding.end) for binding in bindings)]
    taken = bytearray(len(text_of(doc)) + 1)
    for start, end in gone:
        taken[start:end] = b"\1" * (end - start)
    spans = [s for s in spans_of(doc, FIGURES) if not any(taken[s.start_char : s.end_char])]
    kept: list[TableBinding] = []
    for binding in bindings:
        span = doc.char_span(binding.start, binding.end, label="figure")
        if span is not None:
            span._.figure = binding.value
            spans.append(span)
            kept.append(binding)
    mark(doc, FIGURES, sorted(spans, key=lambda span: span.start))
    return kept
