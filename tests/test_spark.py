"""The cluster engine against the local one: the same records, flags and comparisons, byte for byte."""

import json
import os
import shutil
import subprocess
import sys
from collections import Counter
from datetime import date, timedelta
from importlib.util import find_spec
from pathlib import Path

import pytest

from extractor import run
from extractor.batch.judging.articles import ArticleJudge
from extractor.store.columns import DATASETS
from tests.batch.datasets import CORPUS
from tests.checks.builder import extraction

DEV = Path(__file__).parents[2] / "shared" / "articles" / "dev" / "html"
needs_spark = pytest.mark.skipif(
    find_spec("pyspark") is None or not (os.environ.get("JAVA_HOME") or shutil.which("java")),
    reason="Spark is not there: it needs pyspark and Java 17",
)


@pytest.fixture(scope="module")
def outputs(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """The output of both engines on the sample pages, and on the development articles where they are at hand."""
    folder = tmp_path_factory.mktemp("engines")
    inputs = [str(CORPUS), *([str(DEV)] if DEV.is_dir() else [])]
    run(inputs, folder / "local")
    command = [sys.executable, "-m", "extractor", "spark", *inputs, "-o", str(folder / "spark"), "--master", "local[2]"]
    ended = subprocess.run(command, capture_output=True, text=True, check=False)
    assert ended.returncode == 0, ended.stderr[-3000:]
    return folder / "local", folder / "spark"


@needs_spark
@pytest.mark.parametrize("name", DATASETS)
def test_the_same_lines(outputs: tuple[Path, Path], name: str) -> None:
    local, spark = outputs
    parts = sorted((spark / "jsonl" / name).glob("part-*"))
    lines = b"".join(part.read_bytes() for part in parts)
    assert lines == (local / f"{name}.jsonl").read_bytes()
    assert lines


@needs_spark
def test_the_same_account_of_the_run(outputs: tuple[Path, Path]) -> None:
    local, spark = outputs
    assert (spark / "run.json").read_bytes() == (local / "run.json").read_bytes()


@needs_spark
@pytest.mark.parametrize("name", DATASETS)
def test_parquet_holds_the_records(outputs: tuple[Path, Path], name: str) -> None:
    from pyarrow import parquet

    local, spark = outputs
    rows = parquet.read_table(spark / "parquet" / name).to_pylist()
    records = [json.loads(line) for line in (local / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()]
    by_id = {next(iter(row.values())): row for row in rows}
    for record in records:
        row = by_id[next(iter(record.values()))]
        for field in ("value", "title", "pollsters", "text", "status", "message"):
            if field in record:
                assert row[field] == record[field]
    assert len(rows) == len(records)


def test_a_hot_pollster_is_many_small_blocks() -> None:
    """1,200 reports of 400 polls by one pollster in one year: no block holds more than those of two weeks."""
    judge = ArticleJudge({})
    blocks: Counter[int] = Counter()
    for number in range(1200):
        poll, report = divmod(number, 3)
        day = str(date(2024, 1, 1) + timedelta(days=poll * 365 // 400))
        first, second = 30 + poll % 31, 35 + poll % 23
        case = {
            "published": day,
            "text": f"{{{first} percent | approve +}} approve, {{{second} percent | disapprove -}} not: no. {report}.",
            "polls": {"p1": {"pollsters": ["Gallup"], "size": 1001 + 7 * poll, "end": day}},
        }
        blocks.update({key for key, _ in judge.judge(extraction(case, number)).poll_keys})
    assert max(blocks.values()) <= 1200 * 15 / 365
    assert sum(count >= 3 for count in blocks.values()) >= 400


def test_without_java_it_says_what_to_install(tmp_path: Path) -> None:
    environment = {"PATH": str(tmp_path), "PYTHONPATH": os.pathsep.join(sys.path)}
    command = [sys.executable, "-m", "extractor", "spark", str(CORPUS), "-o", str(tmp_path / "out")]
    ended = subprocess.run(command, capture_output=True, text=True, env=environment, check=False)
    assert ended.returncode == 2
    assert "Spark needs Java 17" in ended.stderr
    assert not (tmp_path / "out").exists()
