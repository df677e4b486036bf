"""Groups and places that no lexicon lists, read by their place in the sentence: "In Nairobi,", "among the young"."""

import re
from collections.abc import Mapping, Sequence
from functools import cache

from extractor.lexicons.loader import load
from extractor.lexicons.schema import DateWords
from extractor.parsing.population_words import Entry, Word, matches_at, population_words

_PLACE = re.compile(
    r"(?:(?:^|[.;:,(\n“\"—–]|\b(?:and|but|while))\s*(?P<opens>[Ii]n|[Aa]cross|[Aa]round)"
    r"|(?:\d%?|percent|points?)\s+in|(?P<inside>\bin))"
    r"\s+(?:the\s+)?(?P<name>(?:metro\s+|greater\s+)?[A-Z][^\W\dA-Z’']+(?:[ -][A-Z][^\W\dA-Z]+){0,2})(?![\w-])"
)
_NEXT = re.compile(r"\s*,|\s+(?:it|the\s+(?:figure|number|share|lead|gap)|\d|he|she|support|only|just)\b|\s*\(\d")
#: What follows a place inside a clause whose figure is of it: "highest in Belgium (62%)", "in Peru, where 40 percent".
_COUNTED = re.compile(r"\s*\(\d|,\s+(?:where|at|with)\b|\s+(?:at|to|with)\s+\d")
_CLOSED = re.compile(r"\s*(?:[,.;:)—–]|$)|\s+(?:and|but|while|to|than|compared)\b")
_AGENTS = re.compile(
    r"\b(?:than\s+)?(?P<name>[^\W\d]{3,}(?:ers|ors|ists|ians|ees|ents))(?=\s*\(\s*\d|,\s+\d)", re.IGNORECASE
)
_GOVERNORS = frozenset(("among", "amongst", "than", "with", "by", "of", "from"))
_ENDS = frozenset('.;:,()—–?!\n"”')
#: Facets whose adjective can stand for people after "the".
_FACETS = frozenset(("age", "ideology", "race", "religion", "education", "income", "family", "voters", "other"))
_MAX_ADJECTIVES = 3


def unlisted_places(text: str, words: Sequence[Word], table: Mapping[str, tuple[Entry, ...]]) -> dict[int, int]:
    """Places after "in" where a clause opens or right after a figure: first word and the word behind the last."""
    at = {word.start: i for i, word in enumerate(words)}
    found: dict[int, int] = {}
    for match in _PLACE.finditer(text):
        wanted = _NEXT if match["opens"] else _COUNTED if match["inside"] else _CLOSED
        if not wanted.match(text, match.end()):
            continue
        start = at.get(match.start("name"))
        if start is None or "'" in match["name"] or "’" in match["name"] or text.startswith(("'", "’"), match.end()):
            continue
        end = start
        while end < len(words) and words[end].end <= match.end():
            end += 1
        parts = [word.lower for word in words[start:end]]
        if not any(part in _no_places() or part in table for part in parts) and not words[start].text.isupper():
            found[start] = end
    return found


def agents(text: str, words: Sequence[Word]) -> set[int]:
    """Nouns of people before a figure in parentheses: "homeschoolers (88 percent)"."""
    ends = {match.start("name") for match in _AGENTS.finditer(text)}
    if not ends:
        return set()
    no_people = population_words().clauses.no_people
    return {
        i
        for i, word in enumerate(words)
        if word.start in ends
        and word.lower not in no_people
        and (word.text.islower() or i == 0 or words[i - 1].text[0] in ".!?\n")
    }


def people_after_the(words: Sequence[Word], i: int, table: dict[str, tuple[Entry, ...]]) -> int | None:
    """The end of adjectives that stand for people: "among the very conservative", "than the young"."""
    first = i
    while first and words[first - 1].lower in ("very", "most", "more", "less"):
        first -= 1
    if first < 1 or words[first - 1].lower != "the":
        return None
    opens = first < 2 or words[first - 2].text[0] in ".!?\n;"
    if not opens and words[first - 2].lower not in _GOVERNORS:
        return None
    end = i
    for _ in range(_MAX_ADJECTIVES):
        entries = [e for e in matches_at(words, end, table) if e.role == "modifier"] if end < len(words) else []
        if not entries or entries[0].facet not in _FACETS:
            break
        end += len(entries[0].words)
    if end == i:
        return None
    after = words[end].lower if end < len(words) else "."
    verb = after in population_words().clauses.reports
    return end if (verb if opens else verb or after[0] in _ENDS or after in ("to", "and", "who")) else None


@cache
def _no_places() -> frozenset[str]:
    """Words that are capitalised after "in" and name no place: months, days, bodies."""
    dates = load(DateWords, "en", "dates")
    lexicon = population_words()
    listed = {
        word.lower() for word in (*dates.months, *dates.weekdays, *dates.words["seasons"], *lexicon.clauses.bodies)
    }
    return frozenset(listed | set(lexicon.clauses.no_places) | set(lexicon.clauses.polls))
