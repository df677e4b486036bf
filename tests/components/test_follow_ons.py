"""Numbers that go on with the figure before them, and shares in words of people."""

import pytest

from extractor.components.candidate_finder import finder
from extractor.components.follow_ons import follow_ons
from extractor.components.shares_in_words import SharesInWords
from extractor.lexicons.loader import load
from extractor.lexicons.schemas.figures import NotFigureWords


@pytest.mark.parametrize(
    ("text", "continues"),
    [
        ("four years ago it was 58 percent.", True),
        ("among renters, the share falls to just 40 percent.", True),
        ("that is a rise of five points on last year.", True),
        ("the figure for men is 44 percent.", True),
        ("fewer than one in five would go twice a year.", True),
        ("some 58 percent had lost goods.", True),
        ("58 percent of the goods were lost.", False),
        ("the murder rate fell 3 percent.", False),
        ("a year ago the rate of tax was 58 percent.", False),
    ],
)
def test_sentences_that_go_on(text: str, continues: bool) -> None:
    assert [follow_ons().continues(text, one, 0) for one in finder("en").find(text)] == [continues]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("three in five dog owners would pay more.", True),
        ("more than six in 10 said so.", True),
        ("slightly more than a quarter would buy one.", True),
        ("two in three back the museum.", True),
        ("the rest, 16 percent, gave no answer.", True),
        ("it went well. season-ticket holders: 74 percent.", True),
        ("a third would go to the schools.", False),
        ("for all shop owners on average: 1.4 percent, the bureau adds.", False),
        ("nine in ten computers would break.", False),
        ("nine-tenths of shop owners get a rebate.", False),
        ("about a third of lorries are empty.", False),
    ],
)
def test_shares_of_people_in_words(text: str, told: bool) -> None:
    shares = SharesInWords(load(NotFigureWords, "en", "not_figures").affirm)
    assert [shares.tells(text, one) for one in finder("en").find(text)] == [told]
