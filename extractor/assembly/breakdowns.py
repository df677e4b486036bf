"""Figures that tell nothing but the share of a group, or of those without an answer: the last question is theirs.

"Fifty-two percent favor a tram, 38 percent oppose it.  Of commuters, 61 percent were in favor."
"""

from extractor.assembly.clues import Clues
from extractor.assembly.links import CLOSE, Topic, whom
from extractor.assembly.topic_words import side_stems, stem

#: So many paragraphs behind the last figure at most; a remark on a group stands closer.
_REACH, _REMARK_REACH = 3, 1
#: Words of its own that an answer like "still undecided" may have, and a remark like "the most eager were men, at …".
_DEGREE, _REMARK = 1, 2
#: Facets that the people of a whole poll may have; any other one tells a group of them.
_EVERYBODY = frozenset(("country", "region", "voters"))


def broken_down(last: Topic, clues: Clues, before: Clues) -> bool:
    """Whether the figure of `clues` breaks down the question `last` by group; `before` is the figure before it."""
    apart, rated = clues.paragraph - before.paragraph, whom(clues)
    other_object = bool(rated and last.objects) and rated not in last.objects
    if not clues.facets or clues.opens == "asked" or apart > _REACH or other_object or _is_told_otherwise(last, clues):
        return False
    fresh = clues.clause - last.words - side_stems()
    remark = not clues.opens and apart <= _REMARK_REACH and len(fresh) <= _REMARK and bool(clues.facets - _EVERYBODY)
    if remark and _takes_known_side(last, clues):
        return True
    other_sort = clues.matter.near and bool(last.measures) and clues.matter.measure not in last.measures
    return not fresh and not other_sort and _knows_answer(last, clues)


def of_every_group(last: Topic, clues: Clues, before: Clues) -> bool:
    """Whether the figure of `clues` is the share "across all age groups" that took a side on the question `last`."""
    near = clues.paragraph - before.paragraph <= _REMARK_REACH and clues.opens != "asked"
    sided = not side_stems().isdisjoint(stem(word) for word in clues.label.split())
    return near and clues.every_group and sided and not clues.choice and bool(last.sides)


def without_opinion(last: Topic, clues: Clues, before: Clues) -> bool:
    """Whether the figure of `clues` tells who had no answer to the question `last`; `before` is the figure before."""
    near = clues.paragraph - before.paragraph < _REACH and clues.opens != "asked"
    return near and clues.side == "dont_know" and len(clues.answer - last.words) <= _DEGREE


def _knows_answer(last: Topic, clues: Clues) -> bool:
    if clues.choice:
        return clues.choice in last.chosen and clues.race <= last.race
    return clues.label in last.labels or _takes_known_side(last, clues)


def _takes_known_side(last: Topic, clues: Clues) -> bool:
    """Whether the answer is a side alone, and one that the question has."""
    return bool(clues.side) and clues.side in last.sides and not clues.answer - side_stems()


def _is_told_otherwise(last: Topic, clues: Clues) -> bool:
    """Whether the same people gave the same answer at another share: that was to another question."""
    told = last.cells.get((clues.population, clues.wave), {}).get(clues.label)
    return clues.kind == "share" and told is not None and abs(told - clues.value) > CLOSE
