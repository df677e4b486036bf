"""Within one question of one poll: which figures of several articles are of the same population and answer.

Labels that agree by words are one at once.  Labels that agree only in stance, or differ only in how the whole sample
is named, are one if their figures agree; a difference of values between such labels tells nothing, so it is never
reported as a conflict.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from extractor.matching.answers import AnswerKey, Told, join_wordings
from extractor.matching.labels import Wording, dice, is_bare, opposed, same_answer, side_words
from extractor.matching.profiles import Item

_SIDES = ("favor", "oppose", "dont_know")
_OPINIONS = ("favor", "oppose")
_FULL_MATCH = 0.6
#: Words for a side that add nothing to whom or what one is for.
_FOR = frozenset(("favor", "approve"))


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
    wave: str
    """Of an earlier wave: its month, or its value where no month is given."""
    entries: tuple[Entry, ...]


def align(entries: Iterable[Entry], question_words: frozenset[str]) -> list[Cell]:
    """The figures of one question in cells, in a fixed order.

    Values of an earlier wave are only held against each other if both are given one date; else each value is a cell.
    """
    entries = sorted(entries, key=lambda entry: (entry.article_id, entry.item.figure_id))
    several = len({entry.item.country for entry in entries if entry.item.country}) > 1
    table: dict[Time, Grid] = defaultdict(lambda: defaultdict(list))
    for entry in entries:
        item = entry.item
        place = f"{item.country}|{item.population}" if several else f"|{item.population}"
        table[_time(item)][place, answer_key(item, question_words)].append(entry)
    cells = []
    for time, labelled in sorted(table.items()):
        grid = _join_everyone(_join_stances(_join_labels(labelled, question_words)))
        cells += [
            Cell(place, answer, time[0], time[1], time[2], tuple(found))
            for (place, answer), found in sorted(grid.items())
        ]
    return cells


Grid = dict[tuple[str, AnswerKey], list[Entry]]
Time = tuple[str, bool, str]


def _time(item: Item) -> Time:
    """Kind, whether the value is of an earlier wave, and of which one."""
    if not item.previous:
        return item.kind, False, ""
    return item.kind, True, item.wave_date[:7] if len(item.wave_date) >= 7 else f"{item.reading.value:g}"


def answer_key(item: Item, question_words: frozenset[str]) -> AnswerKey:
    """What answer a figure is of: a side where the label says no more than the question, else the label's stems.

    "should be strengthened", "in favor" and "yes" to whether cooperation should be strengthened are all ``favor``;
    "should not be strengthened" is ``oppose``; "very anxious" keeps its degree; "support Alder" is ``alder``.
    """
    answer = item.answer
    if item.stance == "dont_know":
        return ("dont_know",)
    says_more = answer.words - question_words - side_words()
    if item.stance in _SIDES and not says_more and not answer.degrees:
        return (item.stance,)
    words = answer.words - _FOR if answer.words - side_words() else answer.words
    marks = [f"-{degree}" for degree in sorted(answer.degrees)] + ["!"] * answer.negated
    return (*marks, *sorted(words)) or (item.stance,)


def _join_labels(grid: Grid, question_words: frozenset[str]) -> Grid:
    """Labels that are one answer in other words become one."""
    told: dict[AnswerKey, list[Told]] = defaultdict(list)
    for (place, answer), found in sorted(grid.items()):
        if answer[0] not in _SIDES:
            told[answer] += [Told(e.article_id, place, e.item.answer, e.item.reading) for e in found]
    renamed = join_wordings(told, question_words)
    return _renamed(grid, lambda place, answer: (place, renamed.get(answer, answer)))


def _join_stances(grid: Grid) -> Grid:
    """Labels of one stance are one answer where an article tells it in other words and the values agree.

    A label without a side joins the side that another article tells in its words: "trust her" beside "do not trust
    her" is for, alone it is neither.
    """
    renamed: dict[tuple[str, AnswerKey], tuple[str, AnswerKey]] = {}
    by_place: dict[str, list[AnswerKey]] = defaultdict(list)
    for place, answer in sorted(grid):
        by_place[place].append(answer)
    for place, answers in by_place.items():
        sides = {side: grid[place, (side,)] for side in _OPINIONS if (side,) in answers}
        for answer in answers:
            mine = grid[place, answer]
            if answer[0] in _SIDES or mine[0].item.answer.degrees:
                continue
            side = mine[0].item.stance
            if side == "other":
                worded = [name for name, theirs in sides.items() if _share_words(mine, theirs)]
                side = worded[0] if len(worded) == 1 else ""
            elif side in sides and not (_tell_the_same(mine, sides[side]) or _word_the_same(mine, sides[side])):
                continue
            if side in sides:
                renamed[place, answer] = (place, (side,))
    return _renamed(grid, lambda place, answer: renamed.get((place, answer), (place, answer)))


def _join_everyone(grid: Grid) -> Grid:
    """The whole sample under several names ("all respondents", "Ohio voters", "registered voters") is one population.

    Names that one article tells side by side are two.  A region joins what names none: a poll of one state is mostly
    told without it.  Registered or likely voters may be a part of the sample, so there the values must agree.
    """
    places = sorted({place for place, _ in grid})
    universes = [place for place in places if _is_universe(place)]
    renamed: dict[str, str] = {}
    for place in sorted(universes, key=lambda place: (-len(place), place)):
        shorter = [other for other in universes if _is_wider(other, place)]
        for other in sorted(shorter, key=lambda other: (-len(other), other)):
            if _is_one_population(grid, place, other):
                renamed[place] = other
                break
    # A name that two larger ones would join (two states) joins neither.
    targets = Counter(renamed.values())
    renamed = {place: other for place, other in renamed.items() if targets[other] == 1}
    while any(other in renamed for other in renamed.values()):
        renamed = {place: renamed.get(other, other) for place, other in renamed.items()}
    return _renamed(grid, lambda place, answer: (renamed.get(place, place), answer))


def _is_wider(other: str, place: str) -> bool:
    return other.split("|", maxsplit=1)[0] == place.split("|", maxsplit=1)[0] and _facets(other) < _facets(place)


def _is_one_population(grid: Grid, place: str, other: str) -> bool:
    ours = {entry.article_id for (p, _), found in grid.items() if p == place for entry in found}
    theirs = {entry.article_id for (p, _), found in grid.items() if p == other for entry in found}
    if not ours.isdisjoint(theirs):
        return False
    if not any(facet.startswith("voters=") for facet in _facets(place) - _facets(other)):
        return True
    answers = [answer for p, answer in grid if p == place and (other, answer) in grid]
    same = sum(_tell_the_same(grid[place, answer], grid[other, answer]) for answer in answers)
    return same > 0 and (same == len(answers) or (same > 1 and same >= 2 * (len(answers) - same)))


def _is_universe(place: str) -> bool:
    return all(facet.startswith(("voters=", "region=")) for facet in _facets(place))


def _facets(place: str) -> frozenset[str]:
    return frozenset(facet for facet in place.split("|", 1)[1].split(";") if facet)


def _tell_the_same(first: list[Entry], second: list[Entry]) -> bool:
    """Whether every value of one agrees with every value of the other."""
    return all(a.item.reading.agrees(b.item.reading) for a in _distinct(first) for b in _distinct(second))


def _word_the_same(first: list[Entry], second: list[Entry]) -> bool:
    """Whether a full wording of one ("support a complete ban on phones") is that of the other, in other articles."""
    if not {entry.article_id for entry in first}.isdisjoint(entry.article_id for entry in second):
        return False
    others = {entry.item.answer for entry in second}
    return any(_is_full_match(a, b) for a in {entry.item.answer for entry in first} for b in others)


def _share_words(first: list[Entry], second: list[Entry]) -> bool:
    """Whether an answer of one is in words that of the other, in other articles, of which one may say a little more."""
    if not {entry.article_id for entry in first}.isdisjoint(entry.article_id for entry in second):
        return False
    others = {entry.item.answer for entry in second if not is_bare(entry.item.answer)}
    return any(same_answer(a, b) for a in {entry.item.answer for entry in first} for b in others)


def _is_full_match(a: Wording, b: Wording) -> bool:
    one, other = a.words - side_words(), b.words - side_words()
    return len(one & other) > 1 and dice(one, other) >= _FULL_MATCH and not opposed(a, b)


def _distinct(entries: list[Entry]) -> list[Entry]:
    """One entry for each printed value."""
    return list({(entry.item.reading.value, entry.item.reading.decimals): entry for entry in entries}.values())


def _renamed(grid: Grid, name: Callable[[str, AnswerKey], tuple[str, AnswerKey]]) -> Grid:
    result: Grid = defaultdict(list)
    for place, answer in sorted(grid):
        result[name(place, answer)] += grid[place, answer]
    return result
