"""The engine without processes, for a few pages: no start-up, the same outcomes."""

import signal
import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from types import FrameType
from typing import TypeVar

from extractor.batch.work import Outcome, Task, quarantined

Result = TypeVar("Result")


class _OutOfTime(BaseException):
    """Raised by the alarm; no `Exception`, so that no library swallows it."""


@contextmanager
def _alarm(seconds: float) -> Iterator[None]:
    """Raise `_OutOfTime` after `seconds`, where the platform and the thread allow it."""
    if not hasattr(signal, "SIGALRM") or threading.current_thread() is not threading.main_thread():
        yield
        return

    def ring(_number: int, _frame: FrameType | None) -> None:
        raise _OutOfTime

    before = signal.signal(signal.SIGALRM, ring)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def map_inline(
    tasks: Iterable[Task], process: Callable[[Task], Result], time_limit: float
) -> Iterator[Result | Outcome]:
    """What `process` makes of each task, one after the other; an `Outcome` with the reason where it takes too long."""
    for task in tasks:
        try:
            with _alarm(time_limit):
                outcome: Result | Outcome = process(task)
        except _OutOfTime:
            outcome = quarantined(task.name, task.digest, f"took longer than {time_limit:g} s", lasting=False)
        yield outcome
