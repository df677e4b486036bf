"""Quoted values of a store against the polls it has on record, for the reports that a change can touch."""

from collections.abc import Iterator
from functools import lru_cache

from extractor.batch.ingest import QUOTES, drop_group
from extractor.batch.judging.keys import hashed
from extractor.batch.judging.lookback import answer_key
from extractor.batch.judging.parcels import Quotes
from extractor.batch.judging.records import Records, Reports
from extractor.checks.record import AT_MOST, day_of, is_quoted, month_of, names_of
from extractor.models import Dataset, Figure
from extractor.store.sqlite import Store

#: So many figures on record make a parcel; so many clusters' reasons are held.
_FIGURES = 500
_REASONS = 4_000
#: Where the cluster stands in the row of a poll.
_CLUSTER = 2

_BEFORE = (
    "SELECT words.day, figure_id FROM record_words AS words JOIN record_shares AS shares"
    " ON shares.poll_id = words.poll_id AND shares.answer = ?2"
    " WHERE words.word = ?1 AND words.day < ?3 ORDER BY words.day DESC"
)
_IN_MONTH = (
    "SELECT words.day, figure_id FROM record_words AS words JOIN record_shares AS shares"
    " ON shares.poll_id = words.poll_id AND shares.answer = ?2"
    " WHERE words.word = ?1 AND words.day < ?3 AND words.day >= ?4 AND words.day < ?4 || '~' ORDER BY words.day"
)


def mark_stale(store: Store, polls: str, values: tuple[str, ...] = ()) -> None:
    """Mark the reports whose quoted values may mean one of `polls`, a query for ids: later ones with a name in common.

    One pass over the words, however many polls there are.
    """
    store.execute(
        "INSERT OR IGNORE INTO stale_quotes SELECT DISTINCT quotes.poll_id FROM quote_words AS quotes"
        f" JOIN (SELECT word, min(day) AS day FROM record_words WHERE poll_id IN ({polls}) GROUP BY word) AS first"
        " ON first.word = quotes.word AND quotes.day > first.day",
        values,
    )


def drop_stale(store: Store) -> None:
    """Drop what was told of the quoted values of every report that is marked."""
    for (poll_id,) in store.execute("SELECT poll_id FROM stale_quotes ORDER BY poll_id").fetchall():
        drop_group(store, group_of(poll_id))


def stale_quotes(store: Store, records: Records) -> Iterator[Quotes]:
    """The quoted values of every report that is marked, with what is on record, a few at a time."""
    reasons = lru_cache(maxsize=_REASONS)(records.reasons)
    quotes: list[tuple[str, Reports, Reports, dict[str, str]]] = []
    for (poll_id,) in store.execute("SELECT poll_id FROM stale_quotes ORDER BY poll_id").fetchall():
        report = records.reports("poll_id", poll_id)
        found = set(_on_record(store, report.dataset())) if report.polls else set()
        if found:
            record = records.on_record(found)
            clusters = sorted({row[_CLUSTER] for row in record.polls if row[_CLUSTER]})
            known = {name: why for cluster in clusters for name, why in reasons(cluster).items()}
            quotes.append((group_of(poll_id), report, record, known))
        if sum(len(record.figures) for _, _, record, _ in quotes) >= _FIGURES:
            yield Quotes(tuple(quotes))
            quotes.clear()
    if quotes:
        yield Quotes(tuple(quotes))


def group_of(poll_id: str) -> str:
    """The group of records that the flags about a report's quoted values come from."""
    return QUOTES + poll_id


def _on_record(store: Store, report: Dataset) -> Iterator[str]:
    """The figures on record that the values quoted in a report may mean."""
    poll, article = report.polls[0], report.articles[0]
    day = day_of(poll, article)
    words = sorted(map(hashed, names_of(poll)))
    for figure in report.figures:
        if is_quoted(figure):
            for word in words:
                yield from _window(store, word, figure, day)


def _window(store: Store, word: int, figure: Figure, day: str) -> Iterator[str]:
    """At least what `checks.record.window` chooses; whole days, for within a day ids decide."""
    month = month_of(figure)
    values = (word, answer_key(figure), day, month) if month else (word, answer_key(figure), day)
    count, last = 0, ""
    for found_day, figure_id in store.execute(_IN_MONTH if month else _BEFORE, values):
        if count >= AT_MOST and found_day != last:
            return
        count, last = count + 1, found_day
        yield figure_id
