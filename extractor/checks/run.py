"""Runs the chosen checks over records.  Article checks and cross-source checks can be run apart (on a cluster)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from extractor.checks.base import Check, Collector
from extractor.checks.settings import Settings
from extractor.checks.views import ArticleView, DatasetView
from extractor.models import Comparison, Dataset, Flag


@dataclass(frozen=True, slots=True)
class CheckReport:
    """Flags in the order of check and id, and which figures at least one check could test."""

    flags: tuple[Flag, ...]
    tested: frozenset[str]
    """Ids of the figures that at least one check could test."""
    figures: int
    """How many figures were given."""
    tested_by: Mapping[str, int]
    """How many figures each check could test, by code (checks that ran and could test none are there with 0)."""

    @property
    def checkable(self) -> float:
        """Share (0 to 1) of the figures that at least one check could test; 0 where there are no figures."""
        return len(self.tested) / self.figures if self.figures else 0.0


def run_checks(
    dataset: Dataset,
    comparisons: Iterable[Comparison] = (),
    settings: Settings | None = None,
    *,
    reasons: Mapping[str, str] | None = None,
) -> CheckReport:
    """All chosen checks over a dataset.

    `comparisons` and the clusters in the records come from `matching`; without them the cross-source checks stay
    silent.  `reasons` tells for a poll cluster why its reports are one poll, for the messages.

    Raises:
        UsageError: the settings name an unknown check or option.
    """
    checks = (settings or Settings()).chosen()
    view = DatasetView(dataset, tuple(comparisons), reasons)
    return merge([check_articles(view.article_views(), checks), check_across(view, checks)], len(dataset.figures))


def check_articles(views: Iterable[ArticleView], checks: Iterable[Check]) -> CheckReport:
    """The article checks over articles, one by one; memory does not grow with their number but for the results."""
    collectors = [(check, Collector(check, "article")) for check in checks]
    figures = 0
    for view in views:
        figures += len(view.figures)
        for check, out in collectors:
            check.article(view, out)
    return _report(collectors, figures)


def check_across(view: DatasetView, checks: Iterable[Check]) -> CheckReport:
    """The cross-source checks over the reports of shared polls."""
    collectors = [(check, Collector(check, "cross_source")) for check in checks]
    for check, out in collectors:
        check.across(view, out)
    return _report(collectors, len(view.figures))


def merge(reports: Iterable[CheckReport], figures: int) -> CheckReport:
    """Several reports on the same `figures` as one."""
    flags: dict[str, Flag] = {}
    tested: set[str] = set()
    tested_by: dict[str, int] = {}
    for report in reports:
        flags.update((flag.flag_id, flag) for flag in report.flags)
        tested |= report.tested
        for code, count in report.tested_by.items():
            tested_by[code] = max(count, tested_by.get(code, 0))
    return CheckReport(_sorted(flags.values()), frozenset(tested), figures, dict(sorted(tested_by.items())))


def _report(collectors: list[tuple[Check, Collector]], figures: int) -> CheckReport:
    return CheckReport(
        flags=_sorted(flag for _, out in collectors for flag in out.flags.values()),
        tested=frozenset[str]().union(*(out.figures_tested for _, out in collectors)),
        figures=figures,
        tested_by={check.code: len(out.figures_tested) for check, out in collectors},
    )


def _sorted(flags: Iterable[Flag]) -> tuple[Flag, ...]:
    return tuple(sorted(flags, key=lambda flag: (flag.check, flag.article_ids, flag.flag_id)))
