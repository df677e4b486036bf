"""How a record's fields are kept in a table's columns: derived from the models, so that no list is kept by hand."""

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from types import NoneType
from typing import Any, Literal, get_args, get_origin

from extractor.models import Article, Comparison, Figure, Flag, Poll, Question, Record

Affinity = Literal["TEXT", "INTEGER", "REAL", "BOOLEAN", "JSON"]

#: Every dataset and its record class; the name is that of the table and of the ``.jsonl`` file.
DATASETS: dict[str, type[Record]] = {
    "articles": Article,
    "polls": Poll,
    "questions": Question,
    "figures": Figure,
    "flags": Flag,
    "comparisons": Comparison,
}


@dataclass(frozen=True, slots=True)
class Column:
    """One field of a record as a column; a ``JSON`` column holds the field's compact JSON text."""

    name: str
    affinity: Affinity
    optional: bool


#: Characters that some readers take for the end of a line; JSON may hold them raw, our lines never do.
_LINE_ENDS = {"\x85": "\\u0085", "\u2028": "\\u2028", "\u2029": "\\u2029"}
_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def compact(value: Any) -> str:
    """`value` as JSON text without insignificant white space; non-ASCII characters stand as they are."""
    text = _encode(value)
    for char, escaped in _LINE_ENDS.items():
        if char in text:
            text = text.replace(char, escaped)
    return text


@cache
def columns(record: type[Record]) -> tuple[Column, ...]:
    """The columns of `record`, in the order of its fields; the first is its id."""
    return tuple(Column(name, *_affinity(info.annotation)) for name, info in record.model_fields.items())


def _affinity(annotation: Any) -> tuple[Affinity, bool]:
    """The column type of an annotation, and whether it may be null."""
    members = get_args(annotation) if get_origin(annotation) not in (Literal, tuple, dict) else ()
    kinds = [member for member in members if member is not NoneType]
    optional = len(kinds) < len(members)
    if optional and len(kinds) == 1:
        return _affinity(_plain(kinds[0]))[0], True
    plain = _plain(annotation)
    if get_origin(plain) is Literal:
        return "TEXT", False
    simple: dict[Any, Affinity] = {str: "TEXT", bool: "BOOLEAN", int: "INTEGER", float: "REAL"}
    return simple.get(plain, "JSON"), False


def _plain(annotation: Any) -> Any:
    """`annotation` without its ``Annotated`` metadata."""
    return get_args(annotation)[0] if hasattr(annotation, "__metadata__") else annotation


@cache
def id_column(record: type[Record]) -> str:
    """The name of the record's id, its first field."""
    return columns(record)[0].name


def to_row(record: Record) -> tuple[Any, ...]:
    """`record` as the values of its table's row."""
    data = record.model_dump(mode="json")
    return tuple(
        compact(data[column.name]) if column.affinity == "JSON" and data[column.name] is not None else data[column.name]
        for column in columns(type(record))
    )


@cache
def line_writer(record: type[Record]) -> Callable[[Sequence[Any]], str]:
    """A function from a table's row to the record's line of JSON, which is what `to_line` gives for the record."""
    parts = [(f"{compact(column.name)}:", column.affinity) for column in columns(record)]

    def write(row: Sequence[Any]) -> str:
        fields = []
        for (key, affinity), value in zip(parts, row, strict=True):
            if value is None:
                fields.append(key + "null")
            elif affinity == "JSON":
                fields.append(key + value)
            elif affinity == "BOOLEAN":
                fields.append(key + ("true" if value else "false"))
            elif affinity == "INTEGER":
                fields.append(key + str(value))
            else:
                fields.append(key + compact(value))
        return "{" + ",".join(fields) + "}"

    return write


def from_row(record: type[Record], row: Sequence[Any]) -> Record:
    """The record of a table's row."""
    return record.model_validate_json(line_writer(record)(row))


def to_line(record: Record) -> str:
    """`record` as its line in a dataset: compact JSON, fields in the order of the model."""
    return compact(record.model_dump(mode="json"))
