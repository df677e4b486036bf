"""The Python API as a caller sees it."""

import pytest

import extractor
from extractor.errors import UnreadableInput, UsageError
from tests.batch.datasets import CORPUS, all_cases, in_memory, joined

PAGE = (CORPUS / "05-capital-wire.txt").read_text(encoding="utf-8")


def test_every_public_name_is_there() -> None:
    assert {name: getattr(extractor, name) for name in extractor.__all__}
    assert set(extractor.__all__) <= set(dir(extractor))
    with pytest.raises(AttributeError, match="no attribute 'paint'"):
        extractor.paint  # noqa: B018


def test_extract_reads_text_and_bytes_alike() -> None:
    found = extractor.extract(PAGE, url="https://example.org/a", source_path="a.txt")
    assert found == extractor.extract(PAGE.encode(), url="https://example.org/a", source_path="a.txt")
    assert found.article.url == "https://example.org/a"
    assert found.figures
    text = found.article.text
    assert all(text[f.evidence.start : f.evidence.end] == f.evidence.exact for f in found.figures)


def test_what_is_no_page() -> None:
    with pytest.raises(UnreadableInput, match="empty"):
        extractor.extract(b" ")


def test_check_finds_what_a_run_flags() -> None:
    dataset = joined(all_cases("XSR01.toml"))
    flags = extractor.check(dataset)
    assert {flag.flag_id for flag in flags} == {line.split('"')[3] for line in in_memory(dataset)["flags"]}
    assert extractor.check(dataset, settings={"select": ["RNG"]}) == []
    with pytest.raises(UsageError, match="XYZ"):
        extractor.check(dataset, settings={"select": ["XYZ"]})
