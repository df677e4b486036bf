"""Figures that tell nothing but the share of a group, or of those without an answer: the last question is theirs.

"Fifty-two percent favor a tram, 38 percent oppose it.  Of commuters, 61 percent were in favor."
"""

from extractor.assembly.clues import Clues
from extractor.assembly.links import CLOSE, Topic, whom
from extractor.assembly.topic_words import side_stems

#: So many paragraphs behind the last figure at most.
_REACH = 3
#: Words of its own that an answer like "still undecided" may have.
_DEGREE = 1


def broken_down(last: Topic, clues: Clues, before: Clues) -> bool:
    """Whether the figure of `clues` breaks down the question `last` by group; `before` is the figure before it."""
    if not clues.facets or clues.opens == "asked" or clues.paragraph - before.paragraph > _REACH:
        return False
    return _same_matter(last, clues) and _knows_answer(last, clues) and not _is_told_otherwise(last, clues)


def without_opinion(last: Topic, clues: Clues, before: Clues) -> bool:
    """Whether the figure of `clues` tells who had no answer to the question `last`; `before` is the figure before."""
    near = clues.paragraph - before.paragraph < _REACH and clues.opens != "asked"
    return near and clues.side == "dont_know" and len(clues.answer - last.words) <= _DEGREE


def _same_matter(last: Topic, clues: Clues) -> bool:
    """Whether the figure brings no word, no sort of question and nobody rated that the question does not know."""
    matter, rated = clues.matter, whom(clues)
    other_sort = matter.near and bool(last.measures) and matter.measure not in last.measures
    other_object = bool(rated and last.objects) and rated not in last.objects
    return not other_sort and not other_object and clues.clause <= last.words | side_stems()


def _knows_answer(last: Topic, clues: Clues) -> bool:
    if clues.choice:
        return clues.choice in last.chosen and clues.race <= last.race
    if clues.answer - side_stems():
        return clues.label in last.labels
    return bool(clues.side) and clues.side in last.sides


def _is_told_otherwise(last: Topic, clues: Clues) -> bool:
    """Whether the same people gave the same answer at another share: that was to another question."""
    told = last.cells.get((clues.population, clues.wave), {}).get(clues.label)
    return clues.kind == "share" and told is not None and abs(told - clues.value) > CLOSE
