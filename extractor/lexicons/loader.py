"""Reads a lexicon and validates it against its schema, once per process."""

import tomllib
from functools import cache
from importlib import resources
from typing import TypeVar

from pydantic import BaseModel

Schema = TypeVar("Schema", bound=BaseModel)


@cache
def load(schema: type[Schema], language: str, name: str) -> Schema:
    """The lexicon ``lexicons/<language>/<name>.toml`` as an instance of `schema`.

    `language` is an ISO 639-1 code, or ``shared`` for names that do not depend on the language.
    """
    path = resources.files(__package__).joinpath(language, f"{name}.toml")
    return schema.model_validate(tomllib.loads(path.read_text(encoding="utf-8")))
