"""Inline markup for test sentences: ``<fig value=41 kind=share>41%</fig> of voters``.

`parse` gives the plain sentence and what is marked in it.  It is strict, so that a broken case fails instead of
asserting nothing: tags must close in order, attributes must be ``name=value`` (quote values with spaces), and a case
without marks must say so (`nothing_marked`).
"""

import re
import shlex
from collections.abc import Mapping
from dataclasses import dataclass

_TAG = re.compile(r"<(?P<close>/?)(?P<name>[a-z_]+)(?P<attributes>(?:\s[^<>]*)?)>")


class BrokenMarkup(AssertionError):
    """A test sentence whose markup says nothing or cannot be read."""


@dataclass(frozen=True)
class Mark:
    """A stretch ``plain[start:end]`` of a sentence, the tag around it and the tag's attributes."""

    tag: str
    start: int
    end: int
    attributes: Mapping[str, str]


def parse(marked: str, *tags: str, nothing_marked: bool = False) -> tuple[str, list[Mark]]:
    """The plain text of `marked` and its marks in order of their ends.

    `tags` are the tags that may occur (any, if none is given).  Raises `BrokenMarkup` unless something is marked, or
    if something is and `nothing_marked` is set.
    """
    plain, marks = "", list[Mark]()
    opened: list[tuple[str, int, dict[str, str]]] = []
    at = 0
    for tag in _TAG.finditer(marked):
        plain += marked[at : tag.start()]
        at = tag.end()
        if tags and tag["name"] not in tags:
            raise BrokenMarkup(f"unknown tag <{tag['name']}> in {marked!r}")
        if not tag["close"]:
            opened.append((tag["name"], len(plain), _attributes(tag["attributes"], marked)))
            continue
        if not opened or opened[-1][0] != tag["name"] or tag["attributes"]:
            raise BrokenMarkup(f"</{tag['name']}> closes nothing in {marked!r}")
        name, start, attributes = opened.pop()
        if start == len(plain):
            raise BrokenMarkup(f"<{name}> marks nothing in {marked!r}")
        marks.append(Mark(name, start, len(plain), attributes))
    plain += marked[at:]
    if opened:
        raise BrokenMarkup(f"<{opened[-1][0]}> is not closed in {marked!r}")
    if "<" in plain or ">" in plain:
        raise BrokenMarkup(f"stray bracket in {marked!r}")
    if bool(marks) == nothing_marked:
        raise BrokenMarkup(f"{'something' if marks else 'nothing'} is marked in {marked!r}")
    return plain, marks


def _attributes(text: str, marked: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for part in shlex.split(text):
        name, equals, value = part.partition("=")
        if not equals or not name.isidentifier() or name in found:
            raise BrokenMarkup(f"attribute {part!r} in {marked!r}")
        found[name] = value
    return found
