"""What each level of heads of a table holds: the answers, the populations, the waves, the questions or the polls."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

from extractor.assembly.tables.heads import Head, Role, head
from extractor.assembly.tables.layout import Entry, Part, columns, rows, text_of
from extractor.models import Article
from extractor.reading.tables import Cell

#: A level of heads: a row of heads above the values, or a column of heads beside them, by its number.
Level = tuple[Literal["above", "beside"], int]
Axis = Literal["response", "population", "wave", "question", "poll", "none", "other"]

#: Exclusive answers add up to about 100, or less where some are left out.
_SUM = (75.0, 102.5)
_TELLING: frozenset[Role] = frozenset(("response", "population", "place", "wave", "other"))


@dataclass(slots=True)
class Roles:
    """The axis of each level of a part, and the head of each of its cells."""

    axes: dict[Level, Axis] = field(default_factory=dict)
    heads: dict[tuple[int, int], Head] = field(default_factory=dict)
    cells: dict[Level, dict[tuple[int, int], Cell]] = field(default_factory=dict)

    def has(self, axis: Axis) -> bool:
        """Whether a level holds `axis`."""
        return axis in self.axes.values()


def levels_of(entry: Entry) -> list[tuple[Level, Cell]]:
    """The heads of an entry with their levels, those above first."""
    found: list[tuple[Level, Cell]] = [(("above", cell.row), cell) for cell in entry.above]
    return found + [(("beside", cell.column), cell) for cell in entry.beside]


def read_roles(part: Part, article: Article) -> Roles:
    """The axes of `part`: each level's by its own heads first, the others by what is left and what adds up."""
    roles = Roles()
    cells = roles.cells
    for entry in part.entries:
        for level, cell in levels_of(entry):
            cells.setdefault(level, {})[cell.row, cell.column] = cell
    for level, members in cells.items():
        heads = []
        for place, cell in members.items():
            roles.heads[place] = head(text_of(cell, article))
            heads.append(roles.heads[place])
        roles.axes[level] = _vote(heads)
    _corners(part, article, roles)
    if _polls(part, article, roles):
        return roles
    _settle(part, roles, cells)
    return roles


def _vote(heads: Sequence[Head]) -> Axis:
    telling = [one for one in heads if one.role in _TELLING]
    if any(one.role == "question" for one in heads):
        return "question"
    if not telling:
        return "none"
    count = {role: sum(1 for one in telling if one.role == role) for role in ("response", "population", "wave")}
    places = sum(1 for one in telling if one.role == "place")
    if 2 * count["wave"] > len(telling):
        return "wave"
    if count["response"] and count["response"] >= count["population"] + places:
        return "response"
    if 2 * (count["population"] + places) >= len(telling) and not count["response"]:
        return "population"
    return "response" if count["response"] else "other"


def _corners(part: Part, article: Article, roles: Roles) -> None:
    """A head over the heads of rows says what they are: "Answer", "Issue", "Age group"."""
    for cell in part.corners:
        level: Level = ("beside", cell.column)
        role = head(text_of(cell, article)).role
        if level in roles.axes and roles.axes[level] in ("other", "none", "population"):
            if role == "axis_answer":
                _answers_beside(level, roles)
            elif role == "axis_question" and roles.axes[level] == "other":
                roles.axes[level] = "question"
            elif role == "axis_population":
                roles.axes[level] = "population"
            elif role == "date":
                roles.axes[level] = "wave"


def _answers_beside(level: Level, roles: Roles) -> None:
    """ "Candidate | Support": the rows are answers; "Candidate | Favorable | Unfavorable": they are asked about."""
    above = [other for other, axis in roles.axes.items() if other[0] == "above" and axis == "response"]
    if sum(1 for one in roles.heads.values() if one.role == "response") > 1 and above and roles.axes[level] == "other":
        several = [other for other in above if len(roles.cells[other]) > 1]
        if several:
            return
    for other in above:
        roles.axes[other] = "none"
    roles.axes[level] = "response"


