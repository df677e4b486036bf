"""The choice among answers: a linear model over typed features, small enough to be read.

The model is a conditional logit (McFadden 1974): the score of an option is the sum of the weights of its features,
the option with the highest score is taken.  `benchmarks/train_responses.py` makes the weights.
"""

import json
from collections.abc import Iterable
from functools import cache
from importlib import resources


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
    weight = model.get
    total = 0.0
    for feature in features:
        total += weight(feature, 0.0)
    return total
