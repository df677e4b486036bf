"""Where a number can stand: around the strings that every match holds."""

import re

import pytest

from extractor.components.candidate_finder import finder
from extractor.components.stretches import Stretches

CASES = [
    ("nothing here", []),
    ("a % b", [(0, 5)]),
    ("aaaaaaaaaa % bbbbbbbbbb", [(8, 16)]),
    ("% and % at both ends", [(0, 11)]),
    ("% and then, much later, %", [(0, 5), (21, 25)]),
    ("one in ten, and half", [(1, 9), (13, 20)]),
]


@pytest.mark.parametrize(("text", "ranges"), CASES)
def test_stretches_reach_around_needles_and_merge(text: str, ranges: list[tuple[int, int]]) -> None:
    found = Stretches(("%", "half"), re.compile(r"in\sten"), 3, 5)
    assert list(found.find(text)) == ranges


@pytest.mark.parametrize("gap", ["", " x" * 20, " x" * 60, "\n\n"])
def test_numbers_are_found_wherever_they_stand(gap: str) -> None:
    text = f"forty-two percent{gap} and seven in ten{gap} and a third of them{gap}, 9 points{gap} or half"
    assert [one.value for one in finder().find(text)] == [42, 70, 33.3, 9, 50]
