"""Names are proper: no opener of a sentence, no word of a headline, no list of headlines inside a sentence."""

import pytest

from extractor.components.insets import insets
from extractor.pipeline import build_nlp


def names(text: str) -> list[str]:
    doc = build_nlp()(text)
    return [span.text for span in doc.spans["names"]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Predictably, 60 percent of voters back Smith in the poll.", ["Smith"]),
        ("Smith leads with 60 percent in the poll.", ["Smith"]),
        ("Voters Want Smith Elected Despite Scandals\n\nA poll put Smith at 60 percent.", ["Smith", "Smith"]),
        ("The poll found the Democrat leading with 60 percent.", ["the Democrat"]),
        ("McCain leads Smith with 60 percent in the poll.", ["McCain", "Smith"]),
        ("The poll has the Ohio senator at 60 percent.", ["the Ohio senator"]),
        ("In the poll Yes is on 60 percent and No on 33 percent.", ["Yes", "No"]),
        ("No pollster and no voter said yes to the 60 percent in the poll.", []),
        ("The poll puts the CDU/CSU at 30 percent.", ["CDU/CSU"]),
        ("OSLO, May 3 (NTB) — In a poll 60 percent of voters back Smith.", ["Smith"]),
        ("The Greens (GRN) stand at 60 percent in the poll.", ["Greens", "GRN"]),
        # Two syllables of a given name; not the parts of a compound.
        ("The poll has Park Geun-hye at 60 percent.", ["Park Geun-hye"]),
        ("In the poll Anna Smith-led councils have 60 percent.", ["Anna Smith"]),
        ("In the poll Anna Smith-backed roads have 60 percent.", ["Anna Smith"]),
        ("Keep Smith in mind: the poll has her at 60 percent.", ["Smith"]),
    ],
)
def test_names(text, expected):
    assert names(text) == expected


def test_headlines_inside_a_sentence_are_passed_over():
    text = "Former mayor Jane Smith Jane SmithVoters like tea Council meets MORE leads with 60 percent in a poll."
    doc = build_nlp()(text)
    ((start, end),) = insets(doc)
    assert doc[start:end].text.startswith("Jane SmithVoters")
    assert doc[start:end].text.endswith("MORE")
    assert names(text) == ["Jane Smith"]


def test_a_capital_more_alone_hides_nothing():
    doc = build_nlp()("Jane Smith wants MORE tea, say 60 percent.")
    assert insets(doc) == []
