"""SUM01: a stated net equals its parts."""

from collections.abc import Iterator
from decimal import Decimal

from extractor.checks.answers import degree, is_printed, object_of
from extractor.checks.base import Check, Collector, flips_majority
from extractor.checks.intervals import Interval, total
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
            by_side: dict[str, dict[str, list[Figure]]] = {}
            for figure in figures:
                if figure.response.stance in ("favor", "oppose") and is_printed(figure):
                    by_side.setdefault(figure.response.stance, {}).setdefault(degree(figure.response), []).append(
                        figure
                    )
            for degrees in by_side.values():
                if any(len(members) != 1 for members in degrees.values()) or len(degrees) != 3:
                    continue
                (net,), parts = degrees[""], [degrees["strong"][0], degrees["mild"][0]]
                if self._of_one_thing(net, parts) and self._close(view, [net, *parts]):
                    yield net, parts

    @staticmethod
    def _of_one_thing(net: Figure, parts: list[Figure]) -> bool:
        whole = object_of(net.response)
        return all(not object_of(part.response) or object_of(part.response) <= whole or not whole for part in parts)

    @staticmethod
    def _close(view: ArticleView, figures: list[Figure]) -> bool:
        """In one paragraph, with no figure of another question between them."""
        low = min(figure.evidence.start for figure in figures)
        high = max(figure.evidence.start for figure in figures)
        question = figures[0].question_id
        within = view.between_places(low, high)
        return "\n\n" not in view.article.text[low:high] and all(other.question_id == question for other in within)
