"""Which figures answer the same question: each joins a question that was answered before, or opens a new one."""

import re
from collections import defaultdict
from collections.abc import Hashable, Sequence

from extractor.assembly.chooser import weights
from extractor.assembly.clues import Answered, read
from extractor.assembly.grouping import Grouping
from extractor.assembly.question_merges import Place, merged
from extractor.parsing.populations import ALL_RESPONDENTS

MODEL = "questions"
_WORD = re.compile(r"[a-z]{3,}")


def group(
    figures: Sequence[Answered],
    model: dict[str, float] | None = None,
    *,
    tied: Sequence[Hashable | None] = (),
) -> list[int]:
    """The number of the question that each figure answers, in order of appearance.

    Figures of different polls never share a question.  `tied` names the question of a table or list that a figure
    stands in: figures of one poll with the same name share it, and prose joins them only where it restates one.
    """
    if not figures:
        return []
    model = weights(MODEL) if model is None else model
    ties = tied or [None] * len(figures)
    loose = [i for i, name in enumerate(ties) if name is None]
    told = dict(zip(loose, read(figures[0].bound.span.doc, [figures[i] for i in loose]), strict=True))
    grouping = Grouping()
    places: list[Place] = []
    opened: dict[tuple[Hashable, int], Place] = {}
    by_value: dict[float, list[int]] = defaultdict(list)
    for i, figure in enumerate(figures):
        name = ties[i]
        same = by_value[figure.bound.span._.figure.value]
        restated = [j for j in same if (name is None) != (ties[j] is None) and restates(figures[j], figure)]
        same.append(i)
        if name is not None:
            place = places[restated[-1]] if restated else ("table", (name, figure.poll))
            places.append(opened.setdefault((name, figure.poll), place))
        elif restated:
            places.append(places[restated[-1]])
        else:
            places.append(("prose", grouping.choose(told[i], model).number))
    numbers: dict[Place, int] = {}
    return [numbers.setdefault(place, len(numbers)) for place in merged(figures, places)]


def restates(one: Answered, other: Answered) -> bool:
    """Whether two figures, one of prose and one of a table, tell the same result: number, answer and people."""
    values = one.bound.span._.figure, other.bound.span._.figure
    people = {one.population, other.population} - {ALL_RESPONDENTS}
    if one.poll != other.poll or values[0].value != values[1].value or values[0].kind != values[1].kind:
        return False
    return len(people) <= 1 and bool(_stems(one.label) & _stems(other.label))


def _stems(label: str) -> set[str]:
    return {word[:5] for word in _WORD.findall(label.lower())}
