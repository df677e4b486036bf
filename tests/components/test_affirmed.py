"""Shares of people who say something are poll figures, whatever else the page speaks of."""

import pytest

from extractor.components.affirmed import Affirmer
from extractor.components.candidate_finder import finder
from extractor.lexicons.loader import load
from extractor.lexicons.schemas.figures import NotFigureWords


@pytest.mark.parametrize(
    ("text", "affirmed"),
    [
        ("seventeen percent of the insiders said she would win.", True),
        ("half of those surveyed last week think so.", True),
        ("40 percent of farmers in the valley want rain.", True),
        ("the greens would win 40 percent of the vote if an election were held now.", True),
        ("the greens and the liberals would each get 40 percent.", True),
        ("the fund would get 40 percent of the money if it were new.", False),
        ("if an election were held now, it would be close. the greens would narrowly win 40 percent.", True),
        ("the greens would have received 40 percent of the nationwide vote in june.", True),
        ("the greens would have received 40 percent of the money in june.", False),
        ("a survey of 14 nurses by harbor research found that 61.3 percent sleep badly.", True),
        ("a poll this week shows that only 14% swim.", True),
        ("the household survey found that 4.1 percent had no work.", False),
        ("the survey found that prices rose 4.1 percent.", False),
        ("she is ahead of brown by an average of 8.6% this week.", True),
        ("rivera surges to 3-point lead over stone in harbor tracking poll", True),
        ("rivera won by a 3-point margin. a poll had said so.", False),
        ("governor: brown +4.2 points\n\ntext.", True),
        ("trade: brown +4.2 points since the bell.", False),
        ("40 percent of farmers live in the valley.", False),
        ("respondents were asked. 40 percent of the water was lost.", False),
        ("inflation was cited by just 11 percent.", True),
        ("inflation rose by 11 percent.", False),
        ("a 5-point share of voters said so.", False),
        ("rain is a worry, with 53% expecting floods.", True),
        ("rain is a worry, with just 9 percent of farmers saying they fear none.", True),
        ("40 percent of farmers are worried about rain.", True),
        ("the reservoirs were full, with 53% coming from snow.", False),
    ],
)
def test_what_people_say_is_a_poll_figure(text: str, affirmed: bool) -> None:
    affirmer = Affirmer(load(NotFigureWords, "en", "not_figures").affirm)
    found = finder("en").find(text)
    assert [affirmer.affirms(text, one, affirmer.supposes(text)) for one in found] == [affirmed]


@pytest.mark.parametrize(
    ("text", "likely"),
    [
        ("the mayor fell three points to 20 per cent.", [True, True]),
        ("the mayor fell three points behind the sheriff.", [False]),
        ("the index closed three points higher.", [False]),
        ("\n85% fear that rents rise\n78% that wages fall\n", [False, True]),
        ("rents rose.\n78% that wages fall\n", [False]),
        ("the new poll has the greens at 12 percent.", [True]),
        ("surveys put the greens on 12 per cent, ahead of the liberals.", [True]),
        ("the ministry put the loss at 12 percent.", [False]),
        ("the household survey put the loss at 12 percent.", [False]),
        ("the greens are now on 12 per cent, with the liberals on 9 per cent.", [True, True]),
        ("staff are on 12 percent more pay.", [False]),
        ("the tax on 12 percent of homes rose.", [False]),
    ],
)
def test_what_moved_to_a_level_is_told_as_polls_tell_it(text: str, likely: list[bool]) -> None:
    affirmer = Affirmer(load(NotFigureWords, "en", "not_figures").affirm)
    assert [affirmer.likely(text, one) for one in finder("en").find(text)] == likely
