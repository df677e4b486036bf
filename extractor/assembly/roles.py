"""Who is meant by an office: "the president" is the president whom the article names."""

import re
from functools import lru_cache

from extractor.lexicons.loader import load
from extractor.lexicons.schema import Names

_NAME = r"(?P<name>(?:[A-Z][\w’'.-]+\s){0,3}[A-Z][\w’'-]+)"


@lru_cache(maxsize=64)
def _patterns(language: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    roles = "|".join(sorted(map(re.escape, load(Names, language, "names").roles), key=len, reverse=True))
    titled = re.compile(rf"\b(?:(?:[Vv]ice|[Pp]rime|[Ff]ormer|[Ss]enate|[Hh]ouse)\s)*(?P<role>(?i:{roles}))\s{_NAME}")
    described = re.compile(
        rf"^(?:the|his|her|their)\s(?P<words>(?:[\w-]+\s){{0,3}}?)(?P<role>{roles})(?:[’']s)?$", re.I
    )
    return titled, described


def people(text: str, language: str = "en") -> dict[str, list[str]]:
    """The named holders of each office in `text`, in order: ``{"president": ["President Jane Smith"]}``."""
    titled, _ = _patterns(language)
    found: dict[str, list[str]] = {}
    for match in titled.finditer(text):
        held = found.setdefault(match["role"].lower(), [])
        if all(name.split()[-1] != match["name"].split()[-1] for name in held):
            held.append(match.group())
    return found


def who(label: str, holders: dict[str, list[str]], language: str = "en") -> str:
    """The name behind `label` if that is nothing but an office whose holder is known, else the empty string.

    An office told more closely ("the former governor") is taken for its holder only where the article names one alone.
    """
    _, described = _patterns(language)
    match = described.match(label)
    held = holders.get(match["role"].lower(), []) if match else []
    if not match or not held or (match["words"].strip() and len(held) > 1):
        return ""
    return held[0]
