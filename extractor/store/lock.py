"""One writer to an output folder at a time, across processes; the lock falls with the process that holds it."""

import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from extractor.errors import StoreError

FILE_NAME = ".pollcheck.lock"
_PAUSE = 0.1


@contextmanager
def output_lock(folder: Path, wait: float, on_wait: Callable[[], None] | None = None) -> Iterator[None]:
    """Hold the folder; wait up to `wait` seconds for another run, having called `on_wait` once.

    Raises `StoreError` when the other run does not end in time.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        file = (folder / FILE_NAME).open("a+", encoding="utf-8")
    except OSError as error:
        raise StoreError(f"{folder} cannot be written: {error.strerror or error}.") from error
    with file:
        deadline, told = time.monotonic() + wait, False
        while not _try_lock(file):
            if time.monotonic() >= deadline:
                raise StoreError(
                    f"Another run is writing to {folder} and did not end within {wait:g} s: "
                    "wait for it, raise --wait, or choose another output folder."
                )
            if on_wait and not told:
                on_wait()
                told = True
            time.sleep(_PAUSE)
        yield


if os.name == "posix":
    import fcntl

    def _try_lock(file: IO[str]) -> bool:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True

else:
    import msvcrt

    def _try_lock(file: IO[str]) -> bool:
        try:
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined,unused-ignore]
        except OSError:
            return False
        return True
