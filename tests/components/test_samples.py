"""Sample sizes, margins of error and confidence levels, and numbers that are none."""

import pytest

from extractor.components.poll_values import SAMPLES
from tests.components.poll_pipeline import build
from tests.markup import parse

FACTS = [
    "The survey of <n size=1075 who=adults>1,075 adults</n> is weighted.",
    "The institute interviewed <n size=924 who=Koreans>924 Koreans</n>.",
    'A poll of <n size=500 who="likely Utah voters">500 likely Utah voters</n> was run.',
    'In the poll, <n size=1177 who="likely voters">1,177 likely voters</n> were called.',
    "The survey reached <n size=800 who=farmers>800 farmers</n> and <n size=450 who=teachers>450 teachers</n>.",
    "The poll questioned <n size=1186 who=adults>1,186 adults</n>, including <n size=839 who=voters>839 voters</n>.",
    'Polling of <n size=4436 who="U.S. adults">4,436 U.S. adults</n> is out.',
    "They sent a poll to <n size=2100 who=Americans>2,100 Americans</n>.",
    "The ferry was liked best by the <n size=502>502 participants</n>.",
    "In all, <n size=1206 who=residents>1,206 residents</n> took part.",
    "A poll by Acme of <n size=410 who=CEOs>410 CEOs</n> found them content.",
    "Of those, <n size=822>822</n> were registered voters, and the margin of error is larger for them.",
    "Acme called <n size=2539 who=people>2,539 people</n>, of whom <n size=1225>1,225</n>, or 48.2 percent, responded.",
    "Of those polled, 88 rent. Of these, <n size=836>836</n> were registered, and <n size=734>734</n> were likely "
    "to vote.",
    "Acme polled <n size=760 who=voters>760 voters</n>, <n size=671>671</n> of them primary voters.",
    "The institute heard from over <n size=6400 who=employees>6,400 employees</n>.",
    "For the poll the station rang <n size=2164 who=people>2,164 people</n>, and <n size=1248>1,248</n> responded.",
    'Calls were made Oct. 24-28 to <n size=605 who="likely voters">605 likely voters</n>.',
    'The poll asked <n size=1006 who="adults in Italy">1,006 adults in Italy</n>, <n size=1012 who="adults in Hungary">'
    '1,012 in Hungary</n> and <n size=1026 who="adults in Poland">1,026 in Poland</n>.',
    "The poll asked <n size=1006 who=adults>1,006 adults</n> in March, 300 in April.",
    "The survey was filled in by <n size=1004 who=tenants>1,004 tenants</n>, aged 16 and over.",
    "In the survey <n size=2040 who=tenants>2,040 tenants</n> in 30 towns, without the islands, were interviewed.",
    "Acme held its poll in May, interviewing <n size=1440 who=tenants>1,440 tenants</n> at home.",
    "It was conducted among <n size=900 who=tenants>900 tenants</n>.",
    "The survey (N=<n size=1585>1,585</n>) ran in two waves.",
    'The poll ran from May 3 to 20 with <n size=298 who="registered voters">298 registered voters</n>.',
    "A sample of <n size=2149>2149</n> was drawn for the poll.",
    "The firm talked to <n size=2034 who=Kenyans>2,034 Kenyans</n>.",
    "Kyodo called <n size=1046 who=voters>1,046 voters</n>.",
    'In a survey of <n size=14 who="council members">14 council members</n>, most were for it.',
    "The club polled <n size=14 who=members>14 members</n>.",
    "Of the <n size=14 who=members>14 members</n> polled, most were for it.",
    "Samples were drawn in Ohio (<n size=704>704</n>) and Iowa (<n size=734>734</n>).",
    "The poll has a <n margin=3.5>margin of error of plus or minus 3.5</n> percentage points.",
    "The <n margin=4>sampling error is +/- 4</n> points.",
    "The poll's <n margin=3>margin of sampling error is plus or minus three</n> points.",
    "A <n margin=3.1>3.1-point margin of error</n> applies.",
    "The <n margin=2.9>sampling error was 2.9</n> points in Iowa,"
    "<n margin=3.1> 3.1</n> points in Ohio and"
    "<n margin=3> 3.0</n> points in Maine.",
    "The poll is <n margin=3.1>accurate to within 3.1</n> points.",
    "The poll of tenants is right, <n margin=4.1>give or take 4.1 percent</n>.",
    "The <n margin=3.3>margin of error is at most 3.3</n> percent.",
    "It is valid at a <n confidence=95>95 percent confidence</n> level.",
    "The poll asked <n size=1000 who=tenants>a thousand tenants</n>.",
    "The firm interviewed <n size=1001 who=adults>one thousand and one adults</n>.",
    "The poll asked <n size=1500 who=adults>1 500 adults</n>.",
    "The survey got responses from <n size=34000 who=tenants>34 thousand tenants</n>.",
    "In the survey <n size=120000 who=people>1.2 lakh people</n> took part.",
    "For registered tenants, the sample size is <n size=890>890</n>.",
    "The questionnaire went out in May, and by June <n size=612 who=readers>612 readers</n> had filled it in.",
    "MoE: <n margin=3.1>+/- 3.1 points</n>.",
    "Sample: <n size=2004 who=adults>2,004 adults</n>, polled online.",
    "For the poll <n size=3316 who=responses>3,316 responses</n> were considered.",
    "The poll's <n margin=2.8>accuracy is estimated at plus or minus 2.8</n> per cent.",
    "The poll's <n margin=4.1>statistical error does not exceed 4.1</n>%.",
    "The error is <n margin=2.5>±2.5 points</n>, <n confidence=95>19 times out of 20</n>.",
]

NOTHING = [
    "Of those, 822 were released without a poll of the jury.",
    "The factory has 1,200 workers.",
    "The factory called in 1,200 workers.",
    "Of those, 836 were sold, and 734 were left after the poll.",
    "In the poll, 14 members of the club spoke up.",
    "The poll asked about 12 teachers and what they earn.",
    "In the poll, 3 in 10 of those aged 18 to 29 agree.",
    "He won 52,000 votes, far from what the poll said.",
    "The poll of 2016 voters' habits came later.",
    "Prices rose by 3 points within the margin.",
    "The lead is within the margin of error.",
    "The survey covered 120 countries.",
    "The poll is good news for a thousand reasons.",
    "Police interviewed 130 witnesses, says the survey of the case.",
]


@pytest.mark.parametrize("marked", FACTS)
def test_facts(marked: str) -> None:
    text, marks = parse(marked, "n")
    doc = build()(text)
    found = [span._.sample for span in doc.spans[SAMPLES]]
    wanted = [mark.attributes for mark in marks]
    assert [(f.size, f.margin, f.confidence) for f in found] == [
        tuple(float(a[k]) if k in a else None for k in ("size", "margin", "confidence")) for a in wanted
    ]
    assert [f.population for f in found] == [a.get("who", "") for a in wanted]


@pytest.mark.parametrize("text", NOTHING)
def test_what_is_no_sample(text: str) -> None:
    doc = build()(text)
    assert [span.text for span in doc.spans[SAMPLES]] == []
