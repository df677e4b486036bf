"""Quoted values against what is on record of earlier polls: what to keep of each poll, and what to hold together."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from extractor.batch.judging.keys import hashed
from extractor.checks.base import Check
from extractor.checks.record import answer_of, day_of, is_dated, is_on_record, is_quoted, names_of
from extractor.checks.run import CheckReport, check_across
from extractor.checks.views import DatasetView
from extractor.models import Dataset, Figure


@dataclass(frozen=True, slots=True)
class Lookback:
    """What is kept of the polls of one article; words and answers are hashed."""

    record_words: tuple[tuple[int, str, str], ...]
    """Word, day and poll, of polls that have shares on record."""
    record_shares: tuple[tuple[str, int, str], ...]
    """Poll, answer and figure."""
    quote_words: tuple[tuple[int, str, str], ...]
    """Word, day and poll, of polls whose report quotes earlier values."""


def lookback(dataset: Dataset) -> Lookback:
    """What is kept of the polls of `dataset`, which holds their articles."""
    articles = {article.article_id: article for article in dataset.articles}
    shares = [
        (figure.poll_id, answer_key(figure), figure.figure_id) for figure in dataset.figures if is_on_record(figure)
    ]
    with_shares = {poll_id for poll_id, _, _ in shares}
    with_quotes = {figure.poll_id for figure in dataset.figures if is_quoted(figure)}
    record, quotes = [], []
    for poll in dataset.polls:
        day = day_of(poll, articles[poll.article_id])
        words = [(hashed(word), day, poll.poll_id) for word in sorted(names_of(poll))]
        if is_dated(day) and poll.poll_id in with_shares:
            record += words
        if day and poll.poll_id in with_quotes:
            quotes += words
    kept = {poll_id for _, _, poll_id in record}
    return Lookback(tuple(record), tuple(share for share in shares if share[0] in kept), tuple(quotes))


def answer_key(figure: Figure) -> int:
    """Population and response of a figure, hashed."""
    return hashed(repr(answer_of(figure)))


def judge_quotes(report: Dataset, record: Dataset, reasons: dict[str, str], checks: Sequence[Check]) -> CheckReport:
    """Hold the values that one report quotes against the figures on record that it may mean.

    `report` is one poll as one article reports it, `record` the figures that were looked up with their articles, polls
    and questions; `reasons` tell of the clusters among them why their reports are one poll.
    """
    dataset = Dataset(
        articles=_once((*report.articles, *record.articles), "article_id"),
        polls=_once((*report.polls, *record.polls), "poll_id"),
        questions=_once((*report.questions, *record.questions), "question_id"),
        figures=_once((*report.figures, *record.figures), "figure_id"),
    )
    return check_across(DatasetView(dataset, (), reasons), [check for check in checks if check.looks_back])


def _once(records: Iterable, field: str) -> tuple:  # type: ignore[type-arg]
    """The records, each once, ordered by id."""
    by_id = {getattr(record, field): record for record in records}
    return tuple(by_id[key] for key in sorted(by_id))
