"""When two labels mean the same."""

import pytest

from extractor.evaluation.alignment import Stream, places
from extractor.evaluation.counts import Hits, grouping
from extractor.evaluation.labels import same_population, same_response

POPULATIONS = [
    ("South Koreans aged 18 to 29", "people aged 18 to 29 in South Korea", True),
    ("South Koreans aged 18 to 29", "South Koreans 18-29", True),
    ("South Koreans aged 18 to 29", "South Koreans aged 30 to 39", False),
    ("Americans", "U.S. adults", False),
    ("Americans", "American adults", True),
    ("male voters", "men voters", True),
    ("all respondents", "adults", True),
    ("Japanese women", "Japanese men", False),
]
RESPONSES = [
    ("approve", "approval", True),
    ("approve", "do not approve", False),
    ("approve", "disapprove", False),
    ("very anxious", "anxious", False),
    ("very anxious", "somewhat anxious", False),
    ("legal in all cases", "illegal in all cases", False),
    ("should be strengthened", "strengthened", True),
    ("support a closer alliance with Japan", "support", True),
    ("won't vote", "will vote", False),
]


@pytest.mark.parametrize(("label", "gold", "same"), POPULATIONS)
def test_populations(label: str, gold: str, same: bool) -> None:
    assert same_population(label, [gold]) is same
    assert same_population(label, ["sea captains", gold]) is same


@pytest.mark.parametrize(("label", "gold", "same"), RESPONSES)
def test_responses(label: str, gold: str, same: bool) -> None:
    assert same_response(label, [gold]) is same


def test_a_figure_is_found_by_what_stands_around_it() -> None:
    article = Stream("Some 60 percent agree; 60 percent of men do.")
    document = Stream("NEWS — Some 60\u00a0percent agree; “60 percent” of men do.")
    second = article.text.index("60percentofmen")
    start = article.back[second]
    assert places(article, document, start, start + 10) == [(31, 41)]
    assert places(article, document, 0, 0) == []


def test_groups_are_compared_by_pairs() -> None:
    assert grouping(["a", "a", "b", "b"], ["x", "x", "x", None]) == Hits(tp=1, fp=2, fn=1)


def test_nothing_to_find_is_all_right() -> None:
    assert Hits().report() == {"precision": 1.0, "recall": 1.0, "f1": 1.0, "tp": 0, "fp": 0, "fn": 0}
