"""CHG01: now minus before equals the stated change."""

from decimal import Decimal

from extractor.checks.base import Check, Collector
from extractor.checks.changes import Move, moves
from extractor.checks.intervals import HUNDRED, Interval, exact
from extractor.checks.views import ArticleView
from extractor.checks.wording import number, outlet, printed, told
from extractor.models import Figure


class ChangeEqualsDifference(Check):
    """A stated change, or its direction, does not follow from the two shares it stands between.

    All three are rounded, so whole numbers may be off by one.  A change in percent may be meant relatively (CHG03
    tells the two apart).  Without a stated change, "rose from 49 to 45" is tested for its direction alone.

    Bad: ``Approval rose by 6 points to 45 percent from 42 percent.``
    Good: ``Approval rose by 3 points to 45 percent from 42 percent.``
    Source: interval arithmetic on printed numbers; AAPOR on reporting change.
    """

    code = "CHG01"
    title = "now minus before equals the change"
    severity = "warning"
    scope = "article"
    needs = "a share now and before in one sentence, with the change or a verb of change"

    def article(self, view: ArticleView, out: Collector) -> None:
        """Test every move that one sentence tells."""
        for move in moves(view):
            if move.change is not None:
                self._amount(view, out, move, move.change)
            elif move.direction:
                self._direction(view, out, move)

    @staticmethod
    def _amount(view: ArticleView, out: Collector, move: Move, change: Figure) -> None:
        figures = [move.now, move.before, change]
        out.tested(figures)
        difference = Interval.of(move.now) - Interval.of(move.before)
        stated = Interval.of(change)
        if difference.meets(stated) or _relative(move).meets(stated):
            return
        expected = exact(move.now.value, move.now.decimals) - exact(move.before.value, move.before.decimals)
        out.flag(
            f"{outlet(view.article)} tells a change of {printed(change)} for “{move.now.response.label}” among "
            f"{move.now.population.label}, but {number(move.before.value, move.before.decimals)} to "
            f"{number(move.now.value, move.now.decimals)} percent is {number(expected)}.",
            figures=figures,
            expected=number(expected),
            observed=number(change.value, change.decimals),
            tolerance=Decimal(1).scaleb(-change.decimals),
        )

    @staticmethod
    def _direction(view: ArticleView, out: Collector, move: Move) -> None:
        figures = [move.now, move.before]
        out.tested(figures)
        moved = exact(move.now.value, move.now.decimals) - exact(move.before.value, move.before.decimals)
        if moved == 0 or (moved > 0) == (move.direction > 0):
            return
        verb, word = ("a rise", "more") if move.direction > 0 else ("a fall", "less")
        out.flag(
            f"{outlet(view.article)} tells {verb} to {told(move.now)}, but the value before was "
            f"{number(move.before.value, move.before.decimals)} percent.",
            figures=figures,
            expected=f"{word} than {number(move.before.value, move.before.decimals)}",
            observed=number(move.now.value, move.now.decimals),
        )


def _relative(move: Move) -> Interval:
    """The change in percent of the earlier share; an empty point where that is not defined."""
    before = Interval.of(move.before)
    if before.low <= 0:
        return Interval(Decimal(0), Decimal(0))
    quotient = Interval.of(move.now) / before
    return Interval((quotient.low - 1) * HUNDRED, (quotient.high - 1) * HUNDRED)
