"""Groups that only their place in a list tells, and classes named by letters."""

import pytest

from extractor.parsing.population_phrases import find_phrases


@pytest.mark.parametrize(
    ("text", "groups"),
    [
        (
            "It had praise of Catholics (67%), Waldensians (65%), new-born Hutterites (42%) and quoit friends (39%).",
            ["Catholics", "Waldensians", "new-born Hutterites", "quoit friends"],
        ),
        ("Catholics (67%), rains (65%) and storms (42%) came first.", ["Catholics"]),
        ("It drew praise from Catholics (67%), rivers and storms.", ["Catholics"]),
        (
            "In class D the share was 95 percent, in classes ABC 93 and in the class Dean taught 90.",
            ["class D", "classes ABC"],
        ),
    ],
)
def test_groups(text: str, groups: list[str]) -> None:
    assert [text[one.start : one.end] for one in find_phrases(text) if one.sort == "group"] == groups
