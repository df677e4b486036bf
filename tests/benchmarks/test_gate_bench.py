"""The bench of the gate: what it counts, and when it complains."""

import pytest

from benchmarks import gate


def row(name: str, polls: bool, pages: int, passed: int, speed: float = 100.0) -> gate.Measured:
    return gate.Measured(name, polls, pages, passed, 1.0, speed)


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ([row("u*", True, 500, 500), row("real pages", False, 100, 8)], []),
        ([row("u*", True, 499, 499), row("p*", True, 1, 0)], []),
        ([row("u*", True, 400, 399)], ["recall"]),
        ([row("real pages", False, 100, 9)], ["0.090 of the real pages"]),
        ([row("real pages", False, 100, 1, 79.0)], ["79 MB/s"]),
        ([row("o*", False, 100, 50, 1.0)], []),
        ([], []),
    ],
)
def test_shortfalls(rows: list[gate.Measured], said: list[str]) -> None:
    problems = gate.shortfalls(rows)
    assert len(problems) == len(said)
    assert all(problem.startswith(start) for problem, start in zip(problems, said, strict=True))


def test_sample_pages_pass() -> None:
    corpus = gate.measure(gate.SETS[0], repeat=1)
    assert corpus is not None
    assert corpus.pages == corpus.passed > 0


def test_a_set_that_is_not_there() -> None:
    assert gate.measure(gate.PageSet("none", True, list), repeat=1) is None
