"""Plain texts."""

from dataclasses import dataclass

import pytest

from extractor.errors import UnreadableInput
from extractor.models import Article
from extractor.reading.page import read_article

FIRST = "The survey asked 903 residents about the ferry, and 54 percent of them wanted it to run at night too."
BODY = FIRST + "\n\nOthers did not."


@dataclass(frozen=True)
class Expected:
    title: str | None
    blocks: int
    published: str | None = None
    updated: str | None = None
    byline: tuple[str, ...] = ()


CASES = {
    "title and paragraphs": ("Ferry poll\n\n" + BODY, Expected("Ferry poll", 3)),
    "title twice": ("Ferry poll\n\nFerry poll\n\n" + BODY, Expected("Ferry poll", 3)),
    "dates between": (
        "Skip to content\n\nFerry poll\n\nPosted June. 20, 2025 07:13,\nUpdated June. 21, 2025 08:00\nFerry poll\n\n"
        + BODY,
        Expected("Ferry poll", 3, "2025-06-20T07:13", "2025-06-21T08:00"),
    ),
    "author and date": (
        "Ferry poll\nJune 20, 2025 07:42\nby Staff\n\n" + BODY,
        Expected("Ferry poll", 3, "2025-06-20T07:42", byline=("Staff",)),
    ),
    "label over the title": (
        "Special Report\nResidents of the island want the ferry to run at night\nNews Desk\nEditor, Daily Gull\n"
        + BODY,
        Expected("Residents of the island want the ferry to run at night", 4, byline=("News Desk",)),
    ),
    "signed at the end": (
        "Ferry poll\n\n" + BODY + "\n\nNews Desk desk@gull.example",
        Expected("Ferry poll", 3, byline=("News Desk",)),
    ),
    "other stories after it": (
        "Ferry poll\n\n" + BODY + "\n\nIt was short.\n\nRelated Articles\n\n50% want a bridge: poll",
        Expected("Ferry poll", 4),
    ),
    "one long line": (FIRST * 4, Expected(None, 1)),
}


@pytest.mark.parametrize("name", CASES)
def test_text(name: str) -> None:
    text, expected = CASES[name]
    article = read_article(text.encode(), source_path="story.txt")
    found = Expected(article.title, len(article.blocks), article.published, article.updated, article.byline)
    assert found == expected


def read(text: str) -> Article:
    return read_article(text, source_path="story.txt")


def test_lines_broken_at_a_width_are_one_paragraph() -> None:
    line = "The survey asked residents of the island about the ferry"
    article = read("Ferry poll\n\n" + "\n".join([line] * 5) + "\nand so on.\n\nA second paragraph.")
    assert [article.text[b.start : b.end].count(line) for b in article.blocks] == [0, 5, 0]


def test_list_items_and_headings() -> None:
    article = read("Ferry poll\n\nWhat they want\n\n" + BODY + "\n\n- Yes: 54 percent\n• No: 36 percent\n1. Not sure")
    assert [b.kind for b in article.blocks] == ["title", "heading", "paragraph", "paragraph", *["list_item"] * 3]
    assert article.text.endswith("Yes: 54 percent\n\nNo: 36 percent\n\n1. Not sure")


def test_markup_in_a_text_stays_text() -> None:
    article = read("Ferry poll\n\nThe form said <html><body>48%</body></html>, which puzzled them.")
    assert "<html><body>48%</body></html>" in article.text


def test_given_title_comes_first() -> None:
    article = read_article("Ferry poll\n\n" + BODY, media="text", title="Ferry poll", published="June 1, 2025")
    assert (article.title, len(article.blocks), article.published) == ("Ferry poll", 3, "2025-06-01")


@pytest.mark.parametrize("text", ["***", "\n\n--\n", "0000000000"])
def test_no_text(text: str) -> None:
    with pytest.raises(UnreadableInput):
        read(text)
