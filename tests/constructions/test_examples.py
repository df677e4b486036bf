"""Every construction binds a figure of its example, and leaves its counter-example alone."""

import pytest

from extractor.components.cues import sentences_with_figures
from extractor.constructions.chunks import marks, sequence
from extractor.constructions.grammar import FAMILIES, candidates, constructions
from extractor.pipeline import build_nlp

ALL = constructions()
WITH_COUNTER = [construction for construction in ALL if construction.counter]


def proposed(text: str) -> set[str]:
    """The ids of the constructions that bind a figure of `text`; every number counts as one."""
    nlp = build_nlp()
    with nlp.select_pipes(disable=["poll_not_figures"]):
        doc = nlp(text)
    lines = [sequence(sentence, marks(doc)) for sentence in sentences_with_figures(doc)]
    assert lines, f"no figure in {text!r}"
    return {candidate.construction.id for line in lines for candidate in candidates(line)}


@pytest.mark.parametrize("construction", ALL, ids=lambda c: c.id)
def test_example_is_bound(construction):
    assert construction.id in proposed(construction.example)


@pytest.mark.parametrize("construction", WITH_COUNTER, ids=lambda c: c.id)
def test_counter_example_is_left_alone(construction):
    assert construction.id not in proposed(construction.counter)


def test_ids_are_unique_and_name_their_family():
    ids = [construction.id for construction in ALL]
    assert len(ids) == len(set(ids)) >= 40
    assert len(FAMILIES) == len(set(FAMILIES))


def test_families_are_all_loaded():
    assert {construction.id.partition(".")[0] for construction in ALL} >= {
        "of", "race", "name", "rating", "bracket", "compare", "change", "last",
    }  # fmt: skip
