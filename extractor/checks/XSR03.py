"""XSR03: two responses swapped."""

from extractor.checks.base import Check, Collector
from extractor.checks.sources import changes_decision, outlets, value, why
from extractor.checks.swaps import response_swaps
from extractor.checks.views import DatasetView
from extractor.checks.wording import listed, outlet


class ResponsesAreNotSwapped(Check):
    """A report gives two responses each other's figure, as other reports of the poll show.

    Where one source stands against one, it is open which of them is wrong; the flag names both and is a warning.

    Bad: ``36 percent disapprove and 60 percent approve`` (other reports: 36 approve, 60 disapprove).
    Good: ``60 percent disapprove and 36 percent approve.``
    Source: majority of independent sources.
    """

    code = "XSR03"
    title = "two responses swapped"
    severity = "error"
    scope = "cross_source"
    needs = "the figures of two responses of one population, each told by at least two articles"

    def across(self, view: DatasetView, out: Collector) -> None:
        """Test every population whose figures differ for two answers."""
        for swap in response_swaps(view):
            first, second = swap.first.figure, swap.second.figure
            one, two = (cell.comparison.response for cell in swap.cells)
            others = listed(outlets(t for common in swap.expected for t in common.supporters))
            expected = [value(common.figure) for common in swap.expected]
            how = "one of them has them swapped" if swap.is_undecided else "the responses are swapped"
            out.flag(
                f"{outlet(swap.first.article)} gives {value(first)} percent of {first.population.label} for “{one}” "
                f"and {value(second)} for “{two}”, {others} {expected[0]} and {expected[1]}: {how}."
                f"{why(view, swap.cells[0].comparison.poll_cluster)}",
                figures=swap.figures,
                expected=f"{expected[0]} ({one}), {expected[1]} ({two})",
                observed=f"{value(first)} ({one}), {value(second)} ({two})",
                tolerance=0,
                severity="warning" if swap.is_undecided else None,
                decision_changing=changes_decision(view, swap.cells[0], first, swap.expected[0].figure)
                or changes_decision(view, swap.cells[1], second, swap.expected[1].figure),
            )
