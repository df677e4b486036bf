"""What a description of a population means: its label, country and facets; and how a group narrows another."""

import re
from collections.abc import Sequence
from functools import cache

from extractor.lexicons.schemas.populations import Country, Region
from extractor.models import Population
from extractor.parsing.ages import age_at
from extractor.parsing.population_words import (
    Entry,
    Word,
    lookup_table,
    matches_at,
    places,
    population_words,
    split_words,
)

#: The label where an article names nobody: whoever was polled.
ALL_RESPONDENTS = "all respondents"

_QUOTES = re.compile(r"[\"“”]")
_SPACES = re.compile(r"\s+")
_CLAUSE = re.compile(r"^those\b|\b(?:who|that|whose|with|without|in|of)\b", re.IGNORECASE)
_GENERIC = ("voters",)


def describe(text: str, language: str = "en") -> Population:
    """The population that a phrase such as ``registered voters in Ohio`` or ``those aged 70 and older`` names.

    The label is the phrase without determiners and without "surveyed" or "polled"; words for the whole sample give
    `ALL_RESPONDENTS`.  Facets are those of `models.Population`; ages are ``18-29``, ``70+`` or ``-30``.
    """
    words = _without_answering(split_words(text), language)
    facets, country, region = _facets(words, language)
    if region:
        facets["region"] = region
    everyone = _is_everyone(words, language)
    label = _spelled(_canonical(_label(text, words, language), region), country)
    if everyone and not facets:
        label = ALL_RESPONDENTS
    elif not facets and not country:
        facets["other"] = label.lower()
    return Population(label=label, country=country, facets=dict(sorted(facets.items())))


def combine(parent: Population, child: Population, language: str = "en") -> Population:
    """`child` as a part of `parent`: "South Koreans" and "men" give "South Korean men".

    A child with a country or region of its own replaces the parent, and so does any child of "all respondents".
    Facets of both are kept, the child's first.
    """
    own_place = child.country is not None or ("region" in child.facets and _region(child.facets["region"]) is not None)
    if own_place or parent.label == child.label:
        return child
    facets = dict(sorted({**parent.facets, **child.facets}.items()))
    label = child.label
    region = _region(parent.facets.get("region", ""))
    if child.label == ALL_RESPONDENTS:
        label = parent.label
    elif region is not None:
        label = _in_place(child.label, region.name, language)
    elif parent.country and _names_country(parent, language):
        label = _of_country(child.label, parent.country, language)
    return Population(label=label, country=parent.country, facets=facets)


def in_country(child: Population, code: str, language: str = "en") -> Population:
    """`child` as a group of the people of the country with ISO code `code`."""
    return combine(people_of(code), child, language)


@cache
def people_of(code: str) -> Population:
    """The people of a country ("Japanese" for ``JP``), by its ISO 3166-1 alpha-2 code."""
    country = _countries()[code]
    label = country.people[0] if country.people else f"people in {country.name}"
    return Population(label=label, country=code)


@cache
def in_region(name: str, group: str = "voters") -> Population:
    """`group` of a first-level region by its name: "voters in Ohio"."""
    region = _region(name)
    facets = {"region": name, **describe(group).facets}
    return Population(label=f"{group} in {name}", country=region.country if region else None, facets=facets)


def outside(population: Population) -> Population:
    """The group without the region it is placed in: "women" for "women in Ohio"."""
    region = population.facets.get("region")
    if region is None or not population.label.endswith(f" in {region}"):
        return population
    facets = {name: value for name, value in population.facets.items() if name != "region"}
    return Population(label=population.label.removesuffix(f" in {region}"), facets=facets)


def is_general(population: Population) -> bool:
    """Whether a population is the people of a country or a kind of voters, which a whole poll can be of."""
    facets = population.facets
    words = population.label.lower().split()
    if facets and (set(facets) != {"voters"} or facets["voters"] not in ("voters", "registered", "likely")):
        return False
    return len(words) <= 4 and not _CLAUSE.search(population.label)


def is_universe(population: Population, language: str = "en") -> bool:
    """Whether a population is whoever lives or votes somewhere: "adults in Japan", "residents of the island"."""
    facets = {name for name in population.facets if name not in ("voters", "region")}
    first = population.label.split(maxsplit=1)[0].lower()
    return not facets or (facets == {"other"} and first in population_words(language).everyone.heads)


_PLAIN_VOTERS = {"voters": "voters"}


def _facets(words: Sequence[Word], language: str) -> tuple[dict[str, str], str | None, str | None]:
    table = lookup_table(language)
    facets: dict[str, str] = {}
    country: str | None = None
    region: str | None = None
    i = 0
    while i < len(words):
        found = matches_at(words, i, table)
        aged = None if found else age_at(words, i)
        if aged:
            facets["age"] = aged[1]
            i = max(aged[0], i + 1)
            continue
        if not found:
            if i and words[i].lower in _clause_openers(language):
                facets.setdefault("other", " ".join(word.lower for word in words[i:]))
                break
            i += 1
            continue
        entry = _preferred(found)
        if entry.country and entry.facet == "region":
            region, country = entry.value, entry.country
        elif entry.country:
            country = entry.country
        elif entry.role not in ("everyone", "collective"):
            _set_facet(facets, entry)
        i += len(entry.words)
    if "support" in facets or (facets == _PLAIN_VOTERS and not country and _is_camp(words, language)):
        facets["support"] = " ".join(w.text for w in words).strip()
    return facets, country, region


