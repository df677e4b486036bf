"""The shape of the lexicons of groups and places."""

from extractor.lexicons.schemas.base import Lexicon


class PopulationTerm(Lexicon):
    """A group word: the facet it sets, and whether it can stand alone (`heads`), narrow (`modifiers`) or is a place.

    With `own`, each head is a group of its own: it is the value of the facet.
    """

    facet: str
    value: str
    heads: tuple[str, ...] = ()
    modifiers: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    own: bool = False


class EveryoneWords(Lexicon):
    """Words for the whole sample."""

    heads: tuple[str, ...]
    whole: tuple[str, ...]
    collectives: tuple[str, ...]
    asked: tuple[str, ...]
    overall: tuple[str, ...]


class SkippedWords(Lexicon):
    """Words before a group word that do not name the group."""

    determiners: tuple[str, ...]
    adverbs: tuple[str, ...]


class PopulationClauses(Lexicon):
    """Words that open or end the clause that describes a group."""

    reports: tuple[str, ...]
    stops: tuple[str, ...]
    relatives: tuple[str, ...]
    counted: tuple[str, ...]
    attributes: tuple[str, ...]
    participles: tuple[str, ...]
    pointing: tuple[str, ...]
    favor: tuple[str, ...]
    areas: tuple[str, ...]
    of_names: tuple[str, ...]
    by_names: tuple[str, ...]
    by_origin: tuple[str, ...]
    ages: tuple[str, ...]
    above: tuple[str, ...]
    below: tuple[str, ...]
    cohorts: tuple[str, ...]
    breakdowns: tuple[str, ...]
    contrasts: tuple[str, ...]
    attitudes: tuple[str, ...]
    bodies: tuple[str, ...]
    nesting: tuple[str, ...]
    titles: tuple[str, ...]
    leanings: tuple[str, ...]
    auxiliaries: tuple[str, ...]
    parties: tuple[str, ...]
    party_voters: tuple[str, ...]
    parts: tuple[str, ...]
    compass: tuple[str, ...]
    undecided: tuple[str, ...]
    left_out: tuple[str, ...]
    leaving_out: tuple[str, ...]
    counting: tuple[str, ...]
    moving: tuple[str, ...]
    by_how_much: tuple[str, ...]
    objects: tuple[str, ...]
    cases: tuple[str, ...]
    takers: tuple[str, ...]
    polls: tuple[str, ...]
    backing: tuple[str, ...]
    area_kinds: tuple[str, ...]
    earning: tuple[str, ...]
    amounts: tuple[str, ...]
    whole: tuple[str, ...]
    adverbs: tuple[str, ...]
    times: tuple[str, ...]
    views: tuple[str, ...]
    states: tuple[str, ...]
    clausal: tuple[str, ...]
    answering: tuple[str, ...]
    winning: tuple[str, ...]
    held: tuple[str, ...]
    no_places: tuple[str, ...]
    no_people: tuple[str, ...]
    things: tuple[str, ...]
    person_ends: tuple[str, ...]
    agent_ends: tuple[str, ...]
    announcers: tuple[str, ...]
    openings: tuple[str, ...]


class PopulationWords(Lexicon):
    """The words of the groups that polls report on (``populations.toml``)."""

    everyone: EveryoneWords
    skipped: SkippedWords
    terms: tuple[PopulationTerm, ...]
    clauses: PopulationClauses


class Country(Lexicon):
    """A country: ISO 3166-1 alpha-2 code, name, what its people are called, its adjectives and other names."""

    code: str
    name: str
    people: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()


class Region(Lexicon):
    """A first-level subdivision or city that polls are taken in."""

    country: str
    name: str
    people: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()


class Places(Lexicon):
    """The countries and regions (``countries.toml``)."""

    countries: tuple[Country, ...]
    regions: tuple[Region, ...]
