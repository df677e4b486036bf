"""Numbers of other sorts in poll stories, and poll figures that look like them."""

import json
from importlib import resources

import pytest

from extractor.components.figure_context import Context, contexts
from extractor.components.figure_model import NO_POLL
from tests.components.figure_pipeline import build, in_a_poll_story
from tests.markup import parse

DECIDED = [
    ("margin_of_error", "The margin of error is plus or minus <n>3.5 percentage points</n>."),
    (
        "margin_of_error",
        "The survey of 804 anglers with a margin of error of <n>3.5 percentage points</n> found 61 percent in favor.",
    ),
    ("margin_of_error", "It has a <n>3-point</n> margin of error."),
    ("margin_of_error", "Among nurses it is +/-<n>5.6 percentage points</n>."),
    ("margin_of_error", "They asked 583 people, give or take <n>4.1 percent</n>."),
    ("threshold", "The measure falls short of the <n>60 percent</n> it needs, the survey also found."),
    ("threshold", "If she fails to get <n>50 percent</n>, a runoff follows."),
    (
        "margins",
        "The measurement error is <n>2.8%</n> for results near <n>50%</n> and <n>1.4%</n> for results near <n>5%</n>.",
    ),
    ("margin_of_error", "The error rate of the survey is <n>3 percent</n>."),
    ("threshold", "The threshold in the region is <n>10 percent</n>."),
    ("margin_of_error", "The sampling error was <n>2.9 points</n> in Ohio and <n>3.1 points</n> in Iowa."),
    ("margin_of_error", "The margin of error is +/- <n>4 points</n> and <n>5 points</n> for Democrats."),
    ("amount_answered", "In the poll, 35 percent of renters said their rent had risen by up to <n>10 percent</n>."),
    ("part_of_money", "In the poll, 35 percent of renters said they pay <n>40 percent</n> of their income."),
    ("confidence", "The results hold at the <n>95 percent</n> confidence level."),
    ("probability", "The model gives her a <n>71 percent</n> chance of winning."),
    ("election", "In 2012, he won just <n>0.99 percent</n> of the vote."),
    ("election", "The president carried Ohio by <n>3 points</n> four years ago."),
    (
        "election",
        "She won two states in 2008: Ohio by <n>51</n>-<n>47 percent</n>, Iowa by <n>52</n>-<n>46 percent</n>.",
    ),
    ("past_victory", "She beat him by <n>5 percentage points</n> in 2016, and a poll has her ahead again."),
    ("counted_votes", "With almost all of the votes in, she led by a <n>53</n>-<n>46</n> margin."),
    ("counted_votes", "With <n>88 percent</n> of precincts reporting, he has <n>51 percent</n>."),
    ("turnout", "Turnout among the young rose by <n>13 points</n>."),
    ("composition", "People over 65 make up <n>21 percent</n> of the electorate."),
    ("composition", "Each sample includes a minimum quota of <n>50%</n> cellphone respondents."),
    ("threshold", "The <n>15 percent</n> threshold is high."),
    ("rate", "The unemployment rate fell to <n>4.1 percent</n>."),
    ("rate", "He would end the <n>5 percent</n> tax rate."),
    ("movement", "Sales fell <n>9 percent</n> last year."),
    ("effect", "It raises the probability of support by <n>16.4%</n>."),
    ("idiom", "The top <n>1 percent</n> would pay less."),
    ("idiom", "His “<n>47 percent</n>” remark hurt him."),
    ("ballots", "Of these, <n>43 percent</n> of the ballots were his."),
    ("split_sample", "The pollster asked <n>half</n> of respondents were those who voted."),
    ("probability", "Her chances of winning had fallen by <n>15 points</n> since May."),
    ("victory", "It is a state that the governor carried by <n>19 points</n>."),
    ("victory", "He finished third with <n>11 percent</n>."),
    ("chamber", "The party controls the Senate by a slim <n>51</n>-<n>49</n> margin."),
    ("polling_error", "The last polls were off by <n>6 points</n>."),
    ("responding", "Of the 2,000 people, <n>59 percent</n> gave valid answers."),
    ("rounding", "Numbers may not add up to <n>100 percent</n> because of rounding."),
    ("qualifying", "Candidates must stand at <n>2 percent</n> in four polls to qualify."),
    ("composition", "The sample is large, and <n>52 percent</n> were women."),
    ("composition", "In the district <n>34 percent</n> are registered Democrats."),
    ("idiom", "They rate it on a <n>9-point</n> scale."),
    ("split_sample", "The southern <n>half</n> of the survey was done by mail."),
    ("market_quote", "The maker, <n>+2.03%</n> , fell."),
]
FIGURES = [
    "Forty-six percent say trade deals cost jobs.",
    "On the economy, 44 percent trust him.",
    "Among those polled, 4 percent plan to vote for someone else.",
    "In exit polls, 54 percent of women chose her.",
    "Approval has dropped 5 points to 38 percent since May.",
    "About 43 percent of the electorate support the plan.",
    "The share who say taxes are too high rose to 61 percent.",
    "About four-in-ten white Republicans agree (43%), and 70 percent of white Democrats do.",
    "More of those polled, 41 percent of the sample, say they trust Germany.",
    "The governor, who won the caucus in 2008, is at 4 percent, and 9 percent back the mayor.",
    "Only half of the poll respondents knew enough about him.",
    "Support for the ferry rose by 9 points, and 31 percent of farmers use up to two of them.",
    "By a 54 to 41 percent margin, voters say the Senate should vote on the bill.",
    "China was named by 31 percent, and all other countries accounted for 7.6%.",
    "Inflation was cited by 11 percent as the main problem of the country.",
    "The mayor would get 23 percent of the vote if the election were held today, the poll found.",
]
OTHERS = [
    "Exports make up nearly half of the output of the country.",
    "Fact-checkers rated 60 percent of his statements false.",
    "Half of the flights were late.",
    "The vaccine was 94 percent effective in the trial.",
    "The county is 82 percent white.",
    "She has won 54 percent of the delegates.",
    "In the primary the fourth-placed candidate took a respectable 19 percent.",
    "The campaign has cut its advertising by 35 percent.",
    "“This is a 100 percent invented story,” the consultant said.",
    "The bill lowers the rate to 21 percent from 35 percent.",
]


