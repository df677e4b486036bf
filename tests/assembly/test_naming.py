"""One key for all the ways in which an article names somebody, and who is told against whom."""

import pytest

from extractor.assembly.naming import Naming, races
from extractor.pipeline import build_nlp

TEXT = (
    "Poll: Clara Winter leads\n\nSen. Clara Winter leads Tom Harlow 48 percent to 44 percent. "
    "Winter gained among women, where Clara has 55 percent. Harlow held at 40 percent. Winter's lead is 8 points."
)


@pytest.fixture(scope="module")
def naming():
    return Naming(build_nlp()(TEXT), ["Clara Winter", "Tom Harlow"])


@pytest.mark.parametrize("name", ["Sen. Clara Winter", "Winter's", "Clara"])
def test_keys(naming, name):
    assert naming.key(name) == "winter"


@pytest.mark.parametrize(
    ("answer", "choice"),
    [
        ("Winter", "winter"),
        ("back Harlow", "harlow"),
        ("a new bridge", ""),
        ("support the bridge", ""),
        ("Support for bridges", ""),
    ],
)
def test_choices(naming, answer, choice):
    assert naming.choice(answer) == choice


def test_races():
    nobody = [frozenset()] * 4
    told = races(["winter", "harlow", "winter", "stone"], nobody)
    assert told == [{"winter", "harlow"}] * 2 + [{"winter", "stone"}] * 2
    assert races(["winter", ""], [frozenset({"harlow"}), frozenset()]) == [{"winter", "harlow"}, frozenset()]
