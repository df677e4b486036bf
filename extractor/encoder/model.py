"""The encoder: one score for each option of a figure, in the words around it.

Six layers of a distilled transformer (MiniLM, Wang et al. 2020; the sentence encoder all-MiniLM-L6-v2, Apache-2.0),
trained further by ``benchmarks/train_encoder.py`` and kept in 8-bit integers.  It runs on one core of a CPU.
"""

from collections.abc import Sequence
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING

import numpy as np

from extractor.encoder.passages import TASKS, Choice, Passage, Place, passage

if TYPE_CHECKING:
    from onnxruntime import InferenceSession

#: Scores are rounded to this many digits, so that the last bits of a sum of floats decide nothing.
_DIGITS = 3


def scores(task: str, where: Place, choices: tuple[Choice, ...]) -> tuple[float, ...]:
    """The score of each of `choices` for the figure at `where`, the higher the likelier (logits of one softmax)."""
    order = sorted(range(len(choices)), key=lambda i: choices[i])
    read = passage(task, where, [choices[i] for i in order])
    told = _run(read)[:, list(TASKS).index(task)].tolist()
    found = dict(zip(order, told, strict=True))
    return tuple(round(found[i], _DIGITS) for i in range(len(choices)))


def _run(read: Passage) -> np.ndarray:
    length = len(read.numbers)
    numbers = np.asarray([read.numbers], dtype=np.int64)
    parts = (np.arange(length) >= read.second).astype(np.int64)[None, :]
    pools = np.zeros((1 + 2 * len(read.labels), length), dtype=np.float32)
    pools[0, read.figure] = 1.0
    for i, (label, place) in enumerate(zip(read.labels, read.places, strict=True)):
        _mean(pools[1 + 2 * i], label)
        _mean(pools[2 + 2 * i], place)
    (found,) = _session().run(None, {"ids": numbers, "seg": parts, "pool": pools})
    return np.asarray(found)


def _mean(row: np.ndarray, places: Sequence[int]) -> None:
    if places:
        row[list(places)] = 1.0 / len(places)


@cache
def _session() -> "InferenceSession":
    """The network, loaded once per process; one thread, since the articles are read side by side."""
    from onnxruntime import InferenceSession, SessionOptions  # noqa: PLC0415  (most pages hold no figure)

    options = SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    network = resources.files(__package__).joinpath("weights", "encoder.onnx").read_bytes()
    return InferenceSession(network, options, providers=["CPUExecutionProvider"])
