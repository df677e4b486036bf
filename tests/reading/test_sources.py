"""Folders, containers and their limits: every document in order, what is bad set aside."""

import gzip
import io
import json
import sys
import zipfile
from pathlib import Path

import pytest

from extractor.errors import UsageError
from extractor.reading.limits import Limits
from extractor.reading.sources import Rejected, Source, iter_sources

LIMITS = Limits(max_bytes=2_000_000, max_archive_bytes=8_000_000, max_ratio=100, max_members=5)


def listed(*paths: Path | str, limits: Limits = LIMITS) -> list[tuple[str, str]]:
    """Name (last part of the path) and content, or reason after ``!``, of every document."""
    found = []
    for item in iter_sources(paths, limits=limits):
        said = f"!{item.reason}" if isinstance(item, Rejected) else item.data.decode()
        found.append((item.source_path.rpartition("/")[2], said))
    return found


def test_folder_in_order(tmp_path: Path) -> None:
    for name in (
        "b.html",
        "a.txt",
        "sub/c.htm",
        "sub/d.xhtml",
        "e.pdf",
        "README",
        ".hidden.html",
        ".git/x.html",
        "a.HTML",
    ):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(name)
    names = ["a.HTML", "a.txt", "b.html", "sub/c.htm", "sub/d.xhtml"]
    assert [s.source_path for s in iter_sources([tmp_path])] == [f"{tmp_path}/{name}" for name in names]


