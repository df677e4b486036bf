"""Answers told whole, shares that are pointed to again, and items that share what the first one opens with."""

import pytest

from tests.assembly.answers_of import answers_of

HEAD = "In the poll of 1,000 adults 71 percent support the ban on horns, and 20 percent are unsure. "
TOLD = [
    ("Those who see no need for it rose 4 points to 26 percent.", ["see no need for it", "see no need for it"]),
    (
        "Those who say the mayor is “doing well” were found above all among nurses (60%) and bakers (53%).",
        ["doing well", "doing well"],
    ),
    (
        "They side with the judge — those who call for an inquiry leap from 31 percent to 49 percent.",
        ["call for an inquiry", "call for an inquiry"],
    ),
    (
        "Adults divide into those who do not mind if shops close, provided bakeries open (41 percent), and others.",
        ["do not mind if shops close"],
    ),
    (
        "The next mayor should take new paths, 55 percent of nurses believe, while 36 percent want her to stay.",
        ["should take new paths", "stay"],
    ),
    (
        "As many as 13 percent would not say whom they want and 7 percent were undecided.",
        ["would not say", "undecided"],
    ),
    ("Halfway through her term, the mayor has 66 percent approval.", ["approval"]),
    ("Some 47 percent of nurses give a thumbs up and 37 percent a thumbs down.", ["thumbs up", "thumbs down"]),
    ("The party's support has leapt to 60 percent since Holm followed Berg.", ["support"]),
    (
        "Most nurses strongly favor lower speed limits (72 percent) and longer crossings (61 percent).",
        ["strongly favor lower speed limits", "strongly favor longer crossings"],
    ),
    (
        "Most nurses say they are treated less fairly by the police (48 percent) and the courts (46 percent).",
        ["fairly by the police", "fairly by the courts"],
    ),
    ("Every seventh nurse (14 percent) says without reservation that shops ought to close.", ["shops ought to close"]),
    ("Maybe the 71 percent figure would shrink once people knew more.", ["support the ban"]),
    (
        "Her net favorability rose from +10 in May (43% favorable to 33% unfavorable) to +19 now.",
        ["net favorable", "favorable", "unfavorable", "net favorable"],
    ),
]
AGAIN = [
    (
        "While 49 percent say the mayor does poorly on parks, 43 percent find that she does badly in security "
        "and 42 percent in fighting poverty.",
        ["poorly on parks", "badly in security", "badly in fighting poverty"],
    ),
    (
        "Asked if they would pay more to stop floods, 72 percent in the Norstat poll said they would.",
        ["would pay more"],
    ),
    (
        "The worst liked were Smith (53 percent viewed unfavorably) and Jones (43 percent viewed unfavorably).",
        ["viewed unfavorably", "viewed unfavorably"],
    ),
    (
        "Nine percent, up from 4 percent, would scrap the rules, and 38 percent, up from 30 percent, would keep them.",
        ["would scrap", "would scrap", "would keep", "would keep"],
    ),
    (
        "Since May, support for the idea grew in Ohio (up 24 points) and in Texas (up 15 points).",
        ["support for the idea", "support for the idea"],
    ),
    (
        "Smith won one point: voters in Ohio by 59-37 percent said the statues should stay.",
        ["", "should stay", "should not stay"],
    ),
    ("In May the poll found 55-36 percent opposition.", ["opposition", "support"]),
    (
        "Renters say the tram is slow, 52 to 37 percent, and men say so by 49 to 43 percent.",
        ["is slow", "not", "is slow", "not"],
    ),
    ("Renters say the tram is slow, 52 percent vs. 37 percent.", ["tram is slow", "not"]),
    ("Some 52 percent say the tram is slow, compared with 37 percent in May.", ["tram is slow", "the tram is slow"]),
    (
        "Some 14 percent would vote for Karl Holm, 13 percent for ex-President and Harvest head Petro Foss, and 3 "
        "percent for the speaker of parliament Dean Marko.",
        ["Holm", "Petro Foss", "Dean Marko"],
    ),
]
DRAWN = [
    (
        "The bridge got the backing of 58 percent of nurses, 60 percent in Ohio and 62 percent in Texas.",
        ["the bridge"] * 3,
    ),
    ("Longer crossings drew support from 75 percent of nurses and 90 percent of bakers.", ["longer crossings"] * 2),
    ("In favour of a new vote were 35 per cent of nurses and 66 per cent of bakers.", ["a new vote"] * 2),
    ("Some 13 percent said they wanted a park that stays open but charges no fee.", ["but charges no fee"]),
    (
        "The poll found a rise in people who strongly back the curfew, 41 percent, and a gap to others.",
        ["strongly back"],
    ),
    (
        "Voters split 46 - 45 percent in the Democrats' favor; women back them 78 - 16 percent.",
        ["Democrats", "Republicans", "Democrats", "Republicans"],
    ),
]
#: What stays as it was: reasons that are listed, groups that are asked.
OTHERS = [
    ("Some 60 percent support the tax but a party spokesman called it a mistake.", ["support the tax"]),
    ("The main reasons were a lack of time (40 percent) and cost (30 percent).", ["a lack of time", "cost"]),
    ("Those who rent their homes oppose it by 60 to 30 percent.", ["oppose it", "favor it"]),
    ("Of those who rent, 45 percent oppose it.", ["oppose it"]),
]


@pytest.mark.parametrize(("text", "expected"), [*TOLD, *AGAIN, *DRAWN, *OTHERS])
def test_the_answer_is_told_whole(text: str, expected: list[str]) -> None:
    got = answers_of(text, HEAD)
    assert len(got) == len(expected)
    for answer, words in zip(got, expected, strict=True):
        assert words.lower() in answer.lower()
