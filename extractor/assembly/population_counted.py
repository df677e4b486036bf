"""Groups that a sentence counts instead of asking them: "those who cycle rose to 40%", "undecideds were at 7"."""

from collections.abc import Callable
from functools import cache

from spacy.tokens import Span

from extractor.assembly.population_mentions import Mention
from extractor.lexicons.phrasebook import phrasebook
from extractor.lexicons.screens import Screen

#: How far before a group and behind it the words are read that count it, in characters.
_LEAD, _TAIL = 40, 110
#: Voters whose name is the answer that they gave.
_ANSWERS = frozenset(("undecided", "nonvoters"))


def is_counted(mention: Mention, figure: Span, text: str) -> bool:
    """Whether `figure` tells how many the group is: one that a clause tells, or those without a choice."""
    if mention.end > figure.start_char or figure.start_char - mention.end > _TAIL:
        return False
    told = mention.population.facets.get("voters") in _ANSWERS or _words()("relative").search(mention.span.text)
    if not told:
        return False
    summed = _words()("number_of").search(text[max(0, mention.start - _LEAD) : mention.start])
    if mention.role != "subject" and not summed:
        return False
    return bool(_words()("numbering").search(text[mention.end : figure.start_char]))


@cache
def _words() -> Callable[[str], Screen]:
    return phrasebook("en", "population_signs").screen