def test_each_file_once(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("x")
    assert listed(tmp_path, tmp_path / "a.txt", str(tmp_path)) == [("a.txt", "x")]


@pytest.mark.parametrize("paths", [[], ["no/such/folder"]])
def test_usage_errors_come_at_once(paths: list[str]) -> None:
    with pytest.raises(UsageError):
        iter_sources(paths)


def test_one_large_file_does_not_stop_the_rest(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"x" * (LIMITS.max_bytes + 1))
    (tmp_path / "b.txt").write_text("b")
    assert listed(tmp_path) == [("a.txt", "!more than the limit of 2,000,000 bytes"), ("b.txt", "b")]


LINES = {
    '{"html": "<p>a</p>", "url": "https://x.example", "title": "T", "date": "2020-01-02", "outlet": "O"}': "<p>a</p>",
    '{"text": "b", "html": ""}': "b",
    "": None,
    "{bad": "!not JSON: Expecting property name enclosed in double quotes at column 2",
    "[1]": "!not a JSON object",
    '{"url": "x"}': '!has neither "html" nor "text"',
    '{"text": 5}': '!has neither "html" nor "text"',
    "[" * 50_000: "!not JSON that can be read: too deeply nested or a number too long",
    '{"text": "lone \\ud800"}': "lone ?",
    '{"text": "last"}': "last",
}


def expected_lines(name: str) -> list[tuple[str, str]]:
    return [(f"{name}#{n}", said) for n, said in enumerate(LINES.values(), start=1) if said is not None]


def test_json_lines(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text("\n".join(LINES))
    assert listed(tmp_path) == expected_lines("a.jsonl")
    first = next(iter_sources([tmp_path]))
    assert isinstance(first, Source)
    meta = first.meta
    assert (meta.url, meta.title, meta.published, meta.outlet) == ("https://x.example", "T", "2020-01-02", "O")
    assert meta.media == "html"


def test_json_lines_that_are_no_utf8_or_too_long(tmp_path: Path) -> None:
    long = json.dumps({"text": "x" * 13_000_000}).encode()
    (tmp_path / "a.jsonl").write_bytes(b'{"text": "\xe9"}\n' + long + b"\n" + b'{"text": "c"}')
    assert listed(tmp_path) == [
        ("a.jsonl#1", "!not UTF-8"),
        ("a.jsonl#2", "!a line of more than 12,000,000 bytes"),
        ("a.jsonl#3", "c"),
    ]


def test_gzip(tmp_path: Path) -> None:
    (tmp_path / "a.html.gz").write_bytes(gzip.compress(b"<p>a</p>", mtime=0) + gzip.compress(b"<p>b</p>"))
    (tmp_path / "b.jsonl.gz").write_bytes(gzip.compress("\n".join(LINES).encode()))
    (tmp_path / "c.txt.gz").write_bytes(gzip.compress(b"word " * 1000, mtime=0)[:-12])
    (tmp_path / "d.txt.gz").write_bytes(b"plain after all")
    found = listed(tmp_path)
    assert found[0] == ("a.html.gz", "<p>a</p><p>b</p>")
    assert found[1:-2] == expected_lines("b.jsonl.gz")
    assert found[-2][1].startswith("!broken off or damaged")
    assert found[-1] == ("d.txt.gz", "plain after all")


def zipped(path: Path, members: dict[str, bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return path


def test_zip(tmp_path: Path) -> None:
    members = {
        "b.txt": b"b",
        "a/x.html": b"<p>",
        "in.zip": b"PK",
        "c.jsonl": b'{"text": "c"}',
        "pic.png": b"",
        "d.txt.gz": gzip.compress(b"d", mtime=0),
    }
    assert listed(zipped(tmp_path / "z.zip", members)) == [
        ("x.html", "<p>"),
        ("z.zip#b.txt", "b"),
        ("z.zip#c.jsonl#1", "c"),
        ("z.zip#d.txt.gz", "d"),
        ("z.zip#in.zip", "!an archive inside an archive is not read"),
    ]


def test_damaged_zips(tmp_path: Path) -> None:
    (tmp_path / "a.zip").write_bytes(b"PK\x03\x04 and no more")
    good = zipped(tmp_path / "b.zip", {"a.txt": b"first " * 50, "b.txt": b"second"}).read_bytes()
    at = good.index(b"a.txt") + 5
    (tmp_path / "b.zip").write_bytes(good[:at] + b"\xff" * 8 + good[at + 8 :])
    found = listed(tmp_path)
    assert [name for name, _ in found] == ["a.zip", "b.zip#a.txt", "b.zip#b.txt"]
    assert [said[0] for _, said in found] == ["!", "!", "s"]


BOMBS = {
    "ratio of gzip": ("a.txt.gz", lambda path: path.write_bytes(gzip.compress(bytes(1_900_000)))),
    "size in gzip": ("a.txt.gz", lambda path: path.write_bytes(gzip.compress(noise(2_100_000)))),
    "ratio in zip": ("a.zip", lambda path: zipped(path, {"a.txt": bytes(1_900_000)})),
    "size in zip": ("a.zip", lambda path: zipped(path, {"a.txt": noise(2_100_000)})),
    "members of zip": ("a.zip", lambda path: zipped(path, {f"{n}.txt": b"x" for n in range(6)})),
    "all of zip": ("a.zip", lambda path: zipped(path, {f"{n}.txt": noise(1_990_000) for n in range(5)})),
}


def noise(size: int) -> bytes:
    """Text that compresses by a little."""
    return bytes(48 + (n * n * 7919 >> 7) % 64 for n in range(4096)) * (size // 4096 + 1)


@pytest.mark.parametrize("name", BOMBS)
def test_bombs(name: str, tmp_path: Path) -> None:
    file, make = BOMBS[name]
    make(tmp_path / file)
    assert listed(tmp_path)[-1][1].startswith(("!unpacks to more than", "!more than the limit", "!6 files, more than"))


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"<html><p>a</p>", [("-", "<html><p>a</p>")]),
        (b"Just a text.", [("-", "Just a text.")]),
        (b'{"text": "a"}\n{"text": "b"}\n', [("-#1", "a"), ("-#2", "b")]),
        (gzip.compress(b"packed", mtime=0), [("-", "packed")]),
        (b"", [("-", "")]),
    ],
)
def test_standard_input(data: bytes, expected: list[tuple[str, str]], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))
    assert listed("-") == expected


def test_unreadable_folder_and_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.txt").write_text("a")
    (tmp_path / "b.txt").write_text("b")
    opened = Path.open

    def refuse(path: Path, *args: object, **kwargs: object) -> object:
        if path.name == "a.txt":
            raise PermissionError(13, "Permission denied")
        return opened(path, *args, **kwargs)  # type: ignore[arg-type, call-overload]

    monkeypatch.setattr(Path, "open", refuse)
    assert listed(tmp_path) == [("a.txt", "!Permission denied"), ("b.txt", "b")]
