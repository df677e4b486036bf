"""Questions that are surely one: a race told twice or by group, a question whose quoted wording two figures answer.

So are what comes first and what "is second, at 18 percent".
"""

import re
from collections import defaultdict
from collections.abc import Hashable, Iterator, Sequence, Set
from functools import cache
from itertools import pairwise

from extractor.assembly.clues import Answered
from extractor.assembly.memory import is_name, key
from extractor.assembly.question_texts import quoted_question
from extractor.components.doc_text import text_of
from extractor.lexicons.loader import load
from extractor.lexicons.schemas.answers import Answers

#: Where a figure is put: a question of prose, or the poll's question of a table.
Place = tuple[str, Hashable]
#: Shares of a race by name, people and wave.
_Shares = dict[tuple[str, str, str], float]
#: Names that two reports of one race have in common at least.
_CROWD = 3
#: A part of the names of so many tells the race where its figures are of groups.
_FIELD = 4
#: Facets of those whom a poll is of, in one place or another; any other facet tells a group of them.
_PLACES, _PLACED = frozenset(("country", "region")), frozenset(("country", "region", "voters"))
#: In so many characters before a figure its rank is told, and so many lie between it and the one ranked before.
_RANK_REACH, _NEXT = 40, 160


def merged(figures: Sequence[Answered], places: Sequence[Place]) -> list[Place]:
    """`places`, where those of one question are the first of them."""
    first: dict[Place, Place] = {}
    for pair in (*_races(figures, places), *_quoted(figures, places), *_ranked(figures, places)):
        earlier, later = (_first(first, place) for place in pair)
        if earlier != later:
            first[later] = earlier
    return [_first(first, place) for place in places]


def _first(first: dict[Place, Place], place: Place) -> Place:
    while place in first:
        place = first[place]
    return place


def _races(figures: Sequence[Answered], places: Sequence[Place]) -> Iterator[tuple[Place, Place]]:
    """Pairs that choose among the same names, where no name has two shares of the same people.

    They have three names and most of all names in common, or one breaks the field of the other down by group.
    """
    shares: dict[Place, _Shares] = defaultdict(dict)
    polls: dict[Place, int] = {}
    for figure, place in zip(figures, places, strict=True):
        value = figure.bound.span._.figure
        if value.kind == "share" and is_name(figure.label):
            shares[place].setdefault((key(figure.label), figure.population, figure.wave), value.value)
            polls[place] = figure.poll
    groups = {figure.population for figure in figures if figure.facets - _PLACED}
    elsewhere = {figure.population for figure in figures if figure.facets & _PLACES or figure.country} - groups
    several = [place for place, told in shares.items() if len(_names(told)) > 1]
    for i, later in enumerate(several):
        for earlier in several[:i]:
            if polls[earlier] == polls[later] and _is_one_race(shares[earlier], shares[later], (groups, elsewhere)):
                yield earlier, later
                break


def _is_one_race(one: _Shares, other: _Shares, people: tuple[Set[str], Set[str]]) -> bool:
    if any(one.get(cell, share) != share for cell, share in other.items()):
        return False
    names = _names(one), _names(other)
    common = len(names[0] & names[1])
    if common >= _CROWD and 2 * common > len(names[0] | names[1]):
        return True
    few, many = (one, other) if len(names[0]) < len(names[1]) else (other, one)
    field = _names(many)
    told_of = {whom for _, whom, _ in few}
    by_group = bool(told_of & people[0]) and not told_of & people[1]
    return by_group and _names(few) <= field and len(field) >= _FIELD


def _names(told: _Shares) -> set[str]:
    return {name for name, *_ in told}


def _quoted(figures: Sequence[Answered], places: Sequence[Place]) -> Iterator[tuple[Place, Place]]:
    """Pairs whose figures follow one question that the report quotes."""
    text = text_of(figures[0].bound.span.doc)
    if "?" not in text:
        return
    asked: dict[tuple[int, tuple[int, int]], Place] = {}
    for figure, place in zip(figures, places, strict=True):
        words = quoted_question(text, figure.bound.span.start_char)
        if words is not None and text[words[1] - 1] == "?":
            earlier = asked.setdefault((figure.poll, words), place)
            if earlier != place:
                yield earlier, place


def _ranked(figures: Sequence[Answered], places: Sequence[Place]) -> Iterator[tuple[Place, Place]]:
    """Pairs of which the later is ranked below the one before it: "… for 32 percent. Crime is second at 18 percent"."""
    text = text_of(figures[0].bound.span.doc)
    for (one, place), (other, later) in pairwise(zip(figures, places, strict=True)):
        start = other.bound.span.start_char
        between = text[one.bound.span.end_char : start]
        if place == later or one.poll != other.poll or one.wave != other.wave or len(between) > _NEXT:
            continue
        told = _below().search(between[-_RANK_REACH:])
        values = [figure.bound.span._.figure for figure in (one, other)]
        falls = values[0].kind == values[1].kind == "share" and values[0].value >= values[1].value
        if told and falls and "?" not in between:
            yield place, later


@cache
def _below(language: str = "en") -> re.Pattern[str]:
    """A rank below the first, close before its share."""
    lexicon = load(Answers, language, "answers")
    ranks = "|".join(rank for rank in lexicon.ranks if rank != "first")
    return re.compile(rf"(?i)\b(?:{'|'.join(lexicon.ranking)}) (?:{ranks})\b.{{0,12}}$")
