"""Nouns of persons that no lexicon lists, by their endings: "motorcyclists", "fishwives", "beekeepers"."""

import re
from functools import cache

from extractor.parsing.population_words import population_words


@cache
def person_endings(language: str = "en") -> re.Pattern[str]:
    """Whole nouns (lower case) whose ending only nouns of several persons have, the group of it named ``noun``."""
    clauses = population_words(language).clauses
    ends = "|".join(sorted(clauses.person_ends, key=len, reverse=True))
    return re.compile(rf"(?<![\w’'])(?P<noun>[a-z]*(?:{ends}))(?![\w’'])")


def is_person(noun: str, language: str = "en") -> bool:
    """Whether a noun is one of persons by its ending, also one that some nouns of things share ("-ers", "-ors")."""
    clauses = population_words(language).clauses
    noun = noun.lower()
    if noun in _things(language):
        return False
    return noun.endswith(clauses.agent_ends) or person_endings(language).fullmatch(noun) is not None


@cache
def _things(language: str) -> frozenset[str]:
    return frozenset((*population_words(language).clauses.no_people, *population_words(language).clauses.things))
