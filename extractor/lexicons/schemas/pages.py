"""The shape of the lexicons of pages, sentences, dates and phrases."""

from extractor.lexicons.schemas.base import Lexicon


class DateWords(Lexicon):
    """``dates.toml``: month and weekday names by number, parts of a month, small counts, and words of date phrases."""

    months: dict[str, int]
    weekdays: dict[str, int]
    parts: dict[str, str]
    year_parts: dict[str, tuple[int, int]]
    counts: dict[str, int]
    words: dict[str, tuple[str, ...]]


class PhrasebookWords(Lexicon):
    """Lists of words and patterns over them (``polls.toml``, ``samples.toml``, ``fieldwork.toml``, ``waves.toml``)."""

    lists: dict[str, tuple[str, ...]]
    patterns: dict[str, str]


class Markup(Lexicon):
    """``markup.toml``: words in class and id attributes by what they mark, and time zones by minutes from UTC."""

    furniture: frozenset[str]
    captions: frozenset[str]
    byline: frozenset[str]
    dateline: frozenset[str]
    headline: frozenset[str]
    day_first: frozenset[str]
    zones: dict[str, int]


class PageWords(Lexicon):
    """``page.toml``: words on a page of news that are about the page, and those of its author and date lines."""

    pointers: tuple[str, ...]
    notices: tuple[str, ...]
    by: tuple[str, ...]
    joins: tuple[str, ...]
    published: tuple[str, ...]
    updated: tuple[str, ...]
    skips: tuple[str, ...]
    ends: tuple[str, ...]
    roles: tuple[str, ...]
    about: tuple[str, ...]


class GateWords(Lexicon):
    """``gate.toml``: beginnings of words that speak of surveys, of other findings, and of shares."""

    survey: tuple[str, ...]
    not_survey: tuple[str, ...]
    report: tuple[str, ...]
    of: tuple[str, ...]
    percent: tuple[str, ...]
    ratio: tuple[str, ...]


class Sentences(Lexicon):
    """What ends no sentence although a full stop stands behind it."""

    abbreviations: list[str]
