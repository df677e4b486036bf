"""Numbers are tokens of their own, and the text stays as it is."""

import pytest
import spacy

from extractor.components import tokenizer
from extractor.components.doc_text import text_between, words_of
from tests.components.figure_pipeline import build

CASES = [
    ("48-44", ["48", "-", "44"]),
    ("48–44", ["48", "–", "44"]),
    ("49/47", ["49", "/", "47"]),
    ("(45-40)", ["(", "45", "-", "40", ")"]),
    ("(-8)", ["(", "-8", ")"]),
    ("+/-3.5", ["+/-", "3.5"]),
    ("37percent", ["37", "percent"]),
    ("9-point", ["9", "-", "point"]),
    ("53%-44%", ["53", "%", "-", "44", "%"]),
    ("43 percent-to-41 percent", ["43", "percent", "-to-", "41", "percent"]),
    ("44 percent//Wrong", ["44", "percent", "//", "Wrong"]),
    ("44 percent/40", ["44", "percent", "/", "40"]),
    ("right.Thirty-eight percent", ["right", ".", "Thirty", "-", "eight", "percent"]),
]


@pytest.mark.parametrize(("text", "tokens"), CASES)
def test_numbers_are_split_off(text: str, tokens: list[str]) -> None:
    doc = build(judged=False).make_doc(text)
    assert [token.text for token in doc] == tokens
    assert doc.text == text


@pytest.mark.parametrize("text", ["U.S.", "COVID-19", "e.g.", "two-thirds", "1,585", "3.5"])
def test_other_words_stay_whole(text: str) -> None:
    doc = build(judged=False).make_doc(f"the {text} of")
    assert doc.text[4 : 4 + len(text)] == text
    assert doc.char_span(4, 4 + len(text)) is not None


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "One  poll,\n\ntwo polls.  ",
        " Don't ask; it's 48-44 (U.S. voters), isn't it? ",
        "didnt, cannot. Wont, however, say: No. 10",
        "Kılıç’s lead\tof 4.5\u00a0points\n\n- a list\n- goes on.\n",
    ],
)
def test_words_are_remembered_as_they_were_split(text: str) -> None:
    nlp = spacy.blank("en")
    tokenizer.adapt(nlp)
    remembering = nlp.tokenizer
    assert isinstance(remembering, tokenizer.RememberingTokenizer)
    expected = [(token.text, token.idx, token.whitespace_) for token in remembering._split(text)]
    for _ in range(2):
        doc = remembering(text)
        assert [(token.text, token.idx, token.whitespace_) for token in doc] == expected
        words = words_of(doc)
        assert list(zip(words.texts, words.starts, strict=True)) == [(word, start) for word, start, _ in expected]
        assert text_between(doc, 0, len(doc)) == doc[:].text
        assert words.lowers == [token.lower_ for token in doc]
