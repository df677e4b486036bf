"""One figure as several articles report it."""

from extractor.matching import compare, link
from extractor.models import Comparison, Dataset
from tests.checks.builder import dataset
from tests.matching.conftest import report


def compared(records: Dataset) -> dict[tuple[str, str], Comparison]:
    return {(c.population, c.response): c for c in compare(link(records)) if len(c.values) > 1}


def test_sixty_and_fifty_six_agree_across_their_reports(defense: Dataset) -> None:
    found = compared(defense)
    koreans, japanese = found["South Koreans", "favor"], found["Japanese", "favor"]
    assert (koreans.status, koreans.independent_sources) == ("agree", 4)
    assert sorted(value.value for value in koreans.values) == [60, 60, 60, 60.3]
    assert (japanese.status, japanese.independent_sources) == ("agree", 4)
    assert {value.value for value in japanese.values} == {56}


def test_another_poll_on_the_topic_stands_alone(defense: Dataset) -> None:
    alone = [c for c in compare(link(defense)) if c.values[0].value == 48]
    assert [(c.status, c.independent_sources) for c in alone] == [("single", 1)]


def test_a_reprint_is_no_second_source() -> None:
    text = (
        "Worry about the program runs high on both sides of the strait, a survey of two newspapers found on Friday. "
        "It shows that {52 percent | anxious; pop=South Koreans} of South Koreans are anxious about it, and that "
        "concern in Japan is higher still at {82 percent | anxious; pop=Japanese} of those who were asked in June."
    )
    found = compared(dataset({"articles": [report("Wire", text), report("Post", text + " Neither would comment.")]}))
    assert [(c.status, c.independent_sources, len(c.values)) for c in found.values()] == [("agree", 1, 2)] * 2


def test_shares_changes_and_previous_values_are_apart() -> None:
    text = (
        "Closer defense ties are favored by {56 percent | favor +; pop=Japanese} of Japanese and by "
        "{60 percent | favor +; pop=South Koreans} of South Koreans, "
        "{up 3 points | favor +; pop=South Koreans; kind=change} from "
        "{57 percent | favor +; pop=South Koreans; wave=previous}."
    )
    other = text.replace("Closer", "Both say that closer").replace("60 percent", "61 percent")
    found = compared(dataset({"articles": [report("The Ledger", text), report("The Monitor", other)]}))
    assert {key[1]: c.status for key, c in found.items() if key[0] == "South Koreans"} == {
        "favor": "conflict",
        "favor, change": "agree",
        "favor, previous wave": "agree",
    }


def test_stances_join_only_where_the_values_agree() -> None:
    one = report(
        "The Ledger",
        "Closer defense ties: {60 percent | should be closer +; pop=South Koreans} of South Koreans and "
        "{56 percent | should be closer +; pop=Japanese} of Japanese say they should be closer.",
    )
    two = report(
        "The Monitor",
        "Closer defense ties: {60 percent | welcome them warmly +; pop=South Koreans} of South Koreans and "
        "{44 percent | welcome them warmly +; pop=Japanese} of Japanese welcome them warmly.",
    )
    statuses = {c.population: c.status for c in compare(link(dataset({"articles": [one, two]}))) if len(c.values) > 1}
    assert "conflict" not in statuses.values()


def test_an_article_that_tells_two_values_speaks_with_the_one_that_others_give() -> None:
    one = (
        "Closer defense ties: {56 percent | favor +; pop=Japanese} of Japanese; "
        "{60 percent | favor +; pop=South Koreans} of South Koreans."
    )
    two = one + " In the headline it was {65 percent | favor +; pop=Japanese} of Japanese."
    found = compared(dataset({"articles": [report("The Ledger", one), report("The Monitor", two)]}))
    assert found["Japanese", "favor"].status == "agree"
    assert len(found["Japanese", "favor"].values) == 2
