"""What the evaluation counts: hits, false alarms and misses; right out of stated."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import combinations
from typing import Any


@dataclass
class Hits:
    """True positives, false positives and false negatives."""

    tp: int = 0
    fp: int = 0
    fn: int = 0

    def add(self, other: "Hits") -> None:
        """Count `other` in."""
        self.tp, self.fp, self.fn = self.tp + other.tp, self.fp + other.fp, self.fn + other.fn

    def report(self) -> dict[str, float]:
        """Precision, recall and F1 (1.0 where nothing was there to find) with the counts."""
        precision = self.tp / (self.tp + self.fp) if self.tp + self.fp else 1.0
        recall = self.tp / (self.tp + self.fn) if self.tp + self.fn else 1.0
        both = precision + recall
        f1 = 2 * precision * recall / both if both else 0.0
        shares = {"precision": precision, "recall": recall, "f1": f1}
        return {name: round(share, 4) for name, share in shares.items()} | {"tp": self.tp, "fp": self.fp, "fn": self.fn}


@dataclass
class Accuracy:
    """How often each named field was right."""

    counts: Counter[tuple[str, bool]] = field(default_factory=Counter)

    def add(self, name: str, right: bool) -> None:
        """Count one stated field."""
        self.counts[name, right] += 1

    def report(self) -> dict[str, dict[str, float]]:
        """Right, stated and their share, by field."""
        table = {}
        for name in sorted({name for name, _ in self.counts}):
            right, wrong = self.counts[name, True], self.counts[name, False]
            table[name] = {"ok": right, "of": right + wrong, "share": round(right / (right + wrong), 4)}
        return table


def grouping(gold: Sequence[Any], got: Sequence[Any]) -> Hits:
    """How well `got` puts the same items together as `gold`, over all pairs of items; empty keys pair with nothing."""
    wanted, found = set(_pairs(gold)), set(_pairs(got))
    return Hits(len(wanted & found), len(found - wanted), len(wanted - found))


def _pairs(keys: Sequence[Any]) -> Iterable[tuple[int, int]]:
    return ((i, j) for i, j in combinations(range(len(keys)), 2) if keys[i] and keys[i] == keys[j])
