"""Figures that only say what the one before was or how it moved: "42 percent, up from 32 percent in June"."""

from collections.abc import Sequence
from functools import cache

from spacy.tokens import Span

from extractor.assembly.population_links import OVERALL, adjacent
from extractor.assembly.population_mentions import Mention
from extractor.assembly.population_pool import Candidate
from extractor.lexicons.phrasebook import Phrasebook, phrasebook

#: How far before a figure the words stand that tie it to the one before, and how far behind it those of another group.
_LEAD, _TAIL = 60, 45


def again(
    figure: Span, mentions: Sequence[Mention], here: Sequence[tuple[Span, Candidate]], text: str
) -> Candidate | None:
    """Whom a figure is of that repeats the one before it in its sentence at another time.

    `here` are the figures before it in the sentence with what they were bound to.  A group behind the figure, or words
    for everyone, make it a figure of theirs ("62 percent, up from 50 percent of men").
    """
    if not here:
        return None
    before, bound = here[-1]
    start = max(before.end_char, figure.start_char - _LEAD)
    if not _words().pattern("again").search(text[start : figure.start_char]):
        return None
    if any(adjacent(figure, mention, text) for mention in mentions):
        return None
    return None if OVERALL.search(text[figure.end_char : figure.end_char + _TAIL]) else bound


@cache
def _words() -> Phrasebook:
    return phrasebook("en", "population_signs")
