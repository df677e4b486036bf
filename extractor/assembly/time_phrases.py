"""Phrases that only tell when: "a year before", "in the previous quarter", "Dec. 3"."""

import re
from functools import cache

from extractor.lexicons.loader import load
from extractor.lexicons.schemas.answers import Answers
from extractor.lexicons.schemas.pages import DateWords


def only_tells_time(text: str, language: str = "en") -> bool:
    """Whether `text` is a date or points to a time before now, which no question is answered with.

    >>> only_tells_time("a year before"), only_tells_time("Dec. 3"), only_tells_time("within a year")
    (True, True, False)
    """
    words = text.lower().replace(".", " ").split()
    past, times, links, months = _words(language)
    if not words or not all(word in past or word in times or word in links or _is_number(word) for word in words):
        return False
    if any(word in past for word in words):
        return any(word in times for word in words)
    return len(words) > 1 and any(word in months for word in words) and any(map(_is_number, words))


def _is_number(word: str) -> bool:
    return re.fullmatch(r"\d{1,2}(?:st|nd|rd|th)?,?|(?:19|20)\d\d", word) is not None


@cache
def _words(language: str) -> tuple[frozenset[str], frozenset[str], frozenset[str], frozenset[str]]:
    lexicon, dates = load(Answers, language, "answers"), load(DateWords, language, "dates")
    months = frozenset(month.lower() for month in dates.months)
    days = frozenset(day.lower() for day in dates.weekdays)
    return frozenset(lexicon.past_words), months | days | {*lexicon.time_words}, frozenset(lexicon.time_links), months
