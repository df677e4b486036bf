"""Figures of how people voted in an election of an earlier year: "In 2016, women favored Clinton by 12 points".

They are of that election's own survey, told or not, and no older wave of the poll at hand.
"""

from collections.abc import Sequence
from itertools import groupby

from spacy.tokens import Span

from extractor.assembly.poll_scopes import ScopeReader
from extractor.assembly.poll_state import BoundMention
from extractor.assembly.wave_cues import WaveReading
from extractor.lexicons.phrasebook import phrasebook

#: The length of a year as a wave's date.
YEAR = 4


def past_votes(
    scopes: ScopeReader,
    figures: Sequence[Span],
    mentions: Sequence[BoundMention | None],
    waves: Sequence[WaveReading],
    language: str,
) -> dict[int, str]:
    """The numbers of such figures and the year of each: all those of a sentence that tells that year's votes alone."""
    words = phrasebook(language, "waves").pattern
    found: dict[int, str] = {}
    starts = [sentence.start if (sentence := scopes.sentence_of(one.start_char)) else -1 for one in figures]
    for start, group in groupby(range(len(figures)), key=starts.__getitem__):
        inside = list(group)
        years = {waves[at].when if waves[at].wave == "previous" else None for at in inside}
        year = years.pop()
        scope = scopes.sentence_of(figures[inside[0]].start_char)
        if years or year is None or len(year) != YEAR or scope is None:
            continue
        text = scopes.text[start : scope.end]
        own = all(mentions[at] is None for at in inside) or words("exit_poll").search(text)
        if own and words("past_vote").search(text) and not words("weighed_against").search(text):
            found |= dict.fromkeys(inside, year)
    return found
