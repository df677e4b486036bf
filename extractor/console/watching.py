"""``pollcheck watch``: a run over a folder, then one over whatever changes in it."""

import sys
from pathlib import Path
from typing import Any

from extractor.batch import run
from extractor.batch.summary import RunSummary
from extractor.console import tables
from extractor.console.progress import Lines, view
from extractor.errors import UsageError

#: Milliseconds after which the watcher looks up although nothing has changed.
_LOOK_EVERY = 500


def watch(folder: Path, output: Path, *, as_json: bool, **options: Any) -> None:
    """Process `folder` and what arrives in it, until interrupted; `options` are those of `batch.run`.

    Raises `UsageError` if it is no folder.
    """
    from watchfiles import Change
    from watchfiles import watch as changes

    if not folder.is_dir():
        raise UsageError(f"{folder} is no folder: name one to watch.")
    real = folder.resolve()
    # Watching begins before the first run, so that nothing falls between the two.
    events = changes(real, raise_interrupt=True, yield_on_timeout=True, rust_timeout=_LOOK_EVERY)
    next(events)
    listener = view(as_json=as_json, quiet=False)
    with listener:
        tables.show(_line(run([folder], output, listener=listener, **options)))
    listener = listener if as_json else Lines(sys.stderr, every=float("inf"))
    for batch in events:
        # Paths as the first run gave them, so that a changed page replaces itself.
        paths = sorted({folder / Path(path).relative_to(real) for change, path in batch if change != Change.deleted})
        paths = [path for path in paths if path.is_file() and not _is_output(path, output)]
        if paths:
            tables.show(_line(run(paths, output, listener=listener, **options)))


def _is_output(path: Path, output: Path) -> bool:
    return path.resolve().is_relative_to(output.resolve()) or path.name.startswith(".")


def _line(summary: RunSummary) -> str:
    flags = ", ".join(f"{count} {name}" for name, count in summary.flags.items()) or "none"
    return f"{summary.processed} read, {summary.counts['figures']} figures in {summary.output}, flags: {flags}"
