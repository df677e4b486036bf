"""What a report says of how a question was put is kept with the question, and nothing is made up."""

import pytest

from extractor import extract

HEAD = "Poll on the harbor\n\nA poll of 1,000 adults by Northern Research asked about the harbor.\n\n"


@pytest.mark.parametrize(
    ("text", "universe"),
    [
        ("In a question asked only of parents, 58 percent said the school ferry is too slow.", "parents"),
        (
            "One question was put only to residents of the old town. Of them, 44 percent want the ferry.",
            "residents of the old town",
        ),
        ("Asked about the ferry, only parents in the old town were content: 44 percent want it.", None),
        ("One question was put only to fishers.\n\nOf all adults, 44 percent want the ferry.", None),
    ],
)
def test_universe(text, universe):
    assert {question.universe for question in extract(HEAD + text).questions} == {universe}


@pytest.mark.parametrize(
    ("text", "multiple"),
    [
        (
            "Asked why, 58 percent named the price and 49 percent the noise. They could choose more than one answer.",
            True,
        ),
        ("Respondents could give up to two answers; 58 percent named the price.", True),
        ("Asked why, 58 percent named the price. More than one in five gave no answer.", False),
    ],
)
def test_multiple_answers(text, multiple):
    assert {question.multiple_answers for question in extract(HEAD + text).questions} == {multiple}
