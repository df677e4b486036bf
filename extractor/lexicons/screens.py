"""Patterns that mostly match nothing, asked faster: first, whether one of the strings that any match holds occurs.

A search for a fixed string costs a small part of what a pattern with many alternatives does.  The strings are read off
the pattern itself, so that a screened pattern finds exactly what the pattern finds.
"""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from re import _parser  # type: ignore[attr-defined]  # the only way to a pattern's structure
from typing import Any

#: Patterns with more strings than this are searched as they are: looking for each would cost as much.
_MOST = 40


class Screen:
    """A pattern with the strings, in lower case, one of which stands in whatever it matches."""

    __slots__ = ("needles", "pattern")

    def __init__(self, pattern: re.Pattern[str]) -> None:
        self.pattern = pattern
        self.needles = needles(pattern)

    def search(self, text: str) -> re.Match[str] | None:
        """The first match in `text`."""
        if not self.needles:
            return self.pattern.search(text)
        folded = _folded(text)
        for needle in self.needles:
            if needle in folded:
                return self.pattern.search(text)
        return None

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """All matches in `text`."""
        return self.pattern.finditer(text) if self.passes(text) else iter(())

    def passes(self, text: str) -> bool:
        """Whether the pattern can match anywhere in `text`."""
        if not self.needles:
            return True
        folded = _folded(text)
        for needle in self.needles:  # noqa: SIM110  (a generator costs more than the search)
            if needle in folded:
                return True
        return False


@lru_cache(maxsize=1024)
def _folded(text: str) -> str:
    """`text` in lower case, with the letters that match ``i`` and ``s`` where case does not matter as these."""
    lower = text.lower()
    return lower if lower.isascii() else lower.replace("ı", "i").replace("ſ", "s")


def needles(pattern: re.Pattern[str]) -> tuple[str, ...]:
    """The strings, in lower case, one of which stands in whatever `pattern` matches; none where that is not told.

    >>> needles(re.compile(r"(?i)\\b(?:Polls?|survey)\\b"))
    ('poll', 'survey')
    """
    found = _of_sequence(_parser.parse(pattern.pattern, pattern.flags))
    return tuple(sorted(found, key=lambda one: (len(one), one))) if found and len(found) <= _MOST else ()


def _of_sequence(items: Iterable[Any]) -> frozenset[str]:
    """The best strings of a sequence: those of one of its parts, of all of which one must match."""
    best: frozenset[str] = frozenset()
    run = ""
    for operation, argument in items:
        name = str(operation)
        if name == "LITERAL" and argument < 128:
            run += chr(argument).lower()
            best = _better(best, frozenset((run,)))
            continue
        run = ""
        best = _better(best, _of_part(name, argument))
    return best


def _of_part(name: str, argument: Any) -> frozenset[str]:
    if name == "SUBPATTERN":
        return _of_sequence(argument[-1])
    if name == "BRANCH":
        parts = [_of_sequence(part) for part in argument[1]]
        return _shortest(frozenset().union(*parts)) if all(parts) else frozenset()
    if name in ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT") and argument[0] > 0:
        return _of_sequence(argument[2])
    return frozenset()


def _shortest(found: frozenset[str]) -> frozenset[str]:
    """Without those that hold another one."""
    return frozenset(one for one in found if not any(other != one and other in one for other in found))


def _better(one: frozenset[str], other: frozenset[str]) -> frozenset[str]:
    """The strings that occur less often: the longer ones, signs rather than letters, then the fewer."""
    return max((one, other), key=lambda found: (min(map(len, found), default=0), _signs(found), -len(found)))


def _signs(found: frozenset[str]) -> bool:
    return not any(map(str.isalpha, found))
