"""A method note that tells of the only poll by another name, and notes of other polls."""

import pytest

from tests.assembly.poll_plans import plan_of

STORY = "Tenants like rent caps\n\nIn a survey by the Harbor Foundation, <fig poll=1>61 percent</fig> are in favor.\n\n"

OWN = {
    "a title": "The Town Barometer survey was conducted from Nov. 4 to 8 with 900 tenants.",
    "who did it": "The Town Barometer survey was carried out by Acme Research from Nov. 4 to 8 among 900 tenants.",
}

OTHER = {
    "another": "Another survey, by Acme Research, was conducted from Nov. 4 to 8 with 900 tenants.",
    "long past": "The Town Barometer survey was conducted from Nov. 4 to 8, 2012 with 900 tenants.",
}


@pytest.mark.parametrize("note", OWN.values(), ids=OWN)
def test_own_note(note: str) -> None:
    plan, _ = plan_of(STORY + note)
    (poll,) = plan.polls
    assert (poll.field_start, poll.field_end) == ("2019-11-04", "2019-11-08")
    assert [sample.size for sample in poll.samples] == [900]


@pytest.mark.parametrize("note", OTHER.values(), ids=OTHER)
def test_other_note(note: str) -> None:
    plan, _ = plan_of(STORY + note)
    assert [(poll.field_end, poll.samples) for poll in plan.polls] == [(None, ())]


def test_a_poll_that_has_its_note_keeps_it() -> None:
    own = "The survey asked 400 tenants. "
    plan, _ = plan_of(STORY + own + OWN["a title"])
    assert [[sample.size for sample in poll.samples] for poll in plan.polls] == [[400]]


def test_known_pollsters_keep_their_notes() -> None:
    plan, _ = plan_of(
        "Rents\n\nA Gallup poll has <fig poll=1>61 percent</fig> in favor.\n\nThe Ipsos poll asked 900 cooks."
    )
    assert [poll.samples for poll in plan.polls] == [()]
