"""JSON Schema of every record, made from the models; `schemas/` holds what this writes."""

import json
from pathlib import Path
from typing import Any

from extractor.models import Extraction, Record
from extractor.store import atomic
from extractor.store.columns import DATASETS

_DIALECT = "https://json-schema.org/draft/2020-12/schema"


def all_schemas() -> dict[str, dict[str, Any]]:
    """The schema of a line of each dataset, and of what ``pollcheck extract`` prints, by file name."""
    records: dict[str, type[Record]] = {**DATASETS, "extraction": Extraction}
    return {f"{name}.schema.json": _schema(record) for name, record in records.items()}


def _schema(record: type[Record]) -> dict[str, Any]:
    schema = {"$schema": _DIALECT, **record.model_json_schema(mode="serialization")}
    for part in (schema, *schema.get("$defs", {}).values()):
        if "properties" in part:
            part["required"] = list(part["properties"])  # a written record has every field, if only as null
    return schema


def write_schemas(folder: Path) -> list[Path]:
    """Write every schema to `folder`; gives the files.  Raises `StoreError` where that is not possible."""
    schemas = all_schemas()
    texts = {name: json.dumps(schema, indent=2, ensure_ascii=False).split("\n") for name, schema in schemas.items()}
    atomic.write_files(folder, texts)
    return [folder / name for name in texts]
