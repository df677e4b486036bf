"""Which figures answer the same question."""

import re

from extractor.assembly.responses import Bound

_WORD = re.compile(r"[a-z]{3,}")


def group(found: list[Bound]) -> list[int]:
    """The number of the question that each figure answers, in order of appearance."""
    numbers: list[int] = []
    for i, bound in enumerate(found):
        if i and _linked(found[i - 1], bound):
            numbers.append(numbers[-1])
        else:
            numbers.append(max(numbers, default=-1) + 1)
    return numbers


def _linked(before: Bound, after: Bound) -> bool:
    if before.sequence.start == after.sequence.start:
        return True
    a, b = set(_WORD.findall(before.label.lower())), set(_WORD.findall(after.label.lower()))
    return bool(a & b)
