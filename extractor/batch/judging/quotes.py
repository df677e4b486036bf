"""Quoted values of a store against the polls it has on record, for the reports that a change can touch."""

from collections.abc import Iterator

from extractor.batch.ingest import QUOTES, drop_group, put_flags
from extractor.batch.judging.keys import hashed
from extractor.batch.judging.lookback import answer_key, judge_quotes
from extractor.batch.judging.records import Records
from extractor.checks.base import Check
from extractor.checks.record import AT_MOST, day_of, is_quoted, month_of, names_of
from extractor.models import Dataset, Figure, Poll
from extractor.store.columns import to_row
from extractor.store.sqlite import Store

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


def judge_stale(store: Store, records: Records, checks: list[Check]) -> None:
    """Judge the quoted values of every report that is marked."""
    stale = [poll_id for (poll_id,) in store.execute("SELECT poll_id FROM stale_quotes ORDER BY poll_id")]
    for poll_id in stale:
        drop_group(store, group_of(poll_id))
    for poll_id in stale:
        for poll in records.where(Poll, "poll_id", poll_id):
            _judge(store, records, poll, checks)
    store.execute("DELETE FROM stale_quotes")


def group_of(poll_id: str) -> str:
    """The group of records that the flags about a report's quoted values come from."""
    return QUOTES + poll_id


def _judge(store: Store, records: Records, poll: Poll, checks: list[Check]) -> None:
    report = records.reports([poll])
    found = sorted(set(_on_record(store, report)))
    if not found:
        return
    record = records.with_figures(found)
    judged = judge_quotes(report, record, _reasons(records, record), checks)
    store.insert("flags", map(to_row, judged.flags))
    flags = ((flag.flag_id, flag.article_ids) for flag in judged.flags)
    put_flags(store, group_of(poll.poll_id), flags, judged.tested)


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


def _reasons(records: Records, record: Dataset) -> dict[str, str]:
    """Why the reports of each poll on record are one poll."""
    reasons: dict[str, str] = {}
    for cluster in sorted({poll.poll_cluster for poll in record.polls if poll.poll_cluster}):
        reasons |= records.reasons(cluster)
    return reasons
