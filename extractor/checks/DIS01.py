"""DIS01: what AAPOR and WAPOR ask a report of a poll to disclose and this one does not."""

from extractor.checks.base import Check, Collector
from extractor.checks.views import ArticleView
from extractor.checks.wording import listed, outlet
from extractor.models import Figure, Poll


class Disclosure(Check):
    """A report of a poll leaves out what its readers need to judge it.

    Asked for: who carried it out, when, how many were asked, in what way, the margin of error, and the wording of the
    question.  One hint per poll, with all that is missing.

    Bad: ``A poll shows 61 percent for the law.``
    Good: ``Harbor Research asked 1,004 adults by telephone on 3 to 6 June (margin of error 3.1 points): "Do you ...?"``
    Source: AAPOR Transparency Initiative and Code of Ethics, III; ESOMAR/WAPOR Guideline on Opinion Polls.
    """

    code = "DIS01"
    title = "what a report of a poll should disclose"
    severity = "info"
    scope = "article"
    needs = "a poll with current figures"

    def article(self, view: ArticleView, out: Collector) -> None:
        """Test every poll of the article that has a current figure."""
        current: dict[str, list[Figure]] = {}
        for figure in view.figures:
            if figure.wave == "current" and figure.kind == "share":
                current.setdefault(figure.poll_id, []).append(figure)
        quoted = {question.poll_id for question in view.questions.values() if question.verbatim}
        for poll_id, figures in sorted(current.items()):
            poll = view.polls.get(poll_id)
            if poll is None:
                continue
            missing = _missing(poll, quoted=poll_id in quoted)
            if missing:
                count = f"{len(figures)} figure{'s' if len(figures) > 1 else ''}"
                who = listed(poll.pollsters) or "an unnamed pollster"
                out.flag(
                    f"{outlet(view.article)} reports {count} of a poll by {who} without {listed(missing)}.",
                    articles=[view.article.article_id],
                    expected="all of what AAPOR and WAPOR ask for",
                    observed=f"{poll_id} without {listed(missing)}",
                )


def _missing(poll: Poll, *, quoted: bool) -> list[str]:
    """What the report leaves out, in the order of AAPOR's list."""
    has = {
        "the pollster": bool(poll.pollsters),
        "the wording of the question": quoted,
        "the dates of fieldwork": poll.field_start is not None or poll.field_end is not None,
        "the number of respondents": any(sample.size is not None for sample in poll.samples),
        "the mode of interview": poll.mode is not None,
        "the margin of error": any(sample.margin_of_error is not None for sample in poll.samples),
    }
    return [name for name, told in has.items() if not told]
