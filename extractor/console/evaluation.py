"""``pollcheck evaluate``: the scores as a table or as JSON."""

import json
from pathlib import Path
from typing import Any

from extractor.console import tables
from extractor.evaluation import evaluate as score

_RATES = ("figures_full", "figures_detected", "same_question_pairs", "same_poll_pairs")
_FIELDS = ("fields_given_detected", "poll_metadata", "article_header")


def evaluate(gold: Path, docs: Path, data: Path, *, mistakes: int, as_json: bool) -> None:
    """Score `data` against `gold` and print the report."""
    result = score(gold, docs, data)
    if as_json:
        tables.show(json.dumps(result.report, ensure_ascii=False, indent=1))
        return
    for document, mistake in result.mistakes[:mistakes]:
        tables.show(f"{document}: {mistake}")
    tables.show(_rates(result.report))
    tables.show("\n" + _fields(result.report))


def _rates(report: dict[str, Any]) -> str:
    rows = []
    for name in _RATES:
        found = report[name]
        shares = [f"{found[key]:.3f}" for key in ("f1", "precision", "recall")]
        rows.append((name, *shares, found["tp"], found["fp"], found["fn"]))
    head = ("metric", "F1", "precision", "recall", "right", "false", "missed")
    return tables.table(head, rows, right=range(1, 7))


def _fields(report: dict[str, Any]) -> str:
    rows = [
        (f"{group}: {name}", counts["ok"], counts["of"], f"{counts['share']:.3f}")
        for group in _FIELDS
        for name, counts in report[group].items()
    ]
    quoted = report["verbatim_questions"]
    if quoted.get("all"):
        rows.append(("verbatim_questions", quoted["ok"], quoted["all"], f"{quoted['ok'] / quoted['all']:.3f}"))
    return tables.table(("field", "right", "stated", "share"), rows, right=range(1, 4))
