"""Tables of polls, one to a row, as aggregators print them."""

from tests.assembly.tables.story import cells, read

TABLE = (
    "<h3>Mayor of the island: the polls</h3><table><tr><th>Poll</th><th>Date</th><th>Sample</th><th>MoE</th>"
    "<th>Rivera</th><th>Olsen</th><th>Spread</th></tr>"
    "<tr><td>Harbor Research</td><td>May 12 - May 15</td><td>900 LV</td><td>3.5</td><td>46</td><td>41</td>"
    "<td>Rivera +5</td></tr>"
    "<tr><td>Quinnipiac University</td><td>April 2 - April 5</td><td>85 RV</td><td>4.0</td><td>44</td><td>45</td>"
    "<td>Olsen +1</td></tr></table>"
)


def test_only_the_candidates_and_the_spread_are_figures() -> None:
    assert cells(read(TABLE)) == {
        ("46", "all respondents", "Rivera"),
        ("41", "all respondents", "Olsen"),
        ("+5", "all respondents", "Rivera"),
        ("44", "all respondents", "Rivera"),
        ("45", "all respondents", "Olsen"),
        ("+1", "all respondents", "Olsen"),
    }
    kinds = {figure.evidence.exact: figure.kind for figure in read(TABLE).figures}
    assert kinds["+5"] == kinds["+1"] == "difference"
    assert kinds["46"] == "share"


def test_each_row_is_a_poll() -> None:
    found = read(TABLE)
    polls = {poll.poll_id: poll for poll in found.polls}
    of = {figure.evidence.exact: polls[figure.poll_id] for figure in found.figures}
    assert of["46"] is of["41"] is of["+5"]
    assert of["46"].pollsters == ("Harbor Research",)
    assert of["44"].pollsters == ("Quinnipiac University",)
    assert (of["44"].field_start, of["44"].field_end) == ("2024-04-02", "2024-04-05")
    assert [(sample.size, sample.margin_of_error) for sample in of["46"].samples] == [(900, 3.5)]


def test_the_rows_answer_one_question_each_in_its_poll() -> None:
    found = read(TABLE)
    asked = {figure.evidence.exact: figure.question_id for figure in found.figures}
    assert asked["46"] == asked["41"] == asked["+5"]
    assert asked["46"] != asked["44"]
