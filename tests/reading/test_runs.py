"""Runs of visible text, and how inline markup joins."""

import pytest
from lxml import html

from extractor.reading.runs import key_of, page_runs, tidy

CASES = {
    "inline tags join": ("<p>at <b>68</b><i>%</i></p>", ["at 68%"]),
    "blocks part": ("<div>a<p>b</p>c</div>", ["a", "b", "c"]),
    "scripts and hidden parts": (
        "<p>a<script>1</script><span hidden>2</span><span style='display: none'>3</span>b</p>",
        ["ab"],
    ),
    "footnote marks": (
        "<p>adults<sup><a href='#'>1</a></sup> and 20<sup>th</sup> place<sup>[2]</sup></p>",
        ["adults and 20th place"],
    ),
    "breaks part lines": ("<p>Yes 54%<br>No 36%<br><br>Rest</p>", ["Yes 54%", "No 36%", "Rest"]),
    "a broken sentence goes on": ("<p>Most of them<br>want it.</p>", ["Most of them want it."]),
    "spaces": ("<p> a\n b\xa0c\u200b </p>", ["a b c"]),
    "accents are composed": ("<p>cafe\u0301</p>", ["café"]),
    "nothing": ("<p> </p><div></div>", []),
}


@pytest.mark.parametrize("name", CASES)
def test_runs(name: str) -> None:
    source, expected = CASES[name]
    assert [run.text for run in page_runs(html.document_fromstring(f"<html><body>{source}</body></html>"))] == expected


def test_kinds_and_links() -> None:
    source = "<h2>a</h2><ul><li><p>b</p></li></ul><blockquote><p>c</p></blockquote><p><a>d</a></p>"
    runs = page_runs(html.document_fromstring(f"<html><body>{source}</body></html>"))
    assert [(run.kind, run.links) for run in runs] == [("heading", 0), ("list_item", 0), ("quote", 0), ("paragraph", 1)]


@pytest.mark.parametrize(("text", "key"), [("Voters’ “mood”, 48.5%", "votersmood485"), ("É a-b_c", "éabc"), ("—", "")])
def test_key(text: str, key: str) -> None:
    assert key_of(text) == key


def test_tidy_keeps_inner_text() -> None:
    assert tidy(" a\u00ad\u200bb \n c ") == "ab c"
