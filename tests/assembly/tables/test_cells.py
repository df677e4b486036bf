"""Each value of a table of results is bound by the heads above and beside it."""

import pytest

from tests.assembly.tables.story import cells, read

ALL = "all respondents"
CASES = {
    "thead and th": (
        "<table><caption>Should the ferry run at night?</caption><thead><tr><th>Answer</th><th>Men</th><th>Women</th>"
        "</tr></thead><tbody><tr><th>Yes</th><td>61%</td><td>57%</td></tr><tr><th>No</th><td>30%</td><td>35%</td></tr>"
        "</tbody></table>",
        {("61%", "Men", "Yes"), ("57%", "Women", "Yes"), ("30%", "Men", "No"), ("35%", "Women", "No")},
    ),
    "old layout, title row": (
        "<table border=0><tr><td colspan=3><b>Should the ferry run at night?</b></td></tr><tr><td></td><td>Japan</td>"
        "<td>South Korea</td></tr><tr><td>It should</td><td>61%</td><td>57%</td></tr><tr><td>It should not</td>"
        "<td>30%</td><td>35%</td></tr></table>",
        {
            ("61%", "Japanese", "It should"),
            ("57%", "South Koreans", "It should"),
            ("30%", "Japanese", "It should not"),
            ("35%", "South Koreans", "It should not"),
        },
    ),
    "percent sign only in the head": (
        "<h3>Should the ferry run at night?</h3><table><tr><th>Answer</th><th>All respondents (%)</th></tr>"
        "<tr><td>Yes</td><td>61.5</td></tr><tr><td>No</td><td>30</td></tr></table>",
        {("61.5", ALL, "Yes"), ("30", ALL, "No")},
    ),
    "transposed": (
        "<h3>Should the ferry run at night?</h3><table><tr><th></th><th>Yes</th><th>No</th><th>Don't know</th></tr>"
        "<tr><td>18-34</td><td>61%</td><td>30%</td><td>9%</td></tr><tr><td>65+</td><td>40%</td><td>48%</td>"
        "<td>12%</td></tr></table>",
        {
            ("61%", "those aged 18 to 34", "Yes"),
            ("30%", "those aged 18 to 34", "No"),
            ("9%", "those aged 18 to 34", "Don't know"),
            ("40%", "those aged 65 and older", "Yes"),
            ("48%", "those aged 65 and older", "No"),
            ("12%", "those aged 65 and older", "Don't know"),
        },
    ),
    "two rows of heads": (
        "<table><caption>Approval of the mayor, percent</caption><thead><tr><th rowspan=2>Answer</th>"
        "<th colspan=2>Japan</th></tr><tr><th>Men</th><th>Women</th></tr></thead><tr><th>Approve</th><td>41</td>"
        "<td>44</td></tr><tr><th>Disapprove</th><td>50</td><td>46</td></tr></table>",
        {
            ("41", "Japanese men", "Approve"),
            ("44", "Japanese women", "Approve"),
            ("50", "Japanese men", "Disapprove"),
            ("46", "Japanese women", "Disapprove"),
        },
    ),
    "parties": (
        "<h3>Do you approve of the mayor?</h3><table><tr><th></th><th>Total</th><th>Dem</th><th>Rep</th><th>Ind</th>"
        "</tr>"
        "<tr><td>Approve</td><td>41%</td><td>80%</td><td>9%</td><td>37%</td></tr>"
        "<tr><td>N=</td><td>900</td><td>300</td><td>310</td><td>290</td></tr></table>",
        {
            ("41%", ALL, "Approve"),
            ("80%", "Democrats", "Approve"),
            ("9%", "Republicans", "Approve"),
            ("37%", "independents", "Approve"),
        },
    ),
    "countries as answers": (
        "<h3>Which country matters more? (percent)</h3><table><tr><td></td><td>Japanese</td><td>South Koreans</td></tr>"
        "<tr><td>United States</td><td>80</td><td>77</td></tr><tr><td>China</td><td>11</td><td>14</td></tr></table>",
        {
            ("80", "Japanese", "United States"),
            ("77", "South Koreans", "United States"),
            ("11", "Japanese", "China"),
            ("14", "South Koreans", "China"),
        },
    ),
    "answer only in the caption": (
        "<table><caption>Share of residents who want a later ferry, by age</caption><tr><th>Age</th><th>%</th></tr>"
        "<tr><td>18 to 34</td><td>61</td></tr><tr><td>65 and older</td><td>40</td></tr></table>",
        {
            ("61", "those aged 18 to 34", "want a later ferry"),
            ("40", "those aged 65 and older", "want a later ferry"),
        },
    ),
    "answers under one head": (
        "<h3>Who would you vote for?</h3><table><tr><td>Candidate</td><td>Support</td></tr><tr><td>Rivera</td>"
        "<td>45%</td></tr><tr><td>Olsen</td><td>41%</td></tr><tr><td>Undecided</td><td>14%</td></tr></table>",
        {("45%", ALL, "Rivera"), ("41%", ALL, "Olsen"), ("14%", ALL, "Undecided")},
    ),
    "groups in sections, one of them unknown": (
        "<p>What the survey found by group:</p><table><tr><th></th><th>Support</th></tr><tr><th colspan=2>Sex</th></tr>"
        "<tr><td>Men</td><td>45%</td></tr><tr><th colspan=2>Other</th></tr><tr><td>Parents of pupils</td><td>61%</td>"
        "</tr></table>",
        {("45%", "Men", "Support"), ("61%", "Parents of pupils", "Support")},
    ),
    "sums of the answers": (
        "<h3>Is the ferry good?</h3><table><tr><th></th><th>Men</th></tr><tr><td>Strongly agree</td><td>60%</td></tr>"
        "<tr><td>Disagree</td><td>40%</td></tr><tr><td>Total</td><td>100%</td></tr></table>",
        {("60%", "Men", "Strongly agree"), ("40%", "Men", "Disagree")},
    ),
    "states": (
        "<h3>Poll: Rivera against Olsen (%)</h3><table><tr><th>State</th><th>Rivera</th><th>Olsen</th></tr><tr>"
        "<td>Ohio</td><td>48</td><td>44</td></tr><tr><td>Florida</td><td>46</td><td>47</td></tr></table>",
        {
            ("48", "Ohio", "Rivera"),
            ("44", "Ohio", "Olsen"),
            ("46", "Florida", "Rivera"),
            ("47", "Florida", "Olsen"),
        },
    ),
}


