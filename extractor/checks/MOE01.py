"""MOE01: a margin of error that is plausible for the sample size."""

from decimal import Decimal

from pydantic import Field

from extractor.checks.base import Check, Collector, Options
from extractor.checks.intervals import Interval, exact
from extractor.checks.views import ArticleView
from extractor.checks.wording import number, outlet
from extractor.models import Sample

#: Half the width of a confidence interval for a share of 50 percent is z·50/√n points.
_Z = {90: Decimal("1.645"), 95: Decimal("1.96"), 99: Decimal("2.576")}


class MarginOptions(Options):
    """Bounds of what is plausible."""

    largest_design_effect: float = Field(
        default=3.0, description="a margin above that of a sample with this design effect is held implausible"
    )
    largest_size: int = Field(
        default=5000,
        description="above this size a wide margin is left alone: it is mostly that of a part of the sample",
    )
    smallest_factor: float = Field(
        default=0.85, description="a margin below this part of that of a simple random sample is held implausible"
    )


class MarginPlausible(Check):
    """The margin of error is far from what the sample size allows.

    For a simple random sample of n the margin at 95 percent is 98/√n points (3.1 for 1,000); weighting and clustering
    widen it by the square root of the design effect, large samples of small populations narrow it a little.

    Bad: ``A poll of 400 adults with a margin of error of 1.5 points.``
    Good: ``A poll of 1,000 adults with a margin of error of 3.1 points.``
    Source: L. Kish, Survey Sampling (1965), design effect; AAPOR, Margin of Sampling Error.
    """

    code = "MOE01"
    title = "margin of error plausible for n"
    severity = "warning"
    scope = "article"
    needs = "a sample's size and its margin of error"
    options_type = MarginOptions

    def article(self, view: ArticleView, out: Collector) -> None:
        """Test the sample of every poll that has one sample with size and margin."""
        for poll in view.polls.values():
            if len(poll.samples) != 1:
                continue
            (sample,) = poll.samples
            bounds = self._bounds(sample)
            if bounds is None or sample.margin_of_error is None:
                continue
            margin = exact(sample.margin_of_error)
            places = max(0, -int(margin.normalize().as_tuple().exponent))
            if Interval.printed(float(margin), places).meets(bounds):
                continue
            low, high = (round(bound, 1) for bound in (bounds.low, bounds.high))
            out.flag(
                f"{outlet(view.article)} gives a margin of error of {number(margin)} points for {sample.size} "
                f"respondents; {number(low)} to {number(high)} points would be plausible.",
                articles=[view.article.article_id],
                expected=f"{number(low)} to {number(high)}",
                observed=f"{number(margin)} for {sample.size}",
            )

    def _bounds(self, sample: Sample) -> Interval | None:
        if sample.size is None or sample.margin_of_error is None:
            return None
        z = _Z.get(round(sample.confidence_level if sample.confidence_level is not None else 95))
        if z is None:
            return None
        options = self.options
        assert isinstance(options, MarginOptions)
        simple = z * 50 / Decimal(sample.size).sqrt()
        widest = simple * Decimal(repr(options.largest_design_effect)).sqrt()
        if sample.size > options.largest_size:
            widest = Decimal(100)
        return Interval(simple * Decimal(repr(options.smallest_factor)), widest)
