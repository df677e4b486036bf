"""Names of pollsters held against each other inside a poll that is known to be one: generous, so as not to alarm."""

import re
from collections.abc import Iterable
from functools import lru_cache

from extractor.checks.words import words_of

_WORD = re.compile(r"[^\W_]+")


def share_a_pollster(a: Iterable[str], b: Iterable[str]) -> bool:
    """Whether two sets of names can mean a common organisation: a telling word in common, or one's initials."""
    first, second = _told(tuple(a)), _told(tuple(b))
    return not first.isdisjoint(second)


def pollster_words(names: Iterable[str]) -> frozenset[str]:
    """The telling words of names, and the initials of names of several words."""
    return _told(tuple(names))


@lru_cache(maxsize=16384)
def _told(names: tuple[str, ...]) -> frozenset[str]:
    lexicon = words_of()
    found: set[str] = set()
    for name in names:
        for part in re.split(r"[/;,]", name):
            tokens = [token.casefold() for token in _WORD.findall(part)]
            found.update(t for t in tokens if t not in lexicon.organisation_words and len(t) > 1)
            for kept in (tokens, [t for t in tokens if t not in lexicon.stop]):
                if len(kept) > 1:
                    found.add("".join(token[0] for token in kept))
    return frozenset(found)
