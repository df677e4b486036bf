"""Several processes at the parcels of one task; what comes of them keeps its order, however long each takes.

A parcel that cannot be done ends the task, unlike a page: what is left undone here would be missed without a trace.
"""

import traceback
from collections.abc import Callable, Iterable, Iterator
from multiprocessing.connection import wait
from typing import Any

from extractor.batch.processes import Worker, cause, context
from extractor.errors import ExtractorError

#: So many results are held for one that is still awaited, for each process.
_AHEAD = 4


class Crew:
    """`jobs` processes, each with what `make` makes of it; use as a context manager, which ends them."""

    def __init__(self, jobs: int, make: Callable[[], Callable[[Any], Any]]) -> None:
        self._jobs = jobs
        self._make = _Careful(make)
        self._workers: list[Worker] = []

    def __enter__(self) -> "Crew":
        how = context()
        self._workers = [Worker(how, self._make) for _ in range(self._jobs)]
        return self

    def __exit__(self, *_: object) -> None:
        for worker in self._workers:
            worker.stop()
        self._workers = []

    def map(self, parcels: Iterable[Any]) -> Iterator[Any]:
        """What comes of each parcel, in the order of the parcels, which are made as they are needed."""
        source = enumerate(parcels)
        upcoming = next(source, None)
        done: dict[int, Any] = {}
        told = 0
        at: dict[int, int] = {}  # the number of the parcel that each process is at
        while upcoming is not None or at:
            for index, worker in enumerate(self._workers):
                far = upcoming is not None and upcoming[0] - told > _AHEAD * self._jobs
                if upcoming is not None and not far and worker.ready and not worker.open:
                    at[index], parcel = upcoming
                    worker.send([parcel])
                    upcoming = next(source, None)
            for index, result in self._receive():
                done[at.pop(index)] = result
            while told in done:
                yield done.pop(told)
                told += 1

    def _receive(self) -> Iterator[tuple[int, Any]]:
        """What has come in, with the process that sent it; waits for it."""
        by_connection: dict[Any, int] = {worker.connection: index for index, worker in enumerate(self._workers)}
        for connection in wait(list(by_connection)):
            worker = self._workers[by_connection[connection]]
            try:
                message = worker.connection.recv()
            except (EOFError, OSError) as error:
                worker.process.join(timeout=1)  # its end is seen on the pipe before its exit code is there
                raise ExtractorError(
                    f"A worker died {cause(worker.process.exitcode)} while matching: run again, with --jobs 1 to use "
                    "less memory; what is stored is safe."
                ) from error
            if message is None:
                worker.ready = True
                continue
            result, failure = message
            if failure:
                raise RuntimeError(failure)
            worker.open.clear()
            yield by_connection[connection], result


class _Careful:
    """Makes a function that tells what went wrong instead of raising it."""

    def __init__(self, make: Callable[[], Callable[[Any], Any]]) -> None:
        self._make = make

    def __call__(self) -> Callable[[Any], tuple[Any, str]]:
        work = self._make()

        def careful(parcel: Any) -> tuple[Any, str]:
            try:
                return work(parcel), ""
            except Exception:  # told to the parent, which raises it
                return None, traceback.format_exc()

        return careful
