"""How people voted in an election of an earlier year is a survey of its own."""

import pytest

from tests.assembly.poll_plans import plan_of

LEAD = "Tenants prefer Lee in Acme poll\n\nIn an Acme poll, <fig>61 percent</fig> of tenants back Lee.\n\n"

VOTES = [
    "In 2016, tenants voted for Ames over Boyd, <fig>46 percent</fig> to <fig>42 percent</fig>.",
    "In the 2016 election, women favored Ames by a <fig kind=difference>12-point</fig> margin.",
    "That group went for Ames over Boyd by <fig kind=difference>23 points</fig> in 2016.",
    "In 2016, Ames won <fig>52 percent</fig> of landlords.",
    "In 2016, Boyd narrowly carried tenants with <fig>50 percent</fig>.",
    "In 2016, nominee Ann Ames received just <fig>27%</fig> of the vote of tenants, according to exit polls.",
    "Tenants backed Ames by a <fig kind=difference>16-point</fig> margin in 2016, according to the Acme exit poll.",
    "In 2016, older tenants broke for Boyd, <fig>58 percent</fig> to <fig>39 percent</fig>.",
]

NO_VOTES = [
    "In 2016, <fig>60 percent</fig> of tenants supported the idea.",
    "In 2016, <fig>60 percent</fig> of tenants were for rent caps.",
    "Lee now has <fig>44 percent</fig> of landlords; in 2016, Ames won <fig>52 percent</fig> of them.",
    "In a 2019 Bay Ledger poll, <fig>40 percent</fig> of tenants backed Ames.",
]


@pytest.mark.parametrize("story", VOTES)
def test_votes(story: str) -> None:
    plan, _ = plan_of(LEAD + story)
    assert [(poll.pollsters, poll.field_start, poll.field_end) for poll in plan.polls] == [
        (("Acme",), None, None),
        ((), "2016", "2016"),
    ]
    assert [(place.poll, place.wave) for place in plan.figures[1:]] == [(1, "current")] * (len(plan.figures) - 1)


@pytest.mark.parametrize("story", NO_VOTES)
def test_no_votes(story: str) -> None:
    plan, _ = plan_of(LEAD + story)
    assert all(poll.field_end != "2016" or poll.pollsters for poll in plan.polls)
