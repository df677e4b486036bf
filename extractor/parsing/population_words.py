"""Words of a text, and the lexicon of group words and places as one lookup over them."""

import re
from collections.abc import Sequence, Set
from dataclasses import dataclass
from functools import cache, partial
from itertools import accumulate
from typing import NamedTuple

from extractor.lexicons.loader import load
from extractor.lexicons.schemas.populations import Country, Places, PopulationWords, Region

# One group around all: the pattern splits a text into words and what stands between them, in one step.  Words in small
# letters, of which most texts are made, come first.
_WORD = re.compile(
    r"("
    r"[A-Z]\.(?:[A-Z]\.)+"
    r"|[a-z]++(?![^\W\d_]|['’])"
    r"|[^\W\d_]+(?:['’](?<=[^\W\d_]n.)t\b)?"
    r"|['’](?:s|d|ll|re|ve|m)\b"
    r"|\d+(?:[.,]\d+)*"
    r"|\n\s*"
    r"|\S"
    r")"
)

_HYPHENS = frozenset("-‐‑")

Role = str  # "head", "modifier", "place", "people", "adjective", "everyone", "collective"


class Word(NamedTuple):
    """A word or mark of a text (half-open character range); a hyphen that glues two words is not a word of its own."""

    text: str
    lower: str
    start: int
    end: int
    glued: bool = False


@dataclass(frozen=True, slots=True)
class Entry:
    """What a lexicon entry says of the words it matches."""

    words: tuple[str, ...]
    role: Role
    facet: str
    value: str
    country: str | None = None
    cased: bool = False


class Listed(NamedTuple):
    """The entries that begin with one word: those of several words by the second, and those of this word alone.

    `longer` are the former by their second word in lower case, the longest first; `cased` the latter by spelling, for
    spellings that an entry with capitals asks for; `plain` those of any spelling.
    """

    longer: dict[str, tuple[Entry, ...]]
    cased: dict[str, tuple[Entry, ...]]
    plain: tuple[Entry, ...]


#: All entries by their first word in lower case.
Table = dict[str, Listed]


def split_words(text: str) -> list[Word]:
    """The words and marks of `text` in order, hyphens between two words left out (`Word.glued` tells of them)."""
    parts = _WORD.split(text)
    ends = list(accumulate(map(len, parts)))
    texts, starts, ends = parts[1::2], ends[0:-1:2], ends[1::2]
    glued = [False] * len(texts)
    for i in reversed(_gluing(text, texts, starts, ends)):
        del starts[i], ends[i], texts[i], glued[i]
        glued[i] = True
    lowers = list(map(str.lower, texts))
    if "’" in text:
        lowers = [word.replace("’", "'") if "’" in word else word for word in lowers]
    # What `Word` does, without a step of Python for each.
    return list(map(partial(tuple.__new__, Word), zip(texts, lowers, starts, ends, glued, strict=True)))


def _gluing(text: str, texts: list[str], starts: list[int], ends: list[int]) -> list[int]:
    """Which of the marks are hyphens between two words."""
    if _HYPHENS.isdisjoint(texts):
        return []
    return [
        i
        for i, word in enumerate(texts)
        if word in _HYPHENS and i and ends[i - 1] == starts[i] and text[ends[i] : ends[i] + 1].isalnum()
    ]


@cache
def population_words(language: str = "en") -> PopulationWords:
    """The lexicon of group words of one language."""
    lexicon: PopulationWords = load(PopulationWords, language, "populations")
    return lexicon


@cache
def places() -> Places:
    """The lexicon of countries and regions."""
    lexicon: Places = load(Places, "shared", "countries")
    return lexicon


@cache
def lookup_table(language: str = "en") -> Table:
    """All entries by their first word in lower case."""
    table: dict[str, list[Entry]] = {}
    for entry in (*_group_entries(population_words(language)), *_place_entries(places())):
        table.setdefault(entry.words[0].lower(), []).append(entry)
    return {
        first: _listed(sorted(found, key=lambda entry: (-len(entry.words), entry.role)))
        for first, found in table.items()
    }


def _listed(entries: Sequence[Entry]) -> Listed:
    alone = [entry for entry in entries if len(entry.words) == 1]
    spellings = {entry.words[0] for entry in alone if entry.cased}
    longer: dict[str, tuple[Entry, ...]] = {}
    for entry in entries:
        if len(entry.words) > 1:
            second = entry.words[1].lower()
            longer[second] = (*longer.get(second, ()), entry)
    return Listed(
        longer,
        {one: tuple(e for e in alone if not e.cased or e.words[0] == one) for one in spellings},
        tuple(entry for entry in alone if not entry.cased),
    )


def matches_at(words: Sequence[Word], i: int, table: Table) -> Sequence[Entry]:
    """The entries that match at word `i`: all those of the greatest length."""
    first = words[i]
    listed = table.get(first.lower)
    if listed is None:
        return ()
    longer = listed.longer.get(words[i + 1].lower) if listed.longer and i + 1 < len(words) else None
    if longer:
        found: list[Entry] = []
        for entry in longer:
            if found and len(entry.words) < len(found[0].words):
                break
            stretch = words[i : i + len(entry.words)]
            if tuple(word.text if entry.cased else word.lower for word in stretch) == entry.words:
                found.append(entry)
        if found:
            return found
    return listed.cased.get(first.text, listed.plain)


def _phrase(text: str, cased: bool) -> tuple[str, ...]:
    return tuple(w.text if cased else w.lower for w in split_words(text))


def _group_entries(lexicon: PopulationWords) -> list[Entry]:
    entries = [Entry(_phrase(head, False), "everyone", "everyone", head) for head in lexicon.everyone.heads]
    entries += [Entry(_phrase(head, False), "collective", "everyone", head) for head in lexicon.everyone.collectives]
    for term in lexicon.terms:
        heads = [(head, head if term.own else term.value) for head in term.heads]
        entries += [Entry(_phrase(head, False), "head", term.facet, value) for head, value in heads]
        entries += [Entry(_phrase(word, False), "modifier", term.facet, term.value) for word in term.modifiers]
        entries += [Entry(_phrase(name, True), "place", term.facet, term.value, None, True) for name in term.places]
    return entries


def _place_entries(lexicon: Places) -> list[Entry]:
    entries: list[Entry] = []
    regions = {name for region in lexicon.regions for name in (region.name, *region.people)}
    for region in lexicon.regions:
        entries += _named(region, "region", region.country, frozenset())
    for country in lexicon.countries:
        entries += _named(country, "country", country.code, regions)
    return entries


def _named(place: Country | Region, facet: str, code: str, taken: Set[str]) -> list[Entry]:
    """The entries of a place; a name that is `taken` by a region stands for the region."""
    roles = (("place", (place.name, *place.aliases)), ("people", place.people), ("adjective", place.adjectives))
    return [
        Entry(_phrase(form, True), role, facet, place.name, code, True)
        for role, forms in roles
        for form in forms
        if form not in taken
    ]
