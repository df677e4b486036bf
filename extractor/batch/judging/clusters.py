"""One poll cluster: its questions, its comparisons, its cross-source flags; a pure function of its reports."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from extractor.checks.base import Check
from extractor.checks.run import check_across
from extractor.checks.views import DatasetView
from extractor.matching.comparisons import compare
from extractor.matching.link import link_questions
from extractor.matching.polls import reasons_of
from extractor.matching.scoring import Match
from extractor.models import Comparison, Dataset, Flag, Question


@dataclass(frozen=True, slots=True)
class JudgedCluster:
    """What follows from the reports of one poll together."""

    questions: tuple[Question, ...]
    comparisons: tuple[Comparison, ...]
    flags: tuple[Flag, ...]
    tested: frozenset[str]


def judge_cluster(cluster: str, dataset: Dataset, matches: Iterable[Match], checks: Sequence[Check]) -> JudgedCluster:
    """Judge the reports of one poll: all its polls, their articles, questions and figures, and nothing else.

    `matches` are those among the reports; of the `checks`, those that look at one poll alone are run.
    """
    names = {poll.poll_id: cluster for poll in dataset.polls}
    questions = link_questions(dataset, dataset.articles, names)
    dataset = dataset.model_copy(update={"questions": questions})
    comparisons = compare(dataset)
    if len(dataset.polls) < 2:
        return JudgedCluster(questions, comparisons, (), frozenset())
    within = sorted((found for found in matches if found.a in names and found.b in names), key=lambda m: (m.a, m.b))
    view = DatasetView(dataset, comparisons, reasons_of(within, names))
    report = check_across(view, [check for check in checks if not check.looks_back])
    return JudgedCluster(questions, comparisons, report.flags, report.tested)
