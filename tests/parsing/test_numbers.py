"""Numbers in digits, words, fractions and ratios."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.parsing.numbers import Number, reader

READ = reader("en")
UNITS = (
    "zero one two three four five six seven eight nine ten eleven twelve "
    "thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
)
TENS = "twenty thirty forty fifty sixty seventy eighty ninety"


def spelled(number: int) -> list[str]:
    """How `number`, 0 to 100, is written in words: with a hyphen and with a space."""
    if number == 100:
        return ["a hundred", "one hundred"]
    if number < 20:
        return [UNITS.split()[number]]
    tens = TENS.split()[number // 10 - 2]
    return [f"{tens}{joint}{UNITS.split()[number % 10]}" for joint in "- "] if number % 10 else [tens]


@pytest.mark.parametrize("number", range(101))
def test_number_words_from_zero_to_a_hundred(number: int) -> None:
    for words in spelled(number):
        assert READ.number(words) == Number(float(number), 0)
        assert READ.number(words.capitalize()) == Number(float(number), 0)
        assert re.fullmatch(READ.word_pattern, words)


@pytest.mark.parametrize(
    ("text", "value", "decimals"),
    [
        ("7", 7, 0),
        ("sixty-one-point-six", 61.6, 1),
        ("76 point 6", 76.6, 1),
        ("three-point-one-four", 3.14, 2),
        ("42.5", 42.5, 1),
        ("60.0", 60, 1),
        (".5", 0.5, 1),
        ("3.25", 3.25, 2),
        ("1,585", 1585, 0),
        ("-12.1", -12.1, 1),
        ("−4", -4, 0),
        ("–8", -8, 0),
        ("+20", 20, 0),
        ("minus 3", -3, 0),
        ("negative five", -5, 0),
    ],
)
def test_digits_keep_sign_and_places(text: str, value: float, decimals: int) -> None:
    assert READ.number(text) == Number(value, decimals)


@pytest.mark.parametrize(
    "text", ["", "-", "+", "percent", "twenty-ten", "five-twenty", "two three", "1.2.3", "forty forty", "½"]
)
def test_what_is_no_number(text: str) -> None:
    assert READ.number(text) is None


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("half", 50),
        ("Half", 50),
        ("one-half", 50),
        ("a third", 33.3),
        ("one-third", 33.3),
        ("two-thirds", 66.7),
        ("Two thirds", 66.7),
        ("a quarter", 25),
        ("one fourth", 25),
        ("three-quarters", 75),
        ("a fifth", 20),
        ("four-fifths", 80),
        ("three-tenths", 30),
        ("another quarter", None),
        ("three thirds", None),
        ("five quarters", None),
        ("thirds of", None),
        ("", None),
    ],
)
def test_fractions_are_percentages(text: str, value: float | None) -> None:
    assert READ.fraction(text) == value


@pytest.mark.parametrize(("above", "below", "value"), [(7, 10, 70), (1, 3, 33.3), (1, 7, 14.3), (4, 5, 80)])
def test_ratios_are_percentages(above: int, below: int, value: float) -> None:
    assert READ.ratio(above, below) == value


@given(st.text(max_size=40))
def test_any_text_is_read_or_refused(text: str) -> None:
    number = READ.number(text)
    assert number is None or number.decimals >= 0
    fraction = READ.fraction(text)
    assert fraction is None or 0 < fraction < 100
