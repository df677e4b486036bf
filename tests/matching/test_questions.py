"""Questions of one poll across its reports."""

import tomllib
from itertools import product
from pathlib import Path
from typing import Any

import pytest

from extractor.matching import link
from tests.checks.builder import dataset

CASES = tomllib.loads((Path(__file__).parents[1] / "cases" / "matching" / "questions.toml").read_text("utf-8"))["case"]
POLL = {"p1": {"pollsters": ["Harbor Research"], "size": 1187, "start": "2025-06-14", "end": "2025-06-15"}}


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_questions(case: dict[str, Any]) -> None:
    articles = [
        {
            "outlet": outlet,
            "published": "2025-06-20",
            "text": case[side],
            "polls": POLL,
            "questions": {name: {"text": text} for name, text in case[f"{side}_questions"].items()},
        }
        for outlet, side in (("The Ledger", "first"), ("The Monitor", "second"))
    ]
    linked = link(dataset({"articles": articles}))
    assert len({poll.poll_cluster for poll in linked.polls}) == 1
    names = [{text: name for name, text in case[f"{side}_questions"].items()} for side in ("first", "second")]
    sides: list[dict[str, str | None]] = [
        {names[side][q.text]: q.question_cluster for q in linked.questions if q.article_id == article.article_id}
        for side, article in enumerate(linked.articles)
    ]
    found = [[one, two] for one, two in product(*sides) if sides[0][one] == sides[1][two]]
    assert sorted(found) == sorted(case["joined"])
