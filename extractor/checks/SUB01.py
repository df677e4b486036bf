"""SUB01: the total lies between the figures of subgroups that cover it."""

import re
from collections import defaultdict
from itertools import pairwise

from extractor.checks.answers import is_printed, side_of
from extractor.checks.base import Check, Collector, flips_majority
from extractor.checks.intervals import Interval
from extractor.checks.keys import PopulationKey
from extractor.checks.views import ArticleView
from extractor.checks.wording import listed, number, outlet, printed
from extractor.models import Figure

#: ``18-29``, ``-30`` (under 30), ``65+``.
_AGES = re.compile(r"(\d*)(?:-(\d+)|\+)")
#: The youngest that a set of age groups may begin with and still cover the adults.
_ADULT = 20


class TotalBetweenSubgroups(Check):
    """The figure of everyone lies outside the figures of groups that together are everyone.

    A total is a weighted mean of groups that cover it: men and women, or age groups without a gap from the youngest
    adults to the oldest.  Party groups never cover everyone.

    Bad: ``61 percent of men and 57 percent of women, 65 percent overall.``
    Good: ``61 percent of men and 57 percent of women, 60 percent overall.``
    Source: a weighted mean lies between the smallest and the largest of its terms.
    """

    code = "SUB01"
    title = "the total lies between the figures of subgroups that cover it"
    severity = "warning"
    scope = "article"
    needs = "the same answer of everyone and of both sexes, or of age groups without a gap"

    def article(self, view: ArticleView, out: Collector) -> None:
        """Test every total whose answer is told for covering subgroups."""
        answers: dict[tuple[str, ...], list[tuple[Figure, PopulationKey]]] = defaultdict(list)
        for key, figures in view.shares.items():
            for figure in figures:
                if is_printed(figure) and "response" not in figure.inferred:
                    told = (key[0], key[1], key[3], key[4], side_of(figure.response), view.answer(figure))
                    answers[told].append((figure, key[2]))
        for members in answers.values():
            if len(members) >= 3:
                self._test(view, out, members)

    def _test(self, view: ArticleView, out: Collector, members: list[tuple[Figure, PopulationKey]]) -> None:
        for facet in ("sex", "age"):
            parts: dict[PopulationKey, dict[str, list[Figure]]] = defaultdict(lambda: defaultdict(list))
            wholes: dict[PopulationKey, list[Figure]] = defaultdict(list)
            for figure, (country, facets, label) in members:
                rest = tuple(item for item in facets if item[0] != facet)
                if len(rest) == len(facets):
                    wholes[country, facets, label].append(figure)
                elif not label:
                    parts[country, rest, ""][dict(facets)[facet]].append(figure)
            for whole, groups in parts.items():
                covers = _both_sexes(groups) if facet == "sex" else _all_ages(groups)
                values = {figure.value for figure in wholes.get(whole, ())}
                # A group or total told with two values is no ground; RST01 tells of it.
                if covers and len(values) == 1 and all(len({f.value for f in g}) == 1 for g in groups.values()):
                    self._compare(view, out, wholes[whole], [group[0] for group in groups.values()])

    @staticmethod
    def _compare(view: ArticleView, out: Collector, totals: list[Figure], groups: list[Figure]) -> None:
        out.tested([*totals, *groups])
        low = min(Interval.of(figure).low for figure in groups)
        high = max(Interval.of(figure).high for figure in groups)
        if Interval(low, high).meets(Interval.of(totals[0])):
            return
        parts = listed(f"{number(f.value, f.decimals)} percent of {f.population.label}" for f in groups)
        out.flag(
            f"{outlet(view.article)} gives {printed(totals[0])} of {totals[0].population.label} for "
            f"“{totals[0].response.label}”, but {parts}; a total lies between its groups.",
            figures=[*totals, *groups],
            expected=f"{number(low)} to {number(high)}",
            observed=number(totals[0].value, totals[0].decimals),
            decision_changing=all(flips_majority(totals[0].value, float(f.value)) for f in groups),
        )


def _both_sexes(groups: dict[str, list[Figure]]) -> bool:
    return set(groups) in ({"men", "women"}, {"male", "female"})


def _all_ages(groups: dict[str, list[Figure]]) -> bool:
    """Whether age ranges follow each other without a gap from the youngest adults to an open end."""
    ranges = []
    for name in groups:
        match = _AGES.fullmatch(name)
        if match is None:
            return False
        ranges.append((int(match[1] or 0), int(match[2]) if match[2] else None))
    ranges.sort(key=lambda ages: ages[0])
    if len(ranges) < 2 or ranges[0][0] > _ADULT or ranges[-1][1] is not None:
        return False
    return all(before[1] is not None and after[0] - before[1] in (0, 1) for before, after in pairwise(ranges))
