"""What the commands do once their arguments are read."""

import json
import sys
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from extractor.console import exits, tables
from extractor.console.progress import View, view

__all__ = ["accept", "check", "explain", "extract", "run", "view"]

_WORSE = {"error": ("error",), "warning": ("error", "warning")}


def run(inputs: Sequence[str], output: Path, *, view: View, as_json: bool, fail_on: str | None, **options: Any) -> None:
    """``pollcheck run``; `options` are those of `batch.run`."""
    from extractor.batch import run as run_batch

    with view:
        summary = run_batch(inputs, output, listener=view, **options)
    told = asdict(summary)
    if as_json:
        tables.show(json.dumps({"event": "done", **told}, ensure_ascii=False, default=str))
    else:
        tables.show(tables.summary(summary))
    if not summary.readable:
        exits.fail(_nothing_readable(inputs), exits.NOTHING_READABLE)
    _fail_on(summary.flags, fail_on)


def _nothing_readable(inputs: Sequence[str]) -> str:
    return f"nothing readable in {', '.join(inputs)}: expected pages (.html, .txt), JSON Lines or WARC."


def _fail_on(flags: dict[str, int], severity: str | None) -> None:
    if severity and any(flags.get(name) for name in _WORSE[severity]):
        raise SystemExit(exits.FLAGGED)


def extract(inputs: Sequence[str], *, gate: bool) -> None:
    """``pollcheck extract``."""
    from extractor.batch.worker import extract_source
    from extractor.errors import UnreadableInput
    from extractor.reading.encoding import refuse_unreadable
    from extractor.reading.gate import can_hold_poll
    from extractor.reading.sources import Rejected, iter_sources
    from extractor.store.columns import to_line

    readable = 0
    for source in iter_sources(inputs):
        if isinstance(source, Rejected):
            _set_aside(source.source_path, source.reason)
            continue
        try:
            if gate and not can_hold_poll(source.data):
                refuse_unreadable(source.data, charset=source.meta.charset)
            else:
                tables.show(to_line(extract_source(source)))
            readable += 1
        except UnreadableInput as error:
            _set_aside(source.source_path, str(error))
    if not readable:
        exits.fail(_nothing_readable(inputs), exits.NOTHING_READABLE)


def _set_aside(source_path: str, reason: str) -> None:
    print(f"set aside: {source_path}: {reason}", file=sys.stderr)


def check(dataset: Path, output: Path | None, settings: dict[str, Any], *, fail_on: str | None, as_json: bool) -> None:
    """``pollcheck check``."""
    from extractor.batch.checking import check_dataset
    from extractor.store.columns import to_line

    summary, flags = check_dataset(dataset, output=output, settings=settings)
    if as_json:
        for flag in flags:
            tables.show(to_line(flag))
    else:
        if flags:
            tables.show(tables.flags(flags) + "\n")
        tables.show(tables.summary(summary))
    _fail_on(summary.flags, fail_on)


def accept(data: Path, flag_id: str, reason: str) -> None:
    """``pollcheck accept``."""
    from extractor.batch.verdicts import FILE_NAME, accept

    flag = accept(data, flag_id, reason)
    tables.show(f"accepted: {flag.check} {flag.message}\nkept in {data / FILE_NAME}")


def explain(data: Path, figure_id: str) -> None:
    """``pollcheck explain``."""
    from extractor.console import explaining

    tables.show(explaining.explain(data, figure_id))
