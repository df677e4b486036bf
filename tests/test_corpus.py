"""The sample pages from end to end: text, figures, and planted faults."""

import re
from collections import Counter
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from benchmarks import quality
from extractor import run
from extractor.evaluation import evaluate
from extractor.store import jsonl

CORPUS = Path(__file__).parent.parent / "corpus"
PAGES = sorted(path for path in CORPUS.iterdir() if path.suffix in {".html", ".txt"})
NUMBER = re.compile(r"\d+(?:\.\d+)?")
FAULT = re.compile(r"^\| (\d\d) \| [^|]+ \| [^|]+ \| ([A-Z0-9, ]+) \|$", re.MULTILINE)
FAULTS = [
    (page, code) for page, codes in FAULT.findall((CORPUS / "README.md").read_text()) for code in codes.split(", ")
]


def alnum(text: str) -> str:
    return "".join(ch for ch in text if ch.isalnum() or ch == "%")


@pytest.fixture(scope="session")
def output(tmp_path_factory):
    folder = tmp_path_factory.mktemp("corpus")
    run([CORPUS], folder)
    return folder


@pytest.fixture(scope="session")
def dataset(output):
    return jsonl.read_dataset(output)


@pytest.fixture(scope="session")
def articles(dataset):
    return {Path(article.source_path).stem: article for article in dataset.articles}


def test_the_folders_of_the_corpus_go_together():
    stems = {path.stem for path in PAGES}
    assert len(stems) == len(PAGES) >= 14
    assert {path.stem for path in (CORPUS / "text").iterdir()} == stems
    assert {path.stem for path in (CORPUS / "annotations").iterdir()} == stems
    assert {path.name.removesuffix(".gold.json") for path in (CORPUS / "gold").iterdir()} == stems


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_the_text_version_is_the_page(page):
    source = page.read_bytes()
    shown = alnum(BeautifulSoup(source, "lxml").get_text() if page.suffix == ".html" else source.decode())
    text = (CORPUS / "text" / f"{page.stem}.text").read_text(encoding="utf-8")
    assert [block for block in text.split("\n") if alnum(block) not in shown] == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_the_main_text_is_read_without_boilerplate(page, articles):
    wanted = (CORPUS / "text" / f"{page.stem}.text").read_text(encoding="utf-8")
    assert Counter(NUMBER.findall(articles[page.stem].text)) - Counter(NUMBER.findall(wanted)) == Counter()
    assert Counter(NUMBER.findall(wanted)) - Counter(NUMBER.findall(articles[page.stem].text)) == Counter()


def test_scores_reach_their_floors(output):
    corpus = next(s for s in quality.SETS if s.name == "corpus")
    scores = quality.flatten(evaluate(corpus.gold, corpus.docs, output).report)
    assert quality.shortfalls("corpus", scores, corpus.digest(), quality.read_floors()) == []


@pytest.mark.parametrize("stem", ["21-bulletin-business", "22-ledger-opinion"])
def test_pages_without_polls_give_no_records(stem, articles, dataset):
    article = articles[stem]
    records = (*dataset.polls, *dataset.questions, *dataset.figures)
    assert [record for record in records if record.article_id == article.article_id] == []
