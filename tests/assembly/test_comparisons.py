"""What groups are compared by, told of the shares of both."""

import pytest

from extractor.assembly.comparisons import of_groups
from extractor.components.cues import sentences_with_figures
from extractor.constructions.chunks import marks, sequence
from extractor.pipeline import build_nlp


def answers(text: str) -> list[str]:
    nlp = build_nlp("en")
    with nlp.select_pipes(disable=["poll_not_figures"]):
        doc = nlp(text)
    (sentence,) = sentences_with_figures(doc)
    line = sequence(sentence, marks(doc))
    told = [of_groups(line, i) for i, letter in enumerate(line.code) if letter in "fp"]
    return ["" if reading is None else reading.label for reading in told]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Men are slightly more likely than women to cycle to work (57% vs. 49%).", ["cycle to work"] * 2),
        ("Women are twice as likely to own cats as men (49 percent to 22 percent).", ["own cats"] * 2),
        ("Men are 8 points less inclined than women to eat cake.", ["eat cake"]),
        ("Women were more likely to say they slept well (48 percent) than men (22 percent).", ["slept well"] * 2),
        ("Women are more likely to like tea (87%).", ["like tea"]),
        ("Women are more likely to support Smith, 52 percent to 40 percent.", ["", ""]),
        ("Women say they are more likely to support Smith (52 percent).", [""]),
        ("Some 52 percent are more likely to support Smith.", [""]),
        ("Men are more likely to sing — around 53 percent of women dance.", [""]),
    ],
)
def test_groups_are_compared_by_one_answer(text: str, expected: list[str]) -> None:
    assert answers(text) == expected
