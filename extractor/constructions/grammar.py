"""The grammar: every construction of every family, and the candidates it gives for the figures of a sentence."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib import import_module

from extractor.constructions.base import Construction, Pointer
from extractor.constructions.chunks import Sequence

#: The families, one module each.
FAMILIES = ("of_shares", "horse_race", "names", "ratings", "brackets", "comparisons", "changes", "fallbacks")


@dataclass(frozen=True, slots=True)
class Candidate:
    """One proposal for one figure: `figure`, `response` and `population` are chunk ranges of the sentence."""

    construction: Construction
    figure: int
    response: tuple[int, int] | None
    population: int | None
    pointer: Pointer
    start: int
    end: int
    #: Whether the response is of the larger (1) or smaller (-1) of two figures; 0 where the order of words decides.
    size: int = 0
    partner: int | None = None
    #: The response of the other figure of the pair.
    other: tuple[int, int] | None = None


@cache
def constructions() -> tuple[Construction, ...]:
    """All constructions, families in order."""
    found: list[Construction] = []
    for family in FAMILIES:
        found += import_module(f"extractor.constructions.{family}").CONSTRUCTIONS
    return tuple(found)


def candidates(sequence: Sequence) -> Iterator[Candidate]:
    """What the constructions propose for the figures of `sequence`, unordered."""
    for construction in constructions():
        position = 0
        while match := construction.regex.search(sequence.code, position):
            position = match.start() + 1
            yield from _of_match(construction, match)


def _of_match(construction: Construction, match: re.Match[str]) -> Iterator[Candidate]:
    groups = match.groupdict()
    response = match.span("r") if groups.get("r") else None
    population = match.start("p") if groups.get("p") else None
    first = match.start("f")
    second = match.start("g") if groups.get("g") else None
    size = {"": 0, "first": 1, "second": -1}[construction.order]
    pointer = construction.pointer if response is None else "none"
    other = match.span("q") if groups.get("q") and second is not None else None
    yield Candidate(construction, first, response, population, pointer, match.start(), match.end(), size, second, other)
    if second is not None:
        yield Candidate(
            construction, second, other, population, "none" if other else construction.second,
            match.start(), match.end(), -size, first, response,
        )  # fmt: skip
    elif groups.get("q"):
        yield Candidate(construction, first, match.span("q"), population, "none", match.start(), match.end())
