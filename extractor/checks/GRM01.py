"""GRM01: a percentage that is possible with the number of respondents (GRIM)."""

from decimal import ROUND_CEILING, Decimal

from extractor.checks.answers import is_printed
from extractor.checks.base import Check, Collector
from extractor.checks.intervals import HUNDRED, Interval
from extractor.checks.keys import words
from extractor.checks.views import ArticleView
from extractor.checks.wording import number, outlet, told
from extractor.checks.words import cue
from extractor.models import Figure, Poll


class PossiblePercentage(Check):
    """No whole number of respondents gives the printed percentage.

    Of 40 people 51 percent cannot be: 20 are 50 and 21 are 52.5.  Says nothing about whole percentages once n reaches
    100 (1,000 with one decimal), nor about weighted polls; most polls are weighted without saying so, so it is off
    unless selected.

    Bad: ``51 percent of 40 members polled.``
    Good: ``52.5 percent of 40 members polled.``
    Source: N. J. L. Brown and J. A. J. Heathers, The GRIM Test, Social Psychological and Personality Science, 2017.
    """

    code = "GRM01"
    title = "a percentage possible with n (GRIM)"
    severity = "warning"
    scope = "article"
    needs = "a share of the whole sample of an unweighted poll with one small sample size"
    default = False

    def article(self, view: ArticleView, out: Collector) -> None:
        """Test every share of a whole small sample."""
        sizes = {poll_id: size for poll_id, poll in view.polls.items() if (size := _only_size(poll)) is not None}
        if not sizes or cue("weighted_cues").search(view.article.text):
            return
        for figure in view.figures:
            size = sizes.get(figure.poll_id)
            if size is None or size >= 100 * 10**figure.decimals or not _is_share(figure):
                continue
            if not view.covers_everyone(figure) and not _is_whole_sample(view, figure):
                continue
            out.tested([figure])
            if _possible(figure, size):
                continue
            out.flag(
                f"{outlet(view.article)} gives {told(figure)}, which no whole number of {size} respondents makes.",
                figures=[figure],
                expected=f"a multiple of 1/{size}",
                observed=number(figure.value, figure.decimals),
            )


def _is_share(figure: Figure) -> bool:
    return figure.kind == "share" and figure.wave == "current" and is_printed(figure) and 0 <= figure.value <= 100


def _is_whole_sample(view: ArticleView, figure: Figure) -> bool:
    """Whether a figure is of all those the sample is of: of "council members" in a poll of 14 members, who are the only
    group that it tells of."""
    sample = view.polls[figure.poll_id].samples[0].population
    asked = set(words(sample.label)) if sample is not None else set()
    groups = {view.population(other) for other in view.figures if other.poll_id == figure.poll_id}
    return bool(asked) and asked <= set(words(figure.population.label)) and len(groups) == 1


def _only_size(poll: Poll) -> int | None:
    sizes = {sample.size for sample in poll.samples if sample.size is not None}
    return sizes.pop() if len(sizes) == 1 and len(poll.samples) == 1 else None


def _possible(figure: Figure, size: int) -> bool:
    """Whether some count lies within what the printed percentage stands for."""
    stands_for = Interval.of(figure)
    smallest = (stands_for.low * size / HUNDRED).to_integral_value(ROUND_CEILING)
    return smallest * HUNDRED <= stands_for.high * Decimal(size)
