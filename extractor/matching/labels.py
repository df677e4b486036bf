"""Labels and wordings as sets of word stems, so that those of two articles can be compared.

Everything here is a pure function of the text, cached, and reads nothing but ``lexicons/en/matching.toml``.
"""

import re
import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache

from extractor.lexicons.loader import load
from extractor.lexicons.schemas.populations import Places
from extractor.lexicons.schemas.records import MatchingWords
from extractor.models import Population

_TOKEN = re.compile(r"[a-z]+|\d+(?:\.\d+)?")
_CAPITAL = re.compile(r"(?<=[a-z0-9,;:’'”\"] )[A-Z][\w’'-]+")
_ENDINGS = ("ing", "ed", "es", "s", "ly", "ion")
#: Letters that verbs double before an ending: "ban", "banned"; not "press", "fill".
_DOUBLED = "bdgmnprt"
#: Stems are cut here: "cooperation" and "cooperate", "economy" and "economic" become one.
_STEM = 6


def lexicon() -> MatchingWords:
    """The words that matching goes by."""
    words: MatchingWords = load(MatchingWords, "en", "matching")
    return words


#: Facets that a camp of voters may be told by.
_CAMPS = frozenset(("party", "support", "ideology", "other"))
#: Facets that everyone polled has: name and value.
Universe = frozenset[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Wording:
    """A label or a question as what it says: content stems, words of degree, and whether it is negated."""

    words: frozenset[str]
    degrees: frozenset[str]
    negated: bool


@lru_cache(maxsize=131072)
def read_label(text: str) -> Wording:
    """The content of a label.  Words for the two sides of a question are folded ("support" is "favor")."""
    words, sides = lexicon(), _sides()
    found, degrees, negated = set(), set(), False
    for token in _tokens(text):
        if token in words.negations:
            negated = not negated
        elif token in words.degrees:
            degrees.add(token)
        elif token not in words.stop:
            found.add(sides.get(token) or stem(token))
    return Wording(frozenset(found), frozenset(degrees), negated)


@lru_cache(maxsize=131072)
def proper_names(text: str) -> frozenset[str]:
    """Stems of the capitalised words inside `text`: what a question is about, where it is about somebody."""
    return frozenset(stem(token) for name in _CAPITAL.findall(text) for token in _tokens(name))


def stem(token: str) -> str:
    """A coarse English stem."""
    if token[0].isdigit():
        return token
    for ending in _ENDINGS:
        if token.endswith(ending) and len(token) - len(ending) >= 4 and not token.endswith("ss"):
            token = token.removesuffix(ending)
            if ending in ("ing", "ed") and token[-1] == token[-2] and token[-1] in _DOUBLED:
                token = token[:-1]
            break
    return token[:_STEM]


def dice(a: frozenset[str], b: frozenset[str]) -> float:
    """Overlap of two sets, 0 to 1; 0 where one is empty."""
    return 2 * len(a & b) / (len(a) + len(b)) if a and b else 0.0


def opposed(a: Wording, b: Wording) -> bool:
    """Whether two labels stand on opposite sides, or differ in degree or negation."""
    if a.degrees != b.degrees or a.negated != b.negated:
        return True
    if a.words == b.words:
        return False
    others, only_b = _opposites(), b.words - a.words
    return any(not only_b.isdisjoint(others[word]) for word in a.words - b.words if word in others)


def same_answer(a: Wording, b: Wording) -> bool:
    """Whether two labels are one answer by their words alone: equal, or one says a little more than the other."""
    if opposed(a, b):
        return False
    if a.words == b.words:
        return True
    small, large = sorted((a.words, b.words), key=len)
    return bool(small) and (dice(a.words, b.words) >= 0.6 or (small <= large and len(large) <= 2 * len(small) + 1))


def population_key(population: Population, universe: Universe = frozenset()) -> str:
    """Whom a figure is of, its country aside: the facets, and the words of a label that they do not tell.

    "" is everyone: "all respondents", "the 1,585 adults", "Japanese respondents" (in Japan), "voters".  A group within
    the voters is the group: "Republican voters" are "Republicans".  `universe` are facets that everyone polled has:
    in a poll of registered voters these are everyone.
    """
    named = {name: value for name, value in population.facets.items() if (name, value) not in universe}
    camp = _camp(population.label) if named.keys() & _CAMPS else ""
    camp = camp or (stem(named["party"].casefold()) if "party" in named else "")
    if camp:
        named = {name: value for name, value in named.items() if name not in _CAMPS and name != "voters"}
        named["camp"] = camp
    if named.get("voters") == "voters" or set(named) - {"voters", "region"}:
        named.pop("voters", None)
    if "family" in named and _speaks_of_children(population.label):
        named = {name: value for name, value in named.items() if name not in ("age", "other")}
    facets = [f"{name}={value.casefold()}" for name, value in sorted(named.items())]
    if not population.facets or "other" in named:
        facets += _rest(population.label, population.country or "")
    return ";".join(facets)


@lru_cache(maxsize=65536)
def _camp(label: str) -> str:
    """The stem of the party or candidate that people voted for: "Labour voters", "those who voted Labour in 2019"."""
    for pattern in _camps():
        found = pattern.search(label)
        if found:
            return stem(found["name"].casefold())
    return ""


@cache
def _camps() -> tuple[re.Pattern[str], ...]:
    words = lexicon()
    voted, voters, names = ("|".join(map(re.escape, found)) for found in (words.voted, words.voters, words.not_camps))
    name = rf"(?P<name>(?!(?:{names})\b)[A-Z][A-Za-z]+)"
    return (
        re.compile(rf"\b(?:{voted})\s(?:for\s)?(?:the\s)?{name}\b"),
        re.compile(rf"(?:^|\s){name}(?:\sParty)?\s(?:{voters})$"),
    )


@lru_cache(maxsize=65536)
def _speaks_of_children(label: str) -> bool:
    """Whether parents are named with their children, of no certain age: "parents of school-age children"."""
    tokens = _tokens(label)
    return not lexicon().children.isdisjoint(tokens) and not any(token[0].isdigit() for token in tokens)


@lru_cache(maxsize=65536)
def _rest(label: str, country: str) -> tuple[str, ...]:
    """What a label says beyond everyone and the country."""
    empty = lexicon().everyone | lexicon().stop
    tokens = [token for token in _tokens(label) if token not in empty and not token[0].isdigit()]
    words = {stem(token) for token in tokens} - _country_words().get(country, frozenset())
    return (f"label={' '.join(sorted(words))}",) if words else ()


@cache
def country_words() -> frozenset[str]:
    """Stems of what any country and its people are called."""
    return frozenset[str]().union(*_country_words().values())


@cache
def _country_words() -> dict[str, frozenset[str]]:
    """Stems of all that a country and its people are called, by code."""
    places: Places = load(Places, "shared", "countries")
    return {
        country.code: frozenset(
            stem(token)
            for text in (country.name, *country.people, *country.adjectives, *country.aliases)
            for token in _tokens(text)
        )
        for country in places.countries
    }


def _tokens(text: str) -> list[str]:
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore") if not text.isascii() else text.encode()
    folded = plain.decode().casefold().replace("n't", " not").replace("'s", "")
    return _TOKEN.findall(folded)


@cache
def _sides() -> dict[str, str]:
    return {word: side for side, words in lexicon().sides.items() for word in words}


@cache
def side_words() -> frozenset[str]:
    """The words that name a side and nothing else: "favor", "oppose", "approve", …"""
    return frozenset(lexicon().sides)


def is_bare(wording: Wording) -> bool:
    """Whether a label says no more than its side: "in favor", "support the measure", "right"."""
    return not wording.degrees and wording.words - poles(wording) <= empty_words()


@cache
def empty_words() -> frozenset[str]:
    """The stems that name a side or only point to what was asked."""
    return side_words() | {stem(word) for word in lexicon().pointing}


@lru_cache(maxsize=65536)
def poles(wording: Wording) -> frozenset[str]:
    """The words of a label that have an opposite: "right" in "the raid was right"."""
    return wording.words & _opposites().keys()


@cache
def _opposites() -> dict[str, set[str]]:
    """The words opposite to each word that has any; both ways."""
    fold, found = _sides(), dict[str, set[str]]()
    for pair in lexicon().opposites.pairs:
        a, b = (fold.get(word) or stem(word) for word in pair)
        found.setdefault(a, set()).add(b)
        found.setdefault(b, set()).add(a)
    return found
