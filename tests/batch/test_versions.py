"""The versions that decide what is read and judged again."""

from pathlib import Path

import pytest

from extractor.batch import versions


@pytest.mark.parametrize("parts", [versions.EXTRACTION, versions.JUDGING])
def test_every_part_is_there(parts: tuple[str, ...]) -> None:
    package = Path(versions.__file__).parent.parent
    for part in parts:
        root = package / part
        assert root.is_file() or any(map(versions._is_source, root.rglob("*"))), part


def test_they_tell_release_and_digest_and_differ() -> None:
    for version in (versions.extraction(), versions.judging()):
        assert version.startswith(f"{versions.release()}+")
        assert len(version.rpartition("+")[2]) == 12
    assert versions.extraction() != versions.judging()


def test_a_lexicon_counts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(versions, "_PACKAGE", tmp_path)
    (tmp_path / "lexicons" / "__pycache__").mkdir(parents=True)
    (tmp_path / "lexicons" / "en.toml").write_text("a = 1")
    first = versions._digest(("lexicons",))
    (tmp_path / "lexicons" / "__pycache__" / "x.pyc").write_text("made")
    assert versions._digest(("lexicons",)) == first
    (tmp_path / "lexicons" / "en.toml").write_text("a = 2")
    assert versions._digest(("lexicons",)) != first
