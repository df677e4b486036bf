"""Sets of short stories on the same polls, each by another outlet, from pages to flags: planted faults and nothing else."""

import json
import tomllib
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from extractor import run

CASES = Path(__file__).parent / "cases" / "stories"
SETS = sorted(path.stem for path in CASES.glob("*.toml"))
READ = {name: tomllib.loads((CASES / f"{name}.toml").read_text(encoding="utf-8")) for name in SETS}
EXPECTED = [(name, number) for name in SETS for number in range(len(READ[name]["expect"]))]
AGREED = [(name, number) for name in SETS for number in range(len(READ[name].get("agree", ())))]

NAV = '<nav><a href="/">Home</a> <a href="/news">News</a> <a href="/money">Money: shares up 2%</a></nav>'
RELATED = '<aside><h3>Most read</h3><ul><li><a href="/a">Rates rise to 4.5%</a></li></ul></aside>'


def jsonld(page: dict[str, Any]) -> str:
    data = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": page["title"],
        "datePublished": f"{page['published']}T07:00:00Z",
        "publisher": {"@type": "Organization", "name": page["outlet"]},
    }
    return (
        f'<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>{page["title"]} | {page["outlet"]}</title>'
        f'<script type="application/ld+json">{json.dumps(data)}</script></head><body>{NAV}<main><article>'
        f"<h1>{page['title']}</h1>{page['body']}</article></main>{RELATED}<footer>Contact</footer></body></html>"
    )


def opengraph(page: dict[str, Any]) -> str:
    return (
        f'<html><head><title>{page["title"]}</title><meta property="og:site_name" content="{page["outlet"]}">'
        f'<meta property="og:title" content="{page["title"]}"><meta property="og:type" content="article">'
        f'<meta property="article:published_time" content="{page["published"]}"></head><body>'
        f'<div id="menu">{NAV}</div><div class="story"><h1>{page["title"]}</h1><div class="text">{page["body"]}</div>'
        f"</div>{RELATED}</body></html>"
    )


def plain(page: dict[str, Any]) -> str:
    return f"{page['title']}\n\n{page['published']}\n{page['body']}"


SHELLS = {"jsonld": (jsonld, ".html"), "og": (opengraph, ".html"), "plain": (plain, ".txt")}


@dataclass
class Outcome:
    """What a run says of a set: loud flags with the pages they are about, and the comparisons."""

    flags: list[tuple[dict[str, Any], set[str]]] = field(default_factory=list)
    comparisons: list[dict[str, Any]] = field(default_factory=list)


@pytest.fixture(scope="session")
def outcomes(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Outcome]:
    return {name: outcome(name, tmp_path_factory.mktemp(name)) for name in SETS}


def outcome(name: str, folder: Path) -> Outcome:
    pages, output = folder / "pages", folder / "output"
    pages.mkdir()
    for page in READ[name]["page"]:
        make, suffix = SHELLS[page["shell"]]
        (pages / f"{page['name']}{suffix}").write_text(make(page), encoding="utf-8")
    run([pages], output)
    stems = {row["article_id"]: Path(row["source_path"]).stem for row in _rows(output, "articles")}
    flags = [
        (row, {stems[article] for article in row["article_ids"]})
        for row in _rows(output, "flags")
        if row["severity"] != "info"
    ]
    return Outcome(flags, _rows(output, "comparisons"))


def _rows(output: Path, name: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (output / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()]


def is_expected(wanted: dict[str, Any], flag: dict[str, Any], pages: set[str]) -> bool:
    checks = wanted["check"] if isinstance(wanted["check"], list) else [wanted["check"]]
    return flag["check"] in checks and wanted["page"] in pages and wanted.get("observed", "") in flag["observed"]


@pytest.mark.parametrize(("name", "number"), EXPECTED)
def test_a_planted_fault_is_flagged(name: str, number: int, outcomes: dict[str, Outcome]) -> None:
    wanted = READ[name]["expect"][number]
    assert [flag for flag, pages in outcomes[name].flags if is_expected(wanted, flag, pages)], wanted


@pytest.mark.parametrize("name", SETS)
def test_nothing_else_is_flagged(name: str, outcomes: dict[str, Outcome]) -> None:
    expected = READ[name]["expect"]
    others = [
        (flag["check"], flag["message"])
        for flag, pages in outcomes[name].flags
        if not any(is_expected(wanted, flag, pages) for wanted in expected)
    ]
    assert others == []


@pytest.mark.parametrize(("name", "number"), AGREED)
def test_what_sources_agree_on_is_counted(name: str, number: int, outcomes: dict[str, Outcome]) -> None:
    wanted = READ[name]["agree"][number]
    found = [
        max(
            comparison["independent_sources"],
            0,
        )
        for comparison in outcomes[name].comparisons
        if any(value["value"] == wanted["value"] for value in comparison["values"])
        and wanted.get("population", "") in comparison["population"]
    ]
    assert max(found, default=0) >= wanted["sources"], wanted
