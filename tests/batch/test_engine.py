"""Runs over folders: incremental, repeatable, and undisturbed by bad inputs."""

import json
import shutil
from pathlib import Path

import pytest

from extractor.batch import RunSummary, run, versions
from extractor.batch import engine as engines
from extractor.errors import StoreError, UsageError
from extractor.store.lock import output_lock
from extractor.store.sqlite import Store
from tests.batch.datasets import CORPUS, NAMES, in_folder

PAGES = ("01-ledger-defense-ties.html", "05-capital-wire.txt", "06-ridge-county-reprint.html", "08-northline-live.html")


@pytest.fixture
def pages(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of a few sample pages; the paths of a run are relative to its parent."""
    monkeypatch.chdir(tmp_path)
    folder = Path("pages")
    folder.mkdir()
    for name in PAGES:
        shutil.copy(CORPUS / name, folder / name)
    return folder


def sources(output: Path) -> list[str]:
    lines = (output / "articles.jsonl").read_text(encoding="utf-8").splitlines()
    return sorted(Path(json.loads(line)["source_path"]).name for line in lines)


def test_a_run_writes_every_dataset(pages: Path) -> None:
    summary = run([pages], "out")
    assert {path.name for path in summary.files} == {*NAMES, "run.json", "pollcheck.db"}
    told = json.loads(Path("out/run.json").read_text())
    lines = {name: Path("out", name).read_text(encoding="utf-8").splitlines() for name in NAMES}
    assert (
        told["counts"] == summary.counts == {name.removesuffix(".jsonl"): len(found) for name, found in lines.items()}
    )
    assert told["counts"]["figures"] > 20
    assert all(found == sorted(found) for found in lines.values())
    assert 0 < told["checkable"] <= 1
    assert not list(Path("out").glob("*.tmp"))


def test_the_same_bytes_whatever_the_number_of_processes(pages: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    run([pages], "one", jobs=1)
    monkeypatch.setattr(engines, "FEW", 0)
    run([pages], "two", jobs=2)
    assert in_folder(Path("one")) == in_folder(Path("two"))


def test_what_is_unchanged_is_not_read_again(pages: Path) -> None:
    first = run([pages], "out")
    before = {path: path.stat().st_mtime_ns for path in first.files}
    second = run([pages], "out")
    assert (first.processed, first.unchanged) == (4, 0)
    assert (second.processed, second.unchanged) == (0, 4)
    files = [path for path in first.files if path.suffix != ".db"]
    assert {path: path.stat().st_mtime_ns for path in files} == {path: before[path] for path in files}


def test_changes_end_as_a_run_from_scratch_would(pages: Path) -> None:
    run([pages], "out")
    (pages / PAGES[0]).unlink()
    text = (pages / PAGES[1]).read_text(encoding="utf-8")
    (pages / PAGES[1]).write_text(text.replace("60 percent", "61 percent"), encoding="utf-8")
    shutil.copy(CORPUS / "07-courier-amp.html", pages)
    kept = run([pages], "out")
    assert (kept.processed, kept.unchanged, kept.removed) == (2, 2, 0)
    assert PAGES[0] in sources(Path("out"))
    pruned = run([pages], "out", prune=True)
    assert (pruned.processed, pruned.unchanged, pruned.removed) == (0, 4, 1)
    run([pages], "scratch")
    assert in_folder(Path("out")) == in_folder(Path("scratch"))


def test_another_version_reads_everything_again(pages: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    run([pages], "out")
    monkeypatch.setattr(versions, "extraction", lambda: "next")
    assert run([pages], "out").processed == 4


def test_a_stopped_run_goes_on_where_it_was(pages: Path) -> None:
    class Stopper:
        def progress(self, moment: object) -> None:
            if getattr(moment, "done", 0) == 2:
                raise KeyboardInterrupt

        def quarantine(self, source_path: str, reason: str) -> None: ...

    with pytest.raises(KeyboardInterrupt):
        run([pages], "out", listener=Stopper())
    assert not Path("out/articles.jsonl").exists()
    rest = run([pages], "out")
    assert (rest.processed, rest.unchanged) == (2, 2)
    run([pages], "scratch")
    assert in_folder(Path("out")) == in_folder(Path("scratch"))


def test_the_gate_is_counted_and_can_be_opened(pages: Path) -> None:
    (pages / "market.txt").write_text("Shares rose 3 percent on Tuesday.\n\nBanks led the gains.\n", encoding="utf-8")
    gated = run([pages], "out")
    assert (gated.gated, gated.counts["articles"]) == (1, 4)
    opened = run([pages], "out", gate=False)
    assert (opened.gated, opened.counts["articles"], opened.processed) == (0, 5, 1)


BAD = {
    "empty.html": b"",
    "blank.txt": b" \n\t\n",
    "binary.html": bytes(range(256)) * 40,
    "stories.jsonl": b'{"title": "no end\n',
}


def test_bad_inputs_are_set_aside_and_the_rest_goes_on(pages: Path) -> None:
    for name, data in BAD.items():
        (pages / name).write_bytes(data)
    summary = run([pages], "out", gate=False)
    assert summary.counts["articles"] == 4
    told = json.loads(Path("out/run.json").read_text())["quarantined"]
    assert {Path(row["source_path"].split("#")[0]).name for row in told} == set(BAD)
    assert all(row["reason"] and "\n" not in row["reason"] for row in told)
    assert summary.quarantined == {row["source_path"]: row["reason"] for row in told}


def test_a_page_that_is_mended_leaves_the_quarantine(pages: Path) -> None:
    (pages / "empty.html").write_bytes(b"")
    assert len(run([pages], "out", gate=False).quarantined) == 1
    shutil.copy(CORPUS / "07-courier-amp.html", pages / "empty.html")
    assert run([pages], "out").quarantined == {}


def test_nothing_readable(tmp_path: Path) -> None:
    (tmp_path / "empty.html").write_bytes(b"")
    summary = run([tmp_path], tmp_path / "out")
    assert (summary.readable, len(summary.quarantined)) == (0, 1)


def test_what_is_not_there_is_told_before_anything_is_written(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="nowhere"):
        run([tmp_path / "nowhere"], tmp_path / "out")
    with pytest.raises(UsageError, match="XYZ99"):
        run([tmp_path], tmp_path / "out", settings={"select": ["XYZ99"]})
    assert not (tmp_path / "out").exists()


def test_two_runs_at_once(pages: Path) -> None:
    stages: list[str] = []

    class Waiting:
        def progress(self, moment: object) -> None:
            stages.append(getattr(moment, "stage", ""))

        def quarantine(self, source_path: str, reason: str) -> None: ...

    with output_lock(Path("out"), 0), pytest.raises(StoreError, match="Another run"):
        run([pages], "out", wait=0.3, listener=Waiting())
    assert stages == ["waiting"]


def test_a_store_of_a_newer_version_is_left_alone(pages: Path) -> None:
    run([pages], "out")
    with Store(Path("out/pollcheck.db")) as store:
        store.execute("PRAGMA user_version = 99")
    with pytest.raises(StoreError, match="version 99"):
        run([pages], "out")


def test_no_store_at_all(pages: Path) -> None:
    Path("out").mkdir()
    Path("out/pollcheck.db").write_text("not a database, but long enough to be looked at as one " * 40)
    with pytest.raises(StoreError, match="no store of pollcheck"):
        run([pages], "out")


def test_the_summary_starts_empty(tmp_path: Path) -> None:
    assert RunSummary(tmp_path).counts == dict.fromkeys((name.removesuffix(".jsonl") for name in NAMES), 0)
