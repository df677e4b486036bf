"""CHG03: percent said where points are meant."""

from decimal import Decimal

from extractor.checks.answers import is_printed
from extractor.checks.base import Check, Collector
from extractor.checks.changes import moves
from extractor.checks.intervals import HUNDRED, Interval
from extractor.checks.views import ArticleView
from extractor.checks.wording import number, outlet
from extractor.checks.words import cue
from extractor.models import Figure


class PercentForPoints(Check):
    """A difference between two shares is told in percent, but is one in percentage points.

    From 75.5 to 85.6 is 10 points, or 13 percent more.  Told only as a hint: the reader is misled about the size, the
    figures are right.

    Bad: ``Trust is 10 percent higher: 85.6 percent against 75.5 percent.``
    Good: ``Trust is 10 points higher: 85.6 percent against 75.5 percent.``
    Source: AAPOR and most newsroom style guides on percent and percentage points.
    """

    code = "CHG03"
    title = "percent said where points are meant"
    severity = "info"
    scope = "article"
    needs = "two shares and a difference between them in percent, in one sentence"

    def article(self, view: ArticleView, out: Collector) -> None:
        """Test every change and difference that is told in percent beside its two shares."""
        known = set()
        for move in moves(view):
            if move.change is not None and move.change.unit == "percent":
                known.add(move.change.figure_id)
                self._test(view, out, move.change, move.now, move.before)
        for stated in view.figures:
            # "10 percent higher than among men" may be read as a change.
            if (
                stated.kind == "share"
                or stated.unit != "percent"
                or stated.figure_id in known
                or not is_printed(stated)
                or not cue("more_cues").search(view.after(stated)[:25])
            ):
                continue
            shares = [figure for figure in view.same_sentence(stated) if figure.kind == "share" and is_printed(figure)]
            if len(shares) == 2 and shares[0].question_id == shares[1].question_id == stated.question_id:
                if not view.same_answer(shares[0], shares[1]):
                    continue
                self._test(view, out, stated, *sorted(shares, key=lambda figure: -figure.value))

    @staticmethod
    def _test(view: ArticleView, out: Collector, stated: Figure, a: Figure, b: Figure) -> None:
        out.tested([stated, a, b])
        own = Interval.of(stated)
        size = own if stated.value >= 0 else -own
        points = Interval.of(a) - Interval.of(b)
        points = points if points.high > 0 else -points
        if not points.meets(size) or min(Interval.of(a).low, Interval.of(b).low) <= 0:
            return
        quotients = (Interval.of(a) / Interval.of(b), Interval.of(b) / Interval.of(a))
        if any(_percent(quotient).meets(size) for quotient in quotients):
            return
        relative = _percent(quotients[0])
        middle = (relative.low + relative.high) / 2
        out.flag(
            f"{outlet(view.article)} says {number(stated.value, stated.decimals)} percent for the step between "
            f"{number(b.value, b.decimals)} and {number(a.value, a.decimals)} percent; these are percentage points.",
            figures=[stated, a, b],
            expected=f"{number(abs(stated.value), stated.decimals)} points or {middle:.0f} percent",
            observed=f"{number(stated.value, stated.decimals)} percent",
            tolerance=(relative.high - relative.low) / 2,
        )


def _percent(quotient: Interval) -> Interval:
    """By how many percent a quotient departs from 1, without its sign."""
    low, high = (quotient.low - 1) * HUNDRED, (quotient.high - 1) * HUNDRED
    return Interval(low, high) if high > Decimal(0) else Interval(-high, -low)
