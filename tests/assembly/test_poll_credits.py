"""Who is credited with the only poll of an article, and who is not."""

import pytest

from tests.assembly.poll_plans import plan_of

FIGURE = "<fig poll=1>61 percent</fig> of tenants are in favor."

TOLD = {
    "asked its members": (
        "Harbor Medical Association has asked its members about rents.",
        "Harbor Medical Association",
    ),
    "made public": ("Acme Consultancy has made public what it found.", "Acme Consultancy"),
    "had people answer": ("Bay Research had nearly 2,000 people fill in a form.", "Bay Research"),
    "carried it out": ("The Harbor Institute carried it out with two others.", "Harbor Institute"),
    "made it": ("It was done by the town's Public Opinion Programme.", "Public Opinion Programme"),
}

NOBODY = {
    "students of it": "It was a survey of Harbor University students.",
    "two of them": "Acme Consultancy asked its clients. Bay Research asked its members.",
    "a place of work": "Ann Lee teaches at Harbor University and liked the poll.",
    "a person": "Ann Lee asked its members.",
}


@pytest.mark.parametrize(("sentence", "name"), TOLD.values(), ids=TOLD)
def test_told(sentence: str, name: str) -> None:
    plan, _ = plan_of(f"Tenants like rent caps\n\nIn a poll, {FIGURE}\n\n{sentence}")
    assert [poll.pollsters for poll in plan.polls] == [(name,)]


@pytest.mark.parametrize("sentence", NOBODY.values(), ids=NOBODY)
def test_nobody(sentence: str) -> None:
    plan, _ = plan_of(f"Tenants like rent caps\n\nIn a poll, {FIGURE}\n\n{sentence}")
    assert [poll.pollsters for poll in plan.polls] == [()]
