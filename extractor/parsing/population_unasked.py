"""What looks like a group that was asked and is none: names of parties, and whoever is left out of a count.

"The Greens are on 12 percent" tells an answer; "with undecided voters included" tells how shares were computed.
"""

import re
from functools import cache

from extractor.parsing.population_words import population_words

#: Before a group that a figure is of.
_OF = re.compile(r"\b(?:of|among|amongst)\s+(?:the\s+)?$", re.IGNORECASE)
_REACH = 20


def unasked(text: str, language: str = "en") -> list[tuple[int, int]]:
    """The half-open character ranges of `text` in which no group is named that was asked."""
    parties = (
        match.span("name")
        for match in _names(language).finditer(text)
        if not _OF.search(text, max(0, match.start() - _REACH), match.start())
    )
    return [*parties, *(match.span() for match in _left_out(language).finditer(text))]


@cache
def _left_out(language: str) -> re.Pattern[str]:
    """The undecided, and that they are counted or not."""
    clauses = population_words(language).clauses
    who, out = ("|".join(re.escape(word) for word in words) for words in (clauses.undecided, clauses.left_out))
    before = "|".join(re.escape(word) for word in clauses.leaving_out)
    return re.compile(
        rf"(?i)\b(?:(?:{before})\s+(?:the\s+)?(?:{who})\b|(?:{who})\s+(?:(?:are|were|have\s+been|being)\s+)?(?:{out})\b)"
    )


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
