"""Human verdicts on flags: kept in a file beside the datasets, in force until the figures of the flag change.

A verdict is known by what the flag says (its check and the figures' sources, values and labels), not by ids, so it
holds when a page is fetched again with another sidebar.
"""

import json
from pathlib import Path
from typing import Any

from extractor.batch.lookup import find
from extractor.errors import BrokenDataset, UsageError
from extractor.models import Article, Figure, Flag
from extractor.store import atomic
from extractor.store.columns import compact
from extractor.store.sqlite import Store

FILE_NAME = "verdicts.jsonl"
Facts = list[list[Any]]


def accept(folder: Path, flag_id: str, reason: str) -> Flag:
    """Add a verdict on a flag of the datasets in `folder` to its file; gives the flag.

    Raises `UsageError` for a flag that is not there or a reason that says nothing.
    """
    if not reason.strip():
        raise UsageError("A verdict needs a reason: --reason 'why this is no fault'.")
    flag = next(find(folder, Flag, {flag_id}), None)
    if flag is None:
        raise UsageError(f"{folder} holds no flag {flag_id}: `pollcheck check {folder}` lists them.")
    facts = _facts_of_files(folder, flag)
    kept = [verdict for verdict in read(folder) if verdict["flag_id"] != flag_id]
    kept.append({"flag_id": flag_id, "check": flag.check, "facts": facts, "reason": " ".join(reason.split())})
    atomic.write_files(folder, {FILE_NAME: map(compact, sorted(kept, key=lambda verdict: str(verdict["flag_id"])))})
    return flag


def read(folder: Path) -> list[dict[str, Any]]:
    """The verdicts of a folder.  Raises `BrokenDataset` with the line that is none."""
    path = folder / FILE_NAME
    if not path.is_file():
        return []
    verdicts = []
    for number, line in enumerate(path.read_text(encoding="utf-8").split("\n"), start=1):
        if line.strip():
            try:
                verdict = json.loads(line)
                verdicts.append({name: verdict[name] for name in ("flag_id", "check", "facts", "reason")})
            except (ValueError, TypeError, KeyError) as error:
                raise BrokenDataset(f"{path}, line {number}: no verdict ({error!r}).") from error
    return verdicts


def silenced(store: Store, folder: Path) -> frozenset[str]:
    """Ids of the stored flags that a verdict in `folder` accepts as they are now."""
    accepted = {(verdict["check"], compact(verdict["facts"])) for verdict in read(folder)}
    found = set()
    for code in sorted({code for code, _ in accepted}):
        rows = store.execute(
            'SELECT flag_id, figure_ids, article_ids, expected, observed FROM flags WHERE "check" = ?', (code,)
        ).fetchall()
        found |= {row[0] for row in rows if (code, compact(_facts_of_store(store, *row[1:]))) in accepted}
    return frozenset(found)


def _facts_of_store(
    store: Store, figure_ids: str, article_ids: str, expected: str | None, observed: str | None
) -> Facts:
    figures = [
        store.execute(
            "SELECT source_path, evidence ->> 'exact', value, kind, unit, wave, population ->> 'label',"
            " response ->> 'label' FROM figures JOIN articles USING (article_id) WHERE figure_id = ?",
            (name,),
        ).fetchone()
        for name in json.loads(figure_ids)
    ]
    if figures:
        return _ordered(figures)
    articles = [
        store.execute("SELECT source_path FROM articles WHERE article_id = ?", (name,)).fetchone()
        for name in json.loads(article_ids)
    ]
    return [*_ordered(articles), [expected, observed]]


def _facts_of_files(folder: Path, flag: Flag) -> Facts:
    figures = list(find(folder, Figure, set(flag.figure_ids)))
    wanted = {figure.article_id for figure in figures} | set(flag.article_ids)
    paths = {article.article_id: article.source_path for article in find(folder, Article, wanted)}
    if not figures:
        return [*_ordered([(path,) for path in paths.values()]), [flag.expected, flag.observed]]
    return _ordered(
        (
            paths[figure.article_id],
            figure.evidence.exact,
            figure.value,
            figure.kind,
            figure.unit,
            figure.wave,
            figure.population.label,
            figure.response.label,
        )
        for figure in figures
    )


def _ordered(rows: Any) -> Facts:
    return sorted((list(row) for row in rows), key=compact)
