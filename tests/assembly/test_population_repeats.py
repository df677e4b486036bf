"""Whom figures are of that repeat the one before, close a comparison, count a group or stand in lists of places."""

import pytest

from tests.assembly.marked_populations import resolve

REPEATED = [
    # What a figure was before is of the same group, whoever its answer speaks of; not where its own group follows.
    "Among nurses, [42 percent|nurses] think the number of unemployed bakers will drop, up from [32 percent|nurses].",
    "Some [15.3 percent|nurses] (or 1.5 million families) of nurses rent, up from [12.3 percent|nurses].",
    "Some [62 percent|women] of women row, up from [50 percent|men] of men.",
]
COMPARED = [
    "Tenants are far more worried than owners about noise, [63 percent|tenants] to [43 percent|owners].",
    "More women than men will row, with [72%|women] sure of it, compared with [59%|men] of men.",
    "Gen Z and millennials ([58%|millennials] each) are likelier than Gen Xers ([48%|gen xers]) and boomers"
    " ([47%|boomers]) to row.",
    # Parties can be the answers of such a comparison.
    "More trusted Republicans than Democrats, [45%|all respondents] to [38%|all respondents].",
]
COUNTED = [
    "Those who see no need for it remained at [20%|all respondents].",
    "People who like tea or who tend to like tea came to [30 percent|all respondents].",
    "People who call the river clean now made up [73 percent|all respondents], down by [8 points|all respondents].",
    "The number of those who think rents will fall dropped to [66 percent|all respondents].",
    "The undecideds were down to [7 percent|all respondents].",
    "Among undecided voters, support rose to [40 percent|undecided voters].",
    "Among those who cycle, it climbed to [40 percent|those who cycle].",
]
PLACES = [
    "Hunger fell to [13.3 percent|people in Minho] in Minho (some 6,000 families) from [19 percent|people in"
    " Minho] in spring.",
    "It rose to [17.0 percent|people in Greater Vigo] (or 5,000 families) in Greater Vigo, after"
    " [14.0 percent|people in Greater Vigo].",
    "As many like it in Catalonia ([47%|people in Catalonia]), the rest of Aragon ([33%|people in Aragon]) and Murcia"
    " ([39%|people in Murcia]).",
]
POINTED = [
    "Some [71%|those on full time] of those on full time and [45%|those on part time] of those on part time agreed.",
    "A mere [40%|those against the plan] of those against the plan and [20%|those in debt] of those in debt agreed,"
    " but [10%|people without a party] of people without a party.",
    "Only [40%|all respondents] of those in the survey agreed.",
]


PASSING = [
    # Groups that a figure includes or that stand in its brackets are not those of the next sentence.
    "Some [58 percent|all respondents] row, including [81%|nurses] of nurses and [37%|farmers] of farmers."
    " [Twenty-nine percent|all respondents] would rather swim.",
    "Some [58 percent|all respondents] row (men: [84%|men], women: [89%|women]). [Sixty percent|all respondents] swim.",
    # A group that opens a clause says which voters act in it.
    "Among those who keep bees, the electorate is split: [48 percent|those who keep bees] agree.",
    # The noun of a group can stand with another name.
    "Some [82%|rivera's voters] of Rivera's voters are sure, and [60%|dale voters] of Dale's.",
    "Of Rivera's voters, [82%|rivera's voters] are sure; that of Dale's was at [61%|dale voters].",
]


@pytest.mark.parametrize("marked", REPEATED + COMPARED + COUNTED + PLACES + POINTED + PASSING)
def test_population(marked: str) -> None:
    found, wanted = resolve(marked)
    assert found == wanted
