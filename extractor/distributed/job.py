"""The whole work on a cluster: inputs to pages, pages to linked records, linked records to flags.

Grouping and joining is done by Spark on ids and keys; Python runs where the records are judged: once for each page,
each block of candidates, each component, each shared cluster.
"""

import pickle
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING, Any

from pyspark import StorageLevel
from pyspark.sql import functions as f

from extractor.batch.judging.clusters import judge_cluster
from extractor.batch.judging.keys import hashed
from extractor.batch.work import Setup
from extractor.checks.settings import Settings
from extractor.distributed import quotes
from extractor.distributed.graph import blocks, components
from extractor.distributed.pages import KEYS, LINES, OUTCOMES, VALUES, Page, read_pages
from extractor.distributed.quotes import TESTED
from extractor.matching.blocking import blocking_keys
from extractor.matching.polls import cluster_component, cluster_id, match_block
from extractor.matching.reprints import match_copies, originals
from extractor.models import Article, Dataset, Poll, Question, Record
from extractor.reading.sources import iter_sources
from extractor.store.columns import to_line

if TYPE_CHECKING:
    from pyspark import RDD
    from pyspark.sql import DataFrame, SparkSession

#: Inputs in so many containers a core are read where they are; fewer are spread over the cluster page by page.
_FILES_PER_CORE = 4
_TASKS_PER_CORE = 4


