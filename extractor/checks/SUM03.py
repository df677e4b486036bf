"""SUM03: a complete set of responses misses 100."""

from extractor.checks.answers import AnswerSet, answer_sets
from extractor.checks.base import Check, Collector
from extractor.checks.intervals import HUNDRED
from extractor.checks.views import ArticleView
from extractor.checks.wording import listed, number, outlet, printed
from extractor.checks.words import cue


class CompleteSetMakesAll(Check):
    """A set of answers that is told as complete, or has those without an opinion, makes less than 100 percent.

    With "the rest" said of its last share the set is complete (warning); with "don't know" it is probably so, but
    refusals or a further answer may be left out (info).  More than 100 is SUM02.

    Bad: ``52 percent support it, 33 percent oppose it and the remaining 5 percent do not know.``
    Good: ``52 percent support it, 43 percent oppose it and the remaining 5 percent do not know.``
    Source: shares of exclusive and exhaustive categories sum to 100 (AAPOR, Standard Definitions).
    """

    code = "SUM03"
    title = "a complete set of responses misses 100"
    severity = "warning"
    scope = "article"
    needs = "exclusive answers to one question with those without an opinion, or told as complete"

    def article(self, view: ArticleView, out: Collector) -> None:
        """Test every set that should be complete."""
        for answers in answer_sets(view):
            certain = self._said_complete(view, answers)
            if not certain and (answers.of("dont_know") is None or answers.of("favor") is None):
                continue
            out.tested(answers.figures)
            if answers.total >= HUNDRED - answers.tolerance:
                continue
            shares = listed(f"{printed(figure)} “{figure.response.label}”" for figure in answers.figures)
            out.flag(
                f"{outlet(view.article)} gives {shares} of {answers.figures[0].population.label}, which makes only "
                f"{number(answers.total)} percent; an answer is missing or a figure is wrong.",
                figures=answers.figures,
                expected=number(HUNDRED),
                observed=number(answers.total),
                tolerance=answers.tolerance,
                severity=None if certain else "info",
            )

    @staticmethod
    def _said_complete(view: ArticleView, answers: AnswerSet) -> bool:
        last = answers.figures[-1]
        return cue("rest_cues").search(view.between(answers.figures[-2], last)) is not None
