"""The batch: sources through a process pool into datasets."""

import json
from collections.abc import Iterable
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path

from extractor.batch.worker import process
from extractor.models import Extraction

SUFFIXES = {".html", ".htm", ".txt"}


@dataclass
class RunSummary:
    """What a run did."""

    articles: int = 0
    polls: int = 0
    questions: int = 0
    figures: int = 0
    quarantined: dict[str, str] = field(default_factory=dict)


def _files(inputs: Iterable[Path]) -> list[Path]:
    found: list[Path] = []
    for path in inputs:
        found += [path] if path.is_file() else [p for p in path.rglob("*") if p.suffix in SUFFIXES]
    return sorted(found)


def run(inputs: Iterable[str | Path], output: str | Path, *, jobs: int | None = None) -> RunSummary:
    """Extract every page under `inputs` and write the datasets to `output`."""
    files = _files(map(Path, inputs))
    names = [str(path) for path in files]
    summary, results = RunSummary(), []
    with ProcessPoolExecutor(jobs) as pool:
        pages = [path.read_bytes() for path in files]
        for name, result in zip(names, pool.map(process, names, pages, chunksize=4), strict=True):
            if isinstance(result, Extraction):
                results.append(result)
            else:
                summary.quarantined[name] = result
    _write(Path(output), results, summary)
    return summary


def _write(folder: Path, results: list[Extraction], summary: RunSummary) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for name in ("articles", "polls", "questions", "figures"):
        records = [r.article for r in results] if name == "articles" else [x for r in results for x in getattr(r, name)]
        lines = sorted(json.dumps(record.model_dump(mode="json"), ensure_ascii=False) for record in records)
        (folder / f"{name}.jsonl").write_text("".join(line + "\n" for line in lines), encoding="utf-8")
        setattr(summary, name, len(records))
