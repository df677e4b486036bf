"""Whom groups choose of two sides that were told against each other."""

import pytest

from extractor.assembly import responses
from extractor.pipeline import build_nlp

_RACE = "A poll of 1,000 voters has Democrats leading Republicans 51 - 39 percent.\n\n"

TOLD = [
    ("Women back Democrats 57 - 32 percent.", ["Democrats", "Republicans"]),
    ("Farmers back Republican candidates 57 - 32 percent.", ["Republicans", "Democrats"]),
    ("Independent voters go Democratic by 50 - 33 percent.", ["Democrats", "Republicans"]),
    ("Teachers back them 78 - 16 percent.", ["Democrats", "Republicans"]),
    # What is not one of the two sides is an opinion.
    ("Women back the ferry 57 - 32 percent.", ["back the ferry", "oppose the ferry"]),
]


@pytest.mark.parametrize(("text", "expected"), TOLD)
def test_the_side_that_is_chosen(text: str, expected: list[str]) -> None:
    found = responses.bind(build_nlp("en")(_RACE + text))
    responses.resolve(found)
    assert [bound.label for bound in found[2:]] == expected
