"""One poll cluster at a time: its questions, its comparisons, its cross-source flags."""

from collections.abc import Iterable

from extractor.batch.ingest import put_flags
from extractor.batch.judging.records import Records
from extractor.checks.run import check_across
from extractor.checks.settings import Settings
from extractor.checks.views import DatasetView
from extractor.matching.comparisons import compare
from extractor.matching.link import link_questions
from extractor.matching.polls import reasons_of
from extractor.models import Comparison, Dataset, Poll
from extractor.store.columns import to_row
from extractor.store.sqlite import Store


class ClusterJudge:
    """Judges clusters anew and replaces what is stored about them."""

    def __init__(self, store: Store, records: Records, settings: Settings) -> None:
        self._store = store
        self._records = records
        self._checks = settings.chosen()

    def judge(self, clusters: Iterable[str]) -> None:
        """Judge each cluster; one that has no report any more only loses what is stored about it."""
        for cluster in sorted(clusters):
            self._forget(cluster)
            polls = self._records.where(Poll, "poll_cluster", cluster)
            if polls:
                self._judge(cluster, self._records.reports(polls))

    def _forget(self, cluster: str) -> None:
        drop_group(self._store, cluster)
        self._store.execute("DELETE FROM comparisons WHERE poll_cluster = ?", (cluster,))

    def _judge(self, cluster: str, dataset: Dataset) -> None:
        dataset = self._with_questions(cluster, dataset)
        comparisons = compare(dataset)
        self._store.insert("comparisons", map(to_row, comparisons))
        if len(dataset.polls) > 1:
            self._check(cluster, dataset, comparisons)

    def _with_questions(self, cluster: str, dataset: Dataset) -> Dataset:
        """The dataset with its questions clustered, in the store too."""
        clusters = {poll.poll_id: cluster for poll in dataset.polls}
        questions = link_questions(dataset, dataset.articles, clusters)
        self._store.execute_many(
            "UPDATE questions SET question_cluster = ?1 WHERE question_id = ?2 AND question_cluster IS NOT ?1",
            ((question.question_cluster, question.question_id) for question in questions),
        )
        return dataset.model_copy(update={"questions": questions})

    def _check(self, cluster: str, dataset: Dataset, comparisons: tuple[Comparison, ...]) -> None:
        names = [poll.poll_id for poll in dataset.polls]
        matches = [found for found in self._records.matches(names) if found.b in set(names)]
        reasons = reasons_of(matches, dict.fromkeys(names, cluster))
        report = check_across(DatasetView(dataset, comparisons, reasons), self._checks)
        self._store.insert("flags", map(to_row, report.flags))
        put_flags(self._store, cluster, ((flag.flag_id, flag.article_ids) for flag in report.flags), report.tested)


def drop_group(store: Store, group_id: str) -> None:
    """Drop the flags and tests that come from a group of records and from no other."""
    flags = [name for (name,) in store.execute("SELECT flag_id FROM flag_groups WHERE group_id = ?", (group_id,))]
    store.execute("DELETE FROM flag_groups WHERE group_id = ?", (group_id,))
    store.execute_many(
        "DELETE FROM flags WHERE flag_id = ?1 AND NOT EXISTS (SELECT 1 FROM flag_groups WHERE flag_id = ?1)",
        ((name,) for name in flags),
    )
    store.execute("DELETE FROM tested_figures WHERE group_id = ?", (group_id,))
