"""Single records of an output folder."""

from collections.abc import Iterator
from pathlib import Path
from typing import TypeVar

from extractor.errors import UsageError
from extractor.models import Article, Figure, Record
from extractor.store.columns import DATASETS

AnyRecord = TypeVar("AnyRecord", bound=Record)


def find(folder: Path, record: type[AnyRecord], ids: set[str]) -> Iterator[AnyRecord]:
    """The records of one kind in a folder of datasets whose ids are among `ids`.

    Raises `UsageError` where the folder holds no such dataset.
    """
    name = next(name for name, kind in DATASETS.items() if kind is record)
    path = folder / f"{name}.jsonl"
    if not path.is_file():
        raise UsageError(f"{path} is missing: name the folder that a run has written.")
    starts = tuple(f'{{"{next(iter(record.model_fields))}":"{key}"' for key in ids)
    with path.open(encoding="utf-8", newline="\n") as file:
        for line in file:
            if line.startswith(starts):
                yield record.model_validate_json(line)


def find_figure(folder: Path, figure_id: str) -> tuple[Article, Figure]:
    """A figure with its article.  Raises `UsageError` if it is not in the folder."""
    figure = next(find(folder, Figure, {figure_id}), None)
    if figure is None:
        raise UsageError(f"{folder} holds no figure {figure_id}: figures.jsonl lists them.")
    return next(find(folder, Article, {figure.article_id})), figure
