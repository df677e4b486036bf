"""Lists of places by their shares: whose part a figure tells, and of which answer."""

import pytest

from extractor.assembly.extremes import answer, extreme
from extractor.components.doc_text import spans_of
from extractor.pipeline import build_nlp


def parts(sentence: str) -> list[tuple[str, str] | None]:
    doc = build_nlp()(f"A poll was taken.\n\n{sentence}")
    found = (extreme(doc, figure.start) for figure in spans_of(doc, "figures"))
    told = ["oppose the ferry", "back the ferry"]
    return [(part.place, answer(part, told)) if part else None for part in found]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "Support is highest in Peru (93%) and Chile (87%) and lowest in Cuba (59%).",
            [("Peru", "back the ferry"), ("Chile", "back the ferry"), ("Cuba", "back the ferry")],
        ),
        (
            "Trust in the mayor was lowest in Porto at 22 percent, followed by Greater Lisbon at 26 percent.",
            [("Porto", "Trust in the mayor"), ("Greater Lisbon", "back the ferry")],
        ),
        ("Opposition is strongest among those who fish (61%).", [("", "oppose the ferry")]),
        ("That view is most common in Evora (41%).", [("Evora", "back the ferry")]),
        ("Her lead is largest in Peru, at 11 percent.", [("Peru", "")]),
        (
            "Residents of Porto are the happiest with 93 percent, followed by those in Evora with 87 percent.",
            [("", "happiest"), ("Evora", "back the ferry")],
        ),
        (
            "Those of the Harbor Party are most content, with 70 percent of Harbor voters pleased, followed by the"
            " green Tide Party with 59 percent.",
            [None, ("Tide Party", "back the ferry")],
        ),
        ("Opposition, in turn, was greatest in Porto with 22 percent.", [("Porto", "oppose the ferry")]),
        ("The latest numbers are the lowest with 22 percent, followed by rain with 20 percent.", [None, None]),
        ("Residents of Porto are most likely to row (22 percent).", [None]),
        ("The gap is widest among anglers: 69 percent want a ferry.", [None]),
        ("In Peru, support was 55 percent, and Chile had 44 percent.", [None, None]),
    ],
)
def test_parts(sentence, expected):
    assert parts(sentence) == expected
