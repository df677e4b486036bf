"""Which figures answer the same question: each joins the question it is linked to best, or opens a new one."""

import re
from collections import defaultdict
from collections.abc import Hashable, Sequence

from extractor.assembly.chooser import score, weights
from extractor.assembly.links import Answered, link_features
from extractor.parsing.populations import ALL_RESPONDENTS

MODEL = "questions"
#: How many figures back a question may have been answered last and still be joined.
_REACH = 40
BIAS = "bias"
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
    model = weights(MODEL) if model is None else model
    bias = model.get(BIAS, 0.0)
    numbers: list[int] = []
    ties = tied or [None] * len(figures)
    opened: dict[tuple[Hashable, int], int] = {}
    by_value: dict[float, list[int]] = defaultdict(list)
    for i, figure in enumerate(figures):
        name = ties[i]
        same = by_value[figure.bound.span._.figure.value]
        restated = [j for j in same if (name is None) != (ties[j] is None) and restates(figures[j], figure)]
        same.append(i)
        if name is not None or restated:
            number = numbers[restated[-1]] if restated else max(numbers, default=-1) + 1
            numbers.append(number if name is None else opened.setdefault((name, figure.poll), number))
            continue
        links: dict[int, list[float]] = defaultdict(list)
        for j in range(max(0, i - _REACH), i):
            if figures[j].poll == figure.poll and ties[j] is None:
                links[numbers[j]].append(bias + score(model, link_features(figures[j], figure, i - j)))
        # A question is joined for its closest figure, but all of its figures have a say.
        fits = {number: (max(values) + sum(values) / len(values)) / 2 for number, values in links.items()}
        best = max(fits, key=lambda number: fits[number], default=-1)
        numbers.append(best if best >= 0 and fits[best] > 0 else max(numbers, default=-1) + 1)
    return numbers


def restates(one: Answered, other: Answered) -> bool:
    """Whether two figures, one of prose and one of a table, tell the same result: number, answer and people."""
    values = one.bound.span._.figure, other.bound.span._.figure
    people = {one.population, other.population} - {ALL_RESPONDENTS}
    if one.poll != other.poll or values[0].value != values[1].value or values[0].kind != values[1].kind:
        return False
    return len(people) <= 1 and bool(_stems(one.label) & _stems(other.label))


def _stems(label: str) -> set[str]:
    return {word[:5] for word in _WORD.findall(label.lower())}
