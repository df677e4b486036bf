"""Plain text to a `Reading`: title, author and date lines, paragraphs, list items."""

import re
from functools import cache

from extractor.errors import UnreadableInput
from extractor.lexicons.loader import load
from extractor.lexicons.schema import DateWords, PageWords
from extractor.models import BlockKind
from extractor.reading.bylines import byline_in
from extractor.reading.page_dates import parse_timestamp
from extractor.reading.patterns import any_of
from extractor.reading.reading import Given, Piece, Reading
from extractor.reading.runs import key_of, tidy

_HEADER_LINES = 8
_TITLE = 300  # characters; a longer first line is a paragraph
_DATE_WORDS = 10
_ITEM = re.compile(r"(?:[-*•‣▪◦·–—]|\(?\d{1,2}[.)])\s+(?=\S)")
_ENDS_SENTENCE = (".", "!", "?", "”", '"', ":", "…", "’")
_WRAPPED = 50  # characters of a line that can have been broken by a fixed width
_MAX_WRAP = 100


def read_plain(text: str, given: Given) -> Reading:
    """The story of a plain text; its first line is the title unless one is given.

    Raises `UnreadableInput` when there is no letter in it.
    """
    lines = [line for line in _paragraphs(text) if key_of(line)]
    if not lines:
        raise UnreadableInput("no text in it")
    while len(lines) > 1 and lines[0].lower().rstrip(".") in _skips():
        lines.pop(0)
    title = tidy(given.title) if given.title and key_of(given.title) else None
    if title is None and len(lines[0]) <= _TITLE and not _is_date(lines[0]):
        title = lines.pop(0)
    title_key = key_of(title) if title else ""
    byline: tuple[str, ...] = ()
    published: str | None = None
    updated: str | None = None
    body: list[str] = []
    for place, line in enumerate(lines):
        if place < _HEADER_LINES and len(body) < _HEADER_LINES // 2:
            if key_of(line) == title_key:
                continue
            if _is_date(line):
                published, updated = _dates(line, published, updated)
                byline = byline or byline_in(line)
                continue
            names = byline_in(line)
            if names and not byline:
                byline = names
                continue
        body.append(line)
    return Reading(
        title=Piece(title, "title") if title else None,
        body=tuple(Piece(_unmarked(line), _kind(line)) for line in body),
        byline=byline,
        outlet=given.outlet,
        published=published,
        updated=updated,
        url=given.url,
    )


def _paragraphs(text: str) -> list[str]:
    """The paragraphs: lines, or runs of lines that were broken at a fixed width."""
    lines = [tidy(line) for line in text.split("\n")]
    full = [line for line in lines if len(line) > _WRAPPED]
    wrapped = len(full) >= 3 and max(map(len, full)) <= _MAX_WRAP
    if not wrapped:
        return lines
    joined: list[str] = []
    open_line = False
    for line in lines:
        if open_line and line and not _ITEM.match(line):
            joined[-1] += " " + line
        else:
            joined.append(line)
        open_line = bool(line) and (len(line) > _WRAPPED or (open_line and not line.endswith(_ENDS_SENTENCE)))
    return joined


def _kind(line: str) -> BlockKind:
    return "list_item" if _ITEM.match(line) else "paragraph"


def _unmarked(line: str) -> str:
    """A list item without its bullet; a number stays, it may belong to the text."""
    match = _ITEM.match(line)
    return line[match.end() :] if match and not any(map(str.isdigit, match[0])) else line


def _is_date(line: str) -> bool:
    """Whether a line only tells when (and perhaps by whom) the text was published."""
    return (
        len(line.split()) <= _DATE_WORDS
        and not line.endswith(("?", "!"))
        and parse_timestamp(line) is not None
        and (line[0].isdigit() or _date_line().match(line) is not None)
    )


def _dates(line: str, published: str | None, updated: str | None) -> tuple[str | None, str | None]:
    found = parse_timestamp(line)
    if _updated().match(line):
        return published, updated or found
    return published or found, updated


@cache
def _skips() -> frozenset[str]:
    return frozenset(load(PageWords, "en", "page").skips)


@cache
def _updated() -> re.Pattern[str]:
    return re.compile(rf"{any_of(load(PageWords, 'en', 'page').updated)}\b", re.I)


@cache
def _date_line() -> re.Pattern[str]:
    words, calendar = load(PageWords, "en", "page"), load(DateWords, "en", "dates")
    opening = (*words.published, *words.updated, *calendar.months, *calendar.weekdays, *words.by)
    return re.compile(rf"{any_of(opening)}\b", re.I)
