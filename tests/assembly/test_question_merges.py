"""Which questions of one poll are one: a crowded race told again by other groups, a question that is quoted."""

from types import SimpleNamespace
from typing import Any

import pytest

from extractor.assembly.question_merges import Place, merged
from tests.components.poll_pipeline import build

RACE, AGAIN, PAIR = ("table", "by age"), ("table", "by party"), ("prose", 3)


def figure(name: str, value: float, people: str, poll: int = 0, text: str = "Harbor poll.") -> Any:
    """A figure as far as the merging looks at it."""
    told = SimpleNamespace(kind="share", value=value)
    start = max(0, text.find(str(value)))
    span = SimpleNamespace(
        _=SimpleNamespace(figure=told), doc=build()(text), start_char=start, end_char=start + len(str(value))
    )
    sort = {"voters": frozenset(("voters",)), "Ohioans": frozenset(("region",))}.get(people, frozenset(("other",)))
    who = {"population": people, "facets": sort, "country": ""}
    return SimpleNamespace(label=name, wave="current", poll=poll, bound=SimpleNamespace(span=span), **who)


def race(people: str, shares: tuple[float, ...], poll: int = 0) -> list[Any]:
    return [figure(name, share, people, poll) for name, share in zip(("Lee", "Roe", "Fox"), shares, strict=False)]


def told(*parts: tuple[list[Any], Place]) -> list[Place]:
    figures = [one for part, _ in parts for one in part]
    places = [place for part, place in parts for _ in part]
    return merged(figures, places)


def test_a_crowded_race_by_other_groups_is_one_question() -> None:
    assert set(told((race("men", (40, 30, 9)), RACE), (race("women", (38, 31, 8)), AGAIN))) == {RACE}


def test_a_race_of_two_may_be_another_one() -> None:
    places = told((race("men", (40, 30, 9)), RACE), (race("women", (52, 41)), PAIR))
    assert set(places) == {RACE, PAIR}


FIELD = [figure(name, 20, "men") for name in ("Lee", "Roe", "Fox", "Dee", "Poe")]


@pytest.mark.parametrize(
    ("names", "people", "one"),
    [
        (("Lee", "Fox"), "renters", True),
        (("Poe", "Roe"), "renters", True),
        (("Lee", "Ray"), "renters", False),  # somebody who does not run there
        (("Lee",), "renters", False),
        (("Lee", "Roe"), "voters", False),  # of everybody, two names are told of a runoff, too
        (("Lee", "Roe"), "Ohioans", False),
        (("Lee", "Roe"), "men", False),  # at other shares than before
    ],
)
def test_two_of_a_field_by_group_break_the_field_down(names, people, one) -> None:
    pair = [figure(name, 30, people) for name in names]
    assert told((FIELD, RACE), (pair, PAIR))[-1] == (RACE if one else PAIR)


def test_first_and_second_choices_differ() -> None:
    assert set(told((race("men", (40, 30, 9)), RACE), (race("men", (20, 22, 11)), AGAIN))) == {RACE, AGAIN}


def test_polls_are_kept_apart() -> None:
    assert set(told((race("men", (40, 30, 9)), RACE), (race("women", (38, 31, 8), 1), AGAIN))) == {RACE, AGAIN}


def test_what_follows_a_quoted_question_answers_it() -> None:
    text = 'They were asked, "Should the ferry run at night?" Of them 60 percent agreed, 21 percent of them strongly.'
    figures = [figure("agreed", v, "all", text=text) for v in (60, 21)]
    assert merged(figures, [RACE, AGAIN]) == [RACE, RACE]
    plain = text.replace("?", ".")
    figures = [figure("agreed", v, "all", text=plain) for v in (60, 21)]
    assert merged(figures, [RACE, AGAIN]) == [RACE, AGAIN]


@pytest.mark.parametrize(
    ("between", "joined"),
    [
        ("Crime is second at", True),
        ("Crime ranked a distant third with", True),
        ("Crime got up to", False),
        ("Will it? Crime is second at", False),
    ],
)
def test_what_is_second_answers_the_question_of_the_first(between: str, joined: bool) -> None:
    text = f"Jobs matter most to 32 of the poll's voters. {between} 18 percent."
    figures = [figure("x", v, "all", text=text) for v in (32, 18)]
    assert merged(figures, [RACE, AGAIN]) == [RACE, RACE if joined else AGAIN]
