"""The store's file: migrations, transactions, locks, files written whole."""

import errno
import multiprocessing
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from extractor.errors import StoreError
from extractor.store import atomic
from extractor.store.lock import output_lock
from extractor.store.migrations import migrate, steps
from extractor.store.sqlite import Store


def test_a_new_store_has_the_newest_schema(tmp_path: Path) -> None:
    with Store(tmp_path / "a.db") as store:
        pragmas = {name: store.execute(f"PRAGMA {name}").fetchone()[0] for name in ("user_version", "journal_mode")}
        assert pragmas == {"user_version": len(steps()), "journal_mode": "wal"}
        assert store.execute("PRAGMA foreign_keys").fetchone()[0] == 1
        assert store.execute("PRAGMA foreign_key_check").fetchall() == []


def test_migrating_again_changes_nothing() -> None:
    connection = sqlite3.connect(":memory:")
    migrate(connection)
    before = connection.execute("SELECT sql FROM sqlite_master").fetchall()
    migrate(connection)
    assert connection.execute("SELECT sql FROM sqlite_master").fetchall() == before
    connection.close()


def test_a_transaction_is_whole_or_not_at_all(tmp_path: Path) -> None:
    with Store(tmp_path / "a.db") as store:
        with pytest.raises(RuntimeError), store.transaction():
            store.put("key", "lost")
            raise RuntimeError
        assert store.get("key") is None
        with store.transaction():
            store.put("key", "kept")
    with Store(tmp_path / "a.db") as store:
        assert store.get("key") == "kept"


def test_a_figure_needs_its_poll(tmp_path: Path) -> None:
    with Store(tmp_path / "a.db") as store, pytest.raises(StoreError, match="FOREIGN KEY"):
        store.execute("INSERT INTO poll_keys VALUES (1, 'nobody')")


def test_a_folder_in_place_of_a_store(tmp_path: Path) -> None:
    (tmp_path / "a.db").mkdir()
    with pytest.raises(StoreError, match=r"a\.db cannot be opened"):
        Store(tmp_path / "a.db")


def _hold(folder: Path, ready: object, release: object) -> None:
    with output_lock(folder, 0):
        ready.set()  # type: ignore[attr-defined]
        release.wait(30)  # type: ignore[attr-defined]


def test_one_writer_at_a_time(tmp_path: Path) -> None:
    context = multiprocessing.get_context("spawn")
    ready, release = context.Event(), context.Event()
    holder = context.Process(target=_hold, args=(tmp_path, ready, release))
    holder.start()
    assert ready.wait(30)
    told = []
    with pytest.raises(StoreError, match="Another run is writing"), output_lock(tmp_path, 0.2, lambda: told.append(1)):
        pass
    assert told == [1]
    holder.kill()  # the lock falls with its process
    holder.join()
    with output_lock(tmp_path, 5):
        pass


def test_files_are_replaced_together(tmp_path: Path) -> None:
    atomic.write_files(tmp_path / "new", {"a": ["1", "2"], "b": []})
    assert (tmp_path / "new" / "a").read_bytes() == b"1\n2\n"
    assert (tmp_path / "new" / "b").read_bytes() == b""
    assert sorted(path.name for path in (tmp_path / "new").iterdir()) == ["a", "b"]


def test_a_full_disk_changes_no_file(tmp_path: Path) -> None:
    atomic.write_files(tmp_path, {"a": ["old"], "b": ["old"]})

    def full() -> Iterator[str]:
        yield "new"
        raise OSError(errno.ENOSPC, "No space left on device")

    with pytest.raises(StoreError, match="No space left"):
        atomic.write_files(tmp_path, {"a": ["new"], "b": full()})
    assert {path.name: path.read_text() for path in tmp_path.iterdir()} == {"a": "old\n", "b": "old\n"}


def test_a_folder_that_cannot_be_written(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(StoreError, match="cannot be written"):
        atomic.write_files(tmp_path / "file", {"a": []})
    with pytest.raises(StoreError, match="cannot be written"), output_lock(tmp_path / "file", 0):
        pass
