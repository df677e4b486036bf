"""Several processes at one task: the order of the parcels, a parcel that fails, a process that dies."""

import os
import signal
import time
from collections.abc import Callable

import pytest

from extractor.batch import processes
from extractor.batch.crew import _AHEAD, Crew
from extractor.errors import ExtractorError


def work(parcel: str | float) -> str | float:
    """Doubles a parcel, after as many seconds as it says; words are what happens."""
    if parcel == "die":
        os.kill(os.getpid(), signal.SIGKILL)
    if parcel == "fail":
        raise ValueError("no such parcel")
    time.sleep(float(parcel))
    return 2 * parcel


def make() -> Callable[[str | float], str | float]:
    return work


@pytest.fixture(autouse=True)
def light_start(monkeypatch: pytest.MonkeyPatch) -> None:
    """New processes import nothing large."""
    monkeypatch.setattr(processes, "_PRELOAD", "extractor.errors")


def test_results_come_in_the_order_of_the_parcels() -> None:
    with Crew(2, make) as crew:
        assert list(crew.map(iter([0.2, 0.0, 0.1, 0.0]))) == [0.4, 0.0, 0.2, 0.0]
        assert list(crew.map(iter(()))) == []
        assert list(crew.map([0.0])) == [0.0]


def test_few_parcels_are_made_ahead() -> None:
    made = 0

    def parcels():  # type: ignore[no-untyped-def]
        nonlocal made
        for number in range(60):
            made += 1
            yield 0.3 if number == 0 else 0.0

    with Crew(2, make) as crew:
        for told, _ in enumerate(crew.map(parcels()), start=1):
            assert made - told <= _AHEAD * 2 + 3


def test_what_fails_in_a_process_is_raised() -> None:
    with Crew(1, make) as crew, pytest.raises(RuntimeError, match="no such parcel"):
        list(crew.map([0.0, "fail"]))


def test_the_death_of_a_process_ends_the_task() -> None:
    with Crew(1, make) as crew, pytest.raises(ExtractorError, match=r"died of SIGKILL while matching"):
        list(crew.map([0.0, "die"]))
