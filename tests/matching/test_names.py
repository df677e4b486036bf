"""Names of pollsters."""

import pytest

from extractor.matching.names import agreement, name_keys, read_names

ABC = ("ABC News/Washington Post",)


@pytest.mark.parametrize(
    ("a", "b", "relation"),
    [
        (ABC, ("Washington Post-ABC",), "equal"),
        (ABC, ("The Washington Post", "ABC News"), "equal"),
        (ABC, ("ABC",), "part"),
        (("The Asahi Shimbun",), ("Asahi",), "equal"),
        (("The Dong-A Ilbo", "The Asahi Shimbun"), ("Asahi Shimbun/Dong-A Ilbo",), "equal"),
        (("AP-GfK",), ("The Associated Press", "GfK"), "equal"),
        (("UNH",), ("University of New Hampshire",), "equal"),
        (("WSJ", "NBC"), ("NBC News/Wall Street Journal",), "equal"),
        (("Quinnipiac University/CBS News/New York Times",), ("Quinnipiac",), "part"),
        (("CBS News/New York Times",), ("CBS News/Quinnipiac",), "overlap"),
        (("Washington Post",), ("Washington Times",), "disjoint"),
        (("New York Times",), ("New York Post",), "disjoint"),
        (("Pew Research Center",), ("Gallup",), "disjoint"),
        (("Kyodo News",), ("Fox News",), "disjoint"),
        ((), ("Gallup",), "unnamed"),
    ],
)
def test_agreement(a: tuple[str, ...], b: tuple[str, ...], relation: str) -> None:
    first, second = read_names(a), read_names(b)
    assert agreement(first, second) == agreement(second, first) == relation


@pytest.mark.parametrize(
    ("a", "b"), [("AP-GfK", "Associated Press"), ("WSJ", "Wall Street Journal"), ("EAI", "East Asia Institute")]
)
def test_acronyms_share_a_key(a: str, b: str) -> None:
    assert set(name_keys(read_names((a,)))) & set(name_keys(read_names((b,))))
