"""When another statement contradicts a corruption: ties between figures that hold before it and break with it.

The ties are found on the clean records by plain definitions, without the checks and without looking at the words of
the text:

- *restated*: the same answer, of the same question, population and wave, is told again in the article
- *reported*: another article on the same poll gives the answer (comparisons of the matching, independent sources)
- *sum*: answers of both sides of a question (or names in one sentence) exceed 100 beyond rounding; with those who have
  no opinion among them and 100 in all, they may not miss it either
- *net*: a total told with its strong and its mild part
- *lead*: a difference told in one sentence with exactly two shares of its question and wave, whose difference it is
- *change*: a change told in one sentence with the share now and before, whose difference it is
- *subgroups*: the share of everyone lies between those of men and of women
- *size*: a poll's size against its margin of error, or against the size that another report of the poll gives

A corruption is contradicted when it breaks at least one tie.
"""

import math
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from extractor.checks.answers import core_of, degree, is_printed, side_of
from extractor.checks.intervals import HUNDRED, Interval, same_number, sum_tolerance, total
from extractor.checks.keys import PopulationKey, response_key
from extractor.checks.views import ArticleView, DatasetView
from extractor.models import Comparison, Dataset, Figure, Poll

Values = dict[str, Figure]


@dataclass(frozen=True, slots=True)
class Tie:
    """A relation between figures (by id) or polls, and how to tell whether it holds for given records."""

    name: str
    members: frozenset[str]
    holds: Callable[[Values, dict[str, Poll]], bool]


def ties(dataset: Dataset, comparisons: Iterable[Comparison] = ()) -> list[Tie]:
    """All ties of a dataset that hold in it."""
    view = DatasetView(dataset)
    found: list[Tie] = []
    for article in view.article_views():
        found.extend(_restated(article))
        found.extend(_sums(article))
        found.extend(_nets(article))
        found.extend(_in_sentences(article))
        found.extend(_subgroups(article))
    found.extend(_reported(comparisons))
    found.extend(_sizes(dataset))
    return [tie for tie in found if tie.holds(view.figures, view.polls)]


def _same(ids: tuple[str, ...]) -> Callable[[Values, dict[str, Poll]], bool]:
    return lambda figures, _: all(same_number(figures[ids[0]], figures[other]) for other in ids[1:])


def _restated(view: ArticleView) -> Iterator[Tie]:
    groups: dict[tuple[object, ...], list[str]] = defaultdict(list)
    for key, figures in view.shares.items():
        for figure in figures:
            if is_printed(figure):
                groups[*key, response_key(figure.response)].append(figure.figure_id)
    for ids in groups.values():
        places = {view.paragraph(figure) for figure in view.figures if figure.figure_id in ids}
        if len(places) > 1:
            yield Tie("restated", frozenset(ids), _same(tuple(ids)))


def _reported(comparisons: Iterable[Comparison]) -> Iterator[Tie]:
    for comparison in comparisons:
        ids = tuple(value.figure_id for value in comparison.values)
        if comparison.independent_sources > 1:
            yield Tie("reported", frozenset(ids), _same(ids))


def _sums(view: ArticleView) -> Iterator[Tie]:
    for figures in view.shares.values():
        answers: dict[str, Figure] = {}
        for figure in figures:
            if is_printed(figure) and not degree(figure.response):
                answers.setdefault(response_key(figure.response), figure)
        sides = {side_of(figure.response) for figure in answers.values()}
        if {"favor", "oppose"} <= sides and len(sides) == len(answers):
            ids = tuple(figure.figure_id for figure in answers.values())
            complete = "dont_know" in sides and abs(total(answers.values()) - HUNDRED) <= sum_tolerance(
                answers.values()
            )
            yield Tie("sum", frozenset(ids), _adds_up(ids, complete=complete))


def _adds_up(ids: tuple[str, ...], *, complete: bool) -> Callable[[Values, dict[str, Poll]], bool]:
    def holds(figures: Values, _: dict[str, Poll]) -> bool:
        members = [figures[name] for name in ids]
        summed, slack = total(members), sum_tolerance(members)
        return summed <= HUNDRED + slack and (not complete or summed >= HUNDRED - slack)

    return holds


