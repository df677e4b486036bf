"""The pool: every page answered once, one page lost to a crash or a hang."""

import os
import signal
import time
from collections.abc import Callable

import pytest

from extractor.batch import pool as pools
from extractor.batch import processes
from extractor.batch.inline import map_inline
from extractor.batch.pool import Pool
from extractor.batch.work import Outcome, Task
from extractor.errors import ExtractorError
from extractor.reading.sources import Source


def task(name: str) -> Task:
    return Task(Source(name, name.encode()), "")


def process(task: Task) -> Outcome:
    """What the name of a page says."""
    kind = task.name.split("-")[0]
    if kind == "hang":
        time.sleep(60)
    elif kind == "exit":
        os._exit(7)
    elif kind == "killed":
        os.kill(os.getpid(), signal.SIGKILL)
    return Outcome(task.name, "", "gated")


def make() -> Callable[[Task], Outcome]:
    return process


def make_nothing() -> Callable[[Task], Outcome]:
    os._exit(3)


@pytest.fixture(autouse=True)
def no_preload(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(processes, "_PRELOAD", "extractor.errors")


def test_every_page_is_answered_once() -> None:
    names = [f"page-{number}" for number in range(300)]
    with Pool(2, make, time_limit=30) as pool:
        answered = [outcome.source_path for outcome in pool.map(map(task, names))]
    assert sorted(answered) == sorted(names)


def test_nothing_to_do() -> None:
    with Pool(2, make, time_limit=30) as pool:
        assert list(pool.map(iter(()))) == []


def test_a_page_that_kills_its_worker_is_lost_alone() -> None:
    names = [f"page-{n}" for n in range(40)]
    names[5], names[6], names[30] = "exit-1", "killed-1", "hang-1"
    with Pool(2, make, time_limit=1) as pool:
        outcomes = {outcome.source_path: outcome for outcome in pool.map(map(task, names))}
    assert sorted(outcomes) == sorted(names)
    reasons = {name: outcome.reason for name, outcome in outcomes.items() if outcome.result == "quarantined"}
    assert reasons == {
        "exit-1": "its worker died with exit code 7",
        "killed-1": "its worker died of SIGKILL",
        "hang-1": "took longer than 1 s",
    }
    assert not any(outcomes[name].lasting for name in reasons)


def test_workers_are_renewed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pools, "PAGES_PER_WORKER", 10)
    with Pool(1, make, time_limit=30) as pool:
        first = pool._workers[0].process.pid
        assert len(list(pool.map(map(task, [f"page-{n}" for n in range(50)])))) == 50
        assert pool._workers[0].process.pid != first


def test_workers_that_cannot_start_are_told() -> None:
    with Pool(1, make_nothing, time_limit=30) as pool, pytest.raises(ExtractorError, match="while it started"):
        list(pool.map([task("page")]))


def test_few_tasks_are_held_at_a_time() -> None:
    taken = 0

    def tasks():  # type: ignore[no-untyped-def]
        nonlocal taken
        for number in range(2_000):
            taken += 1
            yield task(f"page-{number}")

    with Pool(1, make, time_limit=30) as pool:
        for done, _ in enumerate(pool.map(tasks()), start=1):
            assert taken - done <= 2 * pools.BATCH_PAGES


def test_in_one_process_a_page_that_hangs_is_set_aside() -> None:
    names = ["page-1", "hang-1", "page-2"]
    outcomes = list(map_inline(map(task, names), process, time_limit=0.2))
    assert [outcome.source_path for outcome in outcomes] == names
    assert [outcome.reason for outcome in outcomes] == [None, "took longer than 0.2 s", None]
