"""Datasets and ``run.json`` from the store; the same store content gives the same bytes."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from extractor.batch import versions
from extractor.store import atomic
from extractor.store.columns import DATASETS, line_writer
from extractor.store.sqlite import Store

RUN_FILE = "run.json"
_EXPORTED = "exported"


def export(store: Store, folder: Path) -> tuple[Path, ...]:
    """Write every dataset and ``run.json`` to `folder`, unless they are there as the store has them."""
    names = [f"{dataset}.jsonl" for dataset in DATASETS] + [RUN_FILE]
    paths = tuple(folder / name for name in names)
    if store.get(_EXPORTED) == "yes" and all(path.is_file() for path in paths):
        return paths
    files: dict[str, Iterator[str]] = {f"{dataset}.jsonl": _lines(store, dataset) for dataset in DATASETS}
    files[RUN_FILE] = iter(json.dumps(describe(store), ensure_ascii=False, indent=1).split("\n"))
    atomic.write_files(folder, files)
    store.put(_EXPORTED, "yes")
    return paths


def touch(store: Store) -> None:
    """Note that the store is about to change, so that the datasets must be written again."""
    if store.get(_EXPORTED) != "no":
        store.put(_EXPORTED, "no")


def _lines(store: Store, dataset: str) -> Iterator[str]:
    write = line_writer(DATASETS[dataset])
    return (write(row) for row in store.rows(dataset))


def describe(store: Store) -> dict[str, Any]:
    """The content of ``run.json``: what the output holds, by which versions, and what was set aside and why."""
    figures = store.count("figures")
    tested = store.execute("SELECT count(DISTINCT figure_id) FROM tested_figures").fetchone()[0]
    severities = store.execute("SELECT severity, count(*) FROM flags GROUP BY severity ORDER BY severity").fetchall()
    outcomes = dict(store.execute("SELECT outcome, count(*) FROM sources GROUP BY outcome").fetchall())
    quarantined = store.execute(
        "SELECT source_path, reason FROM sources WHERE outcome = 'quarantined' ORDER BY source_path"
    ).fetchall()
    return {
        "versions": {
            "pollcheck": versions.release(),
            "extraction": versions.extraction(),
            "judging": versions.judging(),
            "schema": store.execute("PRAGMA user_version").fetchone()[0],
        },
        "inputs": {
            "articles": outcomes.get("article", 0),
            "gated": outcomes.get("gated", 0),
            "quarantined": outcomes.get("quarantined", 0),
        },
        "counts": {dataset: store.count(dataset) for dataset in DATASETS},
        "flags": dict(severities),
        "accepted": int(store.get("accepted") or 0),
        "checkable": round(tested / figures, 4) if figures else 0.0,
        "quarantined": [{"source_path": path, "reason": reason} for path, reason in quarantined],
    }