@dataclass(frozen=True)
class Job:
    """The steps; what several later steps need is kept on the workers, in memory or on their disks."""

    session: "SparkSession"
    files: Sequence[str]
    setup: Setup

    def results(self) -> "tuple[DataFrame, DataFrame]":
        """What became of each input, and all lines with their dataset, among them the ids of tested figures."""
        pages = self._pages()
        roots = self._keep(self._reprints(pages))
        profiles = self._keep(self._profiles(pages, roots))
        matches = self._keep(self._matches(profiles))
        clusters = self._keep(_shared(self._clusters(profiles, matches)))
        judged = self._keep(
            self._judge(pages, roots, clusters, matches).union(self._quotes(pages, roots, clusters, matches))
        )
        outcomes = self._frame(pages, lambda page: [(page.source_path, page.result, page.reason)], OUTCOMES)
        return outcomes, self._keep(self._lines(pages, roots, clusters, judged))

    def _pages(self) -> "RDD[Page]":
        context = self.session.sparkContext
        cores, setup = context.defaultParallelism, self.setup
        files = context.parallelize(self.files, min(len(self.files), 16 * cores) or 1)
        sources = files.flatMap(lambda file: iter_sources([file]))
        if len(self.files) < _FILES_PER_CORE * cores:
            sources = sources.repartition(_TASKS_PER_CORE * cores)
        return sources.mapPartitions(lambda some: read_pages(some, setup)).persist(StorageLevel.MEMORY_AND_DISK)

    def _keep(self, frame: "DataFrame") -> "DataFrame":
        return frame.persist(StorageLevel.MEMORY_AND_DISK)

    def _frame(self, rows: "RDD[Any]", make: Callable[[Any], Iterable[tuple[Any, ...]]], schema: str) -> "DataFrame":
        """A data frame of the rows that `make` gives for each item."""
        return self.session.createDataFrame(rows.flatMap(make), schema, verifySchema=False)

    def _reprints(self, pages: "RDD[Page]") -> "DataFrame":
        """Articles (``id``) with the article that each is a reprint of (``original``)."""
        keys = self._frame(pages, lambda page: page.copy_keys, KEYS)
        signatures = self._keep(self._frame(pages, lambda page: page.signatures, VALUES))
        pairs = self._keep(self._frame(blocks(keys, signatures).rdd, _copies, "a string, b string").distinct())
        groups = components(pairs)
        members = groups.join(signatures, "id").groupBy("root").agg(f.collect_list("data").alias("members"))
        inside = (
            pairs.join(groups, pairs.a == groups.id)
            .groupBy("root")
            .agg(f.collect_list(f.array("a", "b")).alias("edges"))
        )
        return self._frame(members.join(inside, "root").rdd, _originals, "id string, original string")

    def _profiles(self, pages: "RDD[Page]", roots: "DataFrame") -> "DataFrame":
        """Polls (``id``) with their profiles, which know the article that their own is a reprint of."""
        own = self._frame(pages, lambda page: page.profiles, "article string, id string, data binary")
        rooted = own.join(roots.toDF("article", "original"), "article", "left")
        return self._frame(rooted.select("id", "data", "original").rdd, _rooted, VALUES)

    def _matches(self, profiles: "DataFrame") -> "DataFrame":
        keys = self._frame(profiles.rdd, _poll_keys, KEYS)
        found = self._frame(blocks(keys, profiles).rdd, _matched, "a string, b string, data binary")
        return found.dropDuplicates(["a", "b"])

    def _clusters(self, profiles: "DataFrame", matches: "DataFrame") -> "DataFrame":
        """Polls (``id``) that have a match, with their cluster."""
        groups = components(matches.select("a", "b"))
        members = groups.join(profiles, "id").groupBy("root").agg(f.collect_list("data").alias("members"))
        inside = matches.join(groups, matches.a == groups.id).groupBy("root").agg(f.collect_list("data").alias("edges"))
        return self._frame(members.join(inside, "root").rdd, _clustered, "id string, cluster string")

    def _judge(
        self, pages: "RDD[Page]", roots: "DataFrame", clusters: "DataFrame", matches: "DataFrame"
    ) -> "DataFrame":
        """The lines that follow from each shared cluster; those of questions hold the new cluster alone."""
        reports = self._frame(pages, lambda page: page.reports, "article string, id string, data binary")
        rooted = reports.join(clusters, "id").join(roots.toDF("article", "original"), "article", "left")
        grouped = rooted.groupBy("cluster").agg(f.collect_list(f.struct("data", "original")).alias("reports"))
        found = (
            matches.join(clusters, matches.a == clusters.id)
            .groupBy("cluster")
            .agg(f.collect_list("data").alias("edges"))
        )
        both = grouped.join(found, "cluster", "left").rdd.mapPartitions(partial(_judge_each, setup=self.setup))
        return self.session.createDataFrame(both, LINES, verifySchema=False)

    def _quotes(
        self, pages: "RDD[Page]", roots: "DataFrame", clusters: "DataFrame", matches: "DataFrame"
    ) -> "DataFrame":
        """The lines that follow from the values that reports quote of earlier polls."""
        reports = self._frame(pages, lambda page: page.reports, "article string, id string, data binary")
        record = self._frame(pages, lambda page: page.record, quotes.RECORD)
        quoted = self._frame(pages, lambda page: page.quoted, quotes.QUOTED)
        inside = matches.join(clusters.toDF("a", "cluster"), "a").join(clusters.toDF("b", "other"), "b")
        edges = inside.where("cluster = other").groupBy("cluster").agg(f.collect_list("data").alias("edges"))
        known = (
            reports.join(clusters, "id", "left")
            .join(roots.toDF("article", "original"), "article", "left")
            .join(edges, "cluster", "left")
        )
        lines = quotes.judge(known, quotes.meant(record, quoted), self.setup)
        return self.session.createDataFrame(lines, LINES, verifySchema=False)

    def _lines(self, pages: "RDD[Page]", roots: "DataFrame", clusters: "DataFrame", judged: "DataFrame") -> "DataFrame":
        own = self._frame(pages, lambda page: page.lines, LINES)
        tested = self._frame(pages, lambda page: [(TESTED, name, "") for name in page.tested], LINES)
        is_shared = judged.where("dataset = 'questions'").select("id", f.col("line").alias("value"))
        values = roots.toDF("id", "value").union(clusters.toDF("id", "value")).union(is_shared)
        # The clusters that polls had by themselves and have no more: their comparisons, which go by it, go.
        gone = self._frame(clusters.rdd, lambda row: [(cluster_id(row.id),)], "id string")
        changed = own.join(gone, "id", "left_anti").join(values, "id", "left")
        updated = self._frame(changed.select("dataset", "id", "line", "value").rdd, _updated, LINES)
        return updated.union(judged.where("dataset <> 'questions'")).union(tested).distinct()


