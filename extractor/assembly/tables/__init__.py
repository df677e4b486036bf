"""Tables and lists of results: which number stands for whom, for which answer to which question, in which poll."""

from extractor.assembly.tables.binding import RowPoll, TableBinding
from extractor.assembly.tables.poll_rows import with_row_polls
from extractor.assembly.tables.prose import resolve_prose
from extractor.assembly.tables.reading import TableReading, read_tables

__all__ = ["RowPoll", "TableBinding", "TableReading", "read_tables", "resolve_prose", "with_row_polls"]
