"""What the other numbers of a page say about one: polls are told in several numbers, side by side.

A number between poll figures is likely to be one, and a page whose best numbers score low reports no poll.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

_TOP = 3
_LIMIT = 4.0
#: What stands for the numbers that a page of fewer than three lacks.
_PRIOR = 2.0
_NEAR = 1


@dataclass(frozen=True, slots=True)
class Context:
    """A number's `own` score, the mean of its neighbours' (`near`, 0 without any) and that of the page's best."""

    own: float
    near: float
    beside: bool
    page: float

    def items(self) -> tuple[tuple[str, float], ...]:
        """The parts by name, as they are weighed."""
        return (
            ("own", self.own),
            ("near", self.near),
            ("beside", float(self.beside)),
            ("page", self.page),
            ("bias", 1.0),
        )

    def score(self, weights: Mapping[str, float]) -> float:
        """The weighed score; without weights the own one."""
        return sum(weights.get(name, 0.0) * value for name, value in self.items()) if weights else self.own


def contexts(scores: Sequence[float], sentences: Sequence[int]) -> list[Context]:
    """The context of each number of a page, from all `scores` in their order and the numbers of their `sentences`.

    Neighbours are the numbers right before and after, at most a sentence away.
    """
    clipped = [max(-_LIMIT, min(_LIMIT, score)) for score in scores]
    top = sorted((*clipped, *(_PRIOR for _ in range(_TOP - len(clipped)))))[-_TOP:]
    page = sum(top) / _TOP
    found: list[Context] = []
    for i, own in enumerate(scores):
        near = [
            clipped[j] for j in (i - 1, i + 1) if 0 <= j < len(clipped) and abs(sentences[j] - sentences[i]) <= _NEAR
        ]
        found.append(Context(own, sum(near) / len(near) if near else 0.0, bool(near), page))
    return found
