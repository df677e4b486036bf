"""Sizes of samples as reports state them, and whether those of two reports can be of one sample."""

from collections import defaultdict
from collections.abc import Iterable
from itertools import product
from typing import NamedTuple

from extractor.checks.views import DatasetView
from extractor.checks.words import words_of
from extractor.models import Poll, Sample

_SEVERAL = "several"
_ADULTS = "adults"
_VOTERS = "voters"
_PART = frozenset(("registered", "likely"))


class Size(NamedTuple):
    """A size with the country and the facets of its population; no country where the report tells of several, and the
    sample names none of them.  `who` is ``adults``, a sort of voters, or empty for "people", who may be any."""

    size: int
    country: str
    who: str
    facets: tuple[tuple[str, str], ...]


def sizes_of(view: DatasetView, poll: Poll) -> tuple[Size, ...] | None:
    """The sizes that the report of a poll states."""
    told = {figure.population.country for figure in view.figures_by_poll.get(poll.poll_id, ())} - {None}
    home = _SEVERAL if len(told) > 1 else ""
    found = {_size(sample, sample.size, home) for sample in poll.samples if sample.size}
    return tuple(sorted(found)) or None


def _size(sample: Sample, size: int, home: str) -> Size:
    if sample.population is None:
        return Size(size, home, "", ())
    facets = dict(sample.population.facets)
    adults = not words_of().adults.isdisjoint(sample.population.label.casefold().split())
    who = facets.pop(_VOTERS, _ADULTS if adults else "")
    return Size(size, sample.population.country or home, who, tuple(sorted(facets.items())))


def sizes_agree(a: Iterable[Size], b: Iterable[Size]) -> bool:
    """Whether no size differs that is told of one population; samples of other populations are other samples."""
    a, b = tuple(a), tuple(b)
    one, other = _by_population(a), _by_population(b)
    shared = one.keys() & other.keys()
    if any(country and country != _SEVERAL for country, *_ in shared):
        return all(_meet(one[key], other[key]) for key in shared)
    return sizes_meet(a, b) or not any(_may_be_one(x, y) for x, y in product(a, b))


def sizes_meet(a: Iterable[Size], b: Iterable[Size]) -> bool:
    """Whether a size of the one is one of the other, up to rounding."""
    return _meet((size.size for size in a), (size.size for size in b))


def sizes_confirm(a: Iterable[Size], b: Iterable[Size]) -> bool:
    """Whether two reports tell one size and contradict each other in none."""
    a, b = tuple(a), tuple(b)
    return sizes_meet(a, b) and sizes_agree(a, b)


def _may_be_one(a: Size, b: Size) -> bool:
    """Whether two sizes can be told of one sample.

    Where a report tells of one country only, a sample of "1,585 people" is of that one.  "People" may be voters, and
    "voters" the likely ones of another report; but those may be a part of the sample as well, so their number must be
    the other one misprinted.  So must be a number of voters beside one of adults, and one of two in several countries,
    which may be of each country.
    """
    if a.country == b.country == _SEVERAL:
        if not _is_misprint(a.size, b.size):
            return False
    elif _SEVERAL in (a.country, b.country) or (a.country and b.country and a.country != b.country):
        return False
    who = {a.who, b.who}
    if a.facets != b.facets:
        return False
    if _ADULTS in who and not who <= {_ADULTS, ""}:
        return _VOTERS in who and sorted(str(a.size)) == sorted(str(b.size))
    return len(who) == 1 or not who & _PART or (not who <= _PART and _is_misprint(a.size, b.size))


def _is_misprint(x: int, y: int) -> bool:
    """Whether one number is the other with digits exchanged, or with one other digit, where neither is round."""
    one, other = str(x), str(y)
    if sorted(one) == sorted(other):
        return True
    return bool(x % 50 and y % 50) and len(one) == len(other) and sum(map(str.__ne__, one, other)) == 1


def _by_population(sizes: Iterable[Size]) -> dict[tuple[str, str, object], list[int]]:
    found: dict[tuple[str, str, object], list[int]] = defaultdict(list)
    for size in sizes:
        found[size.country, "" if size.who == _ADULTS else size.who, size.facets].append(size.size)
    return found


def _meet(a: Iterable[int], b: Iterable[int]) -> bool:
    return any(_same_size(x, y) for x, y in product(a, b))


def _same_size(x: int, y: int) -> bool:
    """Whether one size can be the other one rounded ("about 1,000" of 1,003)."""
    coarse = min(x, y, key=lambda size: (len(str(size).rstrip("0")), size))
    if x == y:
        return True
    zeros = len(str(coarse)) - len(str(coarse).rstrip("0"))
    # Sizes are told "about" to the next fifty, hundred or thousand, and hardly off by more than five in a hundred.
    place = 50 if zeros < 2 and coarse % 50 == 0 else int("1" + "0" * zeros)
    return zeros > 0 and place >= 50 and abs(x - y) < place and 20 * abs(x - y) <= coarse
