"""Age groups in words."""

import pytest

from extractor.parsing.ages import age_at
from extractor.parsing.population_words import split_words

AGES = [
    ("aged 18 to 29", "18-29"),
    ("ages 65 and older", "65+"),
    ("age 50 or over", "50+"),
    ("18-to-29-year-olds", "18-29"),
    ("18- to 34-year-old", "18-34"),
    ("between the ages of 30 and 44", "30-44"),
    ("between 30 and 44", "30-44"),
    ("under 30", "-30"),
    ("under the age of 50", "-50"),
    ("over age 65", "65+"),
    ("younger than 35", "-35"),
    ("in their 20s", "20-29"),
    ("in their sixties", "60-69"),
    ("65+", "65+"),
    ("aged 36 to 60 years", "36-60"),
    ("between 30 and 44 years", "30-44"),
    ("16-34s", "16-34"),
    ("18-34 cohort", "18-34"),
]
NO_AGES = ["47 to 41", "47-41 edge", "in the poll", "over 1,200", "in 2012", "under 47pc", "18 percent", "between them"]


@pytest.mark.parametrize(("text", "age"), AGES)
def test_age(text: str, age: str) -> None:
    words = split_words(text)
    assert age_at(words, 0, bare=False) == (len(words), age) or age_at(words, 0) == (len(words), age)


@pytest.mark.parametrize("text", NO_AGES)
def test_no_age(text: str) -> None:
    assert age_at(split_words(text), 0, bare=False) is None
