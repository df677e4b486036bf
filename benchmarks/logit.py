"""A conditional logit (McFadden 1974): the chance that an option of a choice is taken, from the features of all.

The weights maximise the likelihood that one of the right options is taken, less an L2 penalty on how far they leave
where they are expected.  What the trainers of answers, populations and questions have in common.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import NamedTuple

import numpy as np
from scipy.optimize import minimize
from scipy.sparse import csr_matrix


class Choice(NamedTuple):
    """The options of one choice: the features of each, whether it is right, and how much the choice counts."""

    features: list[list[str]]
    right: list[bool]
    count: float = 1.0


def frequent(documents: Sequence[Sequence[Choice]], least: int) -> list[str]:
    """The features that occur in at least so many documents, sorted."""
    seen = Counter(
        name
        for choices in documents
        for name in {n for choice in choices for option in choice.features for n in option}
    )
    return sorted(name for name, count in seen.items() if count >= least)


def fit(
    choices: Sequence[Choice],
    names: Sequence[str],
    penalty: float,
    *,
    expected: Mapping[str, float] | None = None,
    start: Mapping[str, float] | None = None,
    **options: float,
) -> dict[str, float]:
    """The weight of each feature in `names`; all other features are passed over.

    `expected` is where the penalty holds a weight (0), `start` where the search begins (there), `options` are those of
    L-BFGS-B.  The result is the same on every run.
    """
    index = {name: i for i, name in enumerate(names)}
    rows = [option for choice in choices for option in choice.features]
    at = [(row, index[name]) for row, option in enumerate(rows) for name in option if name in index]
    matrix = csr_matrix((np.ones(len(at)), tuple(zip(*at, strict=True))), shape=(len(rows), len(names)))
    turned = matrix.T.tocsr()
    group = np.array([number for number, choice in enumerate(choices) for _ in choice.features])
    right = np.array([float(ok) for choice in choices for ok in choice.right])
    count = np.array([choice.count for choice in choices])
    center = np.array([(expected or {}).get(name, 0.0) for name in names])

    def loss(weights: np.ndarray) -> tuple[float, np.ndarray]:
        scores = matrix @ weights
        top = np.full(len(choices), -np.inf)
        np.maximum.at(top, group, scores)
        mass = np.exp(scores - top[group])
        whole = np.bincount(group, mass)
        good = np.maximum(np.bincount(group, mass * right), 1e-300)
        drift = weights - center
        value = (count * (np.log(whole) - np.log(good))).sum() + 0.5 * penalty * (drift @ drift)
        error = count[group] * (mass / whole[group] - mass * right / good[group])
        return float(value), turned @ error + penalty * drift

    begin = np.array([start.get(name, 0.0) for name in names]) if start is not None else center
    found = minimize(loss, begin, jac=True, method="L-BFGS-B", options=options).x
    return {name: round(float(weight), 3) for name, weight in zip(names, found, strict=True)}
