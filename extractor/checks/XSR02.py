"""XSR02: two populations swapped."""

from extractor.checks.base import Check, Collector
from extractor.checks.sources import changes_decision, outlets, value, why
from extractor.checks.swaps import population_swaps
from extractor.checks.views import DatasetView
from extractor.checks.wording import listed, outlet


class PopulationsAreNotSwapped(Check):
    """A report gives two populations each other's figure, as other reports of the poll show.

    Where one source stands against one, it is open which of them is wrong; the flag names both and is a warning.

    Bad: ``56 percent of South Koreans and 60 percent of Japanese`` (other reports: 60 and 56).
    Good: ``60 percent of South Koreans and 56 percent of Japanese.``
    Source: majority of independent sources; rulings of press regulators on interchanged groups.
    """

    code = "XSR02"
    title = "two populations swapped"
    severity = "error"
    scope = "cross_source"
    needs = "the figures of two populations for one response, each told by at least two articles"

    def across(self, view: DatasetView, out: Collector) -> None:
        """Test every answer whose figures differ for two populations."""
        for swap in population_swaps(view):
            first, second = swap.first.figure, swap.second.figure
            one, two = first.population.label, second.population.label
            told = f"{value(first)} percent of {one} and {value(second)} percent of {two}"
            others = listed(outlets(t for common in swap.expected for t in common.supporters))
            expected = [value(common.figure) for common in swap.expected]
            how = "one of them has them swapped" if swap.is_undecided else "the populations are swapped"
            out.flag(
                f"{outlet(swap.first.article)} gives {told} for “{swap.cells[0].comparison.response}”, {others} "
                f"{expected[0]} and {expected[1]}: {how}.{why(view, swap.cells[0].comparison.poll_cluster)}",
                figures=swap.figures,
                expected=f"{expected[0]} ({one}), {expected[1]} ({two})",
                observed=f"{value(first)} ({one}), {value(second)} ({two})",
                tolerance=0,
                severity="warning" if swap.is_undecided else None,
                decision_changing=changes_decision(view, swap.cells[0], first, swap.expected[0].figure)
                or changes_decision(view, swap.cells[1], second, swap.expected[1].figure),
            )
