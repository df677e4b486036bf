"""XSR05: same figure given to different populations."""

from collections import defaultdict

from extractor.checks.base import Check, Collector
from extractor.checks.sources import cells_of, outlets, reports, value, why
from extractor.checks.subgroups import Misattribution, misattributions
from extractor.checks.views import DatasetView
from extractor.checks.wording import listed, outlet, told


class FigureOfOnePopulation(Check):
    """A report gives the figure of one population to another one, as another report of the poll shows.

    Two cases: age groups that overlap but are not the same, and a subgroup's figure told of everyone.  The second must
    be no chance: no other report gives everyone that figure, and two answers went the same way or the subgroup is one
    that polls are seldom broken down by; and the report does not name the subgroup nearby.

    Bad: ``60 percent of Japanese aged 18 to 29`` (another report: of Japanese in their 20s).
    Good: ``60 percent of Japanese in their 20s.``
    Source: rulings of press regulators on a newspaper's readers told as all adults polled.
    """

    code = "XSR05"
    title = "same figure given to different populations"
    severity = "warning"
    scope = "cross_source"
    needs = "one answer's figures for two populations, told by different articles"

    def across(self, view: DatasetView, out: Collector) -> None:
        """Test every answer that several articles tell of several populations."""
        out.tested(telling.figure for cell in cells_of(view) for telling in cell.tellings)
        groups: dict[tuple[str, ...], list[Misattribution]] = defaultdict(list)
        for found in misattributions(view):
            comparison = found.comparison
            labels = found.named.figure.population.label, found.told.figure.population.label
            article = found.told.article.article_id
            groups[comparison.poll_cluster, comparison.question_cluster, article, *labels].append(found)
        for (poll_cluster, _, _, expected, observed), group in sorted(groups.items()):
            first = group[0]
            named = [telling for found in group for telling in (found.named, *found.others)]
            values = listed(value(found.named.figure) for found in group)
            out.flag(
                f"{outlet(first.told.article)} gives {listed(told(found.told.figure) for found in group)}; "
                f"{reports(len({telling.source for telling in named}))} of the same poll ({listed(outlets(named))}) "
                f"{'gives' if len(outlets(named)) == 1 else 'give'} {values} percent to {expected}."
                f"{why(view, poll_cluster)}",
                figures=[*(found.told.figure for found in group), *(telling.figure for telling in named)],
                expected=expected,
                observed=observed,
            )