def _is_camp(words: Sequence[Word], language: str) -> bool:
    """Whether a name alone tells which voters: "Leave voters"."""
    common = population_words(language).skipped
    before = words[:-1]
    plain = frozenset(word.lower() for word in (*common.determiners, *common.adverbs))
    return bool(before) and all(
        w.text[0].isupper()
        and w.text.isalpha()
        and w.lower not in plain
        and not matches_at(words, i, lookup_table(language))
        for i, w in enumerate(before)
    )


def _preferred(found: Sequence[Entry]) -> Entry:
    """A region before a country of the same name, an adjective of a people before a place."""
    return min(found, key=lambda e: (e.facet == "country", e.role == "place"))


def _set_facet(facets: dict[str, str], entry: Entry) -> None:
    old = facets.get(entry.facet)
    if old is None or old in _GENERIC:
        facets[entry.facet] = entry.value
    elif entry.value == "leaning" and not old.endswith("leaning"):
        facets[entry.facet] = f"{old} or leaning"
    elif entry.value not in (*_GENERIC, old) and not old.endswith("leaning") and entry.value not in old.split("/"):
        facets[entry.facet] = f"{old}/{entry.value}"


def _label(text: str, words: Sequence[Word], language: str) -> str:
    lexicon = population_words(language)
    determiners = frozenset(lexicon.skipped.determiners)
    asked = frozenset(lexicon.everyone.asked)
    start, end = 0, len(words)
    while start < end - 1 and words[start].lower in determiners:
        start += 1
    if words[start].lower == "self" and start + 2 < end and words[start + 1].glued:
        start += 2
    while end - 1 > start and words[end - 1].lower in asked and words[end - 2].lower != "those":
        end -= 1
    if start >= end:
        return _SPACES.sub(" ", text).strip()
    return _SPACES.sub(" ", _QUOTES.sub("", text[words[start].start : words[end - 1].end]))


def _canonical(label: str, region: str | None) -> str:
    """The label with the region by its name, not by a nickname or an abbreviation."""
    found = _region(region) if region else None
    for alias in found.aliases if found else ():
        if alias in label:
            return label.replace(f"the {alias}", alias).replace(alias, found.name if found else alias)
    return label


def _spelled(label: str, country: str | None) -> str:
    """The label with the country by its adjective or name, not by its initials ("American adults")."""
    found = _countries().get(country or "")
    for alias in found.aliases if found else ():
        if found is None or not alias.isupper() or alias not in label:
            continue
        if not label.endswith(alias) and found.adjectives:
            label = re.sub(rf"(?<!\w){re.escape(alias)}(?=\s+\w)", found.adjectives[0], label)
        label = re.sub(rf"(?<!\w){re.escape(alias)}(?!\w)", found.name, label)
    return label


def _without_answering(words: Sequence[Word], language: str) -> Sequence[Word]:
    """The words without a clause that only says that the group took part: "voters who responded to the survey"."""
    lexicon = population_words(language)
    for i, word in enumerate(words[:-1]):
        if i and word.lower in lexicon.clauses.relatives and words[i + 1].lower in lexicon.clauses.answering:
            asked = any(later.lower in lexicon.clauses.polls for later in words[i + 2 :])
            return words[:i] if asked else words
    return words


def _is_everyone(words: Sequence[Word], language: str) -> bool:
    lexicon = population_words(language)
    known = {part for head in (*lexicon.everyone.heads, *lexicon.everyone.whole) for part in head.split()}
    known |= set(lexicon.everyone.asked) | set(lexicon.skipped.determiners) | set(lexicon.everyone.overall)
    return all(word.lower in known for word in words)


@cache
def _clause_openers(language: str) -> frozenset[str]:
    return frozenset((*population_words(language).clauses.relatives, "that", "with", "without"))


@cache
def _countries() -> dict[str, Country]:
    return {country.code: country for country in places().countries}


@cache
def _regions() -> dict[str, Region]:
    return {region.name: region for region in places().regions}


def _region(name: str) -> Region | None:
    return _regions().get(name)


def _names_country(population: Population, language: str) -> bool:
    return any(
        e.facet == "country"
        for w in [split_words(population.label)]
        for i in range(len(w))
        for e in matches_at(w, i, lookup_table(language))
    )


def _of_country(label: str, code: str, language: str) -> str:
    country = _countries()[code]
    bare = _without_pronoun(label, language)
    if bare is not None and country.people:
        return f"{country.people[0]} {bare}".strip()
    return f"{country.adjectives[0]} {label}" if country.adjectives else f"{label} in {country.name}"


def _in_place(label: str, name: str, language: str) -> str:
    bare = _without_pronoun(label, language)
    return f"{label} in {name}" if bare is None else f"voters in {name} {bare}".strip()


def _without_pronoun(label: str, language: str) -> str | None:
    """The rest of a label that starts with "those", "people" or "respondents"; None if it starts otherwise."""
    first, _, rest = label.partition(" ")
    return rest if first.lower() in population_words(language).everyone.heads and (rest or first) else None


@cache
def region_names() -> frozenset[str]:
    """The names of all first-level regions of the lexicon."""
    return frozenset(_regions())
