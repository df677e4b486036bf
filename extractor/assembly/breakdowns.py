"""Figures that tell nothing but the share of a group, or of those without an answer: the last question is theirs.

"Fifty-two percent favor a tram, 38 percent oppose it.  Of commuters, 61 percent were in favor."
"""

from collections.abc import Sequence

from extractor.assembly.clues import Clues
from extractor.assembly.topic_words import side_stems, stem
from extractor.assembly.topics import CLOSE, EVERYBODY, Topic, whom

#: So many paragraphs behind the last figure at most; a remark on a group stands closer.
_REACH, _REMARK_REACH = 3, 1
#: Sorts of questions that a race may be told with; names that two tellings of one race share.
_RACED, _RIVALS = frozenset(("", "vote")), 2
#: So many paragraphs behind its last figure at most a race is broken down.
_AWAY = 5
#: Words of its own that an answer like "still undecided" may have, and a remark like "the most eager were men, at …".
_DEGREE, _REMARK = 1, 2


def broken_down(last: Topic, clues: Clues, before: Clues) -> bool:
    """Whether the figure of `clues` breaks down the question `last` by group; `before` is the figure before it."""
    apart, rated = clues.paragraph - before.paragraph, whom(clues)
    other_object = bool(rated and last.objects) and rated not in last.objects
    if not clues.facets or clues.opens == "asked" or apart > _REACH or other_object or _is_told_otherwise(last, clues):
        return False
    fresh = clues.clause - last.words - side_stems()
    remark = not clues.opens and apart <= _REMARK_REACH and len(fresh) <= _REMARK and bool(clues.facets - EVERYBODY)
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


def race_by_group(topics: Sequence[Topic], clues: Clues) -> Topic | None:
    """The one race among `topics` that the figure of `clues` breaks down: "Among women, Smith leads 53 to 40"."""
    if (
        not clues.choice
        or clues.opens == "asked"
        or clues.supposed
        or clues.heading
        or clues.matter.measure not in _RACED
    ):
        return None
    if not clues.facets - EVERYBODY or "region" in clues.facets or clues.kind != "share":
        return None
    told_of = [topic for topic in topics if clues.choice in topic.chosen and not topic.headings]
    if len(told_of) != 1 or len(told_of[0].race & clues.race) < _RIVALS or not told_of[0].measures <= _RACED:
        return None
    race = told_of[0]
    near = race.last is not None and clues.paragraph - race.last.paragraph <= _AWAY
    before = race.cells.get((clues.population, clues.wave), {}).get(clues.label, clues.value)
    return race if near and abs(before - clues.value) <= CLOSE else None


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
