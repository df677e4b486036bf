"""Answers whose place is certain: behind several groups, or behind a word of likelihood."""

import pytest

from extractor.assembly import responses
from extractor.pipeline import build_nlp

SHARED = [
    ("In the poll most women (57 percent) but only 31 percent of men said they walk to work.", 2, "walk to work"),
    ("The poll of parents: Nearly half of women, 48 percent, oppose the school tax.", 1, "oppose the school tax"),
    ("In the survey large majorities of both (87% and 86%, respectively) back the bridge.", 2, "back the bridge"),
    ("In the poll 64 percent of women, 29 percent of men and 11 percent of students like trams.", 3, "like trams"),
]  # fmt: skip

LIKELY = [
    ("Women in the poll are more likely than men to say trams are slow (60% vs. 44%).", "trams are slow"),
    ("In the poll women are twice as likely to own a bicycle as men (40 percent vs. 20 percent).", "own a bicycle"),
    ("In the poll women were likelier than men to fear rain: 40 percent compared with 20 percent.", "fear rain"),
]  # fmt: skip

LISTED = [
    ("Bakers in the poll rate the schools (61%) and the roads (60%) as safe.", ["safe", "safe"]),
    ("In the poll bakers rose from 3 percent to 5 percent, and farmers from 4 percent to 6 percent.", ["farmers"] * 2),
]

FREE = [
    "Among women (57 percent), support is higher in the poll.",
    "In the poll 57 percent of women resented the tax and 31 percent of men said they like it.",
    "Democrats (40 percent) and Republicans (38 percent) are tied in the poll.",
    "Nurses (91 percent) and bakers (88 percent) are the most trusted workers in the poll.",
]


def bound(text: str) -> list[responses.Bound]:
    found = responses.bind(build_nlp()(text))
    responses.resolve(found)
    return found


@pytest.mark.parametrize(("text", "count", "answer"), SHARED)
def test_groups_share_the_answer_behind_them(text: str, count: int, answer: str) -> None:
    shares = [b.label for b in bound(text) if b.span.text[0].isdigit()]
    assert shares == [answer] * count


@pytest.mark.parametrize(("text", "answer"), LIKELY)
def test_what_groups_are_likelier_to_do_is_the_answer_of_both(text: str, answer: str) -> None:
    assert [b.label for b in bound(text) if b.stands] == [answer] * 2


@pytest.mark.parametrize(("text", "answers"), LISTED)
def test_lists_share_a_rating_or_a_verb(text: str, answers: list[str]) -> None:
    assert [b.label for b in bound(text) if b.stands] == answers


@pytest.mark.parametrize("text", FREE)
def test_other_clauses_leave_the_choice(text: str) -> None:
    assert all(b.stands is None for b in bound(text)[:1])
