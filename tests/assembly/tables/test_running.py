"""Tables whose lines run together in one paragraph."""

import pytest

from tests.assembly.tables.story import cells, read

AGES = (
    "Share of respondents to the exit poll who voted for each plan by age Candidate Under 30 (21%) 30 and older (79%) "
    "Rivera 55% 40% Stone 30 41 Winter 15 19 Source: Harbor Research"
)
PLAIN = (
    "How men and women would vote in the poll, by gender Candidate Men Women Rivera 55% 40% Stone 30 41 Winter 15 19"
)
POLLS = (
    "Recent polls of the island Dates Pollster Sample Rivera (D) Stone (R) Margin May 2-3 Harbor Research 666 V 47% "
    "42% D+5 May 3-4 Granite Polling 600 LV 41 48 R+7 May 6-11 Lakeside College 1036 RV 44 44 Even"
)
RATINGS = "What the survey found Name Approve Disapprove Rivera 55% 40% Stone 30 41 Winter 15 19"


def test_heads_with_their_share_of_an_exit_poll() -> None:
    found = cells(read(f"<p>{AGES}</p>"))
    assert {("21%", "all respondents", "Under 30"), ("79%", "all respondents", "30 and older")} <= found
    assert {("55%", "those under 30", "Rivera"), ("41", "those aged 30 and older", "Stone")} <= found
    assert len(found) == 8


def test_heads_without_brackets() -> None:
    found = cells(read(f"<p>{PLAIN}</p>"))
    assert {("55%", "Men", "Rivera"), ("40%", "Women", "Rivera"), ("19", "Women", "Winter")} <= found
    assert len(found) == 6


def test_rows_of_polls() -> None:
    found = read(f"<p>{POLLS}</p>")
    told = {(f.evidence.exact, f.kind, f.value, f.response.label) for f in found.figures if f.rule == "table.running"}
    assert {("47%", "share", 47, "Rivera"), ("48", "share", 48, "Stone"), ("R+7", "difference", 7, "Stone")} <= told
    polls = {poll.pollsters[0]: poll for poll in found.polls}
    assert polls["Granite Polling"].samples[0].size == 600
    assert (polls["Lakeside College"].field_start, polls["Lakeside College"].field_end) == ("2024-05-06", "2024-05-11")


def test_ratings_of_several_people() -> None:
    found = cells(read(f"<p>{RATINGS}</p>"))
    assert {("55%", "all respondents", "Approve"), ("41", "all respondents", "Disapprove")} <= found


@pytest.mark.parametrize(
    "text",
    [
        "In the poll Rivera had 55% and Stone 30 of the votes; Winter had 15, and 19 were not sure about any of them.",
        "The survey had more. Results City Harbor 3 2 Granite 1 1 Lakeside 0 4 after ninety minutes of play.",
        AGES.replace("exit poll", "exit count").replace("respondents", "ballots"),
    ],
    ids=["prose", "scores", "no poll"],
)
def test_other_numbers_in_a_row(text: str) -> None:
    assert not any(figure.rule == "table.running" for figure in read(f"<p>{text}</p>").figures)
