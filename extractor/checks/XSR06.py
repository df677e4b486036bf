"""XSR06: a quoted previous value against the earlier poll on record."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from extractor.checks.base import Check, Collector, flips_majority
from extractor.checks.keys import population_key, words
from extractor.checks.record import (
    Answer,
    answer_of,
    day_of,
    is_dated,
    is_on_record,
    is_quoted,
    month_of,
    names_of,
    same_people,
    window,
)
from extractor.checks.sources import Consensus, Telling, agree, consensus, reports, same_label, value, why
from extractor.checks.views import DatasetView
from extractor.checks.wording import outlet, printed
from extractor.models import Figure, Poll

#: What an earlier poll is looked up by: a word of its pollster, the population and the response.
Key = tuple[str, Answer]
#: At least so much of the wordings of two waves must be common.
_ALIKE = 0.6


@dataclass(frozen=True, slots=True)
class _Earlier:
    """A figure of an earlier poll as it was told at the time."""

    figure: Figure
    poll: Poll
    wording: frozenset[str]
    day: str


#: What is on record by key, sorted by day, with the days.
_Record = dict[Key, tuple[list[str], list[_Earlier]]]
_NOTHING: tuple[list[str], list[_Earlier]] = ([], [])


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
    looks_back = True

    def across(self, view: DatasetView, out: Collector) -> None:
        """Test every quoted previous value whose poll is on record."""
        quoted = [figure for figure in view.dataset.figures if is_quoted(figure) and _is_sure(view, figure)]
        if not quoted:
            return
        record = _record(view, {answer_of(figure) for figure in quoted})
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
            if not month_of(figure) and agreeing < 2:
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


def _is_sure(view: DatasetView, figure: Figure) -> bool:
    """Whether a value is surely quoted: its own words say so, and the report gives a new value beside it."""
    if "wave" in figure.inferred:
        return False
    own = population_key(figure.population)
    return any(
        other.question_id == figure.question_id
        and other.wave == "current"
        and other.kind == figure.kind
        and population_key(other.population) == own
        and same_label(view, other, figure)
        for other in view.figures_by_poll.get(figure.poll_id, ())
    )


def _record(view: DatasetView, wanted: set[Answer]) -> _Record:
    """Current shares by pollster, population and response, as far as some article quotes such a value."""
    found: dict[Key, list[_Earlier]] = defaultdict(list)
    for figure in sorted(view.dataset.figures, key=lambda figure: figure.figure_id):
        if not is_on_record(figure):
            continue
        answer = answer_of(figure)
        poll = view.polls.get(figure.poll_id)
        if answer not in wanted or poll is None or poll.poll_cluster is None:
            continue
        day = day_of(poll, view.articles[poll.article_id])
        if is_dated(day):
            earlier = _Earlier(figure, poll, _wording(view, figure), day)
            for name in names_of(poll):
                found[name, answer].append(earlier)
    for entries in found.values():
        entries.sort(key=lambda earlier: (earlier.day, earlier.figure.figure_id))
    return {key: ([earlier.day for earlier in entries], entries) for key, entries in found.items()}


def _held_against(view: DatasetView, record: _Record, figure: Figure) -> Iterator[tuple[str, Consensus]]:
    """The earlier polls that a quoted value may be of, with what their reports give: of a dated value the polls of that
    month, else the last before the quoting poll."""
    poll = view.polls.get(figure.poll_id)
    if poll is None:
        return
    own_day, month = day_of(poll, view.articles[poll.article_id]), month_of(figure)
    wording = _wording(view, figure)
    groups: dict[str, list[_Earlier]] = defaultdict(list)
    seen: set[str] = set()
    answer = answer_of(figure)
    for name in sorted(names_of(poll)):
        days, entries = record.get((name, answer), _NOTHING)
        for earlier in entries[window(days, own_day, month)]:
            if earlier.figure.figure_id in seen or earlier.day >= own_day:
                continue
            seen.add(earlier.figure.figure_id)
            if _dice(wording, earlier.wording) >= _ALIKE and _is_same_answer(view, figure, earlier.figure):
                groups[earlier.poll.poll_cluster or ""].append(earlier)
    groups.pop(poll.poll_cluster or "", None)
    if month:
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


def _is_same_answer(view: DatasetView, figure: Figure, earlier: Figure) -> bool:
    return same_people(figure.population, earlier.population) and same_label(view, figure, earlier)


def _wording(view: DatasetView, figure: Figure) -> frozenset[str]:
    question = view.questions.get(figure.question_id)
    return frozenset(words(question.text)) if question is not None else frozenset()


def _dice(a: frozenset[str], b: frozenset[str]) -> float:
    return 2 * len(a & b) / (len(a) + len(b)) if a and b else 0.0
