"""Parties that are no group of those polled: the party in parliament, a side of a race, one of two to choose from.

"Democrats hold a lead", "voters trust Republicans more than Democrats", "Republicans in Congress": the party's name
stands where a group could, but the figures beside it are of everyone.
"""

from collections.abc import Callable
from functools import cache

from extractor.lexicons.phrasebook import phrasebook
from extractor.lexicons.screens import Screen
from extractor.models import Population


def is_side(population: Population, words: str, before: str, after: str) -> bool:
    """Whether a group of a party, named by `words` between `before` and `after`, is the party itself."""
    if population.facets.keys() != {"party"}:
        return False
    screen = _screens()
    if (
        screen("in_office").search(words)
        or screen("office_after").search(after)
        or screen("office_before").search(before)
    ):
        return True
    if "voter" in words.lower():
        return False
    if screen("ballot").search(before) or screen("bill_before").search(before):
        return True
    return bool(screen("leads_after").search(after) or screen("chosen_before").search(before))


@cache
def _screens() -> Callable[[str], Screen]:
    return phrasebook("en", "population_signs").screen