@pytest.mark.parametrize(("reason", "case"), DECIDED)
def test_phrases_that_decide(reason: str, case: str) -> None:
    sentence, marks = parse(case, "n")
    doc, offset = in_a_poll_story(sentence)
    found = {(span.start_char - offset, span.end_char - offset): span.label_ for span in doc.spans["not_figures"]}
    assert found == {(mark.start, mark.end): reason for mark in marks}


@pytest.mark.parametrize("sentence", FIGURES)
def test_poll_figures_with_words_of_other_numbers_stay(sentence: str) -> None:
    doc, _ = in_a_poll_story(sentence)
    assert doc.spans["figures"]
    assert not doc.spans["not_figures"]


@pytest.mark.parametrize("sentence", OTHERS)
def test_other_numbers_go(sentence: str) -> None:
    doc, _ = in_a_poll_story(sentence)
    assert [span.text for span in doc.spans["figures"]] == []
    assert doc.spans["not_figures"]


def test_a_page_that_speaks_of_no_poll_has_no_figures() -> None:
    doc = build(judged=True)("Half of voters agree.\n\nForty percent of adults say so at the polls.")
    assert not doc.spans["figures"]
    assert [span.label_ for span in doc.spans["not_figures"]] == [NO_POLL, NO_POLL]


def test_polling_places_are_no_polls() -> None:
    doc = build(judged=True)("The polls close at 8 p.m.\n\nThe mayor had 54 percent of the vote when the polls closed.")
    assert not doc.spans["figures"]


def test_weights_belong_to_features_without_words() -> None:
    path = resources.files("extractor.components").joinpath("figure_weights.json")
    made = json.loads(path.read_text(encoding="utf-8"))
    weights = made["weights"]
    assert set(made["context"]) == {name for name, _ in Context(0.0, 0.0, False, 0.0).items()}
    assert len(weights) > 100
    assert list(weights) == sorted(weights)
    sorts = {"S", "P", *(f"{side}{distance}" for side in "LR" for distance in range(1, 6)), "L", "R"}
    printed = {
        "form",
        "form+unit",
        "unit",
        "value",
        "decimals",
        "sign",
        "count",
        "since_poll",
        "until_poll",
        "polled",
        "of",
        "reason",
        "prev",
        "next",
        "unsaid",
        "unpolled",
    }
    for name in weights:
        head = name.partition(":")[0]
        assert head in sorts | printed | {"title", "name"} or ":" not in name or "+of" in head, name


def test_components_declare_what_they_need() -> None:
    report = build(judged=True).analyze_pipes()
    assert "span._.figure" in report["summary"]["poll_figures"]["assigns"]
    assert "span._.figure" in report["summary"]["poll_not_figures"]["requires"]
    assert report["problems"]["poll_not_figures"] == []


def test_a_hostile_sentence_takes_time_in_proportion_to_its_length() -> None:
    doc = build(judged=True)("A poll found " + "41 percent and " * 3000 + "no more")
    assert len(doc.spans["figures"]) + len(doc.spans["not_figures"]) == 3000


def test_neighbours_count_within_a_sentence_of_the_number() -> None:
    found = contexts([2.0, -1.0, 9.0, 1.0], [0, 1, 4, 5])
    assert [(one.near, one.beside) for one in found] == [(-1.0, True), (2.0, True), (1.0, True), (4.0, True)]
    assert {one.page for one in found} == {(4.0 + 2.0 + 1.0) / 3}
    assert contexts([2.0], [0])[0] == Context(2.0, 0.0, False, 2.0)
