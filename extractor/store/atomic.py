"""Files that are there whole or not at all: written beside their place, flushed to disk, renamed over."""

import errno
import os
from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path

from extractor.errors import StoreError

SUFFIX = ".tmp"


def write_files(folder: Path, files: Mapping[str, Iterable[str]]) -> None:
    """Write each file (name to its lines, without line ends) of `folder`; old ones are replaced only at the end.

    Raises `StoreError` where the disk is full or the folder cannot be written; then no file has changed.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name, lines in files.items():
            _write(folder / (name + SUFFIX), lines)
        for name in files:
            (folder / (name + SUFFIX)).replace(folder / name)
        _sync_folder(folder)
    except OSError as error:
        for name in files:
            with suppress(OSError):
                (folder / (name + SUFFIX)).unlink(missing_ok=True)
        if error.errno in (errno.ENOSPC, errno.EDQUOT):
            raise StoreError(f"No space left in {folder}: free some and run again; what is stored is safe.") from error
        raise StoreError(f"{folder} cannot be written: {error.strerror or error}.") from error


def _write(path: Path, lines: Iterable[str]) -> None:
    with path.open("w", encoding="utf-8", newline="\n") as file:
        for line in lines:
            file.write(line)
            file.write("\n")
        file.flush()
        os.fsync(file.fileno())


def _sync_folder(folder: Path) -> None:
    """Make the renames durable, where the platform can."""
    if os.name == "posix":
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
