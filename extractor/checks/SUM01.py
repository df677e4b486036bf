"""SUM01: a stated net equals its parts."""

from collections.abc import Iterator
from decimal import Decimal

from extractor.checks.answers import core_of, degree, is_printed, side_of
from extractor.checks.base import Check, Collector, flips_majority
from extractor.checks.intervals import Interval, total
from extractor.checks.keys import is_negated
from extractor.checks.views import ArticleView
from extractor.checks.wording import listed, number, outlet, told
from extractor.models import Figure


class NetEqualsParts(Check):
    """A total that is told with its strong and its mild part is not their sum.

    The parts must be the two degrees of one answer, to one question, of one population and wave, next to their
    total.  Two rounded parts and their rounded total may differ by one in the last place.

    Bad: ``54 percent approve, 25 percent strongly and 27 percent somewhat.``
    Good: ``52 percent approve, 25 percent strongly and 27 percent somewhat.``
    Source: AAPOR Best Practices for Survey Research, on collapsing response categories.
    """

    code = "SUM01"
    title = "a stated net equals its parts"
    severity = "warning"
    scope = "article"
    needs = "a total and both of its degrees, in one sentence or two that follow each other"

    def article(self, view: ArticleView, out: Collector) -> None:
        """Test every total that has both degrees beside it."""
        for net, parts in self._nets(view):
            out.tested([net, *parts])
            summed = Interval.of(parts[0]) + Interval.of(parts[1])
            if summed.meets(Interval.of(net)):
                continue
            expected = total(parts)
            out.flag(
                f"{outlet(view.article)} gives {told(net)}, but its parts "
                f"({listed(number(part.value, part.decimals) for part in parts)}) make {number(expected)}.",
                figures=[net, *parts],
                expected=number(expected),
                observed=number(net.value, net.decimals),
                tolerance=Decimal(1).scaleb(-net.decimals),
                decision_changing=flips_majority(net.value, float(expected)),
            )

    def _nets(self, view: ArticleView) -> Iterator[tuple[Figure, list[Figure]]]:
        for figures in view.shares.values():
            printed = [figure for figure in figures if is_printed(figure)]
            strong = [figure for figure in printed if degree(figure.response) == "strong"]
            mild = [figure for figure in printed if degree(figure.response) == "mild"]
            if not strong or not mild:
                continue
            for net in printed:
                if degree(net.response):
                    continue
                parts = [
                    [part for part in parts if _is_part(part, net) and view.paragraph(part) == view.paragraph(net)]
                    for parts in (strong, mild)
                ]
                if all(len(found) == 1 for found in parts) and self._alone(view, [net, *(found[0] for found in parts)]):
                    yield net, [found[0] for found in parts]

    @staticmethod
    def _alone(view: ArticleView, figures: list[Figure]) -> bool:
        """Whether the total stands before or after both parts and nothing else is told between the three."""
        places = [figure.evidence.start for figure in figures]
        within = view.between_places(min(places), max(places))
        return len(within) == len(figures) and places[0] in (min(places), max(places))


def _is_part(part: Figure, net: Figure) -> bool:
    """Whether a degree is one of the total: the same label but for the degree, one may be put shorter."""
    own, whole = core_of(part.response), core_of(net.response)
    if not (own <= whole or whole <= own) or is_negated(part.response) != is_negated(net.response):
        return False
    return side_of(part.response) == side_of(net.response) or not own
