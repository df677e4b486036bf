"""Datasets and ``run.json`` from the store; the same store content gives the same bytes."""

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from hashlib import sha256
from pathlib import Path
from typing import Any

from extractor.batch import verdicts, versions
from extractor.store import atomic
from extractor.store.columns import DATASETS, compact, line_writer
from extractor.store.migrations import steps
from extractor.store.sqlite import Store

RUN_FILE = "run.json"
_EXPORTED = "exported"
_STALE = "no"


def export(store: Store, folder: Path, *, inputs: dict[str, Any] | None = None) -> tuple[Path, ...]:
    """Write every dataset and ``run.json`` to `folder`, unless they are there as the store has them.

    `inputs` replaces what the store knows of its inputs, for a store that was made from datasets.
    """
    paths = tuple(folder / name for name in (*(f"{dataset}.jsonl" for dataset in DATASETS), RUN_FILE))
    silenced = accepted(store, folder)
    mark = sha256(compact([str(folder.resolve()), sorted(silenced)]).encode()).hexdigest()
    if store.get(_EXPORTED) == mark and all(path.is_file() for path in paths):
        return paths
    files: dict[str, Iterator[str]] = {f"{dataset}.jsonl": _lines(store, dataset) for dataset in DATASETS}
    files["flags.jsonl"] = _lines(store, "flags", silenced)
    described = describe(store, silenced) | (inputs or {})
    files[RUN_FILE] = iter(json.dumps(described, ensure_ascii=False, indent=1).split("\n"))
    atomic.write_files(folder, files)
    store.put(_EXPORTED, mark)
    return paths


def touch(store: Store) -> None:
    """Note that the store is about to change, so that the datasets must be written again."""
    if store.get(_EXPORTED) != _STALE:
        store.put(_EXPORTED, _STALE)


def accepted(store: Store, folder: Path) -> frozenset[str]:
    """Ids of the flags that a verdict in `folder` silences."""
    return verdicts.silenced(store, folder)


def _lines(store: Store, dataset: str, without: frozenset[str] = frozenset()) -> Iterator[str]:
    write = line_writer(DATASETS[dataset])
    return (write(row) for row in store.rows(dataset) if row[0] not in without)


def describe(store: Store, silenced: frozenset[str]) -> dict[str, Any]:
    """The content of ``run.json`` for a store."""
    told = store.execute("SELECT flag_id, severity FROM flags")
    counts = {dataset: store.count(dataset) for dataset in DATASETS}
    return description(
        inputs=dict(store.execute("SELECT outcome, count(*) FROM sources GROUP BY outcome").fetchall()),
        counts=counts | {"flags": counts["flags"] - len(silenced)},
        severities=Counter(severity for flag_id, severity in told if flag_id not in silenced),
        accepted=len(silenced),
        tested=store.execute("SELECT count(DISTINCT figure_id) FROM tested_figures").fetchone()[0],
        quarantined=store.execute(
            "SELECT source_path, reason FROM sources WHERE outcome = 'quarantined' ORDER BY source_path"
        ).fetchall(),
    )


def description(
    *,
    inputs: Mapping[str, int],
    counts: Mapping[str, int],
    severities: Mapping[str, int],
    accepted: int,
    tested: int,
    quarantined: Iterable[tuple[str, str]],
) -> dict[str, Any]:
    """The content of ``run.json``: what the output holds, by which versions, and what was set aside and why.

    `inputs` counts outcomes, `counts` records by dataset, `severities` flags; `tested` figures could be checked.
    """
    return {
        "versions": {
            "pollcheck": versions.release(),
            "extraction": versions.extraction(),
            "judging": versions.judging(),
            "schema": len(steps()),
        },
        "inputs": {
            "articles": inputs.get("article", 0),
            "gated": inputs.get("gated", 0),
            "quarantined": inputs.get("quarantined", 0),
        },
        "counts": dict(counts),
        "flags": dict(sorted(severities.items())),
        "accepted": accepted,
        "checkable": round(tested / counts["figures"], 4) if counts["figures"] else 0.0,
        "quarantined": [{"source_path": path, "reason": reason} for path, reason in quarantined],
    }
