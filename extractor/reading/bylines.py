"""Names of authors, from a byline or from what the head of a page states."""

import re
from collections.abc import Iterable
from functools import cache

from extractor.lexicons.loader import load
from extractor.lexicons.schemas.pages import PageWords
from extractor.reading.page_dates import parse_timestamp
from extractor.reading.patterns import any_of
from extractor.reading.runs import tidy

_MAX_NAME_WORDS = 6
_MAX_NAMES = 12
_MAX_BYLINE = 160
_SIGNATURE = re.compile(r"([^@\d]{3,60}?)\s+[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64})+")
_NAME = re.compile(r"(?:[^\W\d_]|[.'’‘-]|\s)+")


def names_in(values: Iterable[str]) -> tuple[str, ...]:
    """The names in `values` ("By A and B, Daily Planet" gives A and B), each once, in order."""
    found: dict[str, None] = {}
    for value in values:
        for name in _split(value):
            found.setdefault(name)
    return tuple(found)[:_MAX_NAMES]


def byline_in(text: str) -> tuple[str, ...]:
    """The names in a line that begins like a byline ("by Staff"); empty for any other line."""
    if len(text) > _MAX_BYLINE:
        return ()
    match = _opening().match(text)
    rest = text[match.end() :] if match else ""
    if not rest or not rest[0].isupper() or rest.rstrip().endswith(("?", "!", ":")) or rest.count(". ") > 1:
        return ()
    return names_in([text])


def byline_after_date(text: str) -> tuple[str, ...]:
    """The names after "by" in a line that also tells a date ("June 20, 2025 by A B"); empty for any other line."""
    if len(text) > _MAX_BYLINE or parse_timestamp(text) is None:
        return ()
    match = _inner_opening().search(text)
    return names_in([text[match.end() :]]) if match else ()


def signature_in(text: str) -> tuple[str, ...]:
    """The name in a line that is a name and a mail address ("A B ab@example.org"); empty for any other line."""
    match = _SIGNATURE.fullmatch(text)
    words = match[1].split() if match else []
    return names_in([" ".join(words)]) if len(words) > 1 and all(word[0].isupper() for word in words) else ()


def name_before_role(line: str, following: str) -> tuple[str, ...]:
    """The name that `line` is, if the next line says what that person does ("Research Professor, …")."""
    words = line.split()
    if not 2 <= len(words) <= _MAX_NAME_WORDS - 2 or not all(word[0].isupper() for word in words) or not _is_name(line):
        return ()
    return (line,) if _role().match(following) else ()


def _split(value: str) -> list[str]:
    text = tidy(value)
    match = _opening().match(text)
    if match:
        text = text[match.end() :]
    text = re.split(r"\s*[|•·]\s*|\s+[–—-]\s+|\s*\(", text, maxsplit=1)[0]
    parts = [part.strip(" ,.") if not part.strip().endswith("Jr.") else part.strip() for part in _joins().split(text)]
    names: list[str] = []
    for part in parts:
        if not part or parse_timestamp(part) is not None:
            continue
        if not _is_name(part):
            break
        names.append(part)
    return names


def _is_name(part: str) -> bool:
    return (
        _NAME.fullmatch(part) is not None
        and part[0].isupper()
        and 1 <= len(part.split()) <= _MAX_NAME_WORDS
        and len(part) > 1
    )


@cache
def _opening() -> re.Pattern[str]:
    return re.compile(rf"{any_of(load(PageWords, 'en', 'page').by)}\s*:?\s+", re.I)


@cache
def _inner_opening() -> re.Pattern[str]:
    return re.compile(rf"\s{any_of(load(PageWords, 'en', 'page').by)}\s+(?=[A-Z])")


@cache
def _role() -> re.Pattern[str]:
    return re.compile(rf"{any_of(load(PageWords, 'en', 'page').roles)}\b", re.I)


@cache
def _joins() -> re.Pattern[str]:
    words = any_of(load(PageWords, "en", "page").joins)
    return re.compile(rf"\s*[,;/]\s*(?:{words}\s+)?|\s+(?:{words}|&)\s+", re.I)
