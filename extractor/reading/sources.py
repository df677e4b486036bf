"""Where documents come from: files, folders, standard input, and the containers among them."""

import os
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO, cast

from extractor.errors import UsageError
from extractor.reading.containers import is_readable_name, read_stream
from extractor.reading.limits import DEFAULT, Limits
from extractor.reading.source import Rejected, Source, SourceMeta

__all__ = ["STDIN", "Rejected", "Source", "SourceMeta", "input_files", "iter_sources"]

#: The path that stands for standard input.
STDIN = "-"


def iter_sources(paths: Iterable[str | Path], *, limits: Limits = DEFAULT) -> Iterator[Source | Rejected]:
    """Every document under `paths`, in sorted order, one at a time.

    A path is a file, a folder (searched with its subfolders for names that are readable) or ``-``.  Files hold a page
    (.html .htm .xhtml), a text (.txt), JSON Lines, a WARC, any of these in gzip, or a zip archive of them; inside a
    container the path is ``file#record``.  What cannot be read becomes a `Rejected`, the rest goes on.

    Raises `UsageError` at once for a path that does not exist, or for none at all.
    """
    files = input_files(paths)
    return _documents(files, limits)


def input_files(paths: Iterable[str | Path]) -> Iterator[str]:
    """The input files under `paths`, sorted, each once; raises `UsageError` as `iter_sources` does."""
    given = sorted({str(path) for path in paths})
    if not given:
        raise UsageError("no input given: name a file, a folder, or - for standard input")
    for path in given:
        if path != STDIN and not Path(path).exists():
            raise UsageError(f"{path}: no such file or folder")
    return _files(given)


def _files(given: list[str]) -> Iterator[str]:
    seen: set[str] | None = set() if len(given) > 1 else None  # one folder holds each file once
    for path in given:
        found = _below(path) if path != STDIN and Path(path).is_dir() else iter((path,))
        for file in found:
            if seen is not None:
                real = file if file == STDIN else str(Path(file).resolve())
                if real in seen:
                    continue
                seen.add(real)
            yield file


def _below(folder: str) -> Iterator[str]:
    """Readable names in `folder` and below, in order; links to folders are not followed, hidden names are left out."""
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError:
        yield folder  # reading it will tell why
        return
    for entry in entries:
        if entry.name.startswith("."):
            continue
        if entry.is_dir(follow_symlinks=False):
            yield from _below(entry.path)
        elif is_readable_name(entry.name) and entry.is_file():
            yield entry.path


def _documents(files: Iterator[str], limits: Limits) -> Iterator[Source | Rejected]:
    for file in files:
        try:
            if file == STDIN:
                yield from read_stream(STDIN, cast(BinaryIO, sys.stdin.buffer), limits)
            else:
                with Path(file).open("rb") as stream:
                    yield from read_stream(file, cast(BinaryIO, stream), limits)
        except OSError as error:
            yield Rejected.because(file, error)
