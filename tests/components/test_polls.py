"""Mentions of polls: who is named, how the mention refers, what dates it."""

import pytest

from extractor.components.poll_values import POLLS
from tests.components.poll_pipeline import build
from tests.markup import parse

MENTIONS = [
    # the name before the noun
    '<poll names="Quinnipiac University" ref=fresh>A Quinnipiac University poll</poll> came out.',
    '<poll names="Harbor Street" ref=fresh new=1>A new Harbor Street survey</poll> has numbers on rents.',
    '<poll names="ABC|Washington Post" new=1>The latest ABC/Washington Post poll</poll> is closer.',
    '<poll names="Wall Street Journal|NBC News">The Wall Street Journal/ NBC News nationwide survey</poll> ended.',
    '<poll names="Associated Press|GfK" ref=fresh>An Associated Press-GfK poll</poll> was kinder.',
    '<poll names="University of Iowa">The University of Iowa poll</poll> is in.',
    "Here are results of <poll ref=definite>the Japan-South Korea poll</poll>.",
    '<poll names="Genron NPO|East Asia Institute" ref=fresh>A survey by Genron NPO and the East Asia Institute</poll>',
    '<poll names="Elabe|BFMTV" ref=fresh>A survey by the polling firm Elabe and the broadcaster BFMTV</poll> is out.',
    '<poll names="New England College" ref=fresh>a New England College poll</poll> of the state',
    '<poll names="Clout Research">the Ohio-based Clout Research poll</poll>',
    '<poll names="Public Policy Polling" ref=fresh>a Public Policy Polling survey</poll>',
    'In <poll names="CNN" ref=fresh time=month>CNN’s August survey</poll>, it was close.',
    'As <poll names="Pew" ref=fresh time=year>a 2014 Pew study</poll> put it, trust is low.',
    'In <poll names="Opinion Harbor">the Opinion Harbor poll</poll>, it is close.',
    '<poll names="Tenant Study Group" ref=fresh time=year>A 2017 Tenant Study Group survey</poll> differs.',
    '<poll names="Harbor Institute of Politics" ref=fresh>A Harbor Institute of Politics survey</poll> differs.',
    'It leads by 4, according to the latest <poll names="Newspoll" weak=1>Newspoll</poll>, out today.',
    'The head of Shelter, which commissioned <poll names="YouGov">the YouGov survey</poll>, said so.',
    'Half bake, the <poll names="Bakers Union">Bakers Union said, citing a survey of its</poll> members.',
    'It falls, <poll names="Ipsos" ref=definite>the Ipsos monitor</poll> shows.',
    'Economists at <poll names="Duke" weak=1>Duke</poll> found that 20 percent bake.',
    'said one pollster, citing <poll names="CBS" ref=fresh>a CBS survey</poll> of parents',
    "<poll>its first Daily Bread survey</poll>",
    "<poll ref=generic plural=1>Instant polls</poll> had her ahead.",
    'says the director of <poll names="Public Policy Polling" ref=fresh weak=1 plural=1>Public Policy Polling</poll>.',
    'According to <poll names="NPR|PBS|Marist" ref=fresh>an NPR / PBS / Marist Poll</poll>, it is close.',
    '<poll names="Real Clear Politics" average=1 plural=1 ref=fresh>POLL CHECK- Real Clear Politics Averages</poll>',
    '<poll names="WHBR-TV|Acme Group" ref=fresh>a WHBR-TV/Acme Group poll</poll> of the city',
    '<poll names="Reuters|Ipsos" time=year>The Reuters/Ipsos 2014 Election Day poll</poll> asked about rents.',
    'Cyclists differ in <poll names="Center" ref=fresh time=year>a 2011 Center survey</poll>.',
    "In <poll ref=fresh>a companion survey</poll> of nurses, trust is lower.",
    '<poll names="Marist" ref=fresh>a closely watched Marist poll</poll>',
    "<poll ref=fresh time=month>A May poll</poll> was kinder to trams.",
    "<poll ref=fresh time=month>A mid-May poll</poll> was kinder to trams.",
    '<poll names="Acme" ref=fresh time=day>A May 8 survey by Acme</poll> was kinder to trams.',
    "<poll ref=definite>The may poll</poll> was a misprint.",
    # a body whose share of people comes from a poll of its own
    'According to the <poll names="Bakers Association" weak=1>Bakers Association</poll>, 38 percent of cooks bake.',
    'Half of cooks bake, according to the <poll names="Harbor Institution" weak=1>Harbor Institution</poll>.',
    'Half of cooks bake, the <poll names="Bakers Association" weak=1>Bakers Association</poll> found when it called.',
    'Half of cooks bake, the <poll names="Bakers Council" weak=1 time=month>Bakers Council</poll> reported in May.',
    '<poll names="Harbor Gazette">The Harbor Gazette’s own mail poll</poll> was closer.',
    # names after it
    '<poll names="Infratest dimap" sponsors=ARD point=1>the survey that Infratest dimap conducts for the broadcaster '
    "ARD</poll>",
    '<poll names="Gallup" point=1>The survey, which Gallup</poll> runs for the foundation, is out.',
    '<poll names="Elabe" sponsors=BFMTV ref=fresh>A survey by the institute Elabe for the news channel BFMTV</poll> is '
    "out.",
    '<poll names="CBOS" ref=fresh>A survey by the Warsaw institute CBOS</poll> is out.',
    '<poll names="Infratest dimap" point=1>the survey by pollster Infratest dimap</poll> found more.',
    '<poll names="CBOS" weak=1>CBOS</poll> institute reports that <poll>the survey</poll> is out.',
    'Of the 903 voters surveyed by <poll names="Coastline Research" weak=1 point=1>Coastline Research</poll>, half '
    "ride.",
    'Half of voters surveyed by <poll names="Coastline Research" weak=1>Coastline Research</poll> ride.',
    '<poll names="Great Plains University" weak=1>Great Plains University</poll> has his approval at 53 percent.',
    '<poll names="YouGov|HuffPost" ref=fresh>a survey of 1,200 cooks by YouGov and HuffPost</poll>',
    '<poll names="ABC News|Washington Post" ref=fresh>A poll Sunday from ABC News and The Washington Post</poll> is '
    "out.",
    '<poll names="Harbor Institute" sponsors="CNN" ref=fresh>a survey the Harbor Institute did for CNN</poll>',
    '<poll names="Dong-A Ilbo|Asahi Shimbun" ref=fresh>A joint survey by The Dong-A Ilbo and The Asahi Shimbun</poll> '
    "is out.",
    '<poll names="ORC International" sponsors=CNN conductor=1 point=1>The poll was conducted for CNN by '
    "ORC International</poll>"
    ".",
    '<poll names="Gallup" sponsors="USA Today" ref=fresh time=month>A survey conducted by Gallup for USA Today</poll> '
    "in July 2009",
    '<poll names="Acme Insights" ref=fresh>A survey of 600 likely voters in Ohio conducted May 9-11 by Acme Insights'
    "</poll> found a tie.",
    'in <poll names="Washington Post|ABC News" ref=fresh plural=1>polling conducted by The Washington Post and ABC '
    "News</poll>",
    '<poll names="Acme Research" sponsors="Harbor Media" ref=fresh>a survey by Acme Research for Harbor Media</poll>',
    '<poll names="Tarrance Group" ref=fresh>A poll by Ann Lee of the Tarrance Group</poll> agrees.',
    '<poll names="Center for Rural Life" ref=fresh>A survey by the Center for Rural Life</poll> agrees.',
    '<poll names="Ipsos" sponsors="Global Witness" ref=fresh>an Ipsos survey commissioned by Global Witness</poll>',
    '<poll names="Harbor TV|Bay Institute" ref=fresh>a survey of Harbor TV and the Bay Institute</poll>, out today',
    "<poll ref=fresh>a survey</poll> of Harbor University students",
    '<poll names="Hauliers UK" ref=fresh>a survey by the trade body Hauliers UK</poll> found more.',
    'For <poll sponsors="Harbor Gazette">the poll, commissioned by the Harbor Gazette</poll>, '
    '<poll names="Acme" weak=1>Acme</poll> interviewed 900 tenants.',
    '<poll names="EPIC-MRA" ref=fresh>A survey by EPIC-MRA of Lansing</poll> is out.',
    '<poll names="Acme" ref=fresh time=relative>An Acme poll</poll> released last month had more.',
    # several polls at once
    'Polls by <poll names="NBC News|Survey Monkey" ref=fresh plural=1>NBC News/Survey Monkey</poll> (11 percent) and '
    '<poll names="Ipsos" ref=fresh plural=1>Ipsos</poll> (7 percent) differ.',
    "<poll ref=fresh>A poll</poll> has Ann Lee at 28 percent and Bloomberg at 19 percent.",
    '<poll names="Gallup" ref=fresh>A Gallup poll</poll> puts him at 40, <poll names="CNN" weak=1>CNN</poll> at 41.',
    # averages
    '<poll names="RealClearPolitics" average=1>The RealClearPolitics average</poll> has him at 8 percent.',
    '<poll names="Harbor Trust" ref=fresh plural=1>poll results from the Harbor Trust</poll>',
    'Bread is cheap, according to <poll names="Harbor Trust" ref=fresh plural=1>survey data from the Harbor Trust'
    "</poll>.",
    # no poll noun
    'Of cooks, 77 percent eat it, according to the <poll names="Washington Post" weak=1>Washington Post</poll>.',
    '<poll names="Rasmussen" weak=1>Rasmussen</poll>’s count is 4, and <poll names="Gallup" weak=1>Gallup</poll>’s had '
    "42 percent.",
    'That is a surprise, said Ann Lee, a polling expert at <poll names="Gallup" weak=1 plural=1>Gallup</poll>.',
    'Half eat breakfast alone, according to <poll names="Gallup" weak=1>Gallup</poll>.',
    '<poll names="Gallup" weak=1>Gallup</poll> found that 40 percent agree.',
    'According to <poll names="Rasmussen Reports" weak=1>Rasmussen Reports</poll>, 40 percent agree.',
    'Of the adults polled by <poll names="Harbor Institute" weak=1>Harbor Institute</poll>, half agreed.',
    '<poll names="Harbor Institute" weak=1>Harbor Institute</poll> (HI) polled 800 tenants.',
    '<poll names="Harbor Street" weak=1>Harbor Street</poll>’s interviewers talked with 800 tenants.',
    '<poll names="Bay Civic Exchange" weak=1>Bay Civic Exchange</poll> polled 800 tenants.',
    '<poll names="Harbor Associates" weak=1 conductor=1>Harbor Associates</poll> conducted <poll>the survey</poll>.',
    '<poll names="Axios" weak=0>Axios released a poll</poll> of students.',
    'said an officer of the <poll names="Marist Institute for Public Opinion" weak=1 conductor=1>Marist Institute for '
    "Public Opinion</poll>, which conducted <poll>the survey</poll>.",
    '<poll names="Harbor Chamber" weak=0>Harbor Chamber (HC) publishes its yearly survey</poll> of bakers.',
    '<poll names="Harbor Chamber" time=month>Harbor Chamber presented its May survey</poll> on Monday.',
    '<poll names="University of Harbor" weak=1>University of Harbor</poll>, who questioned 900 tenants, is glad.',
    '<poll names="RentCircle" weak=1>RentCircle</poll> received over 4,100 responses.',
    'The tenants were surveyed in May, said <poll names="Bay Research" weak=1>Bay Research</poll>.',
    # how it refers
    "<poll>The survey</poll> had more.",
    "<poll>The first survey</poll> of its kind is out.",
    "<poll ref=other>Another poll</poll> differs, and <poll ref=other>a separate survey</poll> does not.",
    "In <poll ref=earlier>the previous poll</poll> it was 40 percent.",
    "<poll ref=generic plural=1>Polls</poll> show a close race.",
]

