"""The store comes to what matching and checks say of all records at once, however the records arrived."""

import random
from collections.abc import Iterator
from pathlib import Path

import pytest

from extractor.batch.ingest import drop_article, put_article
from extractor.batch.judging import across
from extractor.batch.judging.across import judge_across
from extractor.batch.judging.again import judge_again
from extractor.batch.judging.articles import ArticleJudge, rows_of
from extractor.checks import Settings
from extractor.models import Extraction
from extractor.store.sqlite import Store
from tests.batch.datasets import all_cases, in_memory, in_store, joined

ARTICLES = all_cases()
JUDGE = ArticleJudge({})
SETTINGS = Settings()


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store(tmp_path / "pollcheck.db") as opened:
        yield opened


def put(store: Store, articles: list[Extraction]) -> None:
    with store.transaction():
        for article in articles:
            put_article(store, rows_of(JUDGE.judge(article)))


def drop(store: Store, articles: list[Extraction]) -> None:
    with store.transaction():
        for article in articles:
            drop_article(store, article.article.article_id)


def test_the_cases_hold_every_sort_of_cross_source_flag() -> None:
    """Else the tests below would show little."""
    lines = in_memory(joined(ARTICLES))
    assert any('"reprint_of":"' in line for line in lines["articles"])
    flags = lines["flags"]
    for code in ("XSR01", "XSR02", "XSR03", "XSR04", "XSR05", "XSR06", "RBS01"):
        assert any(f'"check":"{code}"' in line for line in flags), code


def test_all_at_once(store: Store) -> None:
    put(store, ARTICLES)
    assert judge_across(store, SETTINGS)
    assert in_store(store) == in_memory(joined(ARTICLES))
    assert not judge_across(store, SETTINGS)


@pytest.mark.parametrize("seed", range(3))
def test_piece_by_piece(store: Store, seed: int) -> None:
    """Articles arrive in any order and in several runs; some go again."""
    chance = random.Random(seed)
    articles = chance.sample(ARTICLES, len(ARTICLES))
    kept, gone = articles[30:], articles[:30]
    for part in (gone[:20] + kept[:60], kept[60:62], gone[20:] + kept[62:]):
        put(store, part)
        judge_across(store, SETTINGS)
    for part in (gone[:1], gone[1:]):
        drop(store, part)
        judge_across(store, SETTINGS)
    expected = in_memory(joined(kept))
    assert in_store(store) == expected
    left = store.execute("SELECT count(*) FROM tested_figures").fetchone()[0]
    scratch = Store(store.path.with_name("scratch.db"))
    with scratch:
        put(scratch, kept)
        judge_across(scratch, SETTINGS)
        assert left == scratch.execute("SELECT count(*) FROM tested_figures").fetchone()[0]


def test_several_processes_come_to_the_same(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    """The smallest parcels there can be, so that the work is split wherever it may be."""
    for name in ("MANY", "_POLLS", "_PLACES", "_REPORTS"):
        monkeypatch.setattr(across, name, 1)
    put(store, ARTICLES)
    judge_across(store, SETTINGS, jobs=2)
    assert in_store(store) == in_memory(joined(ARTICLES))


def test_judged_again_with_other_settings(store: Store) -> None:
    some = ARTICLES[:60]
    put(store, some)
    judge_again(store, {})
    judge_across(store, SETTINGS)
    before = in_store(store)
    assert not judge_again(store, {})
    assert judge_again(store, {"ignore": ["SUM"]})
    judge_across(store, Settings(ignore=("SUM",)))
    without = in_store(store)
    assert without["flags"] == [line for line in before["flags"] if '"check":"SUM' not in line]
    assert judge_again(store, {})
    judge_across(store, SETTINGS)
    assert in_store(store) == before
