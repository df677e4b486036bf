"""Processes that work off what they are sent; they end when the other side of their pipe closes, however it ends."""

import multiprocessing
import signal
import time
from collections import deque
from collections.abc import Callable
from contextlib import suppress
from multiprocessing.connection import Connection
from multiprocessing.context import BaseContext
from typing import Any

#: Module that the server of new processes imports once; workers forked from it share what it has loaded.
_PRELOAD = "extractor.batch.preload"


def context() -> BaseContext:
    """How processes are started here."""
    if "forkserver" not in multiprocessing.get_all_start_methods():
        return multiprocessing.get_context("spawn")
    found = multiprocessing.get_context("forkserver")
    found.set_forkserver_preload([_PRELOAD])
    return found


def _serve(connection: Connection, make: Callable[[], Callable[[Any], Any]]) -> None:
    """The loop of a worker: batches in, one answer for each item out, until the other side closes."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the parent, which closes the pipe
    process = make()
    with suppress(EOFError, BrokenPipeError, ConnectionResetError):
        connection.send(None)  # ready: loading does not count against a page's time
        while True:
            for item in connection.recv():
                connection.send(process(item))


class Worker:
    """One process with its pipe and the items it has not answered yet."""

    def __init__(self, how: Any, make: Callable[[], Callable[[Any], Any]]) -> None:
        self.connection, theirs = how.Pipe()
        self.process = how.Process(target=_serve, args=(theirs, make), daemon=True)
        self.process.start()
        theirs.close()
        self.ready = False
        self.open: deque[Any] = deque()
        self.since = time.monotonic()
        self.done = 0

    def send(self, items: list[Any]) -> None:
        """Give the worker items to process; it must have none."""
        self.open.extend(items)
        self.since = time.monotonic()
        with suppress(BrokenPipeError, ConnectionResetError):  # its death is seen, and told, on receiving
            self.connection.send(items)

    def stop(self) -> None:
        """End the process at once."""
        self.connection.close()
        self.process.kill()
        self.process.join()


def cause(code: int | None) -> str:
    """What an exit code says of the end of a process."""
    if code is not None and code < 0:
        with suppress(ValueError):
            return f"of {signal.Signals(-code).name}"
    return f"with exit code {code}"
