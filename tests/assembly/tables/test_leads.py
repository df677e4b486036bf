"""What the line above a list of groups tells of the answer."""

import pytest

from extractor.assembly.tables.leads import shared_answer


@pytest.mark.parametrize(
    ("lead", "answer"),
    [
        ("Share of residents who trust the ferry", "trust the ferry"),
        ("How many residents say they trust the ferry:", "they trust the ferry"),
        ("The survey was taken in May. Share in favour, by island:", "in favour"),
        ("Percentage who want a later ferry:", "want a later ferry"),
        ("The proportion in favour of a bridge was:", "in favour of a bridge"),
        ("Support for the bridge by age:", "Support for the bridge"),
        ("Here is what the island thinks. Trust in the harbor board (%)", "Trust in the harbor board"),
        ("Who wants a bridge? In the survey of May, these groups said yes:", "yes"),
        ("They were asked about the ferry. Those who said it was late:", "it was late"),
        ("The following shares said they felt seasick:", "felt seasick"),
        ("Here is how many people trust the council:", "trust the council"),
        ("Harbor Research asked the island about its ferry:", None),
        ("By age:", None),
        ("The results in detail:", None),
        ("Share by group:", None),
        ("", None),
    ],
)
def test_shared_answer(lead: str, answer: str | None) -> None:
    assert shared_answer(lead) == answer
