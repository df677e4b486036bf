"""Groups whose noun stands elsewhere in the sentence, peoples by their ending, and who lives in a place."""

import pytest

from extractor.parsing.population_phrases import find_phrases


@pytest.mark.parametrize(
    ("text", "groups"),
    [
        (
            "Among Rivera's voters, 82% are sure, against 60% of Dale's and 52% of Lee's.",
            ["Rivera's voters", "Dale's", "Lee's"],
        ),
        (
            "The certainty of Rivera's supporters rose to 75%, that of Dale's was at 61%.",
            ["Rivera's supporters", "Dale's"],
        ),
        ("Most of Dale's (89%) and Rivera's supporters (88%) are sure.", ["Dale's", "Rivera's supporters"]),
        # A name with a noun of its own, or with no figure beside it, owns no voters.
        ("Rivera's voters like Dale's boat (60%).", ["Rivera's voters"]),
        ("Rivera's voters would swim in the lake with Dale's.", ["Rivera's voters"]),
        ("Only 11% of Porto's people and 9% of Faro's saw it so.", ["Porto's people", "Faro's"]),
        ("It was good among Visayans, at 60%.", ["Visayans"]),
        ("Nine out of ten Dayaks agreed.", ["Dayaks"]),
    ],
)
def test_groups(text: str, groups: list[str]) -> None:
    assert [text[one.start : one.end] for one in find_phrases(text) if one.sort == "group"] == groups
