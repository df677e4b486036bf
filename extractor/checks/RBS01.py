"""RBS01: a share that only adds up without those who have no opinion."""

from collections import defaultdict

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
        for statement in _statements(forms_within(view)):
            _judge(view, out, statement)

    def across(self, view: DatasetView, out: Collector) -> None:
        """Test every share that another report of the poll gives with all its answers."""
        for statement in _statements(forms_across(view)):
            _judge(view.article_view(statement[0][0].figure.article_id), out, statement)


def _statements(forms: list[list[Rebase]]) -> list[list[list[Rebase]]]:
    """The forms of shares that were told together, as one statement each."""
    groups: dict[frozenset[str], list[list[Rebase]]] = defaultdict(list)
    for of_one_share in forms:
        groups[of_one_share[0].told_with].append(of_one_share)
    return list(groups.values())


def _judge(view: ArticleView, out: Collector, statement: list[list[Rebase]]) -> None:
    said = says_rebased(view, statement[0][0].figure)
    fitting = [[form for form in forms if fits(form)] for forms in statement]
    # Every share of "54 to 46" must follow, or none of it is what a rebased poll gives.
    follows = all(fitting)
    shown = [(found or forms)[0] for found, forms in zip(fitting, statement, strict=True)]
    if said or follows:
        out.tested(figure for form in shown for figure in (form.figure, form.told_of_all))
    if said == follows:
        return
    form = shown[0]
    figure, share = form.figure, form.told_of_all
    reason = (
        "does not follow even without those who have no opinion"
        if said
        else "excludes those who don't know without saying so"
    )
    source = "" if share.article_id == figure.article_id else " by another report of the poll"
    out.flag(
        f"{outlet(view.article)} gives {told(figure)} {place(view, figure)}, which {reason}: of everyone asked it "
        f"is {number(share.value, share.decimals)} percent{source}.",
        figures=[figure for form in shown for figure in (form.figure, form.told_of_all)],
        expected=number(share.value, share.decimals),
        observed=number(figure.value, figure.decimals),
        tolerance=(form.possible.high - form.possible.low) / 2,
        decision_changing=any(flips_majority(form.figure.value, form.told_of_all.value) for form in shown),
    )
