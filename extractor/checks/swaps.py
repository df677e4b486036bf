"""Two figures told the other way round, for two populations or two answers: the ground of XSR02 and XSR03."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations

from extractor.checks.sources import Cell, Consensus, Telling, agree, cells_of, consensus
from extractor.checks.views import DatasetView
from extractor.models import Figure

#: Up to so many tellings, each is held against all the others.
_FEW = 8


@dataclass(frozen=True, slots=True)
class Swap:
    """An article that tells `first` and `second` exchanged against what the others tell."""

    cells: tuple[Cell, Cell]
    first: Telling
    second: Telling
    expected: tuple[Consensus, Consensus]

    @property
    def figures(self) -> tuple[Figure, ...]:
        """The swapped figures, and those of the others."""
        others = (t.figure for common in self.expected for t in common.supporters)
        return (self.first.figure, self.second.figure, *others)

    @property
    def is_undecided(self) -> bool:
        """Whether one source stands against one, so that either may be wrong."""
        return max(common.support for common in self.expected) < 2


def population_swaps(view: DatasetView) -> list[Swap]:
    """Swaps of two populations for one answer."""
    return _remembered(view, "population_swaps", lambda c: (*c.question, c.comparison.response))


def response_swaps(view: DatasetView) -> list[Swap]:
    """Swaps of two answers in one population.  Shares only: a swapped share takes its change with it."""
    return _remembered(view, "response_swaps", lambda c: (*c.question, c.comparison.population, *_sort(c)))


def swapped_figures(view: DatasetView) -> set[str]:
    """Ids of the figures that a swap explains."""
    swaps = [*population_swaps(view), *response_swaps(view)]
    return {
        figure.figure_id
        for swap in swaps
        for figure in (swap.figures if swap.is_undecided else (swap.first.figure, swap.second.figure))
    }


def _sort(cell: Cell) -> tuple[str, str]:
    figure = cell.tellings[0].figure
    return figure.kind, figure.wave


def _remembered(view: DatasetView, name: str, key: Callable[[Cell], tuple[str, ...]]) -> list[Swap]:
    known: list[Swap] | None = view.memo.get(name)
    if known is None:
        known = view.memo[name] = list(_swaps(view, key))
    return known


def _swaps(view: DatasetView, key: Callable[[Cell], tuple[str, ...]]) -> Iterator[Swap]:
    groups: dict[tuple[str, ...], list[Cell]] = defaultdict(list)
    for cell in cells_of(view):
        if cell.comparison.status == "conflict":
            groups[key(cell)].append(cell)
    for name in sorted(groups):
        for one, two in combinations(groups[name], 2):
            found = list(_swaps_between(one, two))
            # Where one article is surely wrong, those that it contradicts are right.
            sure = [swap for swap in found if not swap.is_undecided]
            yield from sure or found


def _swaps_between(one: Cell, two: Cell) -> Iterator[Swap]:
    told: set[str] = set()
    for first, second in _both(one, two):
        if first.source in told or first.figure.kind != second.figure.kind:
            continue
        p, q = _expected(one, two, first, second)
        if p is None or q is None:
            continue
        exchanged = agree(first.figure, q.figure) and agree(second.figure, p.figure)
        if not exchanged or agree(first.figure, p.figure) or agree(p.figure, q.figure):
            continue
        swap = Swap((one, two), first, second, (p, q))
        # Of two sources that contradict each other, the swap is told once.
        told.update({t.source for t in p.supporters} if swap.is_undecided else ())
        yield swap


def _both(one: Cell, two: Cell) -> Iterator[tuple[Telling, Telling]]:
    """What articles that may stand apart tell in both cells: all where sources are few, else those against the most."""
    suspects: Iterable[Telling] = one.tellings
    if len(one.tellings) > _FEW:
        common = consensus(one.tellings)
        suspects = common.against if common is not None else ()
    second = {telling.article.article_id: telling for telling in two.tellings}
    for telling in suspects:
        if telling.article.article_id in second:
            yield telling, second[telling.article.article_id]


def _expected(one: Cell, two: Cell, first: Telling, second: Telling) -> tuple[Consensus | None, Consensus | None]:
    """What the others tell; where they disagree on one figure, those speak that tell both the other way round."""
    p, q = (
        consensus(telling for telling in cell.tellings if telling.source != alone.source)
        for cell, alone in ((one, first), (two, second))
    )
    told = (p, second.figure) if q is None else (q, first.figure)
    if (p is None) != (q is None) and told[0] is not None and agree(told[0].figure, told[1]):
        crossed = {t.source for t in one.tellings if agree(t.figure, second.figure)}
        crossed &= {t.source for t in two.tellings if agree(t.figure, first.figure)}
        crossed.discard(first.source)
        p = p or consensus(t for t in one.tellings if t.source in crossed)
        q = q or consensus(t for t in two.tellings if t.source in crossed)
    return p, q
