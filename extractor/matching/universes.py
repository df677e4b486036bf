"""Whom a poll asked, as far as its reports tell: in a poll of registered voters, "registered voters" are everyone."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from extractor.matching.labels import Universe, lexicon
from extractor.models import Figure, Poll, Population

#: Facets that a whole sample may have.
_WIDE = ("voters", "region")
_VOTERS = "voters"
_ADULTS = "adults"


def universe_of(poll: Poll, figures: Iterable[Figure]) -> Universe:
    """The facets of everyone polled, in one report: what all its samples are of, else what its widest figures are of.

    Where no sample is named, a facet that tells figures of one question apart ("55 percent of adults, 52 percent of
    registered voters") is none.
    """
    wide = [figure for figure in figures if figure.population.facets.keys() <= set(_WIDE)]
    found = set()
    for name in _WIDE:
        said = {_value(sample.population, name) for sample in poll.samples if sample.population} - {""}
        values = said or {_value(figure.population, name) for figure in wide} - {""}
        value = min(values, default=_ADULTS)
        if len(values) == 1 and value != _ADULTS and (said or not _tells_apart(name, value, wide)):
            found.add((name, value))
    return frozenset(found)


def _value(population: Population, name: str) -> str:
    """The facet, as far as it tells anything: "people" and "voters" may be any."""
    value = population.facets.get(name, "")
    if name == _VOTERS and value in ("", _VOTERS):
        return _ADULTS if not value and lexicon().adults & set(population.label.casefold().split()) else ""
    return value


def universes_of(polls: Iterable[Poll], figures: Mapping[str, Iterable[Figure]]) -> dict[str, Universe]:
    """By poll id; `figures` are those of each poll."""
    return {poll.poll_id: universe_of(poll, figures.get(poll.poll_id, ())) for poll in polls}


def shared_universe(universes: Iterable[Universe]) -> Universe:
    """What the reports of one poll say together; facets that they tell differently are left out."""
    values: dict[str, set[str]] = defaultdict(set)
    for universe in universes:
        for name, value in universe:
            values[name].add(value)
    return frozenset((name, min(found)) for name, found in values.items() if len(found) == 1)


def _tells_apart(name: str, value: str, wide: Iterable[Figure]) -> bool:
    """Whether one question has figures of everyone with and without the facet."""
    asked: dict[tuple[str, str, str], set[bool]] = defaultdict(set)
    for figure in wide:
        asked[figure.question_id, figure.kind, figure.wave].add(figure.population.facets.get(name) == value)
    return any(len(found) > 1 for found in asked.values())
