"""The mutation bench: its kinds, its ties, and its result on the sample pages."""

from collections import defaultdict
from typing import Any

import pytest

from benchmarks import mutations
from benchmarks.mutation_kinds import Mutation, moved, swapped_digits
from benchmarks.mutation_kinds import mutations as all_mutations
from benchmarks.mutation_rules import ties
from extractor.models import Dataset
from tests.checks.builder import dataset

RESTATED = {
    "title": "{60 percent | back the pact +} back the pact",
    "text": "In the survey {60 percent | back the pact +} back the pact and {30 percent | oppose it -} oppose it.",
}


def mutant(case: dict[str, Any], place: int, value: float) -> tuple[Dataset, Dataset]:
    records = dataset(case)
    return records, Mutation("test", ((records.figures[place].figure_id, value),)).apply(records)


@pytest.mark.parametrize(
    ("value", "swapped"), [("37%", 73), ("75.5%", 57.5), ("7%", None), ("44%", 44), ("100%", None)]
)
def test_digits_are_swapped_before_the_point(value: str, swapped: float | None) -> None:
    (figure,) = dataset({"text": f"{{{value} | yes +}} said yes."}).figures
    assert swapped_digits(figure) == swapped


@pytest.mark.parametrize(("value", "step", "result"), [("60%", 3, 63), ("61%", 3, 58), ("98%", 10, 88), ("5%", 10, 15)])
def test_figures_stay_in_their_range(value: str, step: int, result: float) -> None:
    (figure,) = dataset({"text": f"{{{value} | yes +}} said yes."}).figures
    assert moved(step)(figure) == result


def test_a_restated_figure_contradicts_its_corruption() -> None:
    records, changed = mutant(RESTATED, 1, 63)
    broken = [
        tie.name
        for tie in ties(records)
        if not tie.holds({f.figure_id: f for f in changed.figures}, {p.poll_id: p for p in changed.polls})
    ]
    assert broken == ["restated"]


def test_nothing_contradicts_a_figure_that_stands_alone() -> None:
    assert ties(dataset({"text": "Only {60 percent | back the pact +} is told."})) == []


def test_every_kind_is_made() -> None:
    text = (
        "Of men {61 percent | agree +; pop=men} and of women {57 percent | agree +; pop=women} agree, "
        "{38 percent | disagree -; pop=women} disagree, after {49 percent | agree +; pop=men; wave=previous} before."
    )
    records = dataset({"text": text, "polls": {"p1": {"size": 1585, "margin": 2.5}}})
    assert {mutation.kind for mutation in all_mutations(records)} == {
        "digits swapped",
        "off by 3",
        "off by 10",
        "populations swapped",
        "responses swapped",
        "waves mixed up",
        "size changed",
    }
    assert [m.size for m in all_mutations(records) if m.kind == "size changed"] == [158, 1855]


def test_sample_pages_raise_no_alarm_and_contradicted_corruptions_are_found() -> None:
    scores: dict[str, mutations.Score] = defaultdict(mutations.Score)
    alarms = mutations.judge(mutations.clean_corpus(), scores, every=5)
    assert [flag.message for flag in alarms] == []
    contradicted = sum(score.contradicted for score in scores.values())
    assert contradicted > 30
    assert sum(score.found for score in scores.values()) >= mutations.TARGET * contradicted
