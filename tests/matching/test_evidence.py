"""Values that two reports have the other way round."""

import pytest

from extractor.matching.evidence import crosswise


@pytest.mark.parametrize(
    ("pairs", "crossed"),
    [
        ([(28, 20), (20, 28)], 2),
        ([(28, 20), (20, 31), (31, 28)], 3),
        ([(19, 22), (22, 19), (26, 29)], 2),
        ([(19, 22), (22, 19), (26, 29), (29, 31)], 2),
        ([(28, 20)], 0),
        ([(28, 20), (20, 31)], 0),
        ([(28, 20), (31, 35)], 0),
        ([], 0),
    ],
)
def test_crosswise(pairs: list[tuple[float, float]], crossed: int) -> None:
    assert crosswise(pairs) == crossed
    assert crosswise([(other, one) for one, other in pairs]) == crossed
