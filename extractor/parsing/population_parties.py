"""Names of parties that look like groups: "the Greens are on 12 percent" tells an answer, not who was asked."""

import re
from functools import cache

from extractor.parsing.population_words import population_words

#: Before a group that a figure is of.
_OF = re.compile(r"\b(?:of|among|amongst)\s+(?:the\s+)?$", re.IGNORECASE)
_REACH = 20


def party_names(text: str, language: str = "en") -> list[tuple[int, int]]:
    """The half-open character ranges of party names in `text` that stand for the party, not for its voters."""
    return [
        match.span("name")
        for match in _names(language).finditer(text)
        if not _OF.search(text, max(0, match.start() - _REACH), match.start())
    ]


@cache
def _names(language: str) -> re.Pattern[str]:
    """Several capitalised words, or one inside a sentence or after "the", with no word of its voters behind."""
    clauses = population_words(language).clauses
    several = "|".join(re.escape(name) for name in clauses.parties if " " in name)
    single = "|".join(re.escape(name) for name in clauses.parties if " " not in name)
    voters = "|".join(re.escape(word) for word in clauses.party_voters)
    return re.compile(
        rf"(?<![\w-])(?:(?:[Tt]he\s+)?(?P<name>\b(?:{several}|(?<=[\w,;]\s)(?:{single})))\b)(?!\s+(?:{voters})\b)"
    )
