"""Spark types of the records, made from the models, for typed Parquet files."""

from types import NoneType
from typing import Any, Literal, get_args, get_origin

from pyspark.sql import types

from extractor.models import Record

_SIMPLE: dict[Any, types.DataType] = {
    str: types.StringType(),
    bool: types.BooleanType(),
    int: types.LongType(),
    float: types.DoubleType(),
}


def struct(record: type[Record]) -> types.StructType:
    """The Spark schema of a record: lists, structs and maps where the model has them."""
    return types.StructType(
        [types.StructField(name, _type(field.annotation)) for name, field in record.model_fields.items()]
    )


def _type(annotation: Any) -> types.DataType:
    origin, members = get_origin(annotation), get_args(annotation)
    if annotation in _SIMPLE:
        return _SIMPLE[annotation]
    if origin is Literal:
        return types.StringType()
    if origin is tuple:
        return types.ArrayType(_type(members[0]))
    if origin is dict:
        return types.MapType(_type(members[0]), _type(members[1]))
    if isinstance(annotation, type) and issubclass(annotation, Record):
        return struct(annotation)
    # An optional field, or one with constraints: the type is the first member.
    return _type(next(member for member in members if member is not NoneType))
