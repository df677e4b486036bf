"""XSR04: poll facts in conflict: size, dates, mode, pollster."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from extractor.checks.base import Check, Collector
from extractor.checks.pollsters import share_a_pollster
from extractor.checks.sample_sizes import sizes_agree, sizes_confirm, sizes_of
from extractor.checks.sources import in_common, reports, why
from extractor.checks.views import DatasetView
from extractor.checks.wording import listed, outlet
from extractor.models import Article, Poll

Fact = tuple[object, ...]
_DIGIT = re.compile(r"\d")


@dataclass(frozen=True, slots=True)
class _Stated:
    """A fact as one source states it."""

    poll: Poll
    article: Article
    source: str
    fact: Fact


class PollFactsAgree(Check):
    """Reports of one poll give different sample sizes, days of fieldwork, modes or pollsters.

    Precision is respected: "about 1,000" agrees with 1,003, a month with a day in it, "mixed" with any mode.  A report
    that gives several samples agrees with one that gives one of them, and samples of different populations (adults,
    likely voters) are not held against each other.  A pollster is only wrong where two other sources agree on another.

    Bad: ``1,858 people were asked`` (two other reports: 1,585).
    Good: ``About 1,600 people were asked`` (two other reports: 1,585).
    Source: AAPOR Transparency Initiative, what a report of a poll discloses; majority of independent sources.
    """

    code = "XSR04"
    title = "poll facts in conflict: size, dates, mode, pollster"
    severity = "warning"
    scope = "cross_source"
    needs = "two reports of one poll that state the same fact"

    def across(self, view: DatasetView, out: Collector) -> None:
        """Test the facts of every poll that several sources report."""
        for cluster, polls in sorted(view.clusters.items()):
            for fact in _FACTS:
                stated = [s for poll in polls if (s := _state(view, poll, fact.read)) is not None]
                self._hold(view, out, cluster, fact, stated)

    @staticmethod
    def _hold(view: DatasetView, out: Collector, cluster: str, fact: "_Kind", stated: list[_Stated]) -> None:
        by_source = _one_for_each_source(stated)
        if len(by_source) < 2:
            by_source = {s.article.article_id: s for s in stated}
        if len(by_source) < 2:
            return
        # What only fails to contradict ("1,003 adults" beside "1,300 voters") backs nobody.
        backing = {
            source: [s for s in by_source.values() if s is own or fact.confirm(s.fact, own.fact)]
            for source, own in by_source.items()
        }
        best = min(backing, key=lambda source: (-len(backing[source]), source))
        usual, support = by_source[best], backing[best]
        apart = [s for s in stated if not all(fact.agree(s.fact, held.fact) for held in support)]
        apart = [s for s in apart if not fact.confirm(s.fact, usual.fact)]
        if not apart:
            return
        tie = any(len(backing[s.source]) == len(support) for s in apart if s.source in backing)
        if fact.needs_majority and (tie or len(support) < 2):
            return
        if tie:
            # One against one may be two polls of one pollster at one time: the figures must say that it is one.
            apart = [s for s in apart if _tell_the_same(view, cluster, s, usual)]
        for alone in apart[:1] if tie else apart:
            said = listed(sorted({outlet(s.article) for s in support}))
            who = said if tie else f"{reports(len(support))} of the same poll ({said})"
            out.flag(
                f"{outlet(alone.article)} gives {fact.name} {fact.tell(alone.fact)}; {who} "
                f"{'gives' if len(support) == 1 else 'give'} {fact.tell(usual.fact)}.{why(view, cluster)}",
                articles=[alone.article.article_id, *(s.article.article_id for s in support)],
                expected=fact.tell(usual.fact),
                observed=fact.tell(alone.fact),
            )


@dataclass(frozen=True, slots=True)
class _Kind:
    """A sort of fact: how it is read from a poll, compared and told."""

    name: str
    read: Callable[[DatasetView, Poll], Fact | None]
    agree: Callable[[Any, Any], bool]
    """Whether two facts do not contradict each other."""
    confirm: Callable[[Any, Any], bool]
    """Whether they tell the same."""
    tell: Callable[[Any], str]
    needs_majority: bool = False


def _state(view: DatasetView, poll: Poll, read: Callable[[DatasetView, Poll], Fact | None]) -> _Stated | None:
    fact, article = read(view, poll), view.articles.get(poll.article_id)
    if fact is None or article is None:
        return None
    return _Stated(poll, article, article.reprint_of or article.article_id, fact)


def _tell_the_same(view: DatasetView, cluster: str, a: _Stated, b: _Stated) -> bool:
    agreed, differ = in_common(view, cluster, a.article.article_id, b.article.article_id)
    return agreed >= max(2, 2 * differ)


def _one_for_each_source(stated: Iterable[_Stated]) -> dict[str, _Stated]:
    """The original speaks for its reprints."""
    groups: dict[str, list[_Stated]] = defaultdict(list)
    for one in stated:
        groups[one.source].append(one)
    return {
        source: min(group, key=lambda s: (s.article.article_id != source, s.article.article_id))
        for source, group in sorted(groups.items())
    }


def _days(_: DatasetView, poll: Poll) -> Fact | None:
    """First and last day; a day that was worked out from a weekday is left out, for it may be off."""
    start, end = (
        date if date and _is_spelled_out(poll, field) else None
        for field, date in (("field_start", poll.field_start), ("field_end", poll.field_end))
    )
    return (start, end) if start or end else None


def _is_spelled_out(poll: Poll, field: str) -> bool:
    evidence = poll.evidence.get(field, ())
    return not evidence or any(_DIGIT.search(found.exact) for found in evidence)


def _days_agree(a: Fact, b: Fact) -> bool:
    return all(
        not x or not y or str(x).startswith(str(y)) or str(y).startswith(str(x)) for x, y in zip(a, b, strict=True)
    )


def _tell_days(fact: Fact) -> str:
    start, end = fact
    if start and end and start != end:
        return f"{start} to {end}"
    return f"{end}" if end else f"{start} on"


def _mode(_: DatasetView, poll: Poll) -> Fact | None:
    return (poll.mode,) if poll.mode else None


def _modes_agree(a: Fact, b: Fact) -> bool:
    return a == b or "mixed" in (*a, *b)


def _names(_: DatasetView, poll: Poll) -> Fact | None:
    return (*poll.pollsters, *poll.sponsors) or None


def _share_a_name(a: Fact, b: Fact) -> bool:
    return share_a_pollster(map(str, a), map(str, b))


_FACTS = (
    _Kind(
        "the sample size as",
        sizes_of,
        sizes_agree,
        sizes_confirm,
        lambda fact: listed(f"{size:,}" for size, *_ in fact),
    ),
    _Kind("the days of fieldwork as", _days, _days_agree, _days_agree, _tell_days),
    _Kind("the mode as", _mode, _modes_agree, _modes_agree, lambda fact: str(fact[0])),
    _Kind(
        "the pollster as",
        _names,
        _share_a_name,
        _share_a_name,
        lambda fact: listed(map(str, fact)),
        needs_majority=True,
    ),
)
