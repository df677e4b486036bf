"""The story's own title among what a page calls itself and shows."""

import pytest
from lxml import html

from extractor.reading.runs import page_runs
from extractor.reading.titles import find_title

#: stated titles (most explicit first), body, known outlets -> title, outlet beside it
CASES = {
    "outlet before, shown in bold": (
        ["Gull: Poll: Half back dam plan"],
        "<b>Poll: Half back dam plan</b>",
        [],
        "Poll: Half back dam plan",
        "Gull",
    ),
    "outlet after a bar": (
        ["Half back dam plan | The Gull"],
        "<p>Something else</p>",
        [],
        "Half back dam plan",
        "The Gull",
    ),
    "outlet after a dash": (
        ["Half of voters back dam - Gull News"],
        "<p>x</p>",
        [],
        "Half of voters back dam",
        "Gull News",
    ),
    "a dash inside the title": (
        ["Half of voters back dam - and say so loudly"],
        "<p>x</p>",
        [],
        "Half of voters back dam - and say so loudly",
        "",
    ),
    "known outlet before a colon": (["Gull: Half back dam plan"], "<p>x</p>", ["Gull"], "Half back dam plan", "Gull"),
    "a colon of its own": (["Poll: Half back dam plan"], "<p>x</p>", [], "Poll: Half back dam plan", ""),
    "shown as it is": (
        ["Poll: Half back dam plan"],
        "<h1>Poll: Half back dam plan</h1><h2>Half back dam plan</h2>",
        [],
        "Poll: Half back dam plan",
        "",
    ),
    "site name as first heading": (
        ["Half back dam plan | Gull"],
        "<h1>Gull</h1><h2>Half back dam plan</h2>",
        ["Gull"],
        "Half back dam plan",
        "Gull",
    ),
    "shown one wins over the shared one": (
        ["Dam plan: you won't believe it", "Half back dam plan - Gull"],
        "<h1>Half back dam plan</h1>",
        [],
        "Half back dam plan",
        "Gull",
    ),
    "nothing stated": ([], "<h1>Half back dam plan</h1>", [], "Half back dam plan", ""),
    "punctuation differs": (
        ["Voters’ mood “sour”: poll | Gull"],
        '<h1>Voters\' mood "sour": poll</h1>',
        [],
        'Voters\' mood "sour": poll',
        "Gull",
    ),
    "a box repeats its end": (
        ["Poll: Half back dam plan in the valley"],
        "<h1>Poll: Half back dam plan in the valley</h1><h3>Half back dam plan in the valley</h3>",
        [],
        "Poll: Half back dam plan in the valley",
        "",
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_title(name: str) -> None:
    stated, body, outlets, title, outlet = CASES[name]
    found = find_title(stated, page_runs(html.document_fromstring(f"<html><body>{body}</body></html>")), outlets)
    assert found is not None
    assert (found.text, found.outlet) == (title, outlet)


def test_no_title() -> None:
    assert find_title([], page_runs(html.document_fromstring("<html><body><p>x</p></body></html>")), []) is None
