"""Answers that whole clauses word: of pairs, of lists with groups in them, of groups that are behind in a race."""

import pytest

from tests.assembly.answers_of import answers_of

HEAD = "A Gallup poll of 1,200 adults asked about the ferry.\n\n"


@pytest.mark.parametrize(
    ("text", "answers"),
    [
        (
            "The tunnel would win a referendum by 54 percent to 46 percent.",
            ["the tunnel would win a referendum", "the tunnel would not win a referendum"],
        ),
        (
            "Blame falls on the government (44 percent), the banks (30 percent) and consumers (12 percent).",
            ["the government", "the banks", "consumers"],
        ),
        (
            "The Liberals, at 38 percent, are ahead of the Conservatives, at 34 percent.",
            ["Liberals", "Conservatives"],
        ),
        ("Smith is ahead among women, at 34 percent.", ["Smith"]),
        (
            "Some 30 percent say prices are rising, with 20 percent saying they are falling.",
            ["prices are rising", "falling"],
        ),
        (
            "Some 61 percent say the ferry is unsafe, a view shared by 18 percent of nurses.",
            ["the ferry is unsafe", "the ferry is unsafe"],
        ),
    ],
)
def test_answers(text: str, answers: list[str]) -> None:
    assert answers_of(text, HEAD) == answers
