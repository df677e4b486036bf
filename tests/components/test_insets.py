"""What stands inside a sentence and tells nothing of it."""

import pytest

from extractor.components.insets import insets
from extractor.pipeline import build_nlp


@pytest.mark.parametrize(
    ("sentence", "inset"),
    [
        ("In the poll, 16 percent (about 2.1 million families) own a boat.", "(about 2.1 million families)"),
        ("In the poll, 16% (or 21,000) own a boat.", "(or 21,000)"),
        ("In the poll, 16 percent (9 percent in June) own a boat.", ""),
        ("In the poll, 16 percent (mostly anglers) own a boat.", ""),
        ("In the poll (of 900 anglers), 16 percent own a boat.", ""),
    ],
)
def test_counts_behind_shares(sentence: str, inset: str) -> None:
    doc = build_nlp()(sentence)
    assert " ".join(doc[start:end].text for start, end in insets(doc)) == inset
