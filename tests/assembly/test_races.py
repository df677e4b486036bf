"""Whose figure it is in a race: subject and possessor own a lead, the larger share is the leader's."""

import pytest

from extractor.assembly import responses
from extractor.pipeline import build_nlp
from tests.assembly.answers_of import answers_of

CONTEXT = "Mayor Jane Smith is running against Senator Tom Jones of Ohio. Ms. Smith is ahead of Mr. Jones in polls.\n\n"

RACES = [
    ("A poll shows Smith leading Jones, 48 percent to 44 percent.", ["Smith", "Jones"]),
    ("A poll shows Jones trailing Smith, 44 percent to 48 percent.", ["Jones", "Smith"]),
    ("In the poll Jones trails Smith 48 percent to 44 percent.", ["Smith", "Jones"]),
    ("The poll gives Smith a 48-44 percent edge over Jones.", ["Smith", "Jones"]),
    ("Smith holds a lead over Jones, 48 percent to 44 percent.", ["Smith", "Jones"]),
    ("Among women Smith leads 48 percent to 44 percent.", ["Smith", "Jones"]),
    ("Voters in the poll preferred Smith to Jones by 48 percent to 44 percent.", ["Smith", "Jones"]),
    ("The poll came out at 48-44 percent for Jones.", ["Jones", "Smith"]),
    ("While Brown lost in court, voters in the poll favored Smith over Jones by 51-44 percent.", ["Smith", "Jones"]),
    ("Democrats led by 6 points, 47 percent to 41 percent, in the poll.", ["Democrats", "Democrats", "Republicans"]),
    (
        "She leads Jones by 48 to 44 percent and Brown by 50 to 41 percent in the poll.",
        ["Smith", "Jones", "Smith", "Brown"],
    ),
    # The last who is told to lead leads on; who only owned the lead before, or was told in an aside, does not.
    (
        "Jones leads among men by 52-40 percent, but Smith leads among women by 55-36 percent and nurses "
        "by 60-31 percent in the poll.",
        ["Jones", "Smith", "Smith", "Jones", "Smith", "Jones"],
    ),
    (
        "Jones has a 75 percent to 8 percent edge among men and Smith has an 86 percent to 7 percent lead among women "
        "and a 49 percent to 28 percent edge among nurses in the poll.",
        ["Jones", "Smith", "Smith", "Jones", "Smith", "Jones"],
    ),
    ("Smith, who was behind in May, leads by 52-40 percent in the poll.", ["Smith", "Jones"]),
    ("The poll has Jones at 47 percent to 46 percent for Smith.", ["Jones", "Smith"]),
    (
        "Smith leads Jones by 48 to 44 percent in the poll, with men backing Jones 51-42 percent.",
        ["Smith", "Jones", "Jones", "Smith"],
    ),
]

MARGINS = [
    ("Smith leads Jones by 4 points in the poll.", "Smith"),
    ("Jones trails Smith by 4 points in the poll.", "Jones"),
    ("The survey shows an 8-point lead for Smith over Jones.", "Smith"),
    ("The survey gives Smith an 8-point lead over Jones.", "Smith"),
    ("Smith's lead over Jones is 12 points in the survey.", "Smith"),
    ("In the survey her lead over Jones was 12 points.", "Smith"),
    ("The Ohio senator is 12 points behind Smith in the survey.", "Jones"),
    ("The survey shows an 8-point Smith lead.", "Smith"),
    ("Jones is at 40 percent in the poll, but trailing Smith by 11 points.", "Jones"),
    ("Brown is out, and polls show them leading Republicans by 5 points.", "Democrats"),
    ("A poll of Virginia voters puts her up by 11 points.", "Smith"),
    ("Her net favorable rating stood at -6 points in the poll.", "favorable"),
    ("Her net approval dropped 12 points in the poll.", "approval"),
    ("The Democratic advantage is 9 points in the poll.", "Democratic"),
]

