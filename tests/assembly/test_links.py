"""A share that is the sum of two others is their total: it does not exclude its parts."""

import pytest

from extractor.assembly.links import exclusive


@pytest.mark.parametrize(
    ("shares", "left"),
    [
        ([71.0, 25.0, 46.0, 16.0], [25.0, 46.0, 16.0]),
        ([40.0, 51.0, 9.0], [40.0, 51.0, 9.0]),
        ([50.0, 50.0, 0.0], [50.0, 50.0, 0.0]),
    ],
)
def test_a_total_does_not_exclude_its_parts(shares, left):
    assert exclusive(shares) == left
