"""The cluster engine: the work of a run as maps and group-bys on Apache Spark, with the records of the local engine.

    pollcheck spark INPUT... --output DIR --master local[*]
    spark-submit --master yarn extractor/spark.py INPUT... --output DIR

Inputs are WARC files, JSON Lines or pages in a file system that every node sees.  Output are JSON Lines
(``DIR/jsonl/figures/part-*``, sorted by id), Parquet (``DIR/parquet/figures``) and ``DIR/run.json``.

Skew: reports of one pollster and month do not meet in one task, because blocking keys are far finer than that; keys
travel with ids only, a set of members that shares several keys is compared once, profiles are sent to those sets alone,
and Spark splits what is still lopsided in a join.  No driver holds the graph of matches.
"""

import json
import os
import shutil
import sys
from argparse import ArgumentParser
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from extractor.batch import export
from extractor.batch.work import Setup
from extractor.checks.settings import Settings
from extractor.errors import UsageError
from extractor.reading.sources import input_files
from extractor.store import atomic
from extractor.store.columns import DATASETS

if TYPE_CHECKING:
    from pyspark.sql import DataFrame, SparkSession

_NO_JAVA = "Spark needs Java 17: install a Java runtime (such as openjdk-17-jre-headless) or set JAVA_HOME."
_NO_SPARK = "Spark is not installed: pip install 'pollcheck[spark]'."


def run(
    inputs: Iterable[str],
    output: str | Path,
    *,
    master: str | None = None,
    gate: bool = True,
    settings: dict[str, Any] | None = None,
) -> dict[str, Any]:
    """Extract, match and check everything under `inputs` on a cluster; gives the content of ``run.json``.

    `master` is None where spark-submit has set it.  Older datasets in `output` are replaced.

    Raises:
        UsageError: an input is not there, a setting is unknown, or Spark or Java is missing.
    """
    files = list(input_files(inputs))
    Settings.model_validate(settings or {}).chosen()
    folder = Path(output)
    with _session(master) as session:
        from extractor.distributed.job import Job  # noqa: PLC0415  (needs Spark)

        outcomes, lines = Job(session, files, Setup(gate, settings or {})).results()
        for name in DATASETS:
            _write(session, lines, name, folder)
        told = _describe(outcomes, lines)
    atomic.write_files(folder, {export.RUN_FILE: json.dumps(told, ensure_ascii=False, indent=1).split("\n")})
    return told


def _write(session: "SparkSession", lines: "DataFrame", name: str, folder: Path) -> None:
    """One dataset as JSON Lines, sorted by id, and as typed Parquet."""
    from pyspark.sql.functions import from_json  # noqa: PLC0415

    from extractor.distributed.types import struct  # noqa: PLC0415

    own = lines.where(lines.dataset == name).select("line").sort("line").persist()
    own.write.mode("overwrite").text(str(folder / "jsonl" / name))
    typed = own.select(from_json("line", struct(DATASETS[name]), {"mode": "FAILFAST"}).alias("record"))
    typed.select("record.*").write.mode("overwrite").parquet(str(folder / "parquet" / name))
    own.unpersist()


def _describe(outcomes: "DataFrame", lines: "DataFrame") -> dict[str, Any]:
    """The content of ``run.json``."""
    from pyspark.sql.functions import get_json_object  # noqa: PLC0415

    counts = {row["dataset"]: row["count"] for row in lines.groupBy("dataset").count().collect()}
    severity = get_json_object("line", "$.severity").alias("severity")
    severities = lines.where("dataset = 'flags'").select(severity).groupBy("severity").count().collect()
    rejected = outcomes.where("reason IS NOT NULL").select("source_path", "reason").collect()
    return export.description(
        inputs={row["result"]: row["count"] for row in outcomes.groupBy("result").count().collect()},
        counts={name: counts.get(name, 0) for name in DATASETS},
        severities={row["severity"]: row["count"] for row in severities},
        accepted=0,
        tested=counts.get("tested", 0),
        quarantined=sorted((row["source_path"], row["reason"]) for row in rejected),
    )


@contextmanager
def _session(master: str | None) -> "Iterator[SparkSession]":
    if not (os.environ.get("JAVA_HOME") or shutil.which("java")):
        raise UsageError(_NO_JAVA)
    try:
        from pyspark.sql import SparkSession  # noqa: PLC0415  (an extra)
    except ModuleNotFoundError as error:
        raise UsageError(_NO_SPARK) from error
    builder = SparkSession.builder.appName("pollcheck")
    if master:
        builder = builder.master(master)
    if (master or "").startswith("local"):
        os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
        for name, value in _LOCAL.items():
            builder = builder.config(name, value)
    session = builder.getOrCreate()
    session.sparkContext.setLogLevel("ERROR")
    try:
        yield session
    finally:
        session.stop()


#: On one machine: no web page, no look-up of the host name, few partitions.
_LOCAL = {
    "spark.ui.enabled": "false",
    "spark.driver.host": "127.0.0.1",
    "spark.driver.bindAddress": "127.0.0.1",
    "spark.sql.shuffle.partitions": "8",
    "spark.ui.showConsoleProgress": "false",
}


def main(arguments: Sequence[str] | None = None) -> None:
    """Entry point of ``spark-submit``."""
    parser = ArgumentParser(prog="spark.py", description=(__doc__ or "").splitlines()[0])
    parser.add_argument("inputs", nargs="+", help="WARC files, JSON Lines or pages; files or folders")
    parser.add_argument("--output", required=True, help="folder to write to")
    parser.add_argument("--master", help="Spark master; by default that of spark-submit")
    parser.add_argument("--no-gate", action="store_true", help="read also pages that look like no poll story")
    given = parser.parse_args(arguments)
    told = run(given.inputs, given.output, master=given.master, gate=not given.no_gate)
    print(json.dumps(told["counts"]))


if __name__ == "__main__":
    main()
