"""The choice among answers: a linear model over typed features, small enough to be read.

The model is a conditional logit (McFadden 1974): the score of an option is the sum of the weights of its features,
the option with the highest score is taken.  `benchmarks/train_responses.py` makes the weights.
"""

import json
from collections.abc import Iterable
from functools import cache
from importlib import resources
from itertools import repeat


class Fixed(list[str]):
    """Features that stay as they are; the score that a model last gave them is kept."""

    model: dict[str, float] | None = None
    total = 0.0


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
    if isinstance(features, Fixed) and features.model is model:
        return features.total
    total = float(sum(map(model.get, features, repeat(0.0))))  # without a step of Python for each feature
    if isinstance(features, Fixed):
        features.model, features.total = model, total
    return total
