"""Groups and places that no lexicon lists, read by their place in the sentence: "In Nairobi,", "among the young"."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import cache

from extractor.lexicons.loader import load
from extractor.lexicons.schemas.pages import DateWords
from extractor.parsing.population_words import Table, Word, matches_at, population_words

#: Before "in": the start of a clause, or a figure.
_OPENS = re.compile(r"(?:^|[.;:,(\n“\"—–]|\b(?:and|but|while))\s*$")
_FIGURE = re.compile(r"(?:\d%?|percent|per cent|pct?|points?)(?:\s+each)?\s*(?:\([^()\n]{0,30}\)\s*)?$")
_NAME = re.compile(r"[A-Z][^\W\dA-Z’']+$")
_NEXT = re.compile(r"\s*,|\s+(?:it|the\s+(?:figure|number|share|lead|gap)|\d+|he|she|support|only|just)\b|\s*\(\d")
#: What follows a place inside a clause whose figure is of it: "highest in Belgium (62%)", "in Peru, where 40 percent".
_COUNTED = re.compile(
    r"\s*\((?:(?:up|down|plus|minus|higher|lower)\s)?(?:by\s)?[+-]?\d|,\s+(?:where|at|with)\b"
    r"|,\s+(?:(?:up|down)\s+(?:by\s+)?|by\s+(?:as\s+much\s+as\s+)?)\w+|\s*--\s*(?:up|down|by)\b|\s+(?:at|to|with)\s+[+-]?\d"
)
#: What stands between two places of a list, each with its figures behind it in brackets.
_CHAINED = re.compile(
    r"\s*\([^()\n]*\d[^()\n]*\),?\s+(?:and\s+)?(?:in\s+)?(?:the\s+)?"
    r"(?:(?:rest|(?:other|all other|remaining)\s+parts)\s+of\s+)?(?:the\s+)?"
)
#: Nouns that end the name of a place: "the Manila region".
_KINDS = frozenset(
    ("city", "town", "state", "region", "area", "province", "district", "county", "prefecture", "valley", "islands")
)
_CLOSED = re.compile(r"\s*(?:[,.;:()—–]|$)|\s+(?:and|but|while|to|than|compared)\b")
_SHARE_AFTER = re.compile(r"\s*\(\s*\d|,\s+\d")
#: The same, from its first sign on, so that the search can run from one to the next.
_SHARE = re.compile(r"[(,](?:(?<=,)\s|(?<=\())\s*\d")
_INSIDE = frozenset(("in", "across", "around"))
_AGENT_ENDS = ("ers", "ors", "ists", "ians", "ees", "ents")
_BEFORE = 45
_MAX_NAME = 3
#: How many words before a noun of people tell that they only do something ("issued by the nation's governors").
_REACH = 4
_GOVERNORS = frozenset(("among", "amongst", "than", "with", "by", "of", "from"))
_ENDS = frozenset('.;:,()—–?!\n"”')
#: Facets whose adjective can stand for people after "the".
_FACETS = frozenset(("age", "ideology", "race", "religion", "education", "income", "family", "voters", "other"))
_MAX_ADJECTIVES = 3


def unlisted_places(text: str, words: Sequence[Word], table: Table) -> dict[int, int]:
    """Places after "in" where a clause opens or right after a figure: first word and the word behind the last."""
    found: dict[int, int] = {}
    for i, word in enumerate(words):
        if word.lower not in _INSIDE:
            continue
        start = i + 1
        if start < len(words) and words[start].lower == "the":
            start += 1
        if known := _place_end(words, start, table):
            found |= _chained(text, words, known, table)
        end = _part_end(words, start) or _kind_end(words, start) or name_end(words, start)
        listed = any(word.lower in table or word.lower in no_places() for word in words[start:end])
        if end == start or (listed and not _is_part(words[start]) and words[start].lower not in _KINDS):
            continue
        before = text[max(0, word.start - _BEFORE) : word.start]
        opens = _OPENS.search(before)
        end = _joined_end(words, end, table) if opens else end
        last = words[end - 1].end
        wanted = _CLOSED if not opens and _FIGURE.search(before) else _COUNTED
        if wanted.match(text, last) or (opens and _NEXT.match(text, last)):
            found[start] = end
    for end in list(found.values()):
        found |= _chained(text, words, end, table)
    return found


def _joined_end(words: Sequence[Word], end: int, table: Table) -> int:
    """The word behind the last place of "In Porto, Evora and Faro, ..."; `end` where no such list goes on."""
    reached = end
    while reached < len(words) and words[reached].text == ",":
        further = _new_name_end(words, reached + 1, table)
        if not further:
            return end
        reached = further
    if reached >= len(words) or words[reached].lower != "and":
        return end
    reached = _new_name_end(words, reached + 1, table)
    return reached if reached and reached < len(words) and words[reached].text == "," else end


def _new_name_end(words: Sequence[Word], start: int, table: Table) -> int:
    """The word behind a name at `start` that no lexicon lists, 0 if there is none."""
    end = name_end(words, start)
    known = any(w.lower in table or w.lower in no_places() for w in words[start:end])
    return 0 if end == start or known else end


def _chained(text: str, words: Sequence[Word], end: int, table: Table) -> dict[int, int]:
    """The places that go on a list after one: "in Porto (40 percent), Greater Lisbon (38 percent) and Evora (35)"."""
    found: dict[int, int] = {}
    while chained := _CHAINED.match(text, words[end - 1].end):
        start = word_at(words, chained.end())
        last = name_end(words, start) if start is not None else None
        known = None if start is None else _place_end(words, start, table)
        if known:
            end = known
            continue
        if start is None or last is None or last == start or not _SHARE_AFTER.match(text, words[last - 1].end):
            break
        if any(w.lower in table or w.lower in no_places() for w in words[start:last]):
            break
        found[start] = end = last
    return found


def _place_end(words: Sequence[Word], i: int, table: Table) -> int | None:
    """The word behind a place of the lexicon at word `i`."""
    places = [e for e in (matches_at(words, i, table) if i < len(words) else ()) if e.role == "place"]
    return i + len(places[0].words) if places else None


def _part_end(words: Sequence[Word], start: int) -> int | None:
    """The word behind a part of a country: "the south", "eastern Germany"."""
    if start >= len(words) or not _is_part(words[start]):
        return None
    end = name_end(words, start + 1)
    return end if end > start + 1 or words[start].lower in population_words().clauses.parts else None


def part_alone(words: Sequence[Word], i: int) -> int | None:
    """The word behind "the north" at word `i`, a part of a country that stands alone."""
    if i + 1 >= len(words) or words[i].lower != "the" or words[i + 1].lower not in population_words().clauses.parts:
        return None
    after = words[i + 2] if i + 2 < len(words) else None
    return None if after is not None and (after.lower == "of" or after.text[0].isupper()) else i + 2


def _kind_end(words: Sequence[Word], start: int) -> int | None:
    """The word behind "city of Braga", "province of Lugo"."""
    if start + 2 >= len(words) or words[start].lower not in _KINDS or words[start + 1].lower != "of":
        return None
    end = name_end(words, start + 2)
    return end if end > start + 2 else None


def _is_part(word: Word) -> bool:
    clauses = population_words().clauses
    return word.lower in clauses.parts or word.lower in clauses.compass


def name_end(words: Sequence[Word], start: int) -> int:
    """The word behind a name of capitalised words that starts at `start`, which "metro" may open."""
    end = start + 1 if start < len(words) and words[start].lower in ("metro", "greater") else start
    first = end
    while end < len(words) and end - first < _MAX_NAME and _NAME.match(words[end].text):
        end += 1
    if first < end < len(words) and words[end].lower in _KINDS:
        end += 1
    owner = end < len(words) and words[end].text[0] in "'’"
    return start if end == first or owner else end


def agents(text: str, words: Sequence[Word]) -> set[int]:
    """Nouns of people before a figure in parentheses: "homeschoolers (88 percent)"."""
    found = set()
    for share in _SHARE.finditer(text):
        i = bisect_left(words, share.start(), key=_start_of) - 1
        while i >= 0 and words[i].text.isspace():
            i -= 1
        if i < 0 or not words[i].lower.endswith(_AGENT_ENDS) or (share[0][0] == "," and words[i].end < share.start()):
            continue
        word = words[i]
        opens = i == 0 or words[i - 1].text[0] in ".!?\n"
        doing = any(before.lower == "by" for before in words[max(0, i - _REACH) : i])
        if (opens or word.text.islower()) and not doing and word.lower not in population_words().clauses.no_people:
            found.add(i)
    return found


def word_at(words: Sequence[Word], offset: int) -> int | None:
    """The word that starts at a character, if one does."""
    i = bisect_left(words, offset, key=_start_of)
    return i if i < len(words) and words[i].start == offset else None


def _start_of(word: Word) -> int:
    return word.start


def people_after_the(words: Sequence[Word], i: int, table: Table) -> int | None:
    """The end of adjectives that stand for people: "among the very conservative", "than the young"."""
    first = i
    while first and words[first - 1].lower in ("very", "most", "more", "less"):
        first -= 1
    if first < 1 or words[first - 1].lower != "the":
        return None
    opens = first < 2 or words[first - 2].text[0] in ".!?\n;"
    listed = not opens and words[first - 2].lower in ("and", "or", "but")
    if not opens and not listed and words[first - 2].lower not in _GOVERNORS:
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
    if listed:
        return end if after == "(" else None
    verb = after in population_words().clauses.reports
    return end if (verb if opens else verb or after[0] in _ENDS or after in ("to", "and", "who")) else None


@cache
def no_places() -> frozenset[str]:
    """Words that are capitalised after "in" and name no place: months, days, bodies."""
    dates = load(DateWords, "en", "dates")
    lexicon = population_words()
    listed = {
        word.lower() for word in (*dates.months, *dates.weekdays, *dates.words["seasons"], *lexicon.clauses.bodies)
    }
    return frozenset(listed | set(lexicon.clauses.no_places) | set(lexicon.clauses.polls))
