"""Numbers that could be poll figures: with a unit, beside one that has a unit, fractions and ratios in words.

A candidate is a place and a value only.  Whether it is a poll figure is decided elsewhere.
"""

from dataclasses import dataclass
from functools import lru_cache

from extractor.models import Unit

LARGEST_SHARE = 100


@dataclass(frozen=True, slots=True)
class Candidate:
    """A number in the text: place (``text[start:end]``), value as printed, and how it was written.

    `form` is as in `values.FigureValue`; `signed` tells that a plus or minus sign is printed.
    """

    start: int
    end: int
    value: float
    decimals: int
    unit: Unit
    form: str
    signed: bool = False


@lru_cache(maxsize=64)  # several components read one text
def fold(text: str) -> str:
    """`text` in lower case, each character in its place (letters whose lower case is longer stay as they are)."""
    folded = text.lower()
    if len(folded) == len(text):
        return folded
    return "".join(low if len(low := char.lower()) == 1 else char for char in text)
