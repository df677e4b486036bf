"""MOE02: a difference inside the margin of error told as a change or a lead."""

from extractor.checks.answers import is_printed
from extractor.checks.base import Check, Collector
from extractor.checks.views import ArticleView
from extractor.checks.wording import number, outlet, printed
from extractor.checks.words import cue


class DifferenceInsideMargin(Check):
    """A lead or a change is smaller than the margin of error of one share, and the article does not say so.

    The margin of a lead is about twice that of a share and that of a change about 1.4 times, so a difference inside
    the margin of a single share is surely inside its own.  A hint only.

    Bad: ``Alvarez has a 2-point lead.`` (margin of error 3.1 points, not told as a tie)
    Good: ``Alvarez's 2-point lead is within the margin of error.``
    Source: AAPOR, Margin of Sampling Error; C. H. Franklin, The Margin of Error for Differences in Polls (2007).
    """

    code = "MOE02"
    title = "a difference inside the margin told as a change or a lead"
    severity = "info"
    scope = "article"
    needs = "a lead or change in points of the whole sample, and the poll's one margin of error"

    def article(self, view: ArticleView, out: Collector) -> None:
        """Test every lead and change of a whole sample with a known margin."""
        margins = {}
        for poll_id, poll in view.polls.items():
            found = {sample.margin_of_error for sample in poll.samples if sample.margin_of_error is not None}
            if len(found) == 1:
                margins[poll_id] = found.pop()
        if not margins:
            return
        candidates = [
            figure
            for figure in view.figures
            if figure.kind != "share" and figure.unit == "points" and figure.wave == "current" and is_printed(figure)
        ]
        if not candidates:
            return
        # A hint about margins anywhere in the text beyond the method line makes the flag pointless.
        hinted = {
            figure.figure_id for figure in candidates if cue("tie_cues").search(_around(view, figure.evidence.start))
        }
        for figure in candidates:
            margin = margins.get(figure.poll_id)
            if margin is None or not view.covers_everyone(figure):
                continue
            out.tested([figure])
            if figure.figure_id in hinted or not 0 < abs(figure.value) < margin:
                continue
            kind = "change" if figure.kind == "change" else "lead"
            out.flag(
                f"{outlet(view.article)} tells a {kind} of {printed(figure)} for “{figure.response.label}”, which is "
                f"inside the poll's margin of error of {number(margin)} points.",
                figures=[figure],
                expected=f"at least {number(margin)}",
                observed=number(figure.value, figure.decimals),
                tolerance=margin,
            )


def _around(view: ArticleView, place: int) -> str:
    """The text near a place, where a story would say that a lead is within the margin."""
    return view.article.text[max(0, place - 300) : place + 300]
