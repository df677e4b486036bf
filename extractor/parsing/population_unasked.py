"""What looks like a group that was asked and is none: names of parties, and whoever is left out of a count.

"The Greens are on 12 percent" tells an answer; "with undecided voters included" tells how shares were computed.
"""

import re
from functools import cache

from extractor.lexicons.screens import Screen
from extractor.parsing.population_words import population_words

#: Before a group that a figure is of.
_OF = re.compile(r"\b(?:of|among|amongst)\s+(?:the\s+)?$", re.IGNORECASE)
_REACH = 20


#: A party named after people: "the Republican People's Party".
_PARTY = re.compile(
    r"['’](?:(?<=[a-z].)s|(?<=s.))\s(?:[A-Z][\w-]+\s){0,2}(?:Party|Front|Movement|Alliance|Union)\b(?!\s+(?:voters|supporters)\b)"
)


_CAPITALS = re.compile(r"(?:[A-Z][\w-]*\s)*[A-Z]\w*\Z")
_NAME_REACH = 50


def unasked(text: str, language: str = "en") -> list[tuple[int, int]]:
    """The half-open character ranges of `text` in which no group is named that was asked."""
    parties = (
        match.span("name")
        for match in _names(language).finditer(text)
        if not _OF.search(text, max(0, match.start() - _REACH), match.start())
    )
    owned = ((_named_from(text, match.start()), match.end()) for match in _PARTY.finditer(text))
    return [*parties, *owned, *(match.span() for match in _left_out(language).finditer(text))]


def _named_from(text: str, end: int) -> int:
    """Where the capitalised words begin that stand before `end`."""
    first = max(0, end - _NAME_REACH)
    found = _CAPITALS.search(text, first, end)
    return found.start() if found else end


@cache
def _left_out(language: str) -> Screen:
    """The undecided, and that they are counted or not."""
    clauses = population_words(language).clauses
    who, out = ("|".join(re.escape(word) for word in words) for words in (clauses.undecided, clauses.left_out))
    before = "|".join(re.escape(word) for word in clauses.leaving_out)
    pattern = re.compile(
        rf"(?i)\b(?:(?:{before})\s+(?:the\s+)?(?:{who})\b|(?:{who})\s+(?:(?:are|were|have\s+been|being)\s+)?(?:{out})\b)"
    )
    return Screen(pattern)


@cache
def _names(language: str) -> re.Pattern[str]:
    """Several capitalised words, or one inside a sentence or after "the", with no word of its voters behind."""
    clauses = population_words(language).clauses
    voters = "|".join(re.escape(word) for word in clauses.party_voters)
    rests: dict[str, list[str]] = {}
    for name in sorted(clauses.parties, key=lambda name: " " not in name):
        rests.setdefault(name[0], []).append(("" if " " in name else r"(?<=[\w,;]\s.)") + re.escape(name[1:]))
    # The first letter comes first, so that the search can run from one to the next.
    names = "|".join(rf"{re.escape(first)}(?<![\w-].)(?:{'|'.join(rest)})" for first, rest in rests.items())
    return re.compile(rf"(?P<name>{names})\b(?!\s+(?:{voters})\b)")
