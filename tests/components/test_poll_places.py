"""Where a sentence says a poll was taken."""

import pytest

from extractor.components.poll_places import place_reader

TOLD = [
    ("In Ohio, a poll has her ahead.", {"Ohio"}),
    ("a poll of likely Iowa voters", {"Iowa"}),
    ("He trails in Florida, Ohio and Pennsylvania.", {"Florida", "Ohio", "Pennsylvania"}),
    ("polls of Texas", {"Texas"}),
    ("a survey in the Granite State", {"New Hampshire"}),
]
NOT_TOLD = ["Sen. Lee of Ohio leads.", "former Florida Gov. Ann Lee", "The Texas heat lasts."]


@pytest.mark.parametrize(("text", "places"), TOLD)
def test_places(text: str, places: set[str]) -> None:
    assert place_reader().read(text) == places


@pytest.mark.parametrize("text", NOT_TOLD)
def test_places_of_persons_are_none(text: str) -> None:
    assert place_reader().read(text) == frozenset()
