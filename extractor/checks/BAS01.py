"""BAS01: a change computed across different pollsters or questions."""

from extractor.checks.answers import is_printed
from extractor.checks.base import Check, Collector
from extractor.checks.changes import told_moves
from extractor.checks.keys import words
from extractor.checks.views import ArticleView
from extractor.checks.wording import listed, number, outlet
from extractor.models import Figure


class ChangeOnOneBase(Check):
    """A rise or fall is told between figures of different pollsters, or of differently worded questions.

    Pollsters differ in method and wording, so the step from one's figure to another's is no change of opinion.  Both
    pollsters must be named and have none in common; questions count as different only where both are quoted.

    Bad: ``Support fell from 49 percent in a Harbor Research poll to 42 percent in one by Lakeside Polling.``
    Good: ``Support fell from 49 to 42 percent in polls by Harbor Research.``
    Source: AAPOR on comparing polls; rulings of press regulators on falls taken across two pollsters.
    """

    code = "BAS01"
    title = "a change computed across different pollsters or questions"
    severity = "warning"
    scope = "article"
    needs = "two shares told as a rise or fall, each with a named pollster or a quoted question"

    def article(self, view: ArticleView, out: Collector) -> None:
        """Test every rise and fall between two shares."""
        for before, now in told_moves(view):
            if not is_printed(before) or not is_printed(now):
                continue
            first, second = _pollsters(view, before), _pollsters(view, now)
            step = f"{number(before.value, before.decimals)} to {number(now.value, now.decimals)} percent"
            if before.poll_id != now.poll_id and first and second:
                out.tested([before, now])
                if not set(map(words, first)) & set(map(words, second)):
                    out.flag(
                        f"{outlet(view.article)} tells {step} for “{now.response.label}” as a change, but the figures "
                        f"are of different pollsters: {listed(first)} and {listed(second)}.",
                        figures=[before, now],
                        expected="one pollster",
                        observed=f"{listed(first)}; {listed(second)}",
                    )
            elif before.question_id != now.question_id and _both_quoted(view, before, now):
                out.tested([before, now])
                out.flag(
                    f"{outlet(view.article)} tells {step} as a change, but the questions were worded differently.",
                    figures=[before, now],
                    expected="one question",
                    observed="two questions",
                )


def _pollsters(view: ArticleView, figure: Figure) -> tuple[str, ...]:
    poll = view.polls.get(figure.poll_id)
    return poll.pollsters if poll is not None else ()


def _both_quoted(view: ArticleView, a: Figure, b: Figure) -> bool:
    questions = [view.questions.get(figure.question_id) for figure in (a, b)]
    texts = {words(question.text) for question in questions if question is not None and question.verbatim}
    return len(texts) == 2
