"""Pages in several markups: header, blocks, and nothing that is not the story."""

from dataclasses import dataclass
from pathlib import Path

import pytest
from lxml import html

from extractor.reading.page import read_article

PAGES = Path(__file__).parent / "pages"


@dataclass(frozen=True)
class Expected:
    title: str
    published: str | None
    outlet: str | None
    byline: tuple[str, ...]
    kinds: str  # first letters of the kinds of the blocks
    never: tuple[str, ...]
    updated: str | None = None
    language: str = "en"


CASES = {
    "jsonld": Expected(
        "Half of voters want later polls to close",
        "2024-05-02T09:30:00+01:00",
        "The Daily Gull",
        ("Staff reporter",),
        "tppphp",
        ("48%", "77%", "99 per cent", "READ MORE", "gull_fan", "rainy day", "pensioners1"),
        updated="2024-05-02T11:00:00+01:00",
    ),
    "opengraph": Expected(
        "Support for the bypass slips",
        "2019-03-09",
        "Mid County Echo",
        ("Echo Staff",),
        "tpplllp",
        ("90%", "Most read"),
    ),
    "old_table": Expected(
        "Poll: Two in three back the dam", "2004-10-12", "Valley Courier", (), "tpp", ("60%", "95%", "hillman7")
    ),
    "amp": Expected(
        "Commuters split on congestion charge",
        "2023-11-08T06:00:00Z",
        "Metro Lines",
        (),
        "tpp",
        ("44%", "30 percent", "67"),
    ),
    "live_blog": Expected(
        "Election day live: exit poll points to a hung council",
        "2022-05-05T07:00:00+01:00",
        None,
        (),
        "thphphp",
        ("59%", "22:05"),
        updated="2022-05-05T23:10:00+01:00",
    ),
    "results_table": Expected(
        "Island survey: the tables", None, None, (), "tpc" + "T" * 15 + "p", ("Contact", "Terms")
    ),
}
LETTERS = {"table_cell": "T"}


@pytest.mark.parametrize("name", CASES)
def test_page(name: str) -> None:
    expected = CASES[name]
    article = read_article((PAGES / f"{name}.html").read_bytes(), source_path=f"{name}.html")
    assert (article.title, article.published, article.updated) == (expected.title, expected.published, expected.updated)
    assert (article.outlet, article.byline, article.language) == (expected.outlet, expected.byline, expected.language)
    assert "".join(LETTERS.get(block.kind, block.kind[0]) for block in article.blocks) == expected.kinds
    assert [text for text in expected.never if text in article.text] == []


@pytest.mark.parametrize("name", CASES)
def test_xpaths_lead_to_the_text(name: str) -> None:
    page = (PAGES / f"{name}.html").read_text(encoding="utf-8")
    tree = html.document_fromstring(page)
    article = read_article(page, source_path=f"{name}.html")
    for block in article.blocks:
        found = tree.xpath(block.xpath)
        assert len(found) == 1
        for mark in found[0].xpath(".//br"):
            mark.tail = " " + (mark.tail or "")
        for note in found[0].xpath(".//sup"):
            note.drop_tree()
        assert article.text[block.start : block.end] in " ".join(found[0].text_content().split())


def test_inline_markup_leaves_no_gaps() -> None:
    article = read_article((PAGES / "jsonld.html").read_bytes(), source_path="jsonld.html")
    assert "aged 18 to 24, at 68%." in article.text
    assert "12 per cent wanted" in article.text


def test_title_and_dates_given_with_the_call_fill_gaps_only() -> None:
    page = (PAGES / "results_table.html").read_bytes()
    article = read_article(
        page, source_path="x.html", url="https://isle.example/t", published="2020-03-31", outlet="Isle News"
    )
    assert (article.published, article.outlet, article.url) == ("2020-03-31", "Isle News", "https://isle.example/t")
    page = (PAGES / "old_table.html").read_bytes()
    assert read_article(page, source_path="x.html", published="2020-03-31").published == "2004-10-12"