def _nets(view: ArticleView) -> Iterator[Tie]:
    for figures in view.shares.values():
        by_core: dict[frozenset[str], dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
        for figure in figures:
            if is_printed(figure):
                by_core[core_of(figure.response)][degree(figure.response)].append(figure.figure_id)
        for degrees in by_core.values():
            if {"", "strong", "mild"} == set(degrees) and all(len(ids) == 1 for ids in degrees.values()):
                net, strong, mild = degrees[""][0], degrees["strong"][0], degrees["mild"][0]
                yield Tie("net", frozenset((net, strong, mild)), _net(net, strong, mild))


def _net(net: str, strong: str, mild: str) -> Callable[[Values, dict[str, Poll]], bool]:
    return lambda figures, _: (Interval.of(figures[strong]) + Interval.of(figures[mild])).meets(
        Interval.of(figures[net])
    )


def _in_sentences(view: ArticleView) -> Iterator[Tie]:
    for figures in view.sentences.values():
        for stated in figures:
            if stated.kind == "share" or not is_printed(stated):
                continue
            shares = [
                figure
                for figure in figures
                if figure.kind == "share" and is_printed(figure) and figure.question_id == stated.question_id
            ]
            if stated.kind == "difference":
                parts = [figure for figure in shares if figure.wave == stated.wave]
            else:
                parts = [figure for figure in shares if response_key(figure.response) == response_key(stated.response)]
                if {figure.wave for figure in parts} != {"current", "previous"}:
                    continue
            if len(parts) == 2:
                ids = (stated.figure_id, parts[0].figure_id, parts[1].figure_id)
                yield Tie("lead" if stated.kind == "difference" else "change", frozenset(ids), _difference(*ids))


def _difference(stated: str, a: str, b: str) -> Callable[[Values, dict[str, Poll]], bool]:
    def holds(figures: Values, _: dict[str, Poll]) -> bool:
        size = Interval.printed(abs(figures[stated].value), figures[stated].decimals)
        gap = Interval.of(figures[a]) - Interval.of(figures[b])
        return gap.meets(size) or (-gap).meets(size)

    return holds


def _subgroups(view: ArticleView) -> Iterator[Tie]:
    groups: dict[tuple[object, ...], dict[str, str]] = defaultdict(dict)
    for key, figures in view.shares.items():
        for figure in figures:
            sex = _sex(key[2])
            if sex is not None and is_printed(figure):
                groups[key[0], key[1], key[3], response_key(figure.response)].setdefault(sex, figure.figure_id)
    for members in groups.values():
        if len(members) == 3:
            yield Tie(
                "subgroups", frozenset(members.values()), _between(members["all"], members["men"], members["women"])
            )


def _sex(key: PopulationKey) -> str | None:
    facets = dict(key[1])
    if not facets and not key[2]:
        return "all"
    return facets["sex"] if set(facets) == {"sex"} and facets["sex"] in ("men", "women") else None


def _between(whole: str, first: str, second: str) -> Callable[[Values, dict[str, Poll]], bool]:
    def holds(figures: Values, _: dict[str, Poll]) -> bool:
        parts = [Interval.of(figures[first]), Interval.of(figures[second])]
        return Interval(min(p.low for p in parts), max(p.high for p in parts)).meets(Interval.of(figures[whole]))

    return holds


def _sizes(dataset: Dataset) -> Iterator[Tie]:
    clusters: dict[str, list[str]] = defaultdict(list)
    for poll in dataset.polls:
        if len(poll.samples) != 1 or poll.samples[0].size is None:
            continue
        if poll.poll_cluster is not None:
            clusters[poll.poll_cluster].append(poll.poll_id)
        if poll.samples[0].margin_of_error is not None:
            yield Tie("size", frozenset((poll.poll_id,)), _plausible(poll.poll_id))
    for ids in clusters.values():
        if len(ids) > 1:
            yield Tie("size", frozenset(ids), _one_size(tuple(ids)))


def _plausible(poll_id: str) -> Callable[[Values, dict[str, Poll]], bool]:
    """98/√n points for a simple random sample, at most the 1.7-fold (a design effect of 3), to the printed place."""

    def holds(_: Values, polls: dict[str, Poll]) -> bool:
        sample = polls[poll_id].samples[0]
        assert sample.size is not None and sample.margin_of_error is not None
        simple = 98 / math.sqrt(sample.size)
        return 0.85 * simple - 0.5 <= sample.margin_of_error <= 1.73 * simple + 0.5

    return holds


def _one_size(ids: tuple[str, ...]) -> Callable[[Values, dict[str, Poll]], bool]:
    return lambda _, polls: len({polls[name].samples[0].size for name in ids}) == 1
