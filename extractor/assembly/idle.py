"""Labels that answer nothing: words of a share's size and place alone, as "the highest since May 2019", "a clip"."""

import re
from functools import cache, lru_cache

from extractor.lexicons.loader import load
from extractor.lexicons.schemas.answers import Answers
from extractor.lexicons.schemas.pages import DateWords

_WORD = re.compile(r"[^\W_]+(?:[’'-][^\W_]+)*")
#: What was asked is no answer to it.
_QUESTION = re.compile(
    r"(?i)(?:(?:to|on|put) )?(?:(?:the|a|this|that|another) )?question (?:if|whether|of whether|about|on)\b"
)
_YEAR = re.compile(r"(?:19|20)\d\d")


@lru_cache(maxsize=8192)
def answers_nothing(text: str, language: str = "en") -> bool:
    """Whether all words of a label only tell of a share's size, place and time.

    >>> answers_nothing("the most since May 2019"), answers_nothing("the most likely")
    (True, False)
    """
    if _QUESTION.match(text):
        return True
    idle, links, times = _words(language)
    words = _WORD.findall(text.lower())
    if not all(word in idle or word in links or word in times or _YEAR.fullmatch(word) for word in words):
        return False
    return any(word in idle for word in words) or _only_time(words, times)


def _only_time(words: list[str], times: frozenset[str]) -> bool:
    """A month with a year or an article before it: "a July", "December 2014"."""
    return len(words) > 1 and any(word in times for word in words)


@cache
def _words(language: str) -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    lexicon, dates = load(Answers, language, "answers"), load(DateWords, language, "dates")
    times = frozenset(word.lower() for word in (*dates.months, *dates.weekdays))
    links = frozenset((*lexicon.idle_links, *lexicon.time_words, *lexicon.past_words))
    return frozenset(lexicon.idle), links, times