@pytest.mark.parametrize(("markup", "expected"), CASES.values(), ids=CASES)
def test_heads_bind_cells(markup: str, expected: set[tuple[str, str, str]]) -> None:
    assert cells(read(markup)) == expected


def test_evidence_points_to_the_cell_and_caption_gives_the_question() -> None:
    found = read(CASES["thead and th"][0])
    figure = next(figure for figure in found.figures if figure.evidence.exact == "57%")
    block = next(b for b in found.article.blocks if b.start <= figure.evidence.start < b.end)
    assert block.kind == "table_cell"
    assert block.xpath.endswith("/tr[1]/*[3]") or "*[3]" in block.xpath
    assert {q.text for q in found.questions if q.question_id == figure.question_id} == {
        "Should the ferry run at night?"
    }


QUESTIONS = {
    "columns": "<table><caption>Survey of the island, percent</caption><tr><th></th><th colspan=2>The ferry</th>"
    "<th colspan=2>The school</th></tr><tr><th></th><th>Satisfied</th><th>Not satisfied</th><th>Satisfied</th>"
    "<th>Not satisfied</th></tr><tr><th>Men</th><td>41</td><td>50</td><td>62</td><td>31</td></tr>"
    "<tr><th>Women</th><td>44</td><td>46</td><td>66</td><td>28</td></tr></table>",
    "sections": "<table><caption>Survey of the island, percent</caption><tr><th></th><th>Men</th><th>Women</th></tr>"
    "<tr><td colspan=3>Is the ferry good?</td></tr><tr><th>Yes</th><td>41</td><td>44</td></tr><tr><th>No</th>"
    "<td>50</td><td>46</td></tr><tr><td colspan=3>Is the school good?</td></tr><tr><th>Yes</th><td>62</td><td>66</td>"
    "</tr><tr><th>No</th><td>31</td><td>28</td></tr></table>",
    "rows": "<table><caption>Survey of the island, percent</caption><tr><th>Issue</th><th>Approve</th><th>Disapprove"
    "</th></tr><tr><td>The ferry</td><td>41</td><td>50</td></tr><tr><td>The school</td><td>62</td><td>31</td></tr>"
    "</table>",
    "names": "<p>The survey asked about three places.</p><table><tr><td>Name</td><td>Favorable</td><td>Unfavorable</td>"
    "</tr><tr><td>Rivera</td><td>41</td><td>50</td></tr><tr><td>Olsen</td><td>62</td><td>31</td></tr></table>",
    "one column": "<h3>The survey, question by question (percent)</h3><table><tr><td colspan=2>Is the ferry good?</td>"
    "</tr><tr><td>Yes</td><td>41</td></tr><tr><td>No</td><td>50</td></tr><tr><td colspan=2>Is the school good?</td>"
    "</tr>"
    "<tr><td>Yes</td><td>62</td></tr><tr><td>No</td><td>31</td></tr></table>",
    "two tables": "<h3>Is the ferry good?</h3><table><tr><th></th><th>Men (%)</th></tr><tr><th>Yes</th><td>41</td></tr>"
    "<tr><th>No</th><td>50</td></tr></table><h3>Is the school good?</h3><table><tr><th></th><th>Men (%)</th></tr><tr>"
    "<th>Yes</th><td>62</td></tr><tr><th>No</th><td>31</td></tr></table>",
}


