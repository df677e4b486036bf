"""The sides of answers that only the answers beside them tell."""

import pytest

from extractor.assembly.question_sides import sides

SIDES = [
    ({"want a referendum": "favor", "do not want a referendum": "oppose"}),
    ({"trust the mayor": "favor", "did not trust the mayor": "oppose", "undecided": "dont_know"}),
    ({"would vote for Measure T": "favor", "would vote against it": "oppose", "undecided": "dont_know"}),
    ({"want a ban on ads": "favor", "in favor of a ban": "favor", "against it": "oppose"}),
    ({"would not mind a tower nearby": "favor", "would mind": "oppose"}),
    ({"relations are going well": "favor", "relations are not going well": "oppose"}),
    ({"for a helmet law": "favor", "for": "favor", "against": "oppose"}),
    ({"support": "favor", "want it": "favor"}),
    # nothing tells
    ({"Jane Smith": "other", "John Doe": "other", "against both": "oppose"}),
    ({"want lower rents": "other", "in favor of a tram": "favor"}),
    ({"all residents of the town are opposed": "other", "against it": "oppose"}),
    ({"cheaper bread": "other"}),
    ({"did not express an opinion": "dont_know", "against it": "oppose"}),
]


@pytest.mark.parametrize("labels", SIDES)
def test_sides(labels: dict[str, str]) -> None:
    assert sides(labels) == labels
