"""The choice among answers: a linear model over typed features, small enough to be read.

The model is a conditional logit (McFadden 1974): the score of an option is the sum of the weights of its features,
the option with the highest score is taken.  `benchmarks/train_responses.py` makes the weights.
"""

import json
from collections.abc import Iterable, Iterator
from functools import cache
from importlib import resources
from itertools import chain, repeat


class Group:
    """Features that always come together; the weights that a model last gave them are kept."""

    __slots__ = ("features", "model", "weights")

    def __init__(self, features: Iterable[str]) -> None:
        self.features = tuple(features)
        self.model: dict[str, float] | None = None
        self.weights: tuple[float, ...] = ()


class Fixed:
    """The features of one option that stay as they are, in groups that options share; its last score is kept."""

    __slots__ = ("groups", "model", "total")

    def __init__(self, groups: Iterable[Group] = ()) -> None:
        self.groups = tuple(groups)
        self.model: dict[str, float] | None = None
        self.total = 0.0

    def __iter__(self) -> Iterator[str]:
        return chain.from_iterable(group.features for group in self.groups)

    def score(self, model: dict[str, float]) -> float:
        """The sum of the weights of the features."""
        if self.model is not model:
            for group in self.groups:
                if group.model is not model:
                    group.model, group.weights = model, tuple(map(model.get, group.features, repeat(0.0)))
            # One by one: sums of groups would be rounded differently, which decides between equals.
            self.model, self.total = model, float(sum(chain.from_iterable([group.weights for group in self.groups])))
        return self.total


@cache
def weights(name: str) -> dict[str, float]:
    """The weights of model `name`, by feature; empty where none is shipped."""
    path = resources.files(__package__).joinpath("weights", f"{name}.json")
    if not path.is_file():
        return {}
    loaded: dict[str, float] = json.loads(path.read_text(encoding="utf-8"))
    return loaded


def score(model: dict[str, float], features: Iterable[str]) -> float:
    """The sum of the weights of `features`."""
    return float(sum(map(model.get, features, repeat(0.0))))  # without a step of Python for each feature