def _copies(block: Any) -> Iterable[tuple[str, str]]:
    return match_copies(map(pickle.loads, block.data))


def _originals(group: Any) -> list[tuple[str, str]]:
    signatures = [pickle.loads(data) for data in group.members]
    pairs = [(a, b) for a, b in group.edges]
    return sorted(originals({found.article_id: found for found in signatures}, pairs).items())


def _rooted(row: Any) -> list[tuple[str, bytes]]:
    if row.original is None:
        return [(row.id, row.data)]
    return [(row.id, pickle.dumps(replace(pickle.loads(row.data), root=row.original)))]


def _poll_keys(row: Any) -> list[tuple[int, str]]:
    return [(hashed(key), row.id) for key in blocking_keys(pickle.loads(row.data))]


def _matched(block: Any) -> list[tuple[str, str, bytes]]:
    return [(found.a, found.b, pickle.dumps(found)) for found in match_block(map(pickle.loads, block.data))]


def _clustered(group: Any) -> list[tuple[str, str]]:
    profiles = [pickle.loads(data) for data in group.members]
    return sorted(cluster_component(profiles, [pickle.loads(data) for data in group.edges]).items())


def _shared(clusters: "DataFrame") -> "DataFrame":
    """The polls whose cluster several reports share; the others are as their article made them."""
    several = clusters.groupBy("cluster").count().where("count > 1").select("cluster")
    return clusters.join(several, "cluster").select("id", "cluster")


def _judge_each(groups: Iterable[Any], setup: Setup) -> Iterator[tuple[str, str, str]]:
    checks = Settings.model_validate(setup.settings).chosen()
    for group in groups:
        matches = [pickle.loads(data) for data in group.edges or ()]
        judged = judge_cluster(group.cluster, _dataset(group.cluster, group.reports), matches, checks)
        for question in judged.questions:
            yield "questions", question.question_id, str(question.question_cluster)
        for comparison in judged.comparisons:
            yield "comparisons", comparison.comparison_id, to_line(comparison)
        for flag in judged.flags:
            yield "flags", flag.flag_id, to_line(flag)
        for name in sorted(judged.tested):
            yield TESTED, name, ""


def _dataset(cluster: str, reports: Iterable[Any]) -> Dataset:
    """The records of a cluster's reports, each article with the one it is a reprint of."""
    found = [(pickle.loads(row.data), row.original) for row in reports]
    articles = {d.articles[0].article_id: d.articles[0].model_copy(update={"reprint_of": root}) for d, root in found}
    polls = [poll.model_copy(update={"poll_cluster": cluster}) for d, _ in found for poll in d.polls]
    return Dataset(
        articles=tuple(articles[key] for key in sorted(articles)),
        polls=tuple(sorted(polls, key=lambda poll: poll.poll_id)),
        questions=tuple(sorted((q for d, _ in found for q in d.questions), key=lambda q: q.question_id)),
        figures=tuple(sorted((x for d, _ in found for x in d.figures), key=lambda figure: figure.figure_id)),
    )


_UPDATED: dict[str, tuple[type[Record], str]] = {
    "articles": (Article, "reprint_of"),
    "polls": (Poll, "poll_cluster"),
    "questions": (Question, "question_cluster"),
}


def _updated(row: Any) -> list[tuple[str, str, str]]:
    """A line with the value that linking has found for its record."""
    if row.value is None or row.dataset not in _UPDATED:
        return [(row.dataset, row.id, row.line)]
    record, field = _UPDATED[row.dataset]
    return [(row.dataset, row.id, to_line(record.model_validate_json(row.line).model_copy(update={field: row.value})))]
