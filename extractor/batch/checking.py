"""Checking stored records again, from a store or from a folder of datasets, without reading any article."""

import json
import tempfile
from collections import defaultdict
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

from extractor.batch import export
from extractor.batch.judging.across import judge_across
from extractor.batch.judging.again import judge_again
from extractor.batch.summary import RunSummary, summarise
from extractor.checks.settings import Settings
from extractor.errors import BrokenDataset, UsageError
from extractor.models import Flag
from extractor.store import jsonl
from extractor.store.columns import from_row, to_row
from extractor.store.lock import output_lock
from extractor.store.sqlite import FILE_NAME, Store

_ROWS_AT_A_TIME = 1_000


def check_dataset(
    dataset: Path, *, output: Path | None = None, settings: dict[str, Any] | None = None, wait: float = 60.0
) -> tuple[RunSummary, list[Flag]]:
    """Run matching and checks over stored records and write flags, comparisons and clusters anew.

    `dataset` is a folder of datasets (``articles.jsonl``, …) or a store (``pollcheck.db``, or a folder that holds
    nothing else).  The datasets go to `output`, by default to the same folder.  Nothing is written if the dataset is
    broken.  Gives the summary and the flags that no verdict silences.

    Raises:
        UsageError: there is no dataset, or a setting is unknown.
        BrokenDataset: a file is missing or a line is no such record; tells file and line.
        StoreError: another run holds the folder, or it cannot be written.
    """
    checks = Settings.model_validate(settings or {})
    checks.chosen()
    folder, is_store = _place(dataset)
    target = output or folder
    with ExitStack() as stack:
        if is_store:
            stack.enter_context(output_lock(folder, wait))
        store = stack.enter_context(_opened(folder, dataset, is_store))
        judge_again(store, settings or {})
        judge_across(store, checks)
        if not (is_store and target == folder):
            stack.enter_context(output_lock(target, wait))
        summary = RunSummary(target)
        summary.files = export.export(store, target, inputs=None if is_store else _inputs(folder))
        summarise(summary)
        if target == folder and not is_store:
            _mark_stale(folder)
        return summary, _flags(store, export.accepted(store, target))


def _place(dataset: Path) -> tuple[Path, bool]:
    """The folder of a dataset, and whether its store is meant rather than its files."""
    if dataset.is_file():
        return dataset.parent, True
    if not dataset.is_dir():
        raise UsageError(f"{dataset} is not there: name a folder of datasets or a {FILE_NAME}.")
    files = any((dataset / f"{name}.jsonl").exists() for name in jsonl.SOURCES)
    if not files and not (dataset / FILE_NAME).is_file():
        raise BrokenDataset(f"{dataset} holds no dataset: articles.jsonl and the others, or {FILE_NAME}.")
    return dataset, not files


@contextmanager
def _opened(folder: Path, dataset: Path, is_store: bool) -> Iterator[Store]:
    """The dataset as a store: its own, or one made for the time being from its files."""
    if is_store:
        with Store(dataset if dataset.is_file() else dataset / FILE_NAME) as store:
            yield store
        return
    with tempfile.TemporaryDirectory(prefix="pollcheck-") as scratch, Store(Path(scratch) / FILE_NAME) as store:
        with store.transaction():
            _load(store, folder)
        yield store


def _load(store: Store, folder: Path) -> None:
    rows: dict[str, list[tuple[Any, ...]]] = defaultdict(list)
    for name, record in jsonl.read(folder):
        rows[name].append(to_row(record))
        if len(rows[name]) >= _ROWS_AT_A_TIME:
            store.insert(name, rows.pop(name))
    for name in jsonl.SOURCES:
        store.insert(name, rows[name])


def _inputs(folder: Path) -> dict[str, Any]:
    """What ``run.json`` says of the inputs, which the datasets do not know."""
    path = folder / export.RUN_FILE
    try:
        told = json.loads(path.read_text(encoding="utf-8"))
        return {name: told[name] for name in ("inputs", "quarantined") if name in told}
    except (OSError, ValueError, TypeError):
        return {}


def _mark_stale(folder: Path) -> None:
    """The files are no longer what the store beside them would export."""
    if (folder / FILE_NAME).is_file():
        with Store(folder / FILE_NAME) as store:
            export.touch(store)


def _flags(store: Store, without: frozenset[str]) -> list[Flag]:
    rows = (row for row in store.rows("flags") if row[0] not in without)
    return [flag for flag in (from_row(Flag, row) for row in rows) if isinstance(flag, Flag)]
