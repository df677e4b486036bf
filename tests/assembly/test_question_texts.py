"""The wording of a question is taken where it is quoted as the question that was asked, and nowhere else."""

import pytest

from extractor.assembly.question_texts import quoted_question

WORDING = "Do you think taxes should rise next year?"


@pytest.mark.parametrize(
    "text",
    [
        f"The survey asked, “{WORDING}” A total of # said yes.",
        f'To the question "{WORDING}", # answered yes.',
        f"When asked, “{WORDING}”, # agreed.",
    ],
)
def test_quoted_question_is_found(text):
    place = quoted_question(text, text.index("#"))
    assert place is not None
    assert text[slice(*place)] == WORDING


@pytest.mark.parametrize(
    "text",
    [
        f"“{WORDING}” the minister wondered. A total of # said yes.",
        f"The survey asked, “{WORDING}”\nA total of # said yes.",
        "Asked about “the next year”, # said yes.",
        f"A total of # said yes when asked, “{WORDING}”",
    ],
)
def test_other_quotations_are_left_alone(text):
    assert quoted_question(text, text.index("#")) is None
