"""Datasets for the tests of matching, in the notation of the checks' cases."""

from typing import Any

import pytest

from extractor.models import Dataset
from tests.checks.builder import dataset

DEFENSE = {"q1": {"text": "closer defense ties"}}
NEWSPAPERS = {"p1": {"pollsters": ["The Dong-A Ilbo", "The Asahi Shimbun"]}}


def report(outlet: str, text: str, published: str = "2025-06-20", **facts: Any) -> dict[str, Any]:
    """An article on the joint survey of June 2025."""
    return {"outlet": outlet, "published": published, "text": text, "polls": NEWSPAPERS, "questions": DEFENSE} | facts


@pytest.fixture
def defense() -> Dataset:
    """Four reports of one survey that agree, one of them printed with a decimal, and one of another survey."""
    koreans, japanese = "{60 percent | favor +; pop=South Koreans}", "{56 percent | favor +; pop=Japanese}"
    both = f"{koreans} of South Koreans and {japanese} of Japanese"
    return dataset(
        {
            "articles": [
                report("The Ledger", f"Closer defense ties are favored by {both}."),
                report("The Monitor", f"For closer defense ties are {both}.", "2025-06-21"),
                report("The Courier", f"A poll has {both} for closer defense ties.", "2025-06-21"),
                report(
                    "The Bulletin", f"Defense ties should be closer for {both.replace('60 percent', '60.3 percent')}."
                ),
                report(
                    "Northline",
                    "Closer defense ties are favored by {48 percent | favor +; pop=Japanese} of Japanese.",
                    polls={"p1": {"pollsters": ["Kyodo News"], "size": 1046}},
                ),
            ]
        }
    )
