"""Byte streams that guard against decompression bombs."""

import gzip
import io
import zlib
from typing import BinaryIO

from extractor.errors import UnreadableInput
from extractor.reading.limits import Limits

GZIP_MAGIC = b"\x1f\x8b"
_FREE = 1_000_000  # bytes before the ratio is judged

#: What a broken compressed stream raises.
BROKEN = (OSError, EOFError, zlib.error)


class Inflated(io.RawIOBase):
    """A decompressed stream over `compressed`; reading past the limits raises `UnreadableInput`.

    `size` gives the number of compressed bytes that were read so far, or in all.
    """

    def __init__(self, stream: BinaryIO, compressed: BinaryIO | int, limits: Limits) -> None:
        super().__init__()
        self._stream = stream
        self._compressed = compressed
        self._limits = limits
        self._out = 0

    def readable(self) -> bool:
        """Always."""
        return True

    def readinto(self, buffer: "memoryview | bytearray") -> int:  # type: ignore[override]
        """Read into `buffer`; see `io.RawIOBase`."""
        data = self._stream.read(len(buffer))
        buffer[: len(data)] = data
        self._out += len(data)
        if self._out > self._limits.max_archive_bytes:
            raise UnreadableInput(f"unpacks to more than the limit of {self._limits.max_archive_bytes:,} bytes")
        packed = self._compressed if isinstance(self._compressed, int) else self._compressed.tell()
        if self._out > _FREE and self._out > self._limits.max_ratio * max(1, packed):
            raise UnreadableInput(f"unpacks to more than {self._limits.max_ratio} times its size")
        return len(data)


def gunzipped(stream: BinaryIO, limits: Limits) -> io.BufferedReader:
    """`stream` decompressed from gzip, within `limits`."""
    counted = _Counted(stream)
    return io.BufferedReader(Inflated(gzip.GzipFile(fileobj=counted), counted, limits))  # type: ignore[arg-type]


def read_document(stream: BinaryIO, limits: Limits) -> bytes:
    """All of `stream`, one document; raises `UnreadableInput` when it is larger than a document may be."""
    data = stream.read(limits.max_bytes + 1)
    if len(data) > limits.max_bytes:
        raise UnreadableInput(f"more than the limit of {limits.max_bytes:,} bytes")
    return data


class _Counted(io.RawIOBase):
    """Counts what is read from a stream that may have no position."""

    def __init__(self, stream: BinaryIO) -> None:
        super().__init__()
        self._stream = stream
        self._read = 0

    def readable(self) -> bool:
        return True

    def read(self, size: int = -1) -> bytes:
        data = self._stream.read(size)
        self._read += len(data)
        return data

    def tell(self) -> int:
        return self._read
