"""The evaluation as a whole: on gold of our own, and against the reference where that is at hand."""

import importlib.util
import json
from pathlib import Path
from typing import Any

import pytest

from extractor import run
from extractor.errors import BrokenDataset, UsageError
from extractor.evaluation import evaluate
from tests.batch.datasets import CORPUS

SHARED = Path(__file__).parents[3] / "shared"
REFERENCE = SHARED / "bench" / "score.py"
needs_shared = pytest.mark.skipif(not REFERENCE.is_file(), reason="the reference scorer is not at hand")


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    output = tmp_path_factory.mktemp("evaluated")
    run([CORPUS], output)
    return output


def reference(gold: Path, docs: Path, data: Path) -> dict[str, Any]:
    spec = importlib.util.spec_from_file_location("score", REFERENCE)
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    report: dict[str, Any] = module.score(gold, docs, data)[0]
    return report


@needs_shared
def test_equal_on_the_sample_pages(data: Path) -> None:
    expected = reference(CORPUS / "gold", CORPUS / "text", data)
    assert evaluate(CORPUS / "gold", CORPUS / "text", data).report == expected
    assert expected["figures_detected"]["tp"] > 100


@needs_shared
def test_equal_on_a_dataset_full_of_faults(data: Path, tmp_path: Path) -> None:
    for name in ("articles", "polls", "questions", "figures"):
        rows = [json.loads(line) for line in (data / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()]
        kept = [_spoilt(row, number) for number, row in enumerate(rows) if number % 9]
        (tmp_path / f"{name}.jsonl").write_text("".join(json.dumps(row) + "\n" for row in kept), encoding="utf-8")
    expected = reference(CORPUS / "gold", CORPUS / "text", tmp_path)
    assert evaluate(CORPUS / "gold", CORPUS / "text", tmp_path).report == expected
    assert expected["figures_full"]["fp"] > 10


def _spoilt(row: dict[str, Any], number: int) -> dict[str, Any]:
    if "response" in row and number % 3 == 0:
        row |= {"response": None, "wave": None, "poll_id": None}
    elif "response" in row and number % 4 == 0:
        row |= {"value": row["value"] + 1, "population": {"label": "women aged 18 to 29"}}
    return row


@needs_shared
def test_annotations_count_as_the_gold_built_from_them(data: Path) -> None:
    built = evaluate(SHARED / "gold" / "seeds", SHARED / "seeds", data).report
    assert evaluate(SHARED / "bench" / "annotations" / "seeds", SHARED / "seeds", data).report == built


def test_the_sample_pages_by_their_annotations(data: Path) -> None:
    by_gold = evaluate(CORPUS / "gold", CORPUS / "text", data)
    assert evaluate(CORPUS / "annotations", CORPUS / "text", data).report == by_gold.report
    assert by_gold.report["figures_detected"]["f1"] > 0.9
    wrong = sum(rate for document, rate in by_gold.report["documents"].items() if rate < 1)
    assert bool(by_gold.mistakes) == bool(wrong)


def test_what_is_missing_is_told(data: Path, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="holds no gold"):
        evaluate(tmp_path, CORPUS / "text", data)
    with pytest.raises(UsageError, match="give its folder with --docs"):
        evaluate(CORPUS / "gold", tmp_path, data)
    with pytest.raises(BrokenDataset, match=r"articles\.jsonl is missing"):
        evaluate(CORPUS / "gold", CORPUS / "text", tmp_path)


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("{", "is no gold"),
        ('{"doc": "a.txt"}', "is no gold"),
        ('{"doc": "a.txt", "questions": {}, "findings": [["5%", 2, 5, "share", ["a"], ["b"], "q"]]}', "occurs 1 times"),
        ('{"doc": "a.txt", "questions": {}, "findings": [["5%", 1, 5, "sum", ["a"], ["b"], "q"]]}', "unknown kind"),
        (
            '{"doc": "a.txt", "questions": {}, "findings": [["5%", 1, 5, "share", ["a"], ["b"], "q"]]}',
            "unknown question",
        ),
    ],
)
def test_gold_that_is_none(data: Path, tmp_path: Path, content: str, message: str) -> None:
    (tmp_path / "a.txt").write_text("Only 5% of 15% agree.", encoding="utf-8")
    (tmp_path / "a.gold.json").write_text(content, encoding="utf-8")
    with pytest.raises(UsageError, match=message):
        evaluate(tmp_path, tmp_path, data)
