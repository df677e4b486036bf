"""Names of pollsters: joint names, canonical names, sameness."""

import pytest

from extractor.components.poll_names import directory

MEMBERS = [
    ("ABC News/Washington Post", ("ABC News", "Washington Post")),
    ("Associated Press-GfK", ("Associated Press", "GfK")),
    ("AP-NORC Center for Public Affairs Research", ("AP-NORC Center for Public Affairs Research",)),
    ("The New York Times and CBS News", ("The New York Times", "CBS News")),
    ("Knights of Columbus and Marist", ("Knights of Columbus", "Marist")),
    ("Institute of Family and Work", ("Institute of Family and Work",)),
    ("Franklin and Marshall College", ("Franklin and Marshall College",)),
    ("South Korea's Dong-A Ilbo", ("Dong-A Ilbo",)),
    ("Mason-Dixon", ("Mason-Dixon",)),
    ("Ann Lee of Democracy Corps and Bob Roe of the Tarrance Group", ("Democracy Corps", "Tarrance Group")),
    ("University of Iowa", ("University of Iowa",)),
]

SAME = [
    ("Quinnipiac", "Quinnipiac University"),
    ("WSJ", "The Wall Street Journal"),
    ("Pew", "Pew Research Center"),
    ("Harbor Street Institute", "Harbor Street"),
    ("CKI", "Charles Koch Institute"),
    ("EAI", "East Asia Institute"),
]

DIFFERENT = [
    ("Gallup", "Gallup Korea"),
    ("CBS News", "NBC News"),
    ("University of Iowa", "University of Ohio"),
]


@pytest.mark.parametrize(("raw", "members"), MEMBERS)
def test_members(raw: str, members: tuple[str, ...]) -> None:
    assert directory().members(raw) == members


@pytest.mark.parametrize(("one", "two"), SAME)
def test_same(one: str, two: str) -> None:
    assert directory().same(one, two)
    assert directory().same(two, one)


@pytest.mark.parametrize(("one", "two"), DIFFERENT)
def test_different(one: str, two: str) -> None:
    assert not directory().same(one, two)


def test_canonical_names() -> None:
    names = directory()
    assert names.canonical("Pew") == "Pew Research Center"
    assert names.canonical("EAI") == "EAI"  # initials stay as printed
    assert names.canonical("The Harbor Street Institute") == "Harbor Street Institute"


def test_every_alias_means_one_pollster() -> None:
    names = directory()
    for first in (names.by_first_word, names.partners_by_first_word):
        for aliases in first.values():
            assert len(aliases) == len(set(aliases))


@pytest.mark.parametrize("name", ["OnePoll", "EPIC-MRA of Lansing", "CKI", "Harbor Institute"])
def test_organisation(name: str) -> None:
    assert directory("en").is_organisation(name)


@pytest.mark.parametrize("name", ["McCain", "DeSantis", "LaGrange", "Harbor", "John of Gaunt"])
def test_no_organisation(name: str) -> None:
    assert not directory("en").is_organisation(name)
