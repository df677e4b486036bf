"""SUM02: exclusive responses exceed 100 beyond rounding."""

from extractor.checks.answers import answer_sets
from extractor.checks.base import Check, Collector
from extractor.checks.intervals import HUNDRED
from extractor.checks.views import ArticleView
from extractor.checks.wording import listed, number, outlet, printed


class NotMoreThanAll(Check):
    """Exclusive answers to one question make more than 100 percent.

    For and against one thing (with what lies between), or candidates of one race in one sentence.  A sum of n rounded
    shares may exceed 100 by floor((n-1)/2) in the last place.  Silent where several answers were allowed.

    Bad: ``62 percent support the plan, 47 percent oppose it.``
    Good: ``52 percent support the plan, 47 percent oppose it, 2 percent do not know.``
    Source: shares of exclusive categories sum to 100 (AAPOR, Standard Definitions); bound on rounding error of sums.
    """

    code = "SUM02"
    title = "exclusive responses exceed 100 beyond rounding"
    severity = "warning"
    scope = "article"
    needs = "two or more exclusive answers to one question, of one population and wave"

    def article(self, view: ArticleView, out: Collector) -> None:
        """Test every set of exclusive answers."""
        for answers in answer_sets(view):
            out.tested(answers.figures)
            if answers.total <= HUNDRED + answers.tolerance:
                continue
            shares = listed(f"{printed(figure)} “{figure.response.label}”" for figure in answers.figures)
            out.flag(
                f"{outlet(view.article)} gives {shares} of {answers.figures[0].population.label}, which makes "
                f"{number(answers.total)} percent of answers that exclude each other.",
                figures=answers.figures,
                expected=f"at most {number(HUNDRED + answers.tolerance)}",
                observed=number(answers.total),
                tolerance=answers.tolerance,
            )
