"""Only close choices are read again."""

import pytest

from extractor.assembly import close_calls
from extractor.encoder.passages import Choice
from extractor.pipeline import build_nlp

TEXT = "The poll opened in May. It asked 900 people. In all, 48 percent of men said yes."


def figure():
    doc = build_nlp()(TEXT)
    return doc.char_span(TEXT.index("48"), TEXT.index(" of men"))


@pytest.mark.parametrize(
    ("labels", "sums", "close"),
    [
        (["yes", "no"], [1.0, 0.9], True),
        (["yes", "no", "maybe"], [9.0, 0.9, 3.0], False),
        (["would vote yes", "vote yes"], [1.0, 0.9], False),
        (["would vote yes", "vote yes", "no"], [1.0, 0.9, 0.5], True),
        (["yes"], [1.0], False),
        ([], [], False),
    ],
)
def test_close(labels, sums, close):
    assert close_calls.is_close("response", [Choice(label) for label in labels], sums) is close


def test_a_clear_choice_stays_as_it_is():
    assert close_calls.read_again("response", figure(), [Choice("yes"), Choice("no")], [20.0, 0.0]) == [0.0, 0.0]


def test_a_close_choice_is_read_in_its_words():
    start = TEXT.index("yes")
    yes, may = close_calls.read_again(
        "response", figure(), [Choice("yes", start, start + 3), Choice("May")], [0.0, 0.0]
    )
    assert yes > may


def test_options_beyond_the_likeliest_gain_least():
    choices = [Choice(f"answer {i}") for i in range(10)]
    added = close_calls.read_again("response", figure(), choices, [1.0 - i / 100 for i in range(10)])
    assert added[9] == added[8] == min(added)


def test_place_holds_the_sentences_up_to_that_of_the_figure():
    place = close_calls.place_of(figure())
    assert [TEXT[a:b].strip() for a, b in place.sentences] == TEXT.replace(". ", ".|").split("|")
