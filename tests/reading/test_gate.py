"""The gate: pages that may hold a poll story pass, the others do not."""

from pathlib import Path

import pytest

from extractor.reading.gate import can_hold_poll

PAGES = Path(__file__).parent / "pages"
FILL = "<p>The council met on Tuesday and talked about the harbor wall, the school roof and the new buses.</p>" * 3
ASKED = "<p>The survey asked 903 residents of the island whether the ferry ought to run at night as well.</p>"
PASS = {
    "percent sign": "<p>Some 48% of residents want the ferry to run at night, the island survey of 903 found.</p>",
    "percent in words": "<p>Forty-eight per cent of those polled by the board said that they would like it.</p>",
    "ratio in words": "<p>Seven in ten respondents told the board that they want a ferry that runs at night.</p>",
    "horse race": "<p>The poll has the mayor ahead of the challenger 48 to 44 among likely voters in May.</p>",
    "some paragraphs later": ASKED + FILL + "<p>Of those who answered, 48 percent would use a ferry at night.</p>",
    "in a list below": ASKED + "<ul><li>Yes: 48%</li><li>No: 36%</li></ul>",
    "inline tags": "<p>Some <b>48</b><i>%</i> of <a href='#'>residents</a> want it, the <em>survey</em> of islanders "
    "has found.</p>",
    "upper case": "<P>SOME 48 PERCENT OF RESIDENTS WANT THE FERRY TO RUN AT NIGHT, THE SURVEY FOUND.</P>",
    "another report": "<p>According to a study of island life, 43 percent of the residents never took a ferry.</p>",
    "headline": "<h1>Ferry at night: the poll</h1>" + FILL + "<ul><li>Yes: 48%</li><li>No: 36%</li></ul>",
    "polling firm": "<p>Some 48 percent of the islanders trust the harbor board, figures of a polling firm show.</p>",
    "entities": "<p>Some 48&nbsp;% of residents want the ferry to run at night, the survey of 903 found.</p>",
}
LINKED = "Poll: more than 48% of all our readers would like to move abroad if only they could afford it"
STOP = {
    "no share": ASKED,
    "no survey": "<p>Sales of the shipyard rose 12 percent in the quarter, and profit was up by nearly 8 percent.</p>",
    "side box": FILL + "<ul><li>Poll: 48% of readers would move abroad</li><li>Survey: 7 in 10 like rain</li></ul>",
    "linked headline": FILL + f"<div><a href='/x'>{LINKED}</a></div>",
    "navigation": f"<nav><p>{LINKED}</p></nav>" + FILL,
    "script": f"<script>var text = '{LINKED}';</script>" + FILL,
    "upper case script": f"<SCRIPT>var text = '{LINKED}';</SCRIPT>" + FILL,
    "style": "<style>.poll { width: 48% } .survey { height: 100% }</style>" + FILL,
    "attributes": "<p class='poll survey' style='width: 48%' title='survey'>The council met on Tuesday to talk about "
    "the harbor wall.</p>",
    "footer": FILL + f"<footer><p>{LINKED}</p></footer>",
    "pollution": "<p>Pollution fell 12 percent in the harbor since May, and pollen by 8 percent, says a surveyor.</p>",
    "far apart": ASKED + FILL * 60 + "<p>Sales of the shipyard rose 12 percent, up from the quarter before that.</p>",
    "polling station": "<p>Turnout stood at 48 percent when the last polling stations on the island closed.</p>",
    "headline of another list": "<h1>Island news</h1>" + FILL + "<h2>Poll: 48% of readers like rain</h2>",
    "empty": "",
}


def page(body: str) -> bytes:
    return f"<!doctype html><html><head><title>Island</title></head><body>{body}</body></html>".encode()


@pytest.mark.parametrize("name", PASS)
def test_passes(name: str) -> None:
    assert can_hold_poll(page(PASS[name]))


@pytest.mark.parametrize("name", STOP)
def test_stops(name: str) -> None:
    assert not can_hold_poll(page(STOP[name]))


@pytest.mark.parametrize("name", sorted(path.name for path in PAGES.glob("*.html")))
def test_sample_pages_pass(name: str) -> None:
    assert can_hold_poll((PAGES / name).read_bytes())


def test_plain_text() -> None:
    assert can_hold_poll(
        b"Ferry poll\n\nSome 48 percent of residents want the ferry to run at night, the survey found."
    )
    assert not can_hold_poll(
        b"Shipyard\n\nSales rose 12 percent in the second quarter, and profit was up by 8 percent."
    )


def test_what_cannot_be_judged_passes() -> None:
    assert can_hold_poll("Sales rose 12 percent".encode("utf-16"))


def test_hostile_input_is_quick() -> None:
    """Many hits and endless elements take time in proportion to their size."""
    assert not can_hold_poll(b"<script>" * 200_000)
    assert not can_hold_poll(b"poll " * 200_000)
    assert not can_hold_poll(b"<a " * 200_000 + b"poll 48%")
