"""DIF01: a stated lead, gap, net or ratio equals the difference or quotient of its two shares."""

import re
from collections.abc import Iterator
from decimal import Decimal

from extractor.checks.answers import is_printed, side_of
from extractor.checks.base import Check, Collector
from extractor.checks.intervals import Interval, exact
from extractor.checks.views import ArticleView, index_of
from extractor.checks.wording import number, outlet, printed
from extractor.checks.words import cue, either, versus, words_of
from extractor.models import Figure

_LEAD = either(words_of().lead_nouns)
#: "by 4 points, 48 to 44", "a 4-point lead, 48-44": signs, the unit and the name of the lead, nothing else.
_AFTER_LEAD = re.compile(rf"^\W*(?:(?:percentage )?points?\b)?\s*(?:{_LEAD})?\W*$", re.IGNORECASE)
#: "48 to 44, giving her a 4-point lead": a few small words without a number.
_BEFORE_LEAD = re.compile(
    r"^\W*(?:percent\b)?\W*(?:giving|for|with|and|or)?\W*(?:[A-Za-z.’']+\s){0,3}?(?:an?|his|her|their|the)?\s*$",
    re.IGNORECASE,
)
_RATIO = re.compile(rf"(?<![\d.,])(\d+(?:\.\d+)?)\s+(?={either(words_of().times_cues)})", re.IGNORECASE)
_VAGUE = re.compile(
    r"(?:about|almost|nearly|more than|over|roughly|around|up to|at least|some|than)\s+$", re.IGNORECASE
)


class DifferenceEqualsParts(Check):
    """A stated lead, gap or net is not the difference of its two shares, or a ratio not their quotient.

    Tested only where the two shares are certain: told side by side with the lead ("48 to 44, a 4-point lead"), or the
    only shares of a sentence that speaks of no other time, poll or race.  All three numbers are rounded, so whole
    numbers may be off by one.  A swing, a margin of error, a lead of last month or of another race is no such lead.

    Bad: ``Alvarez leads 48 to 44 percent, an 8-point edge.``
    Good: ``8.6 percent of men and 5.2 percent of women, 1.7 times as many.``
    Source: interval arithmetic on printed numbers; AAPOR on reporting leads.
    """

    code = "DIF01"
    title = "a stated lead, gap, ratio or net equals the difference or quotient"
    severity = "warning"
    scope = "article"
    needs = "a lead, gap or ratio beside exactly two shares of one question and wave"

    def article(self, view: ArticleView, out: Collector) -> None:
        """Test every difference that stands by its two shares, and every ratio."""
        for stated in view.differences:
            if is_printed(stated):
                parts = _beside(view, stated) or _net(view, stated) or _only(view, stated)
                if parts is not None:
                    self._difference(view, out, stated, parts)
        for first, second, ratio in _ratios(view):
            self._ratio(view, out, first, second, ratio)

    @staticmethod
    def _difference(view: ArticleView, out: Collector, stated: Figure, parts: tuple[Figure, Figure]) -> None:
        a, b = sorted(parts, key=lambda figure: -figure.value)
        out.tested([stated, a, b])
        size = Interval.printed(abs(stated.value), stated.decimals)
        if (Interval.of(a) - Interval.of(b)).meets(size):
            return
        if stated.unit == "percent" and _relative(a, b).meets(size):
            return
        expected = exact(a.value, a.decimals) - exact(b.value, b.decimals)
        out.flag(
            f"{outlet(view.article)} tells a difference of {printed(stated)} among {stated.population.label}, but "
            f"{number(a.value, a.decimals)} and {number(b.value, b.decimals)} percent differ by {number(expected)}.",
            figures=[stated, a, b],
            expected=number(expected),
            observed=number(abs(stated.value), stated.decimals),
            tolerance=Decimal(1).scaleb(-min(stated.decimals, a.decimals, b.decimals)),
        )

    @staticmethod
    def _ratio(view: ArticleView, out: Collector, a: Figure, b: Figure, ratio: str) -> None:
        if min(Interval.of(a).low, Interval.of(b).low) <= 0:
            return
        out.tested([a, b])
        stated = Interval.printed(float(ratio), len(ratio.partition(".")[2]))
        larger, smaller = sorted((a, b), key=lambda figure: -figure.value)
        quotient = Interval.of(larger) / Interval.of(smaller)
        # "2 times more" is used for twice as many and for three times as many.
        if quotient.meets(stated) or quotient.meets(stated + Interval(Decimal(1), Decimal(1))):
            return
        expected = exact(larger.value, larger.decimals) / exact(smaller.value, smaller.decimals)
        out.flag(
            f"{outlet(view.article)} says {ratio} times for {printed(larger)} against {printed(smaller)}, which is "
            f"{expected:.1f} times.",
            figures=[a, b],
            expected=f"{expected:.1f}",
            observed=ratio,
            tolerance=(quotient.high - quotient.low) / 2,
        )


