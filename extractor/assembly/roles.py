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
    described = re.compile(rf"^(?:the|his|her|their)\s(?P<words>(?:[\w-]+\s){{0,3}}?)(?P<role>{roles})(?:[’']s)?$", re.I)
    return titled, described


def people(text: str, language: str = "en") -> dict[str, str]:
    """The first named holder of each office in `text`: ``{"president": "President Jane Smith"}``."""
    titled, _ = _patterns(language)
    found: dict[str, str] = {}
    for match in titled.finditer(text):
        found.setdefault(match["role"].lower(), match.group())
    return found


def who(label: str, holders: dict[str, str], language: str = "en") -> str:
    """The name behind `label` if that is nothing but an office whose holder is known, else the empty string."""
    _, described = _patterns(language)
    match = described.match(label)
    return holders.get(match["role"].lower(), "") if match and not match["words"].strip() else ""
