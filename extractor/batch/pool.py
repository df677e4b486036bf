"""A process pool that loses one document, and no more, to a page that hangs or kills its worker.

Each worker gets a small batch only when it has none, so that sending never blocks on a busy worker, and answers page by
page; the page that it was at when it died or ran out of time is the first that has no answer.
"""

import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from multiprocessing.connection import wait
from typing import Any

from extractor.batch.processes import Worker, cause, context
from extractor.batch.work import Outcome, Task, quarantined
from extractor.errors import ExtractorError

Processor = Callable[[Task], Outcome]

#: A worker is replaced after this many pages, which bounds what the tokenizer's vocabulary grows to.
PAGES_PER_WORKER = 3_000
#: Seconds of work sent to a worker at once, and the most pages and bytes of it.
BATCH_SECONDS = 0.2
BATCH_PAGES = 32
BATCH_BYTES = 2_000_000
#: Seconds between looks at the time limits.
_TICK = 0.25


class Pool:
    """Processes tasks in `jobs` processes; use as a context manager, which ends them."""

    def __init__(self, jobs: int, make: Callable[[], Processor], time_limit: float) -> None:
        self._make = make
        self._limit = time_limit
        self._context = context()
        self._jobs = jobs
        self._workers: list[Worker] = []
        self._again: deque[Task] = deque()
        self._pace = BATCH_SECONDS  # seconds a page takes, a moving mean; at first one page a batch

    def __enter__(self) -> "Pool":
        self._workers = [self._start() for _ in range(self._jobs)]
        return self

    def __exit__(self, *_: object) -> None:
        for worker in self._workers:
            worker.stop()
        self._workers = []

    def _start(self) -> Worker:
        return Worker(self._context, self._make)

    def map(self, tasks: Iterable[Task]) -> Iterator[Outcome]:
        """The outcome of each task, in the order in which they are done; few tasks are held at a time."""
        source = iter(tasks)
        while self._again or any(worker.open for worker in self._workers) or self._refill(source):
            for worker in self._workers:
                if worker.ready and not worker.open and (batch := self._batch(source)):
                    worker.send(batch)
            yield from self._receive()

    def _refill(self, source: Iterator[Task]) -> bool:
        """Whether there is another task; it is kept for the next batch."""
        if (task := next(source, None)) is not None:
            self._again.append(task)
        return task is not None

    def _batch(self, source: Iterator[Task]) -> list[Task]:
        pages = max(1, min(BATCH_PAGES, int(BATCH_SECONDS / self._pace)))
        batch: list[Task] = []
        size = 0
        while len(batch) < pages and size < BATCH_BYTES:
            task = self._again.popleft() if self._again else next(source, None)
            if task is None:
                break
            batch.append(task)
            size += len(task.source.data)
        return batch

    def _receive(self) -> Iterator[Outcome]:
        """What arrives within a tick, and the pages whose worker died or was too slow."""
        by_connection: dict[Any, Worker] = {worker.connection: worker for worker in self._workers}
        for connection in wait(list(by_connection), timeout=_TICK):
            worker = by_connection[connection]
            try:
                message = worker.connection.recv()
            except (EOFError, OSError):  # an OSError tells that it died in the middle of an answer
                yield from self._bury(worker)
                continue
            if message is None:
                worker.ready = True
            else:
                yield message
                self._answered(worker)
        now = time.monotonic()
        for worker in list(self._workers):
            if worker.open and now - worker.since > self._limit and not worker.connection.poll():
                yield from self._bury(worker, f"took longer than {self._limit:g} s")

    def _answered(self, worker: Worker) -> None:
        now = time.monotonic()
        self._pace += 0.1 * (min(now - worker.since, 10 * BATCH_SECONDS) - self._pace)
        worker.since = now
        worker.open.popleft()
        worker.done += 1
        if worker.done >= PAGES_PER_WORKER and not worker.open:
            self._replace(worker)

    def _replace(self, worker: Worker) -> None:
        worker.stop()
        self._workers[self._workers.index(worker)] = self._start()

    def _bury(self, worker: Worker, reason: str | None = None) -> Iterator[Outcome]:
        """Replace a worker; the page it was at is set aside, the rest of its batch is tried again."""
        if reason is None:
            worker.process.join(timeout=1)  # its end is seen on the pipe before its exit code is there
        code = worker.process.exitcode
        open_tasks = worker.open
        if not worker.ready:
            worker.stop()
            raise ExtractorError(f"A worker ended with code {code} while it started; run with --jobs 1 to see why.")
        self._replace(worker)
        if open_tasks:
            lost = open_tasks.popleft()
            self._again.extend(open_tasks)
            yield quarantined(lost.name, lost.digest, reason or f"its worker died {cause(code)}", lasting=False)
