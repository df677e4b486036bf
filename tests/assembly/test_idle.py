"""Labels that only tell of a share's size, place and time are no answers."""

import pytest

from extractor.assembly.idle import answers_nothing


@pytest.mark.parametrize(
    "text",
    [
        "the most since May 2019",
        "clip",
        "the final",
        "a surprisingly narrow",
        "statistically unchanged from last month when it",
        "those whom",
        "themselves",
        "a July",
        "not even a majority",
        "means an increase",
        "group has now",
        "score",
        "Majority",
        "the question if taxes on wine are fair",
        "far in front",
    ],
)
def test_words_of_size_place_and_time_answer_nothing(text: str) -> None:
    assert answers_nothing(text)


@pytest.mark.parametrize(
    "text",
    [
        "against it",
        "for it",
        "others",
        "too high",
        "part of their week",
        "very worried",
        "the most important issue",
        "a wider bridge",
        "One",
        "not",
        "ratings",
        "an 8 or a 9",
        "less than last year's harvest",
        "over",
        "the same",
    ],
)
def test_a_word_of_the_matter_makes_an_answer(text: str) -> None:
    assert not answers_nothing(text)
