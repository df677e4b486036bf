"""RBS01: a share that only adds up without those who have no opinion."""

from extractor.checks.base import Check, Collector, flips_majority
from extractor.checks.rebasing import Rebase, fits, forms_across, forms_within, says_rebased
from extractor.checks.views import ArticleView, DatasetView
from extractor.checks.wording import number, outlet, place, told


class RebasedShare(Check):
    """A share is told that leaves out "don't know" without saying so, or says so and does not fit.

    44 percent for, 37 against and 19 who do not know is 44 / (44 + 37) = 54 percent of those with an opinion.  Told as
    "54 percent in favor" it makes a majority of a minority.  All parts are intervals: 49 and 46 admit 51 and 52.

    Bad: ``54 percent are in favor ... in the poll 44 percent were for it, 37 percent against, 19 percent undecided.``
    Good: ``54 percent are in favor, excluding the undecided ... 44 percent were for it, 37 percent against.``
    Source: British Polling Council, A Journalist's Guide to Opinion Polls; rulings of press regulators.
    """

    code = "RBS01"
    title = "a share that only adds up without “don't know”"
    severity = "warning"
    scope = "article"
    needs = "a set of exclusive answers that leaves some out, and one of its answers told again"

    def article(self, view: ArticleView, out: Collector) -> None:
        """Test every share that is told again beside a set of answers."""
        for forms in forms_within(view):
            _judge(view, out, forms)

    def across(self, view: DatasetView, out: Collector) -> None:
        """Test every share that another report of the poll gives with all its answers."""
        for forms in forms_across(view):
            _judge(view.views_in_clusters[forms[0].figure.article_id], out, forms)


def _judge(view: ArticleView, out: Collector, forms: list[Rebase]) -> None:
    figure = forms[0].figure
    said = says_rebased(view, figure)
    fitting = [form for form in forms if fits(form)]
    if said or fitting:
        out.tested([figure, *(form.told_of_all for form in forms)])
    if said == bool(fitting):
        return
    form = (fitting or forms)[0]
    share = form.told_of_all
    reason = (
        "does not follow even without those who have no opinion"
        if said
        else "excludes those who don't know without saying so"
    )
    source = "" if share.article_id == figure.article_id else " by another report of the poll"
    out.flag(
        f"{outlet(view.article)} gives {told(figure)} {place(view, figure)}, which {reason}: of everyone asked it "
        f"is {number(share.value, share.decimals)} percent{source}.",
        figures=[figure, share],
        expected=number(share.value, share.decimals),
        observed=number(figure.value, figure.decimals),
        tolerance=(form.possible.high - form.possible.low) / 2,
        decision_changing=flips_majority(figure.value, share.value),
    )
