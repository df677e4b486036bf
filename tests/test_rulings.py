"""Cases from rulings of press regulators and from print, as a desk would check them: stories in, flags out."""

import json
import tomllib
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from extractor.cli import app

CASES = tomllib.loads((Path(__file__).parent / "cases" / "rulings.toml").read_text("utf-8"))["case"]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_ruling(case: dict[str, Any], tmp_path: Path) -> None:
    pages = tmp_path / "pages"
    pages.mkdir()
    for number, story in enumerate(case["stories"]):
        (pages / f"story-{number}.txt").write_text(story, "utf-8")
    chosen = [part for code in case.get("select", ()) for part in ("--select", code)]
    ended = CliRunner().invoke(app, ["run", str(pages), "-o", str(tmp_path / "output"), *chosen])
    assert ended.exit_code == 0
    lines = (tmp_path / "output" / "flags.jsonl").read_text("utf-8").splitlines()
    told = {(flag["check"], flag["severity"]) for flag in map(json.loads, lines)}
    assert {check for check, severity in told if severity != "info"} <= {case["code"]}
    assert not case["code"] or case["code"] in {check for check, _ in told}
