"""Outcomes into the store: new ones added, changed ones replaced, their neighbours marked for the matching."""

import time
from collections.abc import Iterable
from types import TracebackType
from typing import Self

from extractor.batch.export import touch
from extractor.batch.work import ArticleRows, Outcome
from extractor.store.sqlite import Store

#: Seconds and inputs after which a transaction is written; a killed run reads at most this much again.
COMMIT_SECONDS = 5.0
COMMIT_INPUTS = 1_000
#: What the group of a report's quoted values is called by, before the poll's id.
QUOTES = "quotes "


class Ingest:
    """Writes outcomes in transactions.

    Leaving the context writes the last one, also after Ctrl-C: what was read is kept.
    """

    def __init__(self, store: Store, version: str) -> None:
        self._store = store
        self._version = version
        self._open = 0
        self._since = 0.0

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, _: object, __: TracebackType | None) -> None:
        if kind is None or issubclass(kind, KeyboardInterrupt):
            self._commit()
        elif self._store.connection.in_transaction:
            self._store.connection.rollback()

    def add(self, outcome: Outcome) -> None:
        """Store one outcome in place of what its source gave before."""
        if not self._open:
            self._store.execute("BEGIN IMMEDIATE")
            self._since = time.monotonic()
        self._open += 1
        put(self._store, outcome, self._version)
        if self._open >= COMMIT_INPUTS or time.monotonic() - self._since >= COMMIT_SECONDS:
            self._commit()

    def _commit(self) -> None:
        if self._open:
            self._open = 0
            self._store.execute("COMMIT")


def put(store: Store, outcome: Outcome, version: str) -> None:
    """Store one outcome; the records of the same source, and of the same article under a later path, go."""
    touch(store)
    forget(store, outcome.source_path)
    if outcome.rows is not None:
        put_article(store, outcome.rows)
    values = (
        outcome.source_path,
        outcome.digest,
        version if outcome.lasting else "",
        outcome.result,
        outcome.reason,
        outcome.rows.article_id if outcome.rows else None,
    )
    store.execute("INSERT INTO sources VALUES (?, ?, ?, ?, ?, ?)", values)


def put_article(store: Store, rows: ArticleRows) -> None:
    """Store an article that is not there; its cross-source work is left for later."""
    name = rows.article_id
    for dataset, records in rows.records.items():
        store.insert(dataset, records)
    put_flags(store, name, ((row[0], (name,)) for row in rows.records["flags"]), rows.tested)
    store.execute_many("INSERT INTO profiles VALUES (?, ?, ?)", rows.profiles)
    store.execute_many("INSERT OR IGNORE INTO poll_keys VALUES (?, ?)", rows.poll_keys)
    store.execute_many("INSERT OR IGNORE INTO copy_keys VALUES (?, ?)", ((key, name) for key in rows.copy_keys))
    if rows.signature:
        store.execute("INSERT INTO signatures VALUES (?, ?, ?, ?)", rows.signature)
    store.execute_many("INSERT OR IGNORE INTO record_words VALUES (?, ?, ?)", rows.record_words)
    store.execute_many("INSERT OR IGNORE INTO record_shares VALUES (?, ?, ?)", rows.record_shares)
    store.execute_many("INSERT OR IGNORE INTO quote_words VALUES (?, ?, ?)", rows.quote_words)
    store.execute("INSERT OR REPLACE INTO pending VALUES (?, TRUE)", (name,))


def put_flags(store: Store, group_id: str, flags: Iterable[tuple[str, Iterable[str]]], tested: Iterable[str]) -> None:
    """Note which articles each flag speaks of, and that it and the tests of figures come from one group of records."""
    pairs = [(flag_id, article_id) for flag_id, articles in flags for article_id in articles]
    store.execute_many("INSERT OR IGNORE INTO flag_articles VALUES (?, ?)", pairs)
    store.execute_many("INSERT OR IGNORE INTO flag_groups VALUES (?, ?)", ((flag_id, group_id) for flag_id, _ in pairs))
    store.execute_many("INSERT OR IGNORE INTO tested_figures VALUES (?, ?)", ((figure, group_id) for figure in tested))


def forget(store: Store, source_path: str) -> bool:
    """Drop what a source gave, and mark the articles that were compared with it; whether there was anything."""
    known = store.source(source_path)
    if known is None:
        return False
    touch(store)
    store.execute("DELETE FROM sources WHERE source_path = ?", (source_path,))
    if known.article_id is not None:
        drop_article(store, known.article_id)
    return True


def drop_article(store: Store, article_id: str) -> None:
    """Delete an article with its records, flags and comparisons; the articles it was compared with become pending."""
    store.execute(
        "INSERT OR IGNORE INTO stale_quotes SELECT DISTINCT quotes.poll_id FROM quote_words AS quotes"
        " JOIN record_words AS record ON record.word = quotes.word AND quotes.day > record.day"
        " JOIN polls ON polls.poll_id = record.poll_id WHERE polls.article_id = ?",
        (article_id,),
    )
    store.execute(
        "INSERT OR REPLACE INTO pending SELECT DISTINCT other.article_id, FALSE FROM copy_keys AS own"
        " JOIN copy_keys AS other USING (key) WHERE own.article_id = ?1 AND other.article_id <> ?1",
        (article_id,),
    )
    mark_neighbours(store, article_id)
    store.execute("DELETE FROM pending WHERE article_id = ?", (article_id,))
    store.execute(
        "DELETE FROM tested_figures WHERE group_id IN (SELECT ? || poll_id FROM polls WHERE article_id = ?)",
        (QUOTES, article_id),
    )
    store.execute(
        "DELETE FROM flags WHERE flag_id IN (SELECT flag_id FROM flag_articles WHERE article_id = ?)", (article_id,)
    )
    store.execute(
        "DELETE FROM comparisons WHERE poll_cluster IN (SELECT poll_cluster FROM polls WHERE article_id = ?)",
        (article_id,),
    )
    store.execute("DELETE FROM articles WHERE article_id = ?", (article_id,))


def mark_neighbours(store: Store, article_id: str) -> None:
    """Make the articles pending that share a blocking key with a poll of this one."""
    store.execute(
        "INSERT OR REPLACE INTO pending SELECT DISTINCT polls.article_id, FALSE FROM poll_keys AS own"
        " JOIN poll_keys AS other USING (key) JOIN polls ON polls.poll_id = other.poll_id"
        " WHERE own.poll_id IN (SELECT poll_id FROM polls WHERE article_id = ?1) AND polls.article_id <> ?1",
        (article_id,),
    )


def drop_group(store: Store, group_id: str) -> None:
    """Drop the flags and tests that come from a group of records and from no other."""
    flags = [name for (name,) in store.execute("SELECT flag_id FROM flag_groups WHERE group_id = ?", (group_id,))]
    store.execute("DELETE FROM flag_groups WHERE group_id = ?", (group_id,))
    store.execute_many(
        "DELETE FROM flags WHERE flag_id = ?1 AND NOT EXISTS (SELECT 1 FROM flag_groups WHERE flag_id = ?1)",
        ((name,) for name in flags),
    )
    store.execute("DELETE FROM tested_figures WHERE group_id = ?", (group_id,))
