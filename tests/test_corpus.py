"""The sample pages from end to end: text, figures, and planted faults."""

import json
import re
from collections import Counter, defaultdict
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
    records = defaultdict(list)
    for name, record in jsonl.read(output):
        records[name].append(record)
    return records


@pytest.fixture(scope="session")
def articles(dataset):
    return {Path(article.source_path).stem: article for article in dataset["articles"]}


@pytest.fixture(scope="session")
def flags(output, articles):
    """Errors and warnings as (code, numbers of the pages concerned, message)."""
    pages = {article.article_id: stem[:2] for stem, article in articles.items()}
    rows = map(json.loads, (output / "flags.jsonl").read_text(encoding="utf-8").splitlines())
    return [
        (row["check"], {pages[article] for article in row["article_ids"]}, row["message"])
        for row in rows
        if row["severity"] != "info"
    ]


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
    records = [record for name in ("polls", "questions", "figures") for record in dataset[name]]
    assert records
    assert [record for record in records if record.article_id == article.article_id] == []


def test_the_list_of_faults_is_read():
    assert len(FAULTS) >= 8
    assert len({page for page, _ in FAULTS}) >= 8


@pytest.mark.parametrize(("page", "code"), FAULTS)
def test_a_planted_fault_is_flagged(page, code, flags):
    assert [message for check, pages, message in flags if check == code and page in pages]


def test_nothing_else_is_flagged(flags):
    assert flags
    assert [flag for flag in flags if not any(flag[0] == code and page in flag[1] for page, code in FAULTS)] == []
