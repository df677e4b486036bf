"""Numbers are tokens of their own, and the text stays as it is."""

import pytest

from tests.components.figure_pipeline import build

CASES = [
    ("48-44", ["48", "-", "44"]),
    ("48–44", ["48", "–", "44"]),
    ("49/47", ["49", "/", "47"]),
    ("(45-40)", ["(", "45", "-", "40", ")"]),
    ("(-8)", ["(", "-8", ")"]),
    ("37percent", ["37", "percent"]),
    ("9-point", ["9", "-", "point"]),
    ("53%-44%", ["53", "%", "-", "44", "%"]),
    ("43 percent-to-41 percent", ["43", "percent", "-to-", "41", "percent"]),
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
