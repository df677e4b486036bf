"""Plain text to a `Reading`: title, author and date lines, paragraphs, list items."""

import re
from functools import cache

from extractor.errors import UnreadableInput
from extractor.lexicons.loader import load
from extractor.lexicons.schemas.pages import DateWords, PageWords
from extractor.models import BlockKind
from extractor.reading.bylines import byline_after_date, byline_in, name_before_role, names_in, signature_in
from extractor.reading.page_dates import parse_timestamp
from extractor.reading.patterns import any_of
from extractor.reading.reading import Given, Piece, Reading
from extractor.reading.runs import key_of, tidy

_HEADER_LINES = 8
_TITLE = 300  # characters; a longer first line is a paragraph
_DATE_WORDS = 10
_LABEL_WORDS = 3
_LEAST = 4  # lines before which nothing ends a story
_HEADING_WORDS = 10
_PROSE = 100  # characters of a line that is a paragraph
_DIGIT = re.compile(r"\d")
_ITEM = re.compile(r"(?:[-*•‣▪◦·–—]|\(?\d{1,2}[.)])\s+(?=\S)")
_ENDS_SENTENCE = (".", "!", "?", "”", '"', ":", "…", "’")
_WRAPPED = 50  # characters of a line that can have been broken by a fixed width
_MAX_WRAP = 100


def read_plain(text: str, given: Given) -> Reading:
    """The story of a plain text; its first line is the title unless one is given.

    Raises `UnreadableInput` when nothing in it is told but an author or a date.
    """
    lines = _story([line for line in _paragraphs(text) if key_of(line)])
    if not lines:
        raise UnreadableInput("no text in it")
    title = tidy(given.title) if given.title and key_of(given.title) else _take_title(lines)
    header = _Header()
    body = [
        line
        for place, line in enumerate(lines)
        if not header.takes(line, _after(lines, place), place, key_of(title or ""))
    ]
    if body and not header.byline:
        header.byline = signature_in(body[-1])
        if header.byline:
            body.pop()
    if not body and not title:
        raise UnreadableInput("no text in it")
    return Reading(
        title=Piece(title, "title") if title else None,
        body=tuple(Piece(_unmarked(line), _kind(line, _after(body, place))) for place, line in enumerate(body)),
        byline=header.byline or _author_note(body),
        outlet=given.outlet,
        published=header.published,
        updated=header.updated,
        url=given.url,
    )


class _Header:
    """Collects author and dates from the first lines."""

    def __init__(self) -> None:
        self.byline: tuple[str, ...] = ()
        self.published: str | None = None
        self.updated: str | None = None
        self._body = 0

    def takes(self, line: str, following: str, place: int, title_key: str) -> bool:
        """Whether `line`, the one at `place`, belongs to the header: it repeats the title or tells author or date."""
        if place >= _HEADER_LINES or self._body >= _HEADER_LINES // 2:
            return False
        if key_of(line) == title_key:
            return True
        if _is_date(line):
            found = parse_timestamp(line)
            if _updated().match(line):
                self.updated = self.updated or found
            else:
                self.published = self.published or found
            self.byline = self.byline or byline_in(line) or byline_after_date(line)
            return True
        names = byline_in(line) or name_before_role(line, following) or signature_in(line)
        if names and not self.byline:
            self.byline = names
            return True
        self._body += 1
        return False


def _story(lines: list[str]) -> list[str]:
    """`lines` without what a saved page has before and after the story."""
    words = load(PageWords, "en", "page")
    while len(lines) > 1 and _bare(lines[0]) in words.skips:
        lines = lines[1:]
    end = next((n for n, line in enumerate(lines) if n >= _LEAST and _bare(line) in words.ends), len(lines))
    return lines[:end]


def _bare(line: str) -> str:
    return line.lower().rstrip(".:")


def _after(lines: list[str], place: int) -> str:
    return lines[place + 1] if place + 1 < len(lines) else ""


def _take_title(lines: list[str]) -> str | None:
    """The first line, taken off `lines`; a label of a few words over a longer line is no title, that line is."""
    if len(lines[0]) > _TITLE or _is_date(lines[0]):
        return None
    over, line = lines[0], _after(lines, 0)
    label = len(over.split()) <= _LABEL_WORDS and not over.endswith(_ENDS_SENTENCE) and not any(map(str.isdigit, over))
    if label and len(line.split()) >= 2 * _LABEL_WORDS and len(line) <= _TITLE and not line.endswith(_ENDS_SENTENCE):
        del lines[:2]
        return line
    return lines.pop(0)


def _author_note(body: list[str]) -> tuple[str, ...]:
    """The name that opens the note under a heading such as "About the Author"."""
    for place, line in enumerate(body):
        if _bare(line) in load(PageWords, "en", "page").about:
            name, verb, _ = _after(body, place).partition(" is ")
            return names_in([name]) if verb else ()
    return ()


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


def _kind(line: str, following: str) -> BlockKind:
    if _ITEM.match(line):
        return "list_item"
    short = len(line.split()) <= _HEADING_WORDS and not line.endswith((*_ENDS_SENTENCE, ",", ";"))
    return "heading" if short and len(following) >= _PROSE and not _DIGIT.search(line) else "paragraph"


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


@cache
def _updated() -> re.Pattern[str]:
    return re.compile(rf"{any_of(load(PageWords, 'en', 'page').updated)}\b", re.I)


@cache
def _date_line() -> re.Pattern[str]:
    words, calendar = load(PageWords, "en", "page"), load(DateWords, "en", "dates")
    opening = (*words.published, *words.updated, *calendar.months, *calendar.weekdays, *words.by)
    return re.compile(rf"{any_of(opening)}\b", re.I)
