"""The wording of a question is taken where it is quoted as the question that was asked, and nowhere else."""

import pytest

from extractor.assembly.question_texts import asked_about, quoted_question

WORDING = "Do you think taxes should rise next year?"


@pytest.mark.parametrize(
    "text",
    [
        f"The survey asked, “{WORDING}” A total of # said yes.",
        f'To the question "{WORDING}", # answered yes.',
        f"When asked, “{WORDING}”, # agreed.",
        f"A total of # said yes when asked, “{WORDING}”",
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
        f"A total of # said yes. Later they were asked, “{WORDING}”",
        "Only # agree that the plan is “a road to ruin.”",
        "Only # said the mayor “has always listened to people of all parties.”",
    ],
)
def test_other_quotations_are_left_alone(text):
    assert quoted_question(text, text.index("#")) is None


STATEMENT = "has always listened to people of all parties"


@pytest.mark.parametrize(
    "text",
    [
        f"We asked residents whether the mayor “{STATEMENT}.” Only # disagreed.",
        f"Only # disagreed that the same mayor “{STATEMENT}.”",
        f"We asked whether taxes “should rise next year for all.” And # agreed that the mayor “{STATEMENT}.”",
    ],
)
def test_statement_put_to_respondents_is_found(text):
    place = quoted_question(text, text.index("#"))
    assert place is not None
    assert text[slice(*place)] == STATEMENT


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Asked whether trams should be free, # said yes.", "trams should be free"),
        ("When asked about the new bridge, # were in favor and # opposed.", "the new bridge"),
        ("It rained. Half were asked if rents are too high, and # agreed.", "rents are too high"),
        ("Asked whether trams should be free they laughed. Some # said yes.", None),
        ("She asked about the bridge\nA total of # agreed.", None),
        ("Some # said yes when asked whether trams should be free, as many do.", None),
    ],
)
def test_what_was_asked_in_other_words(text, told):
    place = asked_about(text, text.index("#"))
    assert (place and text[slice(*place)]) == told
