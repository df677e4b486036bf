"""The words by which the tails of groups are read, as sets."""

from dataclasses import dataclass, fields
from functools import cache

from extractor.lexicons.loader import load
from extractor.lexicons.schemas.pages import DateWords
from extractor.parsing.population_words import population_words


@dataclass(frozen=True, slots=True)
class TailWords:
    """The words of the lexicon that tails are read by; `times` are months, weekdays and the like."""

    asked: frozenset[str]
    reports: frozenset[str]
    relatives: frozenset[str]
    counted: frozenset[str]
    attributes: frozenset[str]
    participles: frozenset[str]
    pointing: frozenset[str]
    favor: frozenset[str]
    areas: frozenset[str]
    nesting: frozenset[str]
    titles: frozenset[str]
    leanings: frozenset[str]
    contrasts: frozenset[str]
    of_names: frozenset[str]
    auxiliaries: frozenset[str]
    counting: frozenset[str]
    moving: frozenset[str]
    by_how_much: frozenset[str]
    objects: frozenset[str]
    cases: frozenset[str]
    takers: frozenset[str]
    polls: frozenset[str]
    times: frozenset[str]
    views: frozenset[str]
    clausal: frozenset[str]
    states: frozenset[str]
    adverbs: frozenset[str]
    winning: frozenset[str]
    held: frozenset[str]
    whole: frozenset[str]
    earning: frozenset[str]
    amounts: frozenset[str]


@cache
def tail_words(language: str) -> TailWords:
    """The words of one language."""
    lexicon = population_words(language)
    dates = load(DateWords, language, "dates")
    own = {
        "asked": frozenset(lexicon.everyone.asked),
        "adverbs": frozenset((*lexicon.skipped.adverbs, *lexicon.clauses.adverbs)),
        "times": frozenset(word.lower() for word in (*dates.months, *dates.weekdays, *lexicon.clauses.times)),
    }
    named = {field.name for field in fields(TailWords)} - own.keys()
    return TailWords(**own, **{name: frozenset(getattr(lexicon.clauses, name)) for name in named})
