"""The words that open, narrow and end the phrases of populations, as sets."""

from dataclasses import dataclass
from functools import cache

from extractor.lexicons.schemas.populations import PopulationWords
from extractor.parsing.population_words import population_words

#: Words that count areas: "in the seven counties".
NUMBERS = frozenset(
    ["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "dozen", "key"]
)


@dataclass(frozen=True, slots=True)
class Forms:
    """The words of the lexicon that phrases are read by, as sets."""

    determiners: frozenset[str]
    adverbs: frozenset[str]
    by_names: frozenset[str]
    by_origin: frozenset[str]
    backing: frozenset[str]
    breakdowns: frozenset[str]
    stops: frozenset[str]
    reports: frozenset[str]
    common: frozenset[str]
    attitudes: frozenset[str]
    ages: frozenset[str]
    areas: frozenset[str]
    bodies: frozenset[str]
    openers: frozenset[str]
    whole: frozenset[str]


@cache
def forms_of(language: str) -> Forms:
    """The words of one language."""
    lexicon: PopulationWords = population_words(language)
    determiners = frozenset(lexicon.skipped.determiners)
    stops = frozenset(lexicon.clauses.stops)
    return Forms(
        determiners=determiners,
        adverbs=frozenset(word.split()[-1] for word in lexicon.skipped.adverbs) - determiners,
        by_names=frozenset(lexicon.clauses.by_names),
        by_origin=frozenset(lexicon.clauses.by_origin),
        backing=frozenset(lexicon.clauses.backing),
        breakdowns=frozenset(lexicon.clauses.breakdowns),
        stops=stops,
        reports=frozenset(lexicon.clauses.reports),
        common=determiners | stops | frozenset(lexicon.skipped.adverbs) | {"in", "and", "with", "as", "but"},
        areas=frozenset(lexicon.clauses.areas),
        openers=frozenset(("by", "those", *lexicon.clauses.ages, *lexicon.clauses.below, *lexicon.clauses.above))
        | NUMBERS,
        whole=frozenset(lexicon.everyone.whole),
        bodies=frozenset(lexicon.clauses.bodies),
        attitudes=frozenset(lexicon.clauses.attitudes),
        ages=frozenset((*lexicon.clauses.ages, *lexicon.clauses.below, *lexicon.clauses.above)),
    )