SHARES = [
    ("In the poll Smith leads Jones and Brown with 40 percent.", "Smith"),
    ("The poll puts Smith's support among women at 40 percent.", "Smith"),
    ("In the poll 44 percent said they would vote for Smith in the race for mayor.", "Smith"),
    ("In the poll 44 percent backed the Democratic candidate and former mayor Jane Smith.", "Smith"),
    ("In the poll 44 percent intend to vote for Ohio Attorney General Jane Smith.", "Smith"),
    ("In the poll 44 percent would vote for Lt. Gov. Jane Smith.", "Smith"),
    ("In the poll 44 percent support Smith's plan for the harbor.", "harbor"),
    ("The poll shows Smith in second place with 13 percent support.", "Smith"),
    (
        "In a survey by the Harbor Council and the Smith Institute, 62 percent of anglers say rents are too high.",
        "high",
    ),
    ("The approval rating for the Cabinet was 44.9 percent in the poll.", "rating"),
    # Not hers: the figure has a clause of its own.
    ("Smith leads on health, with 60 percent of voters saying costs are too high in the poll.", "high"),
]

OPINIONS = [
    ("Voters oppose the health law by 47 percent to 45 percent in the poll.", ["oppose", "favor"]),
    ("By a 58-38 percent margin, voters say the tax is unfair.", ["unfair", "fair"]),
    (
        "The poll found farmers split 47 percent to 46 percent on whether the tax should rise.",
        ["should rise", "should not rise"],
    ),
    ("His favorable/unfavorable ratings are 50 percent to 45 percent.", ["favorable", "unfavorable"]),
    ("The tax is fair, voters say 52 percent to 43 percent in the poll.", ["fair", "unfair"]),
    ("A majority in the poll, 55 percent to 38 percent, opposes the bill.", ["oppose", "favor"]),
    ("Farmers approve of the mayor (54-28 percent disapprove).", ["approve", "disapprove"]),
]


def labels(text: str) -> list[str]:
    return answers_of(CONTEXT + text)


@pytest.mark.parametrize(("text", "expected"), RACES)
def test_sides_of_a_pair(text, expected):
    assert [label.split()[-1] for label in labels(text)] == expected


def test_an_office_is_no_part_of_a_side():
    told = labels("Ohio Attorney General Jane Smith leads Jones by 48 percent to 44 percent in the poll.")
    assert told == ["Jane Smith", "Jones"]


@pytest.mark.parametrize(("text", "expected"), MARGINS)
def test_owner_of_a_lead(text, expected):
    assert labels(text)[-1].split()[-1] == expected


@pytest.mark.parametrize(("text", "expected"), SHARES)
def test_owner_of_a_lone_share(text, expected):
    assert labels(text)[0].split()[-1] == expected


@pytest.mark.parametrize(("text", "expected"), OPINIONS)
def test_two_sides_of_an_opinion(text, expected):
    found = labels(text)
    assert len(found) == len(expected)
    for label, words in zip(found, expected, strict=True):
        assert words in label


def test_a_rating_is_no_race():
    assert labels("Voters approve of Smith's work by 58 percent to 38 percent in the poll.")[1].startswith("disapprove")


@pytest.mark.parametrize(
    ("text", "whose"),
    [
        ("Mr. Brown, who won the May vote, is backed by just 6 percent in the poll.", "Brown"),
        ("Ms. Smith, who is supported by 5 percent in the poll, spoke.", "Smith"),
        ("In the poll of 900 adults Jones is at 40 percent, below the 48 percent Smith got in the last poll.", "Smith"),
        ("Smith's plan is backed by 60 percent in the poll.", ""),
        ("In the poll Mr. Jones's vote share stood at 7 percent.", "Jones"),
        ("Ms. Smith saw her vote grow, to 21 percent in the poll.", "Smith"),
    ],
)
def test_who_is_backed_by_a_share_or_got_it_has_it(text: str, whose: str) -> None:
    found = responses.bind(build_nlp("en")(CONTEXT + text))
    responses.resolve(found)
    assert (found[-1].label.rsplit(maxsplit=1)[-1] == whose) is bool(whose)
