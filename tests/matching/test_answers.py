"""Wordings of one answer."""

import pytest

from extractor.matching.answers import Told, join_wordings
from extractor.matching.labels import read_label
from extractor.matching.values import Reading


def told(*figures: tuple[str, str, str, float]) -> dict[tuple[str, ...], list[Told]]:
    """Figures as (article, population, wording, value), by key."""
    found: dict[tuple[str, ...], list[Told]] = {}
    for article, place, label, value in figures:
        wording = read_label(label)
        reading = Reading(value, 0, value - 0.5, value + 0.5, loose=False)
        found.setdefault(tuple(sorted(wording.words)), []).append(Told(article, place, wording, reading))
    return found


def groups(*figures: tuple[str, str, str, float], words: str = "") -> set[frozenset[str]]:
    """The labels that are one answer."""
    answers = told(*figures)
    renamed = join_wordings(answers, read_label(words).words)
    joined: dict[tuple[str, ...], set[str]] = {}
    for _, _, label, _ in figures:
        key = tuple(sorted(read_label(label).words))
        joined.setdefault(renamed.get(key, key), set()).add(label)
    return {frozenset(labels) for labels in joined.values()}


def test_a_short_and_a_full_name_are_one() -> None:
    assert groups(("a", "", "Obama", 45), ("b", "", "Barack Obama", 44)) == {frozenset({"Obama", "Barack Obama"})}


def test_wordings_are_joined_by_a_chain() -> None:
    labels = ("comfortable if their own doctor relied on it", "comfortable if a doctor relied on it", "comfortable")
    figures = [(article, article, label, 40.0) for article, label in zip("abc", labels, strict=True)]
    assert groups(*figures, words="comfortable if your own doctor relied on it") == {frozenset(labels)}


def test_what_one_article_tells_side_by_side_stays_apart() -> None:
    found = groups(("a", "", "Obama", 45), ("a", "", "Barack Obama", 44))
    assert len(found) == 2


@pytest.mark.parametrize(("value", "joined"), [(51.0, "Michelle Obama"), (45.0, "Barack Obama"), (20.0, None)])
def test_a_label_that_fits_two_joins_the_one_with_its_value(value: float, joined: str | None) -> None:
    found = groups(
        ("a", "", "Barack Obama", 45),
        ("a", "", "Michelle Obama", 51),
        ("b", "", "Obama", value),
        ("c", "x", "Obama", 9),
    )
    assert next(group for group in found if "Obama" in group) == frozenset({"Obama", joined} - {None})