def _pair(view: ArticleView, stated: Figure, a: Figure, b: Figure) -> bool:
    """Whether a difference can be that of two shares: one question and wave, two answers or two populations."""
    if not (is_printed(a) and is_printed(b) and a.kind == b.kind == "share"):
        return False
    if not stated.question_id == a.question_id == b.question_id or not stated.wave == a.wave == b.wave:
        return False
    if stated.poll_id != a.poll_id or a.poll_id != b.poll_id or a.wave_date != b.wave_date:
        return False
    return (view.population(a) == view.population(b)) != view.same_answer(a, b)


def _beside(view: ArticleView, stated: Figure) -> tuple[Figure, Figure] | None:
    """The two shares right after or right before the lead: ``by 4 points, 48 to 44``, ``48-44, a 4-point lead``."""
    figures = [figure for figure in view.same_sentence(stated) if figure.question_id == stated.question_id]
    at = index_of(figures, stated)
    for first, last, leads in ((at + 1, at + 2, True), (at - 2, at - 1, False)):
        if first < 0 or last >= len(figures):
            continue
        a, b = figures[first], figures[last]
        close = _AFTER_LEAD.match(view.between(stated, a)) if leads else _BEFORE_LEAD.match(view.between(b, stated))
        if close and versus().match(view.between(a, b)) and _pair(view, stated, a, b):
            return a, b
    return None


def _net(view: ArticleView, stated: Figure) -> tuple[Figure, Figure] | None:
    """The shares for and against before a net: ``42 percent approve, 53 percent disapprove (a net of -11)``."""
    if not cue("net_cues").search(view.before(stated)[-40:]):
        return None
    shares = [
        figure
        for figure in view.same_sentence(stated)
        if figure.kind == "share" and figure.question_id == stated.question_id and figure.wave == stated.wave
    ]
    if len(shares) != 2 or {side_of(figure.response) for figure in shares} != {"favor", "oppose"}:
        return None
    a, b = shares
    return (a, b) if _pair(view, stated, a, b) else None


def _only(view: ArticleView, stated: Figure) -> tuple[Figure, Figure] | None:
    """The only two shares of the lead's sentence, if it tells no other number and speaks of nothing else."""
    others = [figure for figure in view.same_sentence(stated) if figure is not stated]
    if len(others) != 2 or stated.wave != "current" or cue("elsewhere_cues").search(stated.evidence.sentence):
        return None
    a, b = others
    if not _pair(view, stated, a, b):
        return None
    # A gap between answers is of the population that gave both.
    if view.population(a) == view.population(b) != view.population(stated):
        return None
    return a, b


def _ratios(view: ArticleView) -> Iterator[tuple[Figure, Figure, str]]:
    """Sentences with exactly two shares and one plain number of times between or around them."""
    for figures in view.sentences.values():
        if len(figures) != 2 or cue("elsewhere_cues").search(figures[0].evidence.sentence):
            continue
        a, b = figures
        found = list(_RATIO.finditer(a.evidence.sentence))
        if len(found) != 1 or _VAGUE.search(a.evidence.sentence[: found[0].start()]):
            continue
        alike = a.kind == b.kind == "share" and a.wave == b.wave and a.question_id == b.question_id
        if alike and is_printed(a) and is_printed(b):
            yield a, b, found[0][1]


def _relative(a: Figure, b: Figure) -> Interval:
    """By how many percent the larger share exceeds the smaller."""
    if Interval.of(b).low <= 0:
        return Interval(Decimal(-1), Decimal(-1))
    quotient = Interval.of(a) / Interval.of(b)
    return Interval((quotient.low - 1) * 100, (quotient.high - 1) * 100)
