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
#: A letter that is neither escaped nor a part of the syntax.
_CAPITAL = re.compile(r"\\.|\(\?P|(\w)")


class Screen:
    """A pattern with the strings one of which stands in whatever it matches.

    Where case does not matter, they are in lower case and sought in the text in lower case, and so is the pattern:
    what ignores case letter by letter is far slower.
    """

    __slots__ = ("_folds", "_lower", "needles", "pattern")

    def __init__(self, pattern: re.Pattern[str]) -> None:
        self.pattern = pattern
        self.needles = needles(pattern)
        self._folds = _ignores_case(pattern)
        self._lower = _in_lower_case(pattern)

    def search(self, text: str) -> re.Match[str] | None:
        """The first match in `text`."""
        folded = _folded(text) if self._folds else text
        for needle in self.needles:
            if needle in folded:
                break
        else:
            if self.needles:
                return None
        if self._lower is None or len(folded) != len(text):
            return self.pattern.search(text)
        found = self._lower.search(folded)
        return None if found is None else self.pattern.match(text, found.start())

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """All matches in `text`."""
        return self.pattern.finditer(text) if self.passes(text) else iter(())

    def passes(self, text: str) -> bool:
        """Whether the pattern can match anywhere in `text`."""
        if not self.needles:
            return True
        folded = _folded(text) if self._folds else text
        for needle in self.needles:  # noqa: SIM110  (a generator costs more than the search)
            if needle in folded:
                return True
        return False


@lru_cache(maxsize=1024)
def _folded(text: str) -> str:
    """`text` in lower case, with the letters that match ``i`` and ``s`` where case does not matter as these."""
    lower = text.lower()
    return lower if lower.isascii() else lower.replace("ı", "i").replace("ſ", "s")


def _ignores_case(pattern: re.Pattern[str]) -> bool:
    """Whether case does not matter in `pattern` or in a part of it."""
    return bool(pattern.flags & re.IGNORECASE) or "(?i:" in pattern.pattern


def _in_lower_case(pattern: re.Pattern[str]) -> re.Pattern[str] | None:
    """What finds in a text in lower case all that `pattern`, in which no case matters, finds in the text; else None."""
    if not pattern.flags & re.IGNORECASE or "(?-" in pattern.pattern:
        return None
    source = _CAPITAL.sub(lambda match: match[0].lower() if match[1] else match[0], pattern.pattern)
    return re.compile(source.removeprefix("(?i)"), pattern.flags & ~re.IGNORECASE)


def needles(pattern: re.Pattern[str]) -> tuple[str, ...]:
    """The strings one of which stands in whatever `pattern` matches, in lower case where case does not matter.

    There are none where the pattern does not tell.

    >>> needles(re.compile(r"(?i)\\b(?:Polls?|survey)\\b"))
    ('poll', 'survey')
    """
    found = _of_sequence(_parser.parse(pattern.pattern, pattern.flags))
    if _ignores_case(pattern):
        found = frozenset(map(str.lower, found))
    return tuple(sorted(found, key=lambda one: (len(one), one))) if found and len(found) <= _MOST else ()


def _of_sequence(items: Iterable[Any]) -> frozenset[str]:
    """The best strings of a sequence: those of one of its parts, of all of which one must match."""
    best: frozenset[str] = frozenset()
    run = ""
    for operation, argument in items:
        name = str(operation)
        if name == "LITERAL" and argument < 128:
            run += chr(argument)
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