@pytest.mark.parametrize("markup", QUESTIONS.values(), ids=QUESTIONS)
def test_questions_of_a_table_stay_apart(markup: str) -> None:
    found = read(markup)
    asked = {figure.evidence.exact: figure.question_id for figure in found.figures}
    assert asked["41"] == asked["50"]
    assert asked["62"] == asked["31"]
    assert asked["41"] != asked["62"]


def test_older_waves_and_changes() -> None:
    found = read(
        "<table><caption>Do you trust the ferry? (percent)</caption><tr><th></th><th>May 2022</th><th>May 2024</th>"
        "<th>Change</th></tr><tr><td>Yes</td><td>48</td><td>41</td><td>-7</td></tr><tr><td>No</td><td>44</td><td>50</td>"
        "<td>+6</td></tr></table>"
    )
    told = {f.evidence.exact: (f.kind, f.value, f.wave, f.response.label) for f in found.figures}
    assert told == {
        "48": ("share", 48, "previous", "Yes"),
        "41": ("share", 41, "current", "Yes"),
        "-7": ("change", -7, "current", "Yes"),
        "44": ("share", 44, "previous", "No"),
        "50": ("share", 50, "current", "No"),
        "+6": ("change", 6, "current", "No"),
    }


NO_RESULTS = {
    "standings": "<table><caption>League standings</caption><tr><th>Club</th><th>W</th><th>L</th><th>Win %</th></tr>"
    "<tr><td>North</td><td>20</td><td>10</td><td>66%</td></tr><tr><td>South</td><td>15</td><td>15</td><td>50%</td></tr>"
    "</table>",
    "prices": "<table><caption>Stocks at the close</caption><tr><th>Company</th><th>Price</th><th>Change (%)</th></tr>"
    "<tr><td>Harbor Lines</td><td>41.2</td><td>+1.5%</td></tr><tr><td>Island Bank</td><td>12.0</td><td>-0.4%</td></tr>"
    "</table>",
    "forecast": "<table><caption>Weather forecast</caption><tr><th>Day</th><th>High</th><th>Chance of rain</th></tr>"
    "<tr><td>Monday</td><td>21</td><td>30%</td></tr><tr><td>Tuesday</td><td>19</td><td>70%</td></tr></table>",
    "counted votes": "<table><caption>Election results, harbor ward</caption><tr><th>Candidate</th><th>Votes</th>"
    "<th>%</th></tr><tr><td>Rivera</td><td>812</td><td>54%</td></tr><tr><td>Olsen</td><td>691</td><td>46%</td></tr></table>",
    "who was interviewed": "<table><caption>Profile of respondents</caption><tr><th>Group</th><th>%</th></tr>"
    "<tr><td>Men</td><td>48%</td></tr><tr><td>Women</td><td>52%</td></tr></table>",
}


@pytest.mark.parametrize("polled", [True, False])
@pytest.mark.parametrize("markup", NO_RESULTS.values(), ids=NO_RESULTS)
def test_tables_of_other_sorts_give_nothing(markup: str, polled: bool) -> None:
    assert not read(markup, polled=polled).figures


def test_prose_after_a_table_is_not_of_its_cells() -> None:
    prose = "<p>On the school, 52 percent of men said that it is good, and 33 percent of women.</p>"
    found = read(CASES["transposed"][0] + prose)
    table = {f.question_id for f in found.figures if f.rule == "table.cell"}
    told = {f.evidence.exact: f for f in found.figures if f.rule != "table.cell"}
    assert set(told) == {"52 percent", "33 percent"}
    assert not table & {f.question_id for f in told.values()}