def _polls(part: Part, article: Article, roles: Roles) -> bool:
    """Whether each row is a poll: a column names who polled, or tells size and dates; then the columns are answers."""
    told = {head(text_of(cell, article)).role for level in part.heads for cell in level}
    if not ("poll" in told or {"size", "date"} <= told or {"margin", "date"} <= told):
        return False
    for level in roles.axes:
        roles.axes[level] = "poll" if level[0] == "beside" else "response"
    return True


def _settle(part: Part, roles: Roles, cells: dict[Level, dict[tuple[int, int], Cell]]) -> None:
    axes = roles.axes
    adds = {"above": _adds_up(rows(part.entries)), "beside": _adds_up(columns(part.entries))}
    open_levels = [level for level, axis in axes.items() if axis == "other"]
    answers = [level for level, axis in axes.items() if axis == "response"]
    if answers and open_levels:
        _one_answer(answers, open_levels, cells, adds, axes)
    open_levels = [level for level, axis in axes.items() if axis == "other"]
    if not roles.has("response") and open_levels:
        best = max(open_levels, key=lambda level: (adds[level[0]], level[0] == "beside", level[1]))
        axes[best] = "response"
        open_levels.remove(best)
    if not roles.has("response"):
        _crossed_groups(roles, cells, adds)
    elif len({level[0] for level in axes if axes[level] == "response"}) == 2:
        _crossed_answers(roles, adds)
    for level in open_levels:
        axes[level] = "question" if roles.has("response") else "population"


def _one_answer(
    answers: list[Level],
    open_levels: list[Level],
    cells: dict[Level, dict[tuple[int, int], Cell]],
    adds: dict[str, bool],
    axes: dict[Level, Axis],
) -> None:
    """ "Candidate | Support": one column of values headed by a word of answering, its rows are the answers."""
    for level in answers:
        for other in open_levels:
            if len(cells[level]) == 1 and level[0] != other[0] and adds[other[0]] and axes[other] == "other":
                axes[level], axes[other] = "none", "response"


def _crossed_groups(roles: Roles, cells: dict[Level, dict[tuple[int, int], Cell]], adds: dict[str, bool]) -> None:
    """Heads on both sides name people or places: what adds up, or the side of places alone, holds the answers."""
    groups = [level for level, axis in roles.axes.items() if axis == "population"]

    def places_only(level: Level) -> bool:
        return all(roles.heads[place].role == "place" for place in cells[level])

    def of_everyone(level: Level) -> bool:
        return len(cells[level]) == 1

    if len({level[0] for level in groups}) == 2:
        candidates = [level for level in groups if not of_everyone(level)]
        summing = [level for level in candidates if adds[level[0]]]
        places = [level for level in candidates if places_only(level)]
        mixed = [level for level in summing if level in places] or summing or (places if len(places) == 1 else [])
        if mixed:
            roles.axes[max(mixed)] = "response"


def _crossed_answers(roles: Roles, adds: dict[str, bool]) -> None:
    """Answers on both sides: those that add up are answers, the others tell who gave another answer."""
    axes = roles.axes
    lone = [level for level, axis in axes.items() if axis == "response" and len(roles.cells[level]) == 1]
    if lone:
        axes[lone[0]] = "none"  # "Candidate | Support"
        return
    lesser = "above" if adds["beside"] and not adds["above"] else "beside"
    if adds["beside"] == adds["above"]:
        lesser = "above" if not adds["above"] else "beside"
    for level, axis in axes.items():
        if axis == "response" and level[0] == lesser:
            axes[level] = "population"


def _adds_up(lines: Sequence[Sequence[Entry]]) -> bool:
    """Whether the shares of each line could be all answers to one question."""
    sums = [sum(abs(entry.values[0].figure.value) for entry in line) for line in lines if len(line) > 1]
    return bool(sums) and all(total <= _SUM[1] for total in sums) and sorted(sums)[len(sums) // 2] >= _SUM[0]
