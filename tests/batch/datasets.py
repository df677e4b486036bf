"""What the tests of the engines share: the cases of the checks as one dataset, and datasets compared by their lines."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from extractor.checks import Settings, run_checks
from extractor.matching import compare, link_with_reasons
from extractor.models import Dataset, Extraction, Record
from extractor.store import jsonl
from extractor.store.columns import DATASETS, line_writer
from extractor.store.sqlite import Store
from tests.checks.builder import cases, extraction

CASES = Path(__file__).parent.parent / "cases" / "checks"
CORPUS = Path(__file__).parent.parent.parent / "corpus"
NAMES = tuple(f"{name}.jsonl" for name in DATASETS)

Lines = dict[str, list[str]]


def all_cases(pattern: str = "*.toml") -> list[Extraction]:
    """Every article of every case file that fits `pattern`."""
    articles: list[dict[str, Any]] = []
    for path in sorted(CASES.glob(pattern)):
        for _, case, _ in cases(path):
            articles += case.get("articles", [case])
    return [extraction(article, number) for number, article in enumerate(articles)]


def joined(extractions: Iterable[Extraction]) -> Dataset:
    """The records of several articles."""
    parts = list(extractions)
    return Dataset(
        articles=tuple(part.article for part in parts),
        polls=tuple(poll for part in parts for poll in part.polls),
        questions=tuple(question for part in parts for question in part.questions),
        figures=tuple(figure for part in parts for figure in part.figures),
    )


def in_memory(dataset: Dataset) -> Lines:
    """The lines of a dataset that is linked, compared and checked as a whole."""
    linked = link_with_reasons(dataset)
    comparisons = compare(linked.dataset)
    report = run_checks(linked.dataset, comparisons, Settings(), reasons=linked.reasons)
    records: dict[str, Iterable[Record]] = {
        **{name: getattr(linked.dataset, name) for name in jsonl.SOURCES},
        "flags": report.flags,
        "comparisons": comparisons,
    }
    return {name: jsonl.lines(found) for name, found in records.items()}


def in_store(store: Store) -> Lines:
    """The lines of a store."""
    return {name: [line_writer(record)(row) for row in store.rows(name)] for name, record in DATASETS.items()}


def in_folder(folder: Path) -> dict[str, bytes]:
    """The bytes of an output's datasets and of its ``run.json``."""
    return {name: (folder / name).read_bytes() for name in (*NAMES, "run.json")}
