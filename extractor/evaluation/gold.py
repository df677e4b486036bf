"""Gold as the evaluation reads it: ``*.gold.json`` as built, or annotations from which it is built here.

An annotation names each figure by its verbatim text and its occurrence in the document (`Finding` rows of
``[exact, nth, value, kind, population, response, question, {wave, qualifier, optional}]``).
"""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from extractor.errors import UsageError

Gold = dict[str, Any]

KINDS = ("share", "change", "difference")


def load(folder: Path, docs: Path) -> list[tuple[Gold, str]]:
    """Every gold document of `folder` with its raw text from `docs`, in the order of file names.

    Raises `UsageError` where there is no gold, a document is missing or an annotation does not fit its document.
    """
    found = sorted(folder.glob("*.gold.json")) or sorted(folder.glob("*.json"))
    if not found:
        raise UsageError(f"{folder} holds no gold: expected NAME.gold.json, or annotations NAME.json.")
    return [load_one(path, docs) for path in found]


def load_one(path: Path, docs: Path) -> tuple[Gold, str]:
    """One gold document, or annotation, with its raw text; raises `UsageError` as `load` does."""
    try:
        gold = json.loads(path.read_text(encoding="utf-8"))
        document = docs / gold["doc"]
        findings = gold["findings"]
    except (ValueError, KeyError, TypeError) as error:
        raise UsageError(f"{path} is no gold: {error!r}.") from error
    if not document.is_file():
        raise UsageError(f"{path} is about {document}, which is not there: give its folder with --docs.")
    text = document.read_text(encoding="utf-8")
    if any(isinstance(row, list) for row in findings):
        gold |= {"findings": [_finding(path, gold, text, row) for row in findings]}
    return gold, text


def _finding(path: Path, gold: Gold, text: str, row: list[Any]) -> dict[str, Any]:
    exact, nth, value, kind, population, response, question, *rest = row
    starts = list(occurrences(text, exact))
    if not 1 <= nth <= len(starts):
        raise UsageError(f"{path}: {exact!r} occurs {len(starts)} times in {gold['doc']}, occurrence {nth} is asked.")
    if kind not in KINDS:
        raise UsageError(f"{path}: {exact!r} is of the unknown kind {kind!r}; known are {', '.join(KINDS)}.")
    if question not in gold["questions"]:
        raise UsageError(f"{path}: {exact!r} answers the unknown question {question!r}.")
    start = starts[nth - 1]
    extra = rest[0] if rest else {}
    return {
        "figure": {"exact": exact, "start": start, "end": start + len(exact)},
        "value": value,
        "kind": kind,
        "population": population,
        "response": response,
        "question": question,
        "wave": extra.get("wave", "current"),
        "qualifier": extra.get("qualifier", "exact"),
        "optional": extra.get("optional", False),
    }


def occurrences(text: str, exact: str) -> Iterator[int]:
    """Offsets of `exact` in `text`, not inside a longer number."""
    return (match.start() for match in re.finditer(rf"(?<!\d)(?<!\d[.,]){re.escape(exact)}(?!\d)", text))
