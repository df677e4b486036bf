"""JSON Lines: one article a line, with ``url``, ``html`` or ``text``, ``title``, ``date`` and ``outlet``."""

import json
from collections.abc import Iterator
from typing import Any, BinaryIO

from extractor.reading.limits import Limits
from extractor.reading.source import Rejected, Source, SourceMeta

_ESCAPES = 6  # an escaped character takes up to six bytes


def read_json_lines(name: str, stream: BinaryIO, limits: Limits) -> Iterator[Source | Rejected]:
    """The articles of `stream`; the n-th line is ``name#n``.  A bad line is rejected, the next goes on."""
    longest = limits.max_bytes * _ESCAPES
    number = 0
    while True:
        line = stream.readline(longest + 1)
        if not line:
            return
        number += 1
        path = f"{name}#{number}"
        if len(line) > longest:
            while line and not line.endswith(b"\n"):
                line = stream.readline(longest)
            yield Rejected.because(path, f"a line of more than {longest:,} bytes")
        elif line.strip():
            yield _article(path, line.removeprefix(b"\xef\xbb\xbf"), limits)


def _article(path: str, line: bytes, limits: Limits) -> Source | Rejected:
    try:
        record = _record(line)
        media, data = _content(record)
    except ValueError as error:
        return Rejected.because(path, error)
    if len(data) > limits.max_bytes:
        return Rejected.because(path, f"{len(data):,} bytes, more than the limit of {limits.max_bytes:,}")
    meta = SourceMeta(
        url=_string(record.get("url")),
        title=_string(record.get("title")),
        published=_string(record.get("date")) or _string(record.get("published")),
        outlet=_string(record.get("outlet")),
        media=media,
        charset="utf-8",
    )
    return Source(path, data, meta)


def _record(line: bytes) -> dict[str, Any]:
    """The object on a line; raises ValueError with what is wrong with it."""
    try:
        record = json.loads(line.decode("utf-8"))
    except UnicodeDecodeError:
        raise ValueError("not UTF-8") from None
    except json.JSONDecodeError as error:
        raise ValueError(f"not JSON: {error.msg} at column {error.colno}") from None
    except (ValueError, RecursionError):
        raise ValueError("not JSON that can be read: too deeply nested or a number too long") from None
    if not isinstance(record, dict):
        raise ValueError("not a JSON object")
    return record


def _content(record: dict[str, Any]) -> tuple[str, bytes]:
    for media in ("html", "text"):
        value = record.get(media)
        if isinstance(value, str) and value.strip():
            return media, value.encode("utf-8", "replace")
    raise ValueError('has neither "html" nor "text"')


def _string(value: Any) -> str | None:
    return value.strip() or None if isinstance(value, str) else None
