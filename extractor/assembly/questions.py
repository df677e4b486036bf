"""Which figures answer the same question: each joins the question it is linked to best, or opens a new one."""

from collections import defaultdict
from collections.abc import Sequence

from extractor.assembly.chooser import score, weights
from extractor.assembly.links import Answered, link_features

MODEL = "questions"
#: How many figures back a question may have been answered last and still be joined.
_REACH = 40
BIAS = "bias"


def group(figures: Sequence[Answered], model: dict[str, float] | None = None) -> list[int]:
    """The number of the question that each figure answers, in order of appearance.

    Figures of different polls never share a question.
    """
    model = weights(MODEL) if model is None else model
    bias = model.get(BIAS, 0.0)
    numbers: list[int] = []
    for i, figure in enumerate(figures):
        links: dict[int, list[float]] = defaultdict(list)
        for j in range(max(0, i - _REACH), i):
            if figures[j].poll == figure.poll:
                links[numbers[j]].append(bias + score(model, link_features(figures[j], figure, i - j)))
        # A question is joined for its closest figure, but all of its figures have a say.
        fits = {number: (max(values) + sum(values) / len(values)) / 2 for number, values in links.items()}
        best = max(fits, key=lambda number: fits[number], default=-1)
        numbers.append(best if best >= 0 and fits[best] > 0 else max(numbers, default=-1) + 1)
    return numbers
