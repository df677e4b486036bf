"""DAT01: fieldwork starts before it ends, and ends before it is published."""

from extractor.checks.base import Check, Collector
from extractor.checks.views import ArticleView
from extractor.checks.wording import outlet
from extractor.models import Poll


class DatesInOrder(Check):
    """Fieldwork ends before it starts, or ends after the article that reports it was published.

    Dates are compared to the precision that both have, a month at least: ``2025-06`` is no later than ``2025-06-14``.

    Bad: ``Published 12 June; the poll was taken from 14 to 16 June.``
    Good: ``Published 20 June; the poll was taken from 14 to 16 June.``
    Source: order of events; AAPOR Code of Ethics, disclosure of fieldwork dates.
    """

    code = "DAT01"
    title = "field_start ≤ field_end ≤ published"
    severity = "warning"
    scope = "article"
    needs = "two of: start of fieldwork, end of fieldwork, date of publication"

    def article(self, view: ArticleView, out: Collector) -> None:
        """Test the dates of every poll."""
        published = view.article.updated or view.article.published
        for poll in view.polls.values():
            if _after(poll.field_start, poll.field_end):
                self._flag(view, out, f"starts on {poll.field_start} and ends on {poll.field_end}", poll)
            elif _after(poll.field_end, published):
                self._flag(view, out, f"ends on {poll.field_end}, after the article's date {published}", poll)
            elif poll.field_end is None and _after(poll.field_start, published):
                self._flag(view, out, f"starts on {poll.field_start}, after the article's date {published}", poll)

    @staticmethod
    def _flag(view: ArticleView, out: Collector, what: str, poll: Poll) -> None:
        who = " and ".join(poll.pollsters) or "the poll"
        out.flag(
            f"{outlet(view.article)} tells of fieldwork by {who} that {what}.",
            articles=[view.article.article_id],
            expected="start ≤ end ≤ published",
            observed=f"{poll.field_start or '?'} to {poll.field_end or '?'}",
        )


def _after(first: str | None, second: str | None) -> bool:
    """Whether `first` is surely later than `second`, at the precision both have (a month at least)."""
    if first is None or second is None:
        return False
    length = min(len(first), len(second[:10]))
    return length >= len("2025-06") and first[:length] > second[:length]
