"""Quoted values against the polls on record, as group-bys: the same look-up as in a store, by word of the pollster and
answer."""

import pickle
from collections.abc import Iterable, Iterator
from functools import partial
from typing import TYPE_CHECKING, Any

from pyspark.sql import functions as f

from extractor.batch.judging.keys import hashed
from extractor.batch.judging.lookback import answer_key, judge_quotes
from extractor.batch.work import Setup
from extractor.checks.record import day_of, is_dated, is_on_record, is_quoted, month_of, names_of, window
from extractor.checks.settings import Settings
from extractor.matching.polls import cluster_id, reasons_of
from extractor.models import Dataset
from extractor.store.columns import to_line

if TYPE_CHECKING:
    from pyspark.sql import DataFrame

#: A value on record, or one that is quoted: by word and answer.
RECORD = "word long, answer long, day string, id string, figure string"
QUOTED = "word long, answer long, day string, month string, id string"
MEANT = "quoting string, id string, figure string"
#: Dataset name under which the ids of tested figures travel with the lines.
TESTED = "tested"


def on_record(report: Dataset) -> list[tuple[int, int, str, str, str]]:
    """The shares of one poll's report that quoted values can be held against, by word and answer."""
    poll, day = report.polls[0], day_of(report.polls[0], report.articles[0])
    shares = [figure for figure in report.figures if is_on_record(figure)] if is_dated(day) else []
    words = sorted(map(hashed, names_of(poll))) if shares else []
    return [(word, answer_key(x), day, poll.poll_id, x.figure_id) for word in words for x in shares]


def quoted(report: Dataset) -> list[tuple[int, int, str, str, str]]:
    """The values that one poll's report quotes, by word and answer."""
    poll, day = report.polls[0], day_of(report.polls[0], report.articles[0])
    values = [figure for figure in report.figures if is_quoted(figure)] if day else []
    words = sorted(map(hashed, names_of(poll))) if values else []
    return [(word, answer_key(x), day, month_of(x), poll.poll_id) for word in words for x in values]


def meant(record: "DataFrame", quotes: "DataFrame") -> "DataFrame":
    """The figures on record (``figure`` of the poll ``id``) that the values of the poll ``quoting`` may mean."""
    keys = ["word", "answer"]
    wanted = record.join(quotes.select(*keys).distinct(), keys, "left_semi")
    left = wanted.groupBy(*keys).agg(f.collect_list(f.struct("day", "id", "figure")).alias("record"))
    right = quotes.groupBy(*keys).agg(f.collect_set(f.struct("day", "month", "id")).alias("quotes"))
    rows = left.join(right, keys).rdd.flatMap(_meant)
    return quotes.sparkSession.createDataFrame(rows, MEANT, verifySchema=False).distinct()


def _meant(group: Any) -> Iterator[tuple[str, str, str]]:
    """At least what `window` chooses for each quoted value; whole days, for within a day ids decide."""
    record = sorted((row.day, row.id, row.figure) for row in group.record)
    days = [day for day, _, _ in record]
    for quote in group.quotes:
        part = window(days, quote.day, quote.month)
        start, end = part.start, part.stop
        while quote.month == "" and 0 < start < len(days) and days[start - 1] == days[start]:
            start -= 1
        while quote.month and 0 < end < len(days) and days[end] == days[end - 1]:
            end += 1
        for _, poll, figure in record[start:end]:
            yield quote.id, poll, figure


def judge_each(groups: Iterable[Any], setup: Setup) -> Iterator[tuple[str, str, str]]:
    """The lines that follow from each report's quoted values: `own` is the report, `record` those it may mean."""
    checks = Settings.model_validate(setup.settings).chosen()
    for group in groups:
        own, reports = _report(group.own, None), [_report(row, set(row.figures)) for row in group.record]
        record = Dataset(
            articles=tuple(a for report in reports for a in report.articles),
            polls=tuple(p for report in reports for p in report.polls),
            questions=tuple(q for report in reports for q in report.questions),
            figures=tuple(x for report in reports for x in report.figures),
        )
        reasons: dict[str, str] = {}
        for row in group.record:
            if row.cluster is not None and row.cluster not in reasons:
                matches = [pickle.loads(data) for data in row.edges or ()]
                clusters = dict.fromkeys({name for found in matches for name in (found.a, found.b)}, row.cluster)
                reasons |= reasons_of(matches, clusters)
        judged = judge_quotes(own, record, reasons, checks)
        for flag in judged.flags:
            yield "flags", flag.flag_id, to_line(flag)
        for name in sorted(judged.tested):
            yield TESTED, name, ""


def _report(row: Any, figures: set[str] | None) -> Dataset:
    """One poll's report with its cluster and what its article is a reprint of; of its figures only those named."""
    report: Dataset = pickle.loads(row.data)
    kept = tuple(x for x in report.figures if figures is None or x.figure_id in figures)
    asked = {figure.question_id for figure in kept}
    poll = report.polls[0]
    return Dataset(
        articles=tuple(a.model_copy(update={"reprint_of": row.original}) for a in report.articles),
        polls=(poll.model_copy(update={"poll_cluster": row.cluster or cluster_id(poll.poll_id)}),),
        questions=tuple(q for q in report.questions if figures is None or q.question_id in asked),
        figures=kept,
    )


def judge(reports: "DataFrame", pairs: "DataFrame", setup: Setup) -> Any:
    """Lines as `judge_each` gives them.

    `reports` are those of each poll: ``id``, ``data``, the ``original`` its article is a reprint of, the ``cluster`` it
    shares with others and the matches within this (``edges``); `pairs` is what `meant` gives.
    """
    figures = pairs.groupBy("quoting", "id").agg(f.sort_array(f.collect_set("figure")).alias("figures"))
    row = f.struct("id", "data", "original", "cluster", "figures", "edges")
    record = figures.join(reports, "id").groupBy("quoting").agg(f.sort_array(f.collect_list(row)).alias("record"))
    own = reports.select(f.col("id").alias("quoting"), f.struct("data", "original", "cluster").alias("own"))
    return record.join(own, "quoting").rdd.mapPartitions(partial(judge_each, setup=setup))
