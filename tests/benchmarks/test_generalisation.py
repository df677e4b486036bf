"""The arithmetic of the judged sample, and that its file holds what the report says it holds."""

import pytest

from benchmarks import generalisation

RIGHT = dict.fromkeys(("poll", *generalisation.FIELDS), "ok")


@pytest.mark.parametrize(
    ("hits", "total", "low", "high"),
    [(0, 0, 0.0, 1.0), (8, 10, 0.4902, 0.9433), (0, 10, 0.0, 0.2775), (10, 10, 0.7225, 1.0)],
)
def test_wilson(hits: int, total: int, low: float, high: float) -> None:
    assert generalisation.wilson(hits, total) == pytest.approx((low, high), abs=1e-4)


@pytest.mark.parametrize(
    ("changed", "lenient", "strict"),
    [({}, True, True), ({"response": "loose"}, True, False), ({"wave": "wrong"}, False, False),
     ({"poll": "wrong"}, False, False)],
)  # fmt: skip
def test_right(changed: dict[str, str], lenient: bool, strict: bool) -> None:
    row = RIGHT | changed
    assert (generalisation.right(row, strict=False), generalisation.right(row, strict=True)) == (lenient, strict)


def test_interval_over_articles_is_wider_where_articles_differ() -> None:
    low, high = generalisation.clustered([(10, 10), (0, 10)] * 5)
    alone = generalisation.wilson(50, 100)
    assert low < alone[0] < alone[1] < high
    assert generalisation.clustered([(5, 10)] * 10) == pytest.approx((0.5, 0.5))


def test_every_fault_has_a_family_and_every_figure_stands_once() -> None:
    rows = generalisation.judgements()
    assert len({(row["article"], row["start"], row["rule"], row["families"], row["figure"]) for row in rows}) > 600
    for row in rows:
        faulty = [field for field in RIGHT if row[field] in {"loose", "wrong"}]
        assert len(faulty) == len(row["families"].split()), row
