"""WARC files as crawlers write them."""

import gzip
import io
import sys
import zipfile
from pathlib import Path

import pytest

from extractor.reading.limits import Limits
from extractor.reading.sources import Rejected, iter_sources

HTML = "text/html; charset=iso-8859-1"


def record(
    number: int, body: bytes, *, kind: str = "response", content: str = HTML, status: str = "200 OK", coding: str = ""
) -> bytes:
    head = f"HTTP/1.1 {status}\r\nContent-Type: {content}\r\n{coding}\r\n".encode() if kind == "response" else b""
    block = head + body
    mime = "application/http; msgtype=response" if kind == "response" else content
    return (
        f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Record-ID: <urn:uuid:{number}>\r\nWARC-Date: 2020-01-02T03:04:05Z\r\n"
        f"WARC-Target-URI: https://news.example/{number}\r\nContent-Type: {mime}\r\n"
        f"Content-Length: {len(block)}\r\n\r\n"
    ).encode() + block + b"\r\n\r\n"  # fmt: skip


RECORDS = [
    record(0, b"software: x\r\n", kind="warcinfo", content="application/warc-fields"),
    record(1, b"<p>one</p>"),
    record(2, gzip.compress(b"<p>two</p>"), coding="Content-Encoding: gzip\r\n"),
    record(3, b"b\r\n<p>three</p\r\n1\r\n>\r\n0\r\n\r\n", coding="Transfer-Encoding: chunked\r\n"),
    record(4, b"\x89PNG", content="image/png"),
    record(5, b"<p>gone</p>", status="404 Not Found"),
    record(6, b"GET / HTTP/1.1", kind="request", content="text/html"),
    record(7, b"plain words", kind="conversion", content="text/plain"),
    record(8, b"x" * 3000),
    record(9, b"<p>nine</p>", content="application/xhtml+xml"),
]
FOUND = {"1": "<p>one</p>", "2": "<p>two</p>", "3": "<p>three</p>", "7": "plain words", "8": "!", "9": "<p>nine</p>"}


def listed(path: Path | str) -> dict[str, str]:
    found = {}
    for item in iter_sources([path], limits=Limits(max_bytes=2000)):
        name = item.source_path.rpartition("#")[2].removeprefix("urn:uuid:")
        found[name] = "!" if isinstance(item, Rejected) else item.data.decode()
    return found


def written(folder: Path, *, packed: bool, records: list[bytes] = RECORDS) -> Path:
    path = folder / ("x.warc.gz" if packed else "x.warc")
    path.write_bytes(b"".join(map(gzip.compress, records) if packed else records))
    return path


@pytest.mark.parametrize("packed", [False, True])
def test_pages_of_a_crawl(tmp_path: Path, packed: bool) -> None:
    assert listed(written(tmp_path, packed=packed)) == FOUND


def test_what_the_record_says(tmp_path: Path) -> None:
    first = next(iter_sources([written(tmp_path, packed=True)]))
    assert first.source_path.endswith("x.warc.gz#urn:uuid:1")
    assert (first.meta.url, first.meta.media, first.meta.charset) == ("https://news.example/1", "html", "iso-8859-1")  # type: ignore[union-attr]
    assert first.meta.published is None  # type: ignore[union-attr]  (the date of a crawl is not that of a story)


class Pipe(io.BytesIO):
    def seekable(self) -> bool:
        return False

    def seek(self, *_: int) -> int:
        raise io.UnsupportedOperation("seek")


@pytest.mark.parametrize("packed", [False, True])
def test_from_a_pipe(packed: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    data = b"".join(map(gzip.compress, RECORDS) if packed else RECORDS)
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(Pipe(data)))
    assert listed("-") == FOUND


def test_in_a_zip(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "z.zip", "w") as archive:
        archive.writestr("x.warc", b"".join(RECORDS))
    assert listed(tmp_path / "z.zip") == FOUND


@pytest.mark.parametrize("packed", [False, True])
def test_a_broken_record_does_not_stop_the_rest(tmp_path: Path, packed: bool) -> None:
    broken = b"WARC/1.0\r\nthis is no header\x00\xff" * 5 + b"\r\n\r\n"
    parts = [*RECORDS[:2], broken, *RECORDS[7:]]
    if packed:
        data = [gzip.compress(part) for part in parts]
        data[2] = data[2][:12] + b"\xff" * 10 + data[2][22:]
        path = tmp_path / "x.warc.gz"
        path.write_bytes(b"".join(data))
    else:
        path = written(tmp_path, packed=False, records=parts)
    found = listed(path)
    assert {key: said for key, said in found.items() if said != "!"} == {key: FOUND[key] for key in ("1", "7", "9")}


@pytest.mark.parametrize("packed", [False, True])
def test_cut_off_at_the_end(tmp_path: Path, packed: bool) -> None:
    path = written(tmp_path, packed=packed, records=[*RECORDS[:2], record(20, b"<p>" + b"word " * 300)])
    path.write_bytes(path.read_bytes()[:-40] if packed else path.read_bytes()[:-700])
    found = listed(path)
    assert found.pop("1") == "<p>one</p>"
    assert set(found.values()) <= {"!"}
