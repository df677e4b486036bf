"""CHG02: changes over a full set of answers sum to about zero."""

from decimal import Decimal

from extractor.checks.answers import AnswerSet, answer_sets, side_of
from extractor.checks.base import Check, Collector
from extractor.checks.intervals import HUNDRED, step, total
from extractor.checks.views import ArticleView
from extractor.checks.wording import listed, number, outlet, printed
from extractor.models import Figure


class ChangesCancel(Check):
    """The changes of all answers of a complete set do not cancel out.

    What one answer gains others lose.  Each change is rounded by itself or taken between rounded shares, so n changes
    may miss zero by 2·floor((n-1)/2), and by at least one, in the last place.

    Bad: ``Yes 49 percent (+4), No 46 percent (+1), don't know 5 percent (no change).``
    Good: ``Yes 49 percent (+2), No 46 percent (-1), don't know 5 percent (-1).``
    Source: sums of exclusive and exhaustive shares are 100 in every wave; rulings of press regulators.
    """

    code = "CHG02"
    title = "changes over a full set sum to about zero"
    severity = "warning"
    scope = "article"
    needs = "a complete set of exclusive answers with a change for each (or for all but those without an opinion)"

    def article(self, view: ArticleView, out: Collector) -> None:
        """Test every complete set whose changes are told."""
        for answers in answer_sets(view):
            slack = answers.tolerance + step(0)
            if abs(answers.total - HUNDRED) > slack:
                continue
            changes = self._changes(view, answers)
            if len(changes) < 2 or not self._covers(view, answers, changes):
                continue
            figures = [*answers.figures, *changes]
            out.tested(figures)
            summed, tolerance = total(changes), self._tolerance(changes)
            if abs(summed) <= tolerance:
                continue
            out.flag(
                f"{outlet(view.article)} gives changes of {listed(printed(change) for change in changes)} for answers "
                f"that make up 100 percent; together they move by {number(summed)} instead of 0.",
                figures=figures,
                expected="0",
                observed=number(summed),
                tolerance=tolerance,
            )

    @staticmethod
    def _changes(view: ArticleView, answers: AnswerSet) -> list[Figure]:
        told: dict[str, list[Figure]] = {}
        for change in view.changes.get(answers.key, ()):
            told.setdefault(view.answer(change), []).append(change)
        found = [told.get(view.answer(figure), []) for figure in answers.figures]
        return [changes[0] for changes in found if len(changes) == 1 and changes[0].qualifier == "exact"]

    @staticmethod
    def _covers(view: ArticleView, answers: AnswerSet, changes: list[Figure]) -> bool:
        """Every answer but "don't know" has its change ("no change" is told in words, not in a number)."""
        moved = {view.answer(change) for change in changes}
        return all(
            view.answer(figure) in moved for figure in answers.figures if side_of(figure.response) != "dont_know"
        ) and (len(changes) == len(answers.figures) or answers.of("dont_know") is not None)

    @staticmethod
    def _tolerance(changes: list[Figure]) -> Decimal:
        coarsest = min(change.decimals for change in changes)
        return max(2 * ((len(changes) - 1) // 2), 1) * step(coarsest)
