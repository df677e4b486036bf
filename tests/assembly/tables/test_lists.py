"""Lists of results as pollsters and newspapers print them: the item gives the answer, the line above the question."""

import pytest

from extractor.assembly.extraction import extract_article
from extractor.reading.page import read_article
from tests.assembly.tables.story import cells, read

ASKED = "<h3>Q3. Should the ferry run at night?</h3>"
CASES = {
    "colons": (f"{ASKED}<ul><li>Yes: 61%</li><li>No: 30%</li><li>Don't know: 9%</li></ul>", "Yes No Don't know"),
    "numbers first": (f"{ASKED}<ul><li>61% yes</li><li>30% no</li><li>9% not sure</li></ul>", "yes no not sure"),
    "brackets": (f"{ASKED}<p>A later ferry (61%)</p><p>An earlier ferry (30%)</p>", "A later ferry An earlier ferry"),
    "definitions": (f"{ASKED}<dl><dt>Yes</dt><dd>61%</dd><dt>No</dt><dd>30 percent</dd></dl>", "Yes No"),
    "lines": (f"{ASKED}<p>Yes: 61%<br>No: 30%<br>Refused: 9%</p>", "Yes No Refused"),
}


@pytest.mark.parametrize(("markup", "answers"), CASES.values(), ids=CASES)
def test_items_give_the_answers(markup: str, answers: str) -> None:
    found = read(markup)
    assert " ".join(figure.response.label for figure in found.figures) == answers
    assert {figure.rule for figure in found.figures} == {"list.item"}
    assert [question.text for question in found.questions] == ["Should the ferry run at night?"]


def test_lists_of_two_questions_stay_apart() -> None:
    other = "<h3>Q4. Is the school good?</h3><ul><li>Yes: 55%</li><li>No: 45%</li></ul>"
    found = read(CASES["colons"][0] + other)
    asked = {figure.evidence.exact: figure.question_id for figure in found.figures}
    assert asked["61%"] == asked["30%"] == asked["9%"]
    assert asked["55%"] == asked["45%"] != asked["61%"]


def test_plain_text() -> None:
    text = (
        "The island and its ferry\n\nA survey of 1,000 adults by Harbor Research asked about the ferry.\n\n"
        "Should the ferry run at night?\n\nYes ....... 61%\nNo ....... 30%\n\nThe report will be printed in June.\n"
    )
    assert cells(extract_article(read_article(text))) == {
        ("61%", "all respondents", "Yes"),
        ("30%", "all respondents", "No"),
    }


def test_changes_in_brackets() -> None:
    found = read("<h3>Whom would you vote for?</h3><ul><li>Labour: 41% (+3)</li><li>Conservative: 24% (-2)</li></ul>")
    told = {(f.evidence.exact, f.kind, f.value, f.response.label) for f in found.figures}
    assert told == {
        ("41%", "share", 41, "Labour"),
        ("+3", "change", 3, "Labour"),
        ("24%", "share", 24, "Conservative"),
        ("-2", "change", -2, "Conservative"),
    }


@pytest.mark.parametrize(
    "lead", ["<h3>Share of residents who trust the ferry</h3>", "<p>How many residents say they trust the ferry:</p>"]
)
def test_items_that_are_groups_give_the_population(lead: str) -> None:
    found = read(f"{lead}<ul><li>Men: 41%</li><li>Women: 33%</li></ul>")
    assert {(f.evidence.exact, f.population.label) for f in found.figures} == {("41%", "Men"), ("33%", "Women")}
    assert all("trust the ferry" in figure.response.label for figure in found.figures)


NO_RESULTS = {
    "rates": "<h3>Interest rates this week</h3><ul><li>Savings account: 4%</li><li>Mortgage: 6%</li></ul>",
    "who was interviewed": "<h3>Who was interviewed</h3><ul><li>Men: 48%</li><li>Women: 52%</li></ul>",
    "counted votes": "<h3>Election results</h3><ul><li>Rivera: 54%</li><li>Olsen: 46%</li></ul>",
}


@pytest.mark.parametrize("markup", NO_RESULTS.values(), ids=NO_RESULTS)
def test_lists_of_other_sorts_are_not_read_as_results(markup: str) -> None:
    assert not cells(read(markup))


def test_sentences_are_no_items() -> None:
    prose = "<ul><li>Support for the ferry rose to 61%</li><li>Support for the school fell to 30%</li></ul>"
    assert not cells(read(ASKED + prose))


def test_items_that_tell_where_people_were_asked_carry_the_answer_before() -> None:
    told = "<p>Most residents, 62%, fear for the old cinema, the survey found.</p>"
    found = read(f"{told}<ul><li>70% in Westend</li><li>41% in Harbour Hill</li></ul>")
    assert {figure.response.label for figure in found.figures} == {"fear for the old cinema"}


def test_places_under_a_share_of_people_give_the_population() -> None:
    lead = "<h3>Share of adults who swim every week</h3>"
    found = read(f"{lead}<ul><li>Finland: 41%</li><li>Estonia: 33%</li></ul>")
    assert {(figure.population.label, figure.response.label) for figure in found.figures} == {
        ("Finns", "swim every week"),
        ("Estonians", "swim every week"),
    }
