"""RNG01: values and sizes in range."""

from extractor.checks.base import Check, Collector
from extractor.checks.views import ArticleView
from extractor.checks.wording import number, outlet, told


class ValuesInRange(Check):
    """A share, a change, a sample size or a margin of error is out of its possible range.

    A share lies between 0 and 100 percent, a change or difference in points between -100 and 100, and a margin of
    error is above 0 and below 50 points.

    Bad: ``605 percent of voters approve.``
    Good: ``60.5 percent of voters approve.``
    Source: definition of a percentage of respondents (AAPOR, Standard Definitions).
    """

    code = "RNG01"
    title = "values and sizes in range"
    severity = "error"
    scope = "article"
    needs = "a figure, or the margin of error of a sample"

    def article(self, view: ArticleView, out: Collector) -> None:
        """Test each figure and each sample by itself."""
        for figure in view.figures:
            low = 0 if figure.kind == "share" else -100
            # A relative change ("rose by 150 percent") has no upper limit.
            if (figure.kind != "share" and figure.unit == "percent") or low <= figure.value <= 100:
                continue
            # Of nobody in sight: rather a growth rate that was read as a share.
            if {"poll", "population"} & set(figure.inferred):
                continue
            out.flag(
                f"{outlet(view.article)} gives {told(figure)}, which is out of the range {low} to 100.",
                figures=[figure],
                expected=f"{low} to 100",
                observed=number(figure.value, figure.decimals),
            )
        for poll in view.polls.values():
            for sample in poll.samples:
                margin = sample.margin_of_error
                if margin is not None and not 0 < margin < 50:
                    out.flag(
                        f"{outlet(view.article)} gives a margin of error of {number(margin)} points, "
                        "which no sample can have.",
                        articles=[view.article.article_id],
                        expected="between 0 and 50",
                        observed=number(margin),
                    )
