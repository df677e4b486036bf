"""Tables of results as grids, rebuilt from the blocks of the article."""

from pathlib import Path

import pytest

from extractor.models import Article
from extractor.reading.page import read_article
from extractor.reading.tables import Grid, grids

PAGES = Path(__file__).parent / "pages"
PROSE = "<p>{}</p>".format("The residents of the island were asked about the ferry and most of them answered. " * 3)


def read(table: str) -> tuple[Article, tuple[Grid, ...]]:
    story = f"<h1>The ferry survey</h1>{PROSE}{table}{PROSE[:-5]} too.</p>"
    article = read_article(f"<html><body><article>{story}</article></body></html>")
    return article, grids(article)


def headed(article: Article, grid: Grid) -> dict[tuple[str, ...], str]:
    cells = [cell for cell in grid.cells if not cell.header]
    return {grid.headers(cell, article): article.text[cell.block.start : cell.block.end] for cell in cells}


def test_spans_empty_cells_and_caption() -> None:
    article = read_article((PAGES / "results_table.html").read_bytes(), source_path="results_table.html")
    (grid,) = grids(article)
    assert grid.caption is not None
    assert article.text[grid.caption.start : grid.caption.end] == "Should the ferry run at night?"
    found = headed(article, grid)
    assert found["Residents", "North", "Yes"] == "61%"
    assert found["Residents", "South", "Don't know"] == "12%"
    assert found["All", "No"] == "36%"
    assert ("Residents", "South", "No") not in found


TABLES = {
    "plain cells": (
        "<table><tr><td></td><td>Men</td><td>Women</td></tr><tr><td>Yes</td><td>61%</td><td>57%</td></tr>"
        "<tr><td>No</td><td>39%</td><td>43%</td></tr></table>",
        {("Men", "Yes"): "61%", ("Women", "Yes"): "57%", ("Men", "No"): "39%", ("Women", "No"): "43%"},
    ),
    "years as headers": (
        "<table><tr><td>Answer</td><td>2024</td><td>2025</td></tr><tr><td>Yes</td><td>61</td><td>57</td></tr>"
        "<tr><td>No</td><td>39%</td><td>43%</td></tr></table>",
        {("2024", "Yes"): "61", ("2025", "Yes"): "57", ("2024", "No"): "39%", ("2025", "No"): "43%"},
    ),
    "no header row": (
        "<table><tr><td>Yes</td><td>61%</td></tr><tr><td>No</td><td>39%</td></tr></table>",
        {("Yes",): "61%", ("No",): "39%"},
    ),
    "subheads": (
        "<table><tr><th></th><th>Yes</th></tr><tr><th colspan='2'>Sex</th></tr><tr><th>Men</th><td>61%</td></tr>"
        "<tr><th colspan='2'>Age</th></tr><tr><th>18 to 34</th><td>44%</td></tr></table>",
        {("Yes", "Sex", "Men"): "61%", ("Yes", "Age", "18 to 34"): "44%"},
    ),
    "row spans": (
        "<table><tr><th>Sex</th><th>Answer</th><th>Share</th></tr>"
        "<tr><th rowspan='2'>Men</th><th>Yes</th><td>61%</td></tr><tr><th>No</th><td>39%</td></tr></table>",
        {("Share", "Men", "Yes"): "61%", ("Share", "Men", "No"): "39%"},
    ),
}


@pytest.mark.parametrize("name", TABLES)
def test_headers_of_cells(name: str) -> None:
    table, expected = TABLES[name]
    article, found = read(table)
    assert [headed(article, grid) for grid in found] == [expected]


LAYOUTS = {
    "presentation": "<table role='none'><tr><td>Yes</td><td>61%</td></tr><tr><td>No</td><td>39%</td></tr></table>",
    "one column": "<table><tr><td>61% said yes</td></tr><tr><td>39% said no</td></tr></table>",
    "prose in cells": "<table>" + f"<tr><td>Home</td><td>{PROSE * 3}</td></tr>" * 2 + "</table>",
}


@pytest.mark.parametrize("name", LAYOUTS)
def test_layout_is_no_table(name: str) -> None:
    article, found = read(LAYOUTS[name])
    assert found == ()
    assert "table_cell" not in {block.kind for block in article.blocks}


def test_two_tables_are_two_grids() -> None:
    table, expected = TABLES["no header row"]
    article, found = read(table + table)
    assert [headed(article, grid) for grid in found] == [expected, expected]
