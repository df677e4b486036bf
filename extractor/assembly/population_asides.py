"""Groups that a sentence tells only in passing: "69 percent agree, including 80 percent of nurses"."""

from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from extractor.assembly.population_state import Bound
from extractor.lexicons.phrasebook import Phrasebook, phrasebook


def goes_on(bound: Sequence[Bound], text: str) -> Bound | None:
    """The last figure of a sentence whose group the next one can go on with, None where all stand aside.

    The groups that a figure includes, and those in its brackets, are parts of whom it is of, of which nothing more is
    told.
    """
    if not bound:
        return None
    main, passing = bound[0], False
    for last, one in pairwise(bound):
        gap = text[last.figure.end_char : one.figure.start_char]
        if _words().pattern("resumed").search(gap):
            passing = False
        passing = passing or _words().pattern("including").search(gap) is not None
        if not passing and not _in_bracket(main, one, text):
            main = one
    return main


def _in_bracket(main: Bound, one: Bound, text: str) -> bool:
    """Whether a figure stands with its group in a bracket that opens behind the main figure: "60% (men: 70%)"."""
    cue, start = one.candidate.cue, one.figure.start_char
    opened = text.rfind("(", main.figure.end_char, start)
    if cue is None or opened < 0 or ")" in text[opened:start]:
        return False
    return opened < cue.start_char


@cache
def _words() -> Phrasebook:
    return phrasebook("en", "population_signs")
