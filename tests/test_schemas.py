"""`schemas/` is what the models say, and what a run writes holds to it."""

import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from extractor import run
from extractor.schemas import all_schemas, write_schemas
from tests.batch.datasets import CORPUS

SCHEMAS = Path(__file__).parent.parent / "schemas"


def test_the_files_are_current(tmp_path: Path) -> None:
    written = {path.name: path.read_bytes() for path in write_schemas(tmp_path)}
    assert {path.name: path.read_bytes() for path in SCHEMAS.iterdir()} == written, "run `pollcheck schema`"


@pytest.mark.parametrize("name", all_schemas())
def test_they_are_schemas(name: str) -> None:
    schema = all_schemas()[name]
    Draft202012Validator.check_schema(schema)
    assert schema["additionalProperties"] is False
    assert set(schema["required"]) == set(schema["properties"])


def test_a_run_holds_to_them(tmp_path: Path) -> None:
    run([CORPUS / "01-ledger-defense-ties.html", CORPUS / "06-ridge-county-reprint.html"], tmp_path)
    for name, schema in all_schemas().items():
        path = tmp_path / f"{name.split('.')[0]}.jsonl"
        if path.exists():
            lines = path.read_text(encoding="utf-8").splitlines()
            for line in lines:
                Draft202012Validator(schema).validate(json.loads(line))
            assert lines or name.startswith("flags")
