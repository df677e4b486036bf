"""The store: one SQLite file whose tables are the records.

Write-ahead logging lets readers (Datasette, sqlite-utils) look while a run writes.  A killed run loses at most its
open transaction; nothing that was committed is ever half there.
"""

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple, Self

from extractor.errors import StoreError
from extractor.store.columns import DATASETS, columns, id_column
from extractor.store.migrations import migrate

FILE_NAME = "pollcheck.db"
#: Milliseconds a statement waits for another connection that writes.
BUSY_TIMEOUT = 10_000
#: Kibibytes of page cache; bounds the memory of the store whatever its size.
CACHE_KIB = 65_536


class SourceState(NamedTuple):
    """What the store knows of one input."""

    digest: str
    version: str
    outcome: str
    reason: str | None
    article_id: str | None


@contextmanager
def _explained(path: Path) -> Iterator[None]:
    """Turn SQLite's errors into one sentence that says what to do."""
    try:
        yield
    except sqlite3.DatabaseError as error:
        text = str(error)
        if "full" in text or "disk I/O" in text:
            raise StoreError(f"No space left for {path}: free some and run again; what is stored is safe.") from error
        if "locked" in text:
            raise StoreError(f"{path} is locked by another program: close it and run again.") from error
        if "not a database" in text or "malformed" in text:
            raise StoreError(f"{path} is no store of pollcheck, or damaged: move it away and run again.") from error
        if "readonly" in text or "unable to open" in text:
            raise StoreError(f"{path} cannot be opened for writing: {text}.") from error
        raise StoreError(f"{path}: {text}") from error


class Store:
    """The records of an output folder.  Use as a context manager; `transaction` groups writes."""

    def __init__(self, path: Path) -> None:
        self.path = path
        with self.explained():
            self.connection = sqlite3.connect(path, timeout=BUSY_TIMEOUT / 1000, isolation_level=None)
            try:
                self._prepare()
            except BaseException:
                self.connection.close()
                raise

    def _prepare(self) -> None:
        for pragma in (
            "journal_mode = WAL",
            "synchronous = NORMAL",
            "foreign_keys = ON",
            f"cache_size = -{CACHE_KIB}",
            "temp_store = FILE",
        ):
            self.connection.execute(f"PRAGMA {pragma}")
        migrate(self.connection)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Close the connection; an open transaction is rolled back."""
        self.connection.close()

    def explained(self) -> Any:
        """A context in which SQLite's errors come out as `StoreError`."""
        return _explained(self.path)

    def execute(self, sql: str, values: Sequence[Any] = ()) -> sqlite3.Cursor:
        """Run one statement."""
        with self.explained():
            return self.connection.execute(sql, values)

    def execute_many(self, sql: str, rows: Iterable[Sequence[Any]]) -> None:
        """Run one statement for each row."""
        with self.explained():
            self.connection.executemany(sql, rows)

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Everything inside is written, or nothing."""
        self.execute("BEGIN IMMEDIATE")
        try:
            yield
            self.execute("COMMIT")
        except BaseException:
            if self.connection.in_transaction:
                self.connection.rollback()
            raise

    # state

    def get(self, key: str) -> str | None:
        """A fact about the store, or None."""
        row = self.execute("SELECT value FROM state WHERE key = ?", (key,)).fetchone()
        return row[0] if row else None

    def put(self, key: str, value: str) -> None:
        """Keep a fact about the store."""
        self.execute("INSERT OR REPLACE INTO state VALUES (?, ?)", (key, value))

    # records

    def insert(self, dataset: str, rows: Iterable[Sequence[Any]]) -> None:
        """Add rows (`columns.to_row`) to a table; one whose id is there already changes nothing."""
        self.execute_many(_insert(dataset), rows)

    def rows(self, dataset: str) -> Iterator[tuple[Any, ...]]:
        """All rows of a table, ordered by id."""
        record = DATASETS[dataset]
        names = ", ".join(f'"{column.name}"' for column in columns(record))
        cursor = self.execute(f"SELECT {names} FROM {dataset} ORDER BY {id_column(record)}")
        with self.explained():
            yield from cursor

    def count(self, dataset: str) -> int:
        """How many records a table holds."""
        return int(self.execute(f"SELECT count(*) FROM {dataset}").fetchone()[0])

    # sources

    def source(self, source_path: str) -> SourceState | None:
        """What became of an input, or None if it was never seen."""
        row = self.execute(
            "SELECT digest, version, outcome, reason, article_id FROM sources WHERE source_path = ?", (source_path,)
        ).fetchone()
        return SourceState(*row) if row else None


def _insert(dataset: str) -> str:
    record = DATASETS[dataset]
    marks = ", ".join("?" for _ in columns(record))
    names = ", ".join(f'"{column.name}"' for column in columns(record))
    return f"INSERT OR IGNORE INTO {dataset} ({names}) VALUES ({marks})"
