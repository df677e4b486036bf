"""Datasets as JSON Lines: one record a line, sorted by id, compact, UTF-8."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from pydantic import ValidationError

from extractor.errors import BrokenDataset
from extractor.models import Record
from extractor.store.columns import DATASETS, id_column, to_line

#: The datasets that a folder must hold to be checked; flags and comparisons are made from them.
SOURCES = ("articles", "polls", "questions", "figures")
#: Which record a field points to, beside the field of the same name in the record's own dataset.
REFERENCES = {
    "polls": {"article_id": "articles"},
    "questions": {"article_id": "articles", "poll_id": "polls"},
    "figures": {"article_id": "articles", "poll_id": "polls", "question_id": "questions"},
}


def lines(records: Iterable[Record]) -> list[str]:
    """The records as lines, sorted by id."""
    return [to_line(record) for record in sorted(records, key=record_id)]


def record_id(record: Record) -> str:
    """The id of a record."""
    return str(getattr(record, id_column(type(record))))


def read(folder: Path) -> Iterator[tuple[str, Record]]:
    """Every record of a folder's datasets with the name of its dataset, articles first, figures last.

    Raises `BrokenDataset`, with file and line, for a missing file, a line that is no such record, an id given twice
    and an id that points nowhere.
    """
    known: dict[str, set[str]] = {}
    for dataset in SOURCES:
        path = folder / f"{dataset}.jsonl"
        if not path.is_file():
            raise BrokenDataset(f"{path} is missing: a dataset holds {', '.join(f'{n}.jsonl' for n in SOURCES)}.")
        known[dataset] = set()
        with path.open("rb") as file:
            for number, line in enumerate(file, start=1):
                if line.strip():
                    yield dataset, _parse(path, number, line, dataset, known)


def _parse(path: Path, number: int, line: bytes, dataset: str, known: dict[str, set[str]]) -> Record:
    try:
        record = DATASETS[dataset].model_validate_json(line)
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        field = ".".join(str(part) for part in first["loc"])
        raise BrokenDataset(f"{path}, line {number}: {f'{field}: ' if field else ''}{first['msg']}.") from error
    name = record_id(record)
    if name in known[dataset]:
        raise BrokenDataset(f"{path}, line {number}: {name} is there twice.")
    known[dataset].add(name)
    for field, target in REFERENCES.get(dataset, {}).items():
        if (pointed := getattr(record, field)) not in known[target]:
            raise BrokenDataset(f"{path}, line {number}: {field} {pointed} is not in {target}.jsonl.")
    return record
