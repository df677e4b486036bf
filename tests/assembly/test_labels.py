"""From a stretch of a sentence to the short wording of an answer."""

import pytest

from extractor.assembly.labels import label
from extractor.pipeline import build_nlp


def worded(text: str, through: str = "") -> str:
    doc = build_nlp("en")(text)
    verb = next((token.i for token in doc if token.text == through), 0)
    return label(doc, 0, len(doc), through=verb)


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("said that the tax should be cut", "the tax should be cut"),
        ("“the right direction”", "the right direction"),
        ("said so in a survey of last May", "said so"),
        ("felt the same way about the new tax", "felt the same way"),
        ("the same taxes as before", "the same taxes as before"),
        ("since last May", ""),
        ("aren't sure", "not sure"),
    ],
)
def test_what_leads_in_and_trails_is_left_out(text: str, answer: str) -> None:
    assert worded(text) == answer


def test_a_long_subject_keeps_its_verb() -> None:
    long = "a coalition of farmers, teachers, nurses and large employers will damage the country"
    assert "damage" not in worded(long)
    assert worded(long, through="will").endswith("will damage the country")
