"""Lists of words and the patterns made of them, so that neither stands in code.

All phrasebooks also know the lists ``months``, ``weekdays``, ``seasons``, ``counts`` and ``numerals`` (number words),
``hundreds``, ``thousands`` and ``peoples``.
A pattern in a TOML file names a list as ``~list~``, which becomes the alternation of its entries, longest first; a
space in an entry or between words of a pattern stands for any white space.  ``~~pattern~~`` inserts another pattern.
"""

import re
from collections.abc import Callable
from functools import cache
from typing import TypeVar

from extractor.lexicons.loader import load
from extractor.lexicons.schemas.figures import NumberWords
from extractor.lexicons.schemas.pages import DateWords, PhrasebookWords
from extractor.lexicons.schemas.populations import Places
from extractor.lexicons.screens import Screen

_T = TypeVar("_T")
_SLOT = re.compile(r"~~(\w+)~~|~(\w+)~")


class _Kept(dict[str, _T]):
    """What is made of a name on first use."""

    def __init__(self, make: Callable[[str], _T]) -> None:
        super().__init__()
        self._make = make

    def __missing__(self, name: str) -> _T:
        made = self[name] = self._make(name)
        return made


class Phrasebook:
    """The lists and patterns of one file; patterns are compiled on first use and kept."""

    def __init__(self, words: PhrasebookWords, others: dict[str, tuple[str, ...]] | None = None) -> None:
        self._lists = {**words.lists, **(others or {})}
        self._patterns = words.patterns
        #: The pattern of a name, compiled.
        self.pattern: Callable[[str], re.Pattern[str]] = _Kept(lambda name: re.compile(self.source(name))).__getitem__
        #: The pattern of a name, to be searched where it mostly matches nothing.
        self.screen: Callable[[str], Screen] = _Kept(lambda name: Screen(self.pattern(name))).__getitem__

    def words(self, *names: str) -> tuple[str, ...]:
        """The entries of the lists `names`, in order."""
        return tuple(word for name in names for word in self._lists[name])

    def group(self, *names: str) -> frozenset[str]:
        """The entries of the lists `names` as a set."""
        return frozenset(self.words(*names))

    def names(self, prefix: str) -> list[str]:
        """The lists whose name begins with `prefix`, without it."""
        return [name.removeprefix(prefix) for name in self._lists if name.startswith(prefix)]

    def pattern_names(self) -> tuple[str, ...]:
        """The names of all patterns."""
        return tuple(self._patterns)

    def source(self, name: str) -> str:
        """The pattern `name` with its slots filled."""

        def fill(match: re.Match[str]) -> str:
            return self.source(match.group(1)) if match.group(1) else any_of(self._lists[match.group(2)])

        return _SLOT.sub(fill, self._patterns[name]).replace(" ", r"\s+")


def any_of(words: object) -> str:
    """An alternation of literal words, the longest first."""
    ordered = sorted((str(word) for word in words), key=lambda word: (-len(word), word))  # type: ignore[attr-defined]
    return "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in ordered)


@cache
def phrasebook(language: str, name: str) -> Phrasebook:
    """The phrasebook ``lexicons/<language>/<name>.toml``, built once."""
    dates, numbers = load(DateWords, language, "dates"), load(NumberWords, language, "numbers")
    shared = {
        "months": tuple(dates.months),
        "weekdays": tuple(dates.weekdays),
        "seasons": dates.words["seasons"],
        "counts": tuple(word for word in dates.counts if len(word) > 2),
        "numerals": (*numbers.articles, *numbers.cardinals, *numbers.tens),
        "hundreds": (*numbers.hundreds, *numbers.thousands),
        "thousands": tuple(numbers.thousands),
        "peoples": tuple(p for country in load(Places, "shared", "countries").countries for p in country.people),
    }
    return Phrasebook(load(PhrasebookWords, language, name), shared)
