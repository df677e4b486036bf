"""WARC files, as crawlers write them (ISO 28500; the layout of CC-NEWS works as it is)."""

import io
import zlib
from collections.abc import Iterator
from typing import Any, BinaryIO

from fastwarc.warc import ArchiveIterator, WarcRecordType

from extractor.reading.limits import Limits
from extractor.reading.source import Rejected, Source, SourceMeta
from extractor.reading.streams import GZIP_MAGIC

_TYPES = WarcRecordType.response | WarcRecordType.resource | WarcRecordType.conversion
_MEDIA = {"text/html": "html", "application/xhtml+xml": "html", "text/plain": "text"}
_HUGE = 8  # times the size of a document: the rest of such a record is leapt over, not read
_CHUNK = 1 << 20
_MAX_RESTARTS = 1_000
_BROKEN = (OSError, ValueError, EOFError)
_BEGINS = b"WARC/"
_PARTS = b"\r\n\r\n"  # what stands between two records


def read_warc(name: str, stream: BinaryIO, limits: Limits) -> Iterator[Source | Rejected]:
    """The pages of a WARC file: successful responses, resources and conversions that are HTML or plain text.

    Each is ``name#record-id`` (the number of the record where it has no id).  After a broken record reading goes on
    with the next one that can be found, if `stream` can be searched.
    """
    number, start = 0, 0
    for _ in range(_MAX_RESTARTS):
        last, found = start, None
        try:
            for record in _records(stream, start):
                number += 1
                last = record.stream_pos
                found = _page(name, record, number, limits)
                if found is not None:
                    yield found
                if record.content_length > limits.max_bytes * _HUGE and stream.seekable():
                    break
            else:
                return
        except _BROKEN as error:
            if not isinstance(found, Rejected):  # else it was said already
                number += 1
                yield Rejected.because(f"{name}#{number}", f"broken WARC record: {error}")
        following = _next_record(stream, last + 1)
        if following is None:
            return
        start = following


class _Forward:
    """A stream that can only be read forwards, with the position that the iterator asks for."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self._at = 0

    def read(self, size: int = -1) -> bytes:
        data = self._stream.read(size)
        self._at += len(data)
        return data

    def tell(self) -> int:
        return self._at


def _records(stream: BinaryIO, start: int) -> Iterator[Any]:
    if start:
        stream.seek(start)
    source: Any = stream if stream.seekable() else _Forward(stream)
    try:
        yield from ArchiveIterator(source, record_types=_TYPES, parse_http=True, auto_decode="all")
    except BaseException as error:
        if type(error).__module__ == "pyo3_runtime":  # a panic of the compiled reader is no Exception
            raise OSError("the WARC reader gave up on it") from error
        raise


def _page(name: str, record: Any, number: int, limits: Limits) -> Source | Rejected | None:
    """The page of a record; None for what is no page (an image, a redirection)."""
    content_type = record.http_content_type if record.is_http else record.headers.get("Content-Type", "").split(";")[0]
    media = _MEDIA.get((content_type or "").strip().lower())
    if media is None:
        return None
    if record.is_http and not 200 <= (record.http_headers.status_code or 0) < 300:
        return None
    path = _path(name, record, number)
    try:
        data = record.reader.read(limits.max_bytes + 1)
    except _BROKEN as error:
        return Rejected.because(path, f"broken WARC record: {error}")
    if len(data) > limits.max_bytes:
        return Rejected.because(path, f"more than the limit of {limits.max_bytes:,} bytes")
    coded = record.is_http and (
        record.http_headers.get("Content-Encoding") or record.http_headers.get("Transfer-Encoding")
    )
    if len(data) < record.content_length and not coded:
        return Rejected.because(path, f"cut off after {len(data):,} of {record.content_length:,} bytes")
    meta = SourceMeta(
        url=record.headers.get("WARC-Target-URI"), media=media, charset=record.http_charset if record.is_http else None
    )
    return Source(path, data, meta)


def _path(name: str, record: Any, number: int) -> str:
    return f"{name}#{(record.record_id or '').strip('<>') or number}"


def _next_record(stream: BinaryIO, start: int) -> int | None:
    """Where the first record after `start` begins, for a stream that can be searched."""
    try:
        if not stream.seekable():
            return None
        stream.seek(0)
        packed = stream.read(2) == GZIP_MAGIC
        mark = GZIP_MAGIC + b"\x08" if packed else _PARTS + _BEGINS
        stream.seek(start)
    except (OSError, io.UnsupportedOperation):
        return None
    kept, at = b"", start
    while chunk := stream.read(_CHUNK):
        window = kept + chunk
        found = window.find(mark)
        while found >= 0:
            place = at - len(kept) + found + (0 if packed else len(_PARTS))
            if _is_record(stream, place, compressed=packed):
                return place
            found = window.find(mark, found + 1)
        at += len(chunk)
        stream.seek(at)
        kept = window[-len(mark) + 1 :]
    return None


def _is_record(stream: BinaryIO, place: int, *, compressed: bool) -> bool:
    stream.seek(place)
    head = stream.read(4096)
    if not compressed:
        return head[5:6].isdigit() and b"\r\n" in head[:16]
    try:
        return zlib.decompressobj(31).decompress(head, len(_BEGINS)) == _BEGINS
    except zlib.error:
        return False
