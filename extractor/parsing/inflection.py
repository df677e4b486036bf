"""Regular English verb forms, derived from the base form."""

import re
from collections.abc import Mapping, Sequence

_VOWELS = "aeiou"


def inflect(phrase: str, irregular: Mapping[str, Sequence[str]]) -> list[str]:
    """The forms of a verb phrase whose first word is the verb: base, -s, -ed, -ing, or the irregular ones.

    >>> inflect("back", {})
    ['back', 'backs', 'backed', 'backing']
    """
    verb, _, rest = phrase.partition(" ")
    forms = [verb, *(irregular[verb] if verb in irregular else _regular(verb))]
    return [f"{form} {rest}".strip() for form in forms]


def _regular(verb: str) -> list[str]:
    if not verb.isalpha():
        return []
    if re.search(r"(?:s|x|z|ch|sh)$", verb):
        third = verb + "es"
    elif verb.endswith("y") and verb[-2:-1] not in _VOWELS:
        third = verb[:-1] + "ies"
    else:
        third = verb + "s"
    if verb.endswith("e"):
        past, participle = verb + "d", (verb if verb.endswith("ee") else verb[:-1]) + "ing"
    elif verb.endswith("y") and verb[-2:-1] not in _VOWELS:
        past, participle = verb[:-1] + "ied", verb + "ing"
    else:
        past, participle = verb + "ed", verb + "ing"
    return [third, past, participle]
