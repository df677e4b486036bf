"""What a run did, for its caller: totals of the output, and what changed."""

import json
from dataclasses import dataclass, field
from pathlib import Path

from extractor.batch.export import RUN_FILE
from extractor.store.columns import DATASETS


@dataclass(slots=True)
class RunSummary:
    """Totals of the output folder after the run, and what this run did to it."""

    output: Path
    counts: dict[str, int] = field(default_factory=lambda: dict.fromkeys(DATASETS, 0))
    """Records by dataset."""
    flags: dict[str, int] = field(default_factory=dict)
    """Flags by severity; accepted ones are not among them."""
    accepted: int = 0
    """Flags that a human verdict silences."""
    checkable: float = 0.0
    """Share (0 to 1) of the figures that at least one check could test."""
    gated: int = 0
    """Inputs that cannot hold a poll story by their bytes."""
    quarantined: dict[str, str] = field(default_factory=dict)
    """Inputs that were set aside, with the reason."""
    processed: int = 0
    """Inputs that this run read."""
    unchanged: int = 0
    """Inputs that this run skipped: the same bytes, the same version."""
    removed: int = 0
    """Inputs that this run dropped from the store, because they are gone (``prune``)."""
    readable: int = 0
    """Inputs of this run that could be read."""
    files: tuple[Path, ...] = ()
    """What was written."""


def summarise(summary: RunSummary) -> None:
    """Fill in the totals from the ``run.json`` in the output folder."""
    told = json.loads((summary.output / RUN_FILE).read_text(encoding="utf-8"))
    summary.counts = told["counts"]
    summary.flags = told["flags"]
    summary.accepted = told["accepted"]
    summary.checkable = told["checkable"]
    summary.gated = told["inputs"]["gated"]
    summary.quarantined = {row["source_path"]: row["reason"] for row in told["quarantined"]}