NO_MENTION = [
    "Voters go to the polls on Tuesday.",
    "He polls well among farmers, said a friend.",
    "The average price of bread rose.",
    "Economists at Duke found a way to bake bread.",
    "Conservative economists found that 20 percent bake.",
    "A report by the ministry put growth at 2 percent.",
    "Poll workers counted until midnight.",
    "The county is hard to poll.",
    "Their research at the hospital took years.",
    "Prices rose in May, according to the Washington Post.",
    "Half of cooks bake, according to the Bakers Gazette.",
    "Half of cooks bake, according to the Bakers Gazette (BG).",
    "According to Federal Reserve chair Janet Yellen, 38 percent of cooks bake.",
    "The law passed, the Bakers Association said.",
    "Hou and Ko reached 31.4 percent.",
    "The Greens have polled up to 14 percent.",
    "The levy cost 4,538 households a fortune.",
]

FLAGS = {
    "new": "newest",
    "plural": "plural",
    "average": "average",
    "weak": "weak",
    "conductor": "conductor",
    "point": "pointing",
}


@pytest.mark.parametrize("marked", MENTIONS)
def test_mentions(marked: str) -> None:
    text, marks = parse(marked, "poll")
    doc = build()(text)
    assert [(span.start_char, span.end_char) for span in doc.spans[POLLS]] == [(m.start, m.end) for m in marks]
    for span, mark in zip(doc.spans[POLLS], marks, strict=True):
        mention = span._.poll
        assert mention.names == tuple(filter(None, mark.attributes.get("names", "").split("|")))
        assert mention.sponsors == tuple(filter(None, mark.attributes.get("sponsors", "").split("|")))
        assert mention.reference == mark.attributes.get("ref", "definite")
        assert (mention.time.kind if mention.time else None) == mark.attributes.get("time")
        told = {name for name, field in FLAGS.items() if getattr(mention, field)}
        assert told == {name for name in FLAGS if mark.attributes.get(name) == "1"}


@pytest.mark.parametrize("text", NO_MENTION)
def test_what_is_no_mention(text: str) -> None:
    doc = build()(text)
    assert [span.text for span in doc.spans[POLLS]] == []


def test_photo_credits_and_headlines_name_no_pollster() -> None:
    credited = build()("People queue in the rain. | Ann Lee/AFP/Getty Images Poll: Most want longer hours")
    shouted = build()("Best Polling Since Summer Gives Mayor Reason To Hope For Another Term")
    assert [span._.poll.names for doc in (credited, shouted) for span in doc.spans[POLLS] if span._.poll.names] == []
