"""RBS01: a share that only adds up without those who have no opinion."""

from collections import defaultdict

from extractor.checks.answers import AnswerSet, answer_sets, is_printed
from extractor.checks.base import Check, Collector, flips_majority
from extractor.checks.rebasing import Rebase, fits, rebased_forms, says_rebased
from extractor.checks.views import ArticleView
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
        sets: dict[tuple[str, object], list[AnswerSet]] = defaultdict(list)
        for answers in answer_sets(view):
            sets[answers.key[0], answers.key[2]].append(answers)
        if not sets:
            return
        for key, figures in view.shares.items():
            for figure in figures:
                if not is_printed(figure):
                    continue
                forms = rebased_forms(figure, [a for a in sets.get((key[0], key[2]), ()) if a.key[3:] == key[3:]])
                if forms:
                    self._judge(view, out, forms)

    def _judge(self, view: ArticleView, out: Collector, forms: list[Rebase]) -> None:
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
        out.flag(
            f"{outlet(view.article)} gives {told(figure)} {place(view, figure)}, which {reason}: of everyone asked it "
            f"is {number(share.value, share.decimals)} percent.",
            figures=[figure, share],
            expected=number(share.value, share.decimals),
            observed=number(figure.value, figure.decimals),
            tolerance=(form.possible.high - form.possible.low) / 2,
            decision_changing=flips_majority(figure.value, share.value),
        )
