"""What a file holds: a page, a text, JSON Lines, a WARC; plain, in gzip, or in a zip archive."""

import io
import zipfile
import zlib
from collections.abc import Iterator
from typing import BinaryIO, cast

from extractor.errors import UnreadableInput
from extractor.reading.jsonlines import read_json_lines
from extractor.reading.limits import Limits
from extractor.reading.source import Rejected, Source
from extractor.reading.streams import BROKEN, GZIP_MAGIC, Inflated, gunzipped, read_document

PAGES = (".html", ".htm", ".xhtml", ".txt")
_JSON_LINES = (".jsonl", ".ndjson")
_WARC = (".warc",)
_ZIP = ".zip"
_ZIP_MAGIC = b"PK\x03\x04"
_ENCRYPTED = 0x1


def is_readable_name(name: str) -> bool:
    """Whether a file found in a folder is an input, by its name."""
    name = name.lower()
    return name.endswith(_ZIP) or name.removesuffix(".gz").endswith(PAGES + _JSON_LINES + _WARC)


def read_stream(name: str, stream: BinaryIO, limits: Limits) -> Iterator[Source | Rejected]:
    """All documents in `stream`, a file of that `name`; what kind of file it is tell its name, then its first bytes."""
    buffered = stream if isinstance(stream, io.BufferedReader) else io.BufferedReader(cast(io.RawIOBase, stream))
    try:
        yield from _read(name, name.lower(), buffered, limits)
    except UnreadableInput as error:
        yield Rejected.because(name, str(error))
    except BROKEN as error:
        yield Rejected.because(name, f"broken off or damaged: {error}")


def _read(name: str, kind: str, stream: io.BufferedReader, limits: Limits) -> Iterator[Source | Rejected]:
    head = stream.peek(4096)[:4096]
    plain = kind.removesuffix(".gz")
    if plain.endswith(_WARC) or head.startswith(b"WARC/"):
        from extractor.reading.warc import read_warc  # noqa: PLC0415  (only for those who have such files)

        yield from read_warc(name, cast(BinaryIO, stream), limits)
    elif head.startswith(GZIP_MAGIC):
        yield from _read(name, plain, gunzipped(cast(BinaryIO, stream), limits), limits)
    elif kind.endswith(_ZIP) or head.startswith(_ZIP_MAGIC):
        yield from _zip_members(name, stream, limits)
    elif plain.endswith(_JSON_LINES) or (not plain.endswith(PAGES) and head.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] == b"{"):
        yield from read_json_lines(name, cast(BinaryIO, stream), limits)
    else:
        yield Source(name, read_document(cast(BinaryIO, stream), limits))


def _zip_members(name: str, stream: io.BufferedReader, limits: Limits) -> Iterator[Source | Rejected]:
    """The documents of a zip archive, ``name#member``, in the order of their names."""
    if not stream.seekable():
        raise UnreadableInput("a zip archive cannot be read from a pipe")
    try:
        with zipfile.ZipFile(cast(BinaryIO, stream)) as archive:
            members = [m for m in archive.infolist() if not m.is_dir() and is_readable_name(m.filename)]
            if len(members) > limits.max_members:
                raise UnreadableInput(f"{len(members):,} files, more than the limit of {limits.max_members:,}")
            total = 0
            for member in sorted(members, key=lambda m: m.filename):
                total += member.file_size
                if total > limits.max_archive_bytes:
                    raise UnreadableInput(f"unpacks to more than the limit of {limits.max_archive_bytes:,} bytes")
                yield from _zip_member(f"{name}#{member.filename}", archive, member, limits)
    except (zipfile.BadZipFile, NotImplementedError, ValueError) as error:
        yield Rejected.because(name, f"not a zip archive that can be read: {error}")


def _zip_member(
    path: str, archive: zipfile.ZipFile, member: zipfile.ZipInfo, limits: Limits
) -> Iterator[Source | Rejected]:
    if member.flag_bits & _ENCRYPTED:
        yield Rejected.because(path, "encrypted")
        return
    if path.lower().endswith(_ZIP):
        yield Rejected.because(path, "an archive inside an archive is not read")
        return
    try:
        with archive.open(member) as packed:
            inflated = Inflated(cast(BinaryIO, packed), member.compress_size, limits)
            yield from read_stream(path, cast(BinaryIO, io.BufferedReader(inflated)), limits)
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, zlib.error) as error:
        yield Rejected.because(path, f"damaged: {error}")
