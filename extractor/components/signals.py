"""Signals: words that speak for or against a poll figure, found by one pass over a stretch of text."""

import re
from collections.abc import Collection, Iterable, Mapping
from functools import lru_cache
from typing import NamedTuple

_END = ""


class Signal(NamedTuple):
    """A phrase found at ``text[start:end]`` and the sorts of signal it belongs to."""

    start: int
    end: int
    sorts: tuple[str, ...]


class SignalFinder:
    """Finds the phrases of `lexicon` (sort -> phrases; ``*`` stands for the rest of a word) in lower-case text.

    With `joined`, a phrase may also begin after a hyphen.
    """

    def __init__(self, lexicon: Mapping[str, Iterable[str]], *, joined: bool = False) -> None:
        exact: dict[str, list[str]] = {}
        stems: list[tuple[str, str]] = []
        for sort, phrases in lexicon.items():
            for phrase in phrases:
                if "*" in phrase:
                    stems.append((phrase.rstrip("*"), sort))
                else:
                    exact.setdefault(phrase, []).append(sort)
        self._exact = {phrase: tuple(sorts) for phrase, sorts in exact.items()}
        self._stems = stems
        every = [*exact, *(f"{stem}*" for stem, _ in stems)]
        start = r"(?<!\w)" if joined else r"(?<![\w-])"
        self._pattern = re.compile(rf"{start}{_trie(every)}(?!\w)")
        self._sorts = lru_cache(maxsize=20_000)(self._look_up)

    def find(self, text: str, start: int, end: int) -> list[Signal]:
        """The signals within ``text[start:end]`` in order, the longest phrase at each place."""
        return [
            Signal(match.start(), match.end(), self._sorts(match.group()))
            for match in self._pattern.finditer(text, start, end)
        ]

    def occurs(self, text: str, sorts: Collection[str]) -> bool:
        """Whether `text` holds a signal of one of `sorts`."""
        return any(not set(sorts).isdisjoint(self._sorts(match.group())) for match in self._pattern.finditer(text))

    def _look_up(self, phrase: str) -> tuple[str, ...]:
        phrase = re.sub(r"\s+", " ", phrase).replace("’", "'")
        stemmed = (sort for stem, sort in self._stems if phrase.startswith(stem))
        return tuple(dict.fromkeys((*self._exact.get(phrase, ()), *stemmed)))


def _trie(phrases: Iterable[str]) -> str:
    """A pattern that matches any of `phrases`, written as a tree of shared beginnings so that it fails early."""
    root: dict[str, dict] = {}  # type: ignore[type-arg]
    for phrase in phrases:
        node = root
        for char in phrase:
            node = node.setdefault(char, {})
        node[_END] = {}
    return _branch(root)


def _branch(node: dict) -> str:  # type: ignore[type-arg]
    parts = [_step(char) + _branch(below) for char, below in sorted(node.items()) if char != _END]
    if not parts:
        return ""
    joined = parts[0] if len(parts) == 1 and _END not in node else f"(?:{'|'.join(parts)})"
    return f"{joined}?" if _END in node else joined


def _step(char: str) -> str:
    if char == "*":
        return r"\w*"
    if char == " ":
        return r"\s"
    return "['’]" if char == "'" else re.escape(char)
