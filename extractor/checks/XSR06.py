"""XSR06: a quoted previous value against the earlier poll on record."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from extractor.checks.answers import is_printed
from extractor.checks.base import Check, Collector, flips_majority
from extractor.checks.keys import PopulationKey, population_key, response_key, words
from extractor.checks.pollsters import pollster_words
from extractor.checks.sources import Consensus, Telling, agree, consensus, reports, value, why
from extractor.checks.views import DatasetView
from extractor.checks.wording import outlet, printed
from extractor.models import Figure, Poll

#: What an earlier poll is looked up by: a word of its pollster, the population and the response.
Key = tuple[str, PopulationKey, str]
#: At least so much of the wordings of two waves must be common.
_ALIKE = 0.6
#: So many earlier figures are looked at for one quoted value.
_AT_MOST = 100


@dataclass(frozen=True, slots=True)
class _Earlier:
    """A figure of an earlier poll as it was told at the time."""

    figure: Figure
    poll: Poll
    wording: frozenset[str]
    day: str


class PreviousValueAsReported(Check):
    """A value quoted from an earlier wave differs from what was reported when that wave was new.

    The earlier poll must be certain: the same pollster, question, population and response, an earlier date, and either
    a month that the quoting article gives for the wave, or two other quoted values that agree with that poll.

    Bad: ``up from 46 percent in May`` (reports of the May poll: 42 percent).
    Good: ``up from 42 percent in May``.
    Source: interval arithmetic on printed numbers; earlier reports on record.
    """

    code = "XSR06"
    title = "a quoted previous value against the earlier poll on record"
    severity = "warning"
    scope = "cross_source"
    needs = "a previous value whose own poll is reported by another article of the dataset"

    def across(self, view: DatasetView, out: Collector) -> None:
        """Test every quoted previous value whose poll is on record."""
        quoted = [f for f in view.dataset.figures if f.wave == "previous" and f.kind == "share" and is_printed(f)]
        if not quoted:
            return
        record = _record(view, {_response(figure) for figure in quoted})
        matches: dict[tuple[str, str], list[tuple[Figure, Consensus]]] = defaultdict(list)
        for figure in sorted(quoted, key=lambda figure: figure.figure_id):
            for cluster, common in _held_against(view, record, figure):
                matches[figure.poll_id, cluster].append((figure, common))
        for (poll_id, cluster), pairs in sorted(matches.items()):
            self._judge(view, out, view.polls[poll_id], cluster, pairs)

    @staticmethod
    def _judge(
        view: DatasetView, out: Collector, poll: Poll, cluster: str, pairs: list[tuple[Figure, Consensus]]
    ) -> None:
        agreeing = sum(agree(figure, common.figure) for figure, common in pairs)
        for figure, common in pairs:
            dated = len(figure.wave_date or "") >= 7
            if not dated and agreeing < 2:
                continue
            out.tested([figure, common.figure])
            if agree(figure, common.figure):
                continue
            source = view.articles[poll.article_id]
            given = "gave" if common.support > 1 else f"({outlet(common.supporters[0].article)}) gave"
            out.flag(
                f"{outlet(source)} quotes {printed(figure)} of {figure.population.label} for "
                f"“{figure.response.label}” from an earlier poll; {reports(common.support, other=False)} of that poll "
                f"{given} {value(common.figure)}.{why(view, cluster)}",
                figures=[figure, *(telling.figure for telling in common.supporters)],
                expected=value(common.figure),
                observed=value(figure),
                tolerance=0.5 * 10.0 ** -min(figure.decimals, common.figure.decimals),
                decision_changing=flips_majority(figure.value, common.figure.value),
            )


def _response(figure: Figure) -> tuple[PopulationKey, str]:
    return population_key(figure.population), response_key(figure.response)


def _record(view: DatasetView, wanted: set[tuple[PopulationKey, str]]) -> dict[Key, list[_Earlier]]:
    """Current shares by pollster, population and response, as far as some article quotes such a value."""
    found: dict[Key, list[_Earlier]] = defaultdict(list)
    for figure in sorted(view.dataset.figures, key=lambda figure: figure.figure_id):
        if figure.wave != "current" or figure.kind != "share" or not is_printed(figure):
            continue
        response = _response(figure)
        poll = view.polls.get(figure.poll_id)
        if response not in wanted or poll is None or poll.poll_cluster is None:
            continue
        day = poll.field_end or (view.articles[poll.article_id].published or "")[:10]
        if len(day) >= 7:
            earlier = _Earlier(figure, poll, _wording(view, figure), day)
            for name in pollster_words((*poll.pollsters, *poll.sponsors)):
                found[name, *response].append(earlier)
    for entries in found.values():
        entries.sort(key=lambda earlier: (earlier.day, earlier.figure.figure_id))
    return found


def _latest(entries: list[_Earlier], day: str, month: str) -> list[_Earlier]:
    """The entries before a day, of one month if that is given: the latest of them, so that a pollster with thousands
    of polls on record costs no more than one with few."""
    end = bisect_left(entries, day, key=lambda earlier: earlier.day)
    start = max(0, end - _AT_MOST)
    if len(month) == 7:
        start = bisect_left(entries, month, key=lambda earlier: earlier.day)
        end = min(end, bisect_left(entries, f"{month}~", key=lambda earlier: earlier.day), start + _AT_MOST)
    return entries[start:end]


def _held_against(
    view: DatasetView, record: dict[Key, list[_Earlier]], figure: Figure
) -> Iterator[tuple[str, Consensus]]:
    """The earlier polls that a quoted value may be of, with what their reports give: of a dated value the polls of that
    month, else the last before the quoting poll."""
    poll = view.polls.get(figure.poll_id)
    if poll is None:
        return
    own_day = poll.field_end or (view.articles[poll.article_id].published or "")[:10]
    wording = _wording(view, figure)
    groups: dict[str, list[_Earlier]] = defaultdict(list)
    seen: set[str] = set()
    for name in sorted(pollster_words((*poll.pollsters, *poll.sponsors))):
        for earlier in _latest(record.get((name, *_response(figure)), []), own_day, (figure.wave_date or "")[:7]):
            alike = _dice(wording, earlier.wording) >= _ALIKE
            if alike and earlier.poll.poll_cluster and earlier.figure.figure_id not in seen and earlier.day < own_day:
                seen.add(earlier.figure.figure_id)
                groups[earlier.poll.poll_cluster].append(earlier)
    groups.pop(poll.poll_cluster or "", None)
    month = (figure.wave_date or "")[:7]
    if len(month) == 7:
        groups = {cluster: found for cluster, found in groups.items() if all(e.day[:7] == month for e in found)}
    elif groups:
        last = max(groups, key=lambda cluster: (max(e.day for e in groups[cluster]), cluster))
        groups = {last: groups[last]}
    if len(groups) != 1:
        return
    ((cluster, found),) = groups.items()
    articles = [view.articles[earlier.poll.article_id] for earlier in found]
    common = consensus(
        Telling(earlier.figure, article, article.reprint_of or article.article_id)
        for earlier, article in zip(found, articles, strict=True)
        if article.article_id != figure.article_id
    )
    if common is not None:
        yield cluster, common


def _wording(view: DatasetView, figure: Figure) -> frozenset[str]:
    question = view.questions.get(figure.question_id)
    return frozenset(words(question.text)) if question is not None else frozenset()


def _dice(a: frozenset[str], b: frozenset[str]) -> float:
    return 2 * len(a & b) / (len(a) + len(b)) if a and b else 0.0
