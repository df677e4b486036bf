"""CNT01: count, percentage and number of respondents agree."""

import re
from collections.abc import Iterator
from decimal import Decimal

from extractor.checks.answers import is_printed
from extractor.checks.base import Check, Collector, flips_majority
from extractor.checks.intervals import HUNDRED, Interval, exact
from extractor.checks.views import ArticleView
from extractor.checks.wording import number, outlet, told
from extractor.checks.words import cue
from extractor.models import Figure

_NUMBER = r"(\d{1,3}(?:,\d{3})+|\d+)"
_PAIR = rf"{_NUMBER}\s+(?:out\s+)?of\s+(?:the\s+|our\s+|its\s+)?{_NUMBER}"
#: "1,023 of 1,585 adults (64.5 percent)" and "64.5 percent (1,023 of 1,585)".
_BEFORE = re.compile(rf"(?<![\d.,/–-]){_PAIR}(?:\s+[\w’'-]+){{0,3}}\s*[,(—–-]+\s*(?:or\s+|about\s+)?$", re.IGNORECASE)
_AFTER = re.compile(rf"^\s*(?:percent|per cent|%)?\s*[,(—–-]+\s*(?:or\s+)?{_PAIR}(?![\d.,]*\d)", re.IGNORECASE)


class CountAgrees(Check):
    """A count of respondents, the number asked, and the percentage beside them do not agree.

    Silent for weighted polls, where the percentage need not be the quotient of the counts.

    Bad: ``612 of 1,000 adults (52 percent) agreed.``
    Good: ``523 of 1,000 adults (52 percent) agreed.``
    Source: percentage check of statcheck-like tools (Nuijten et al. 2016, on recomputing reported numbers).
    """

    code = "CNT01"
    title = "count, percentage and number of respondents agree"
    severity = "warning"
    scope = "article"
    needs = "a share with a count and the number of people asked, side by side, of an unweighted poll"

    def article(self, view: ArticleView, out: Collector) -> None:
        """Test every share that has "COUNT of N" beside it."""
        weighted: bool | None = None
        for figure, count, asked in _counts(view):
            if weighted is None:
                weighted = cue("weighted_cues").search(view.article.text) is not None
            if weighted or asked <= 0 or count > asked:
                continue
            out.tested([figure])
            share = HUNDRED * count / asked
            if Interval.of(figure).holds(share):
                continue
            expected = number(round(share, max(figure.decimals, 1)))
            out.flag(
                f"{outlet(view.article)} gives {told(figure)} for {count} of {asked} respondents, which is "
                f"{expected} percent.",
                figures=[figure],
                expected=expected,
                observed=number(figure.value, figure.decimals),
                decision_changing=flips_majority(figure.value, float(share)),
            )


def _counts(view: ArticleView) -> Iterator[tuple[Figure, Decimal, Decimal]]:
    for figure in view.figures:
        if figure.kind != "share" or not is_printed(figure):
            continue
        found = _BEFORE.search(view.before(figure)[-120:]) or _AFTER.match(view.after(figure)[:80])
        if found:
            count, asked = (exact(int(part.replace(",", ""))) for part in found.groups())
            yield figure, count, asked
