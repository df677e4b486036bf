"""Within one question of one poll: which figures of several articles are of the same population and answer.

Labels that agree by words are one at once.  Labels that agree only in stance, or differ only in how the whole sample
is named, are one if their figures agree; a difference of values between such labels tells nothing, so it is never
reported as a conflict.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from extractor.matching.labels import same_answer, side_words
from extractor.matching.profiles import Item

_SIDES = ("favor", "oppose", "dont_know")
AnswerKey = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """A figure with the article that tells it."""

    article_id: str
    item: Item


@dataclass(frozen=True, slots=True)
class Cell:
    """Figures of one population, answer, kind and wave."""

    population: str
    answer: AnswerKey
    kind: str
    previous: bool
    entries: tuple[Entry, ...]


def align(entries: Iterable[Entry], question_words: frozenset[str]) -> list[Cell]:
    """The figures of one question in cells, in a fixed order."""
    entries = sorted(entries, key=lambda entry: (entry.article_id, entry.item.figure_id))
    countries = {entry.item.country for entry in entries if entry.item.country}
    several = len(countries) > 1
    table: dict[tuple[str, bool], dict[tuple[str, AnswerKey], list[Entry]]] = defaultdict(lambda: defaultdict(list))
    for entry in entries:
        item = entry.item
        place = f"{item.country}|{item.population}" if several else f"|{item.population}"
        table[item.kind, item.previous][place, answer_key(item, question_words)].append(entry)
    cells = []
    for (kind, previous), labelled in sorted(table.items()):
        grid = _join_everyone(_join_stances(_join_longer_labels(labelled)))
        cells += [Cell(place, answer, kind, previous, tuple(found)) for (place, answer), found in sorted(grid.items())]
    return cells


Grid = dict[tuple[str, AnswerKey], list[Entry]]


def answer_key(item: Item, question_words: frozenset[str]) -> AnswerKey:
    """What answer a figure is of: a side where the label says no more than the question, else the label's stems.

    "should be strengthened", "in favor" and "yes" to whether cooperation should be strengthened are all ``favor``;
    "should not be strengthened" is ``oppose``; "very anxious" keeps its degree.
    """
    answer = item.answer
    if item.stance == "dont_know":
        return ("dont_know",)
    says_more = answer.words - question_words - side_words()
    if item.stance in _SIDES and not says_more and not answer.degrees:
        return (item.stance,)
    marks = [f"-{degree}" for degree in sorted(answer.degrees)] + ["!"] * answer.negated
    return (*marks, *sorted(answer.words)) or (item.stance,)


def _join_longer_labels(grid: Grid) -> Grid:
    """ "Obama" and "Barack Obama" are one answer, unless the shorter label fits two that differ."""
    shown = {answer: found[0].item for (_, answer), found in sorted(grid.items(), reverse=True)}
    told_by: dict[AnswerKey, set[str]] = defaultdict(set)
    for (_, answer), found in grid.items():
        told_by[answer].update(entry.article_id for entry in found)
    renamed: dict[AnswerKey, AnswerKey] = {}
    for answer in sorted(shown, key=lambda key: (len(key), key)):
        if answer[0] in _SIDES:
            continue
        fits = [
            other
            for other in shown
            if len(other) > len(answer)
            and other[0] not in _SIDES
            and same_answer(shown[answer].answer, shown[other].answer)
            and told_by[answer].isdisjoint(told_by[other])
        ]
        longest = max(fits, key=lambda key: (len(key), key), default=None)
        if longest and all(same_answer(shown[longest].answer, shown[other].answer) for other in fits):
            renamed[answer] = longest
    return _renamed(grid, lambda place, answer: (place, _last(renamed, answer)))


def _join_stances(grid: Grid) -> Grid:
    """Labels of one stance are one answer where an article tells it in other words and the values agree."""
    renamed: dict[tuple[str, AnswerKey], tuple[str, AnswerKey]] = {}
    by_place: dict[str, list[AnswerKey]] = defaultdict(list)
    for place, answer in sorted(grid):
        by_place[place].append(answer)
    for place, answers in by_place.items():
        for answer in answers:
            stance = grid[place, answer][0].item.stance
            target = (stance,)
            if (
                stance in ("favor", "oppose")
                and answer != target
                and target in answers
                and not grid[place, answer][0].item.answer.degrees
                and _tell_the_same(grid[place, answer], grid[place, target])
            ):
                renamed[place, answer] = (place, target)
    return _renamed(grid, lambda place, answer: renamed.get((place, answer), (place, answer)))


def _join_everyone(grid: Grid) -> Grid:
    """The whole sample under another name ("all respondents", "registered voters", "Japanese"), if the values agree."""
    places = sorted({place for place, _ in grid})
    target = next((place for place in places if _is_everyone(place)), None)
    if target is None:
        return grid
    renamed: dict[str, str] = {}
    for place in places:
        if place == target or not _is_universe(place):
            continue
        answers = [answer for p, answer in grid if p == place and (target, answer) in grid]
        if answers and all(_tell_the_same(grid[place, answer], grid[target, answer]) for answer in answers):
            renamed[place] = target
    return _renamed(grid, lambda place, answer: (renamed.get(place, place), answer))


def _is_everyone(place: str) -> bool:
    return place == "|"


def _is_universe(place: str) -> bool:
    country, population = place.split("|", 1)
    return bool(country or population) and (
        not population or (population.startswith("voters=") and ";" not in population)
    )


def _tell_the_same(first: list[Entry], second: list[Entry]) -> bool:
    """Whether no article tells both, and every value of one agrees with every value of the other."""
    if not {entry.article_id for entry in first}.isdisjoint(entry.article_id for entry in second):
        return False
    return all(a.item.reading.agrees(b.item.reading) for a in first for b in second)


def _last(renamed: dict[AnswerKey, AnswerKey], answer: AnswerKey) -> AnswerKey:
    while answer in renamed:
        answer = renamed[answer]
    return answer


def _renamed(grid: Grid, name: Callable[[str, AnswerKey], tuple[str, AnswerKey]]) -> Grid:
    result: Grid = defaultdict(list)
    for place, answer in sorted(grid):
        result[name(place, answer)] += grid[place, answer]
    return result
