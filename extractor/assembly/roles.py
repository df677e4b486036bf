"""Who is meant by an office: "the president" is the president whom the article names."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from extractor.components.candidates import fold
from extractor.lexicons.loader import load
from extractor.lexicons.schemas.answers import Names
from extractor.lexicons.trees import tree

_NAME = r"(?P<name>(?:[A-Z][\w’'.-]+\s){0,3}[A-Z][\w’'-]+)"
_LEADS = r"(?:[Vv]ice|[Pp]rime|[Ff]ormer|[Ss]enate|[Hh]ouse)\s"
_LED = re.compile(rf"\b(?:{_LEADS})+\Z")
_LEAD_REACH = 40


class _Patterns(NamedTuple):
    role: re.Pattern[str]
    titled: re.Pattern[str]
    described: re.Pattern[str]


@lru_cache(maxsize=64)
def _patterns(language: str) -> _Patterns:
    roles = "|".join(sorted(map(re.escape, load(Names, language, "names").roles), key=len, reverse=True))
    return _Patterns(
        re.compile(tree(load(Names, language, "names").roles, space=" ")),
        re.compile(rf"\b(?:{_LEADS})*(?P<role>(?i:{roles}))\s{_NAME}"),
        re.compile(rf"^(?:the|his|her|their)\s(?P<words>(?:[\w-]+\s){{0,3}}?)(?P<role>{roles})(?:[’']s)?$", re.I),
    )


def people(text: str, language: str = "en") -> dict[str, list[str]]:
    """The named holders of each office in `text`, in order: ``{"president": ["President Jane Smith"]}``."""
    found: dict[str, list[str]] = {}
    for match in _titled(text, _patterns(language)):
        held = found.setdefault(match["role"].lower(), [])
        if all(name.split()[-1] != match["name"].split()[-1] for name in held):
            held.append(match.group())
    return found


def _titled(text: str, patterns: _Patterns) -> Iterator[re.Match[str]]:
    """Offices with a name behind them; they are looked for by the role alone, which is far faster."""
    reached = 0
    for role in patterns.role.finditer(fold(text)):
        start, end = role.span()
        if not text[end : end + 1].isspace() or not text[end + 1 : end + 2].isupper():
            continue
        led = _LED.search(text, max(reached, start - _LEAD_REACH), start)
        match = patterns.titled.match(text, led.start() if led else start)
        if match and match.start() >= reached:
            reached = match.end()
            yield match


def who(label: str, holders: dict[str, list[str]], language: str = "en") -> str:
    """The name behind `label` if that is nothing but an office whose holder is known, else the empty string.

    An office told more closely ("the former governor") is taken for its holder only where the article names one alone.
    """
    match = _patterns(language).described.match(label)
    if match is None:
        return ""
    deputy = _is_deputy(match["words"])
    held = [name for name in holders.get(match["role"].lower(), []) if _is_deputy(name) == deputy]
    return held[0] if held and (len(held) == 1 or not match["words"].strip()) else ""


def _is_deputy(words: str) -> bool:
    """Whether an office is that of a deputy: "the vice president" is no president."""
    return "vice " in words.lower()
