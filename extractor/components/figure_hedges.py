"""How a number is hedged: exact, about, over or under, and whether it is only a bound that a share passes or misses."""

import re
from dataclasses import dataclass
from functools import cache

from extractor.components.phrases import alternatives, words
from extractor.components.surroundings import Surroundings
from extractor.lexicons import loader
from extractor.lexicons.schemas.figures import FigureWords
from extractor.lexicons.screens import Screen
from extractor.models import Qualifier

_HEDGES: tuple[Qualifier, ...] = ("under", "over", "about")
_BOUNDS: tuple[Qualifier, ...] = ("over", "under")


@dataclass(frozen=True, slots=True)
class Hedge:
    """The qualifier of a number; `bound` tells that the number is a limit ("surpassed 50 percent"), not the share."""

    qualifier: Qualifier
    bound: bool = False


class HedgeReader:
    """Reads the hedge of a number from the words beside it."""

    def __init__(self, lexicon: FigureWords) -> None:
        hedges, bounds = lexicon.hedges, lexicon.bounds
        self._before = tuple((name, Screen(re.compile(rf"{words(hedges[name])}\s(?:an?\s)?$"))) for name in _HEDGES)
        after: tuple[tuple[Qualifier, str], ...] = (("over", "over_after"), ("under", "under_after"))
        self._after = tuple((name, re.compile(rf"[\s-]{alternatives(hedges[key])}\b")) for name, key in after)
        self._bounds = tuple(
            (name, Screen(re.compile(rf"{words(bounds[name])}\s(?:an?\s|the\s)?$"))) for name in _BOUNDS
        )

    def read(self, around: Surroundings) -> Hedge:
        """The hedge of the number in `around`."""
        for name, words_before in self._before:
            if words_before.search(around.before):
                return Hedge(name)
        for name, pattern in self._after:
            if pattern.match(around.after):
                return Hedge(name, bound=True)
        for name, words_before in self._bounds:
            if words_before.search(around.before):
                return Hedge(name, bound=True)
        return Hedge("exact")


@cache
def hedges(language: str = "en") -> HedgeReader:
    """The hedge reader of a language (ISO 639-1)."""
    return HedgeReader(loader.load(FigureWords, language, "figures"))
