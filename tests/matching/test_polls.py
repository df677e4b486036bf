"""Reports of one poll find each other, those of two polls do not, and every match tells why."""

import tomllib
from collections import defaultdict
from pathlib import Path
from typing import Any

import pytest

from extractor.matching import blocking_keys, link_with_reasons, match
from extractor.matching.link import profile_polls
from extractor.models import Dataset
from tests.checks.builder import dataset

CASES = tomllib.loads((Path(__file__).parents[1] / "cases" / "matching" / "polls.toml").read_text("utf-8"))["case"]


def clusters(records: Dataset) -> list[list[str]]:
    """The outlets of each poll that several articles report."""
    outlets = {article.article_id: article.outlet for article in records.articles}
    found: dict[str | None, list[str]] = defaultdict(list)
    for poll in records.polls:
        found[poll.poll_cluster].append(outlets[poll.article_id] or "")
    return sorted(sorted(group) for group in found.values() if len(group) > 1)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_clusters(case: dict[str, Any]) -> None:
    linked = link_with_reasons(dataset({"articles": case["articles"]}))
    expected = sorted(sorted(group) for group in case["clusters"])
    assert clusters(linked.dataset) == expected, [found.reasons for found in linked.matches]
    assert len(linked.reasons) == len(expected)


@pytest.mark.parametrize("case", [case for case in CASES if case["clusters"]], ids=lambda case: case["name"])
def test_what_matches_shares_a_key_and_tells_why(case: dict[str, Any]) -> None:
    records = dataset({"articles": case["articles"]})
    profiles = {profile.poll_id: profile for profile in profile_polls(records, records.articles)}
    matches = link_with_reasons(records).matches
    assert matches
    for found in matches:
        a, b = profiles[found.a], profiles[found.b]
        assert found.a < found.b
        assert set(blocking_keys(a)) & set(blocking_keys(b))
        assert match(a, b) == match(b, a) == found
        assert found.score == pytest.approx(sum(weight for _, weight in found.reasons))
        assert found.explain()


def test_every_poll_has_a_cluster_of_its_own_at_least(defense: Dataset) -> None:
    linked = link_with_reasons(defense).dataset
    assert all(poll.poll_cluster for poll in linked.polls)
    assert all(question.question_cluster for question in linked.questions)
    assert clusters(linked) == [["The Bulletin", "The Courier", "The Ledger", "The Monitor"]]
