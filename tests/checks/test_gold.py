"""Real and sample articles as their gold tells them: planted faults are flagged, true figures are left alone."""

import re
from pathlib import Path

import pytest

from benchmarks.gold_records import dataset_of, extractions
from extractor.checks import run_checks
from extractor.matching import compare, link
from extractor.models import Extraction, Flag

ROOT = Path(__file__).parents[2]
CORPUS = ROOT / "corpus"
SHARED = ROOT.parent / "shared"


def alarms(parts: list[Extraction]) -> list[Flag]:
    linked = link(dataset_of(parts))
    return [flag for flag in run_checks(linked, compare(linked)).flags if flag.severity != "info"]


def planted() -> dict[str, set[str]]:
    """The codes that should flag each page, from the table of planted faults."""
    table = (CORPUS / "README.md").read_text(encoding="utf-8").partition("## Planted faults")[2]
    rows = re.findall(r"^\| (\d\d) \|.*\|([^|]+)\|$", table, re.MULTILINE)
    return {page: set(re.findall(r"[A-Z]{3}\d\d", codes)) for page, codes in rows}


def test_planted_faults_and_nothing_else_are_flagged() -> None:
    parts = list(extractions(CORPUS / "gold", CORPUS / "text"))
    pages = {part.article.article_id: part.article.source_path[:2] for part in parts}
    flagged: dict[str, set[str]] = {}
    for flag in alarms(parts):
        concerned = {pages[article_id] for article_id in flag.article_ids} & set(planted())
        assert concerned, flag.message
        for page in concerned:
            flagged.setdefault(page, set()).add(flag.check)
    assert planted()
    for page, codes in planted().items():
        assert codes <= flagged.get(page, set()), page


@pytest.mark.skipif(not SHARED.is_dir(), reason="the development articles are not here")
@pytest.mark.parametrize(("gold", "texts"), [("gold/train", "articles/train/text"), ("gold/seeds", "seeds")])
def test_real_articles_raise_no_alarm(gold: str, texts: str) -> None:
    assert [flag.message for flag in alarms(list(extractions(SHARED / gold, SHARED / texts)))] == []
