"""The words checks look for, from ``lexicons/<language>/checks.toml``.

Checks import nothing of the extraction, so the file is read here and validated by a schema of its own.
"""

import tomllib
from functools import cache
from importlib import resources

from pydantic import BaseModel, ConfigDict


class CheckWords(BaseModel):
    """Schema of ``checks.toml``; each list is told there."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    everyone: frozenset[str]
    stop: frozenset[str]
    negations: frozenset[str]


@cache
def words_of(language: str = "en") -> CheckWords:
    """The lexicon of one language, read once."""
    path = resources.files("extractor").joinpath("lexicons", language, "checks.toml")
    return CheckWords.model_validate(tomllib.loads(path.read_text(encoding="utf-8")))
