"""When and how interviews were held; dates of release and talk of telephones are neither."""

from datetime import date

import pytest

from extractor.components.poll_values import FIELDWORK
from tests.components.poll_pipeline import build

PUBLISHED = date(2019, 11, 19)

DATES = [
    ("The poll was conducted Nov. 11-15.", ("2019-11-11", "2019-11-15")),
    ("It was taken Nov. 11 through the 15th.", ("2019-11-11", "2019-11-15")),
    ("The survey of 900 adults was carried out from Oct. 28 through Nov. 2.", ("2019-10-28", "2019-11-02")),
    ("The survey, fielded in September, is the third.", ("2019-09", "2019-09")),
    ("The May 19-26 poll had more.", ("2019-05-19", "2019-05-26")),
    ("A poll of 800 voters from Nov. 4-6 is out.", ("2019-11-04", "2019-11-06")),
    ("The survey was conducted last month.", ("2019-10", "2019-10")),
    ("A poll taken earlier this month has more.", ("2019-11", "2019-11")),
    ("The poll was conducted over the weekend.", ("2019-11-16", "2019-11-17")),
    ("Harbor Research asked 900 adults from 2 to 5 November.", ("2019-11-02", "2019-11-05")),
    ("The firm talked to some 900 adults on Nov. 4 and 5.", ("2019-11-04", "2019-11-05")),
    ("In a poll by the Harbor Institute and Acme Data on Nov. 4 and 5, more did.", ("2019-11-04", "2019-11-05")),
    ("From Nov. 3 - 6, the institute polled 900 adults.", ("2019-11-03", "2019-11-06")),
    ("The poll of 900 cooks reached by telephone Nov. 4 to 6 is out.", ("2019-11-04", "2019-11-06")),
    ("The three-day survey, which closed on Sunday, had more.", ("2019-11-15", "2019-11-17")),
    ("Pollsters interviewed 900 tenants over four days ending Monday.", ("2019-11-15", "2019-11-18")),
    ("Field work took place Nov. 4-6, with 900 adults responding.", ("2019-11-04", "2019-11-06")),
    ("Calls were made Nov. 4-6 to 900 cooks.", ("2019-11-04", "2019-11-06")),
    ("The survey period was Nov. 4 to 6.", ("2019-11-04", "2019-11-06")),
    ("The Newspoll, taken from Thursday to Sunday, had more.", ("2019-11-14", "2019-11-17")),
    ("The station contacted 900 tenants in a poll over three days from Friday.", ("2019-11-15", "2019-11-17")),
    ("The poll was done 11/4/19 through 11/6/19.", ("2019-11-04", "2019-11-06")),
    ("Harbor Research surveyed 900 adults between the 14th and the 16th.", ("2019-11-14", "2019-11-16")),
    ("Of those who answered in the poll of Nov. 4-6, most were men.", ("2019-11-04", "2019-11-06")),
    ("The poll, taken on Nov. 4 and on Nov. 5, had more.", ("2019-11-04", "2019-11-05")),
    ("For the poll 900 adults were asked from Monday to Friday.", ("2019-11-11", "2019-11-15")),
    ("Between Nov. 4 and 9, interviewers talked with 900 tenants.", ("2019-11-04", "2019-11-09")),
    ("The poll questioned 900 adults Friday through Sunday.", ("2019-11-15", "2019-11-17")),
    ("The survey was run on Friday and Saturday, November 8 and 9.", ("2019-11-08", "2019-11-09")),
    ("Acme polled on Nov. 4 and on Nov. 6-7 and got 900 answers.", ("2019-11-04", "2019-11-07")),
    ("The poll was done Nov. 4 through the 9.", ("2019-11-04", "2019-11-09")),
    ("The survey was done before the strike, between Nov. 4 and 9.", ("2019-11-04", "2019-11-09")),
    ("The poll was held among 900 tenants on Saturday.", ("2019-11-16", "2019-11-16")),
    ("The three-day telephone survey through Sunday is out.", ("2019-11-15", "2019-11-17")),
    ("The survey was held over three days from Nov. 8.", ("2019-11-08", "2019-11-10")),
    ("For the study 290 cooks were asked from Nov. 4 to 6.", ("2019-11-04", "2019-11-06")),
    ("For its first edition the firm heard 1,200 bakers from Nov. 4-6.", ("2019-11-04", "2019-11-06")),
    ("Acme polled 1,200 tenants from last September to October.", ("2019-09", "2019-10")),
    ("This month's poll found less.", ("2019-11", "2019-11")),
    ("The institute interviewed 900 tenants in the first week of November.", ("2019-11", "2019-11")),
    ("An online study was run from Nov. 4 to Nov. 6.", ("2019-11-04", "2019-11-06")),
    ("From Nov. 4 to 6, Acme Research conducted a survey of 900 cooks.", ("2019-11-04", "2019-11-06")),
    ("The field dates for this survey are Oct. 30-Nov. 4, 2019.", ("2019-10-30", "2019-11-04")),
    ("The poll was open to members from Nov. 4 to Nov. 6.", ("2019-11-04", "2019-11-06")),
    ("Acme polled 900 cooks between Monday, Nov. 4, and Friday, Nov. 8, 2019.", ("2019-11-04", "2019-11-08")),
    ("The survey was held on Nov. 4-5 and 8-9, 2019.", ("2019-11-04", "2019-11-09")),
    ("The survey was held on 4 & 5 November.", ("2019-11-04", "2019-11-05")),
    ("The survey was conducted in the third quarter of 2019.", ("2019-07", "2019-09")),
    ("The survey began on Nov. 4 and ended on Nov. 8.", ("2019-11-04", "2019-11-08")),
    ("The poll went into the field on Monday and closed on Friday.", ("2019-11-11", "2019-11-15")),
    ("Acme started polling on Nov. 4 and finished on Nov. 8.", ("2019-11-04", "2019-11-08")),
    ("The poll, which ended on Sunday, is out.", (None, "2019-11-17")),
    ("Method note: N=900 adults; Nov. 4-6.", ("2019-11-04", "2019-11-06")),
    ("Data were gathered in October from an online panel.", ("2019-10", "2019-10")),
    ("In the first half of November, Acme polled 900 cooks.", ("2019-11", "2019-11")),
    ("In September, our team surveyed 900 cooks.", ("2019-09", "2019-09")),
    ("More than 900 cooks took part in the poll on Nov. 4 and 5.", ("2019-11-04", "2019-11-05")),
    ("The poll, conducted for two days from Saturday, had more.", ("2019-11-16", "2019-11-17")),
]

NO_DATES = [
    "The poll was released Nov. 15.",
    "She asked 12 ministers to leave from Nov. 4 to 5 and called for calm on Nov. 6.",
    "Of those polled in the survey, 40 percent want a vote on Nov. 30, 2020.",
    "Compared to polling taken in October, the lead is smaller, says the poll.",
    "New polling on Wednesday showed less.",
    "The survey, fielded about a week before the debate, had more.",
    "The poll surveyed adults who took part in the 2016 election.",
    "The institute last surveyed the state in February.",
    "He was born on Nov. 11, 1950.",
    "Approval fell from 44 percent in a five-day poll that ended on Friday.",
    "The court heard 12 witnesses from Nov. 4 to 6.",
    "From Nov. 3 to 6, he toured the state, says the poll.",
    "Its last poll was taken Nov. 4-6.",
    "Last month's poll found less.",
    "Applications are open from May 10 to May 20.",
    "In 2015, 30 percent of those polled by Acme said so.",
    "Acme ran its second quarter survey of tenants.",
    "The trial began on Nov. 4 and ended on Nov. 8, the survey being part of it.",
    "The polls open on Nov. 20 and close at 8 p.m.",
    "In 2015, sales fell, says the survey.",
    "The survey was done before the strike of Nov. 4, said Acme.",
]

MODES = [
    ("The poll was done by telephone.", "telephone"),
    ("YouGov asked 2,019 tenants online.", "online"),
    ("The survey used the CATI method.", "telephone"),
    ("The study was done as a personal interview.", "face-to-face"),
    ("The poll of 900 cooks was conducted online on a panel recruited by mail.", "online"),
    ("Interviews were held on landlines and cellphones.", "telephone"),
    ("The survey was conducted online.", "online"),
    ("Acme polled 900 tenants by internet.", "online"),
    ("Some 900 tenants were heard for the poll in person.", "face-to-face"),
    ("The poll was conducted by Ipsos on its KnowledgePanel.", "online"),
    ("A national telephone and online survey finds more.", "mixed"),
    ("The poll of 900 adults was done in person.", "face-to-face"),
    ("The survey questionnaires went out by mail.", "mail"),
    ("The poll is based on face-to-face interviews.", "face-to-face"),
    ("Respondents were interviewed online or by phone.", "mixed"),
    ("Respondents were recruited by mail, then interviewed online.", "online"),
]

NO_MODES = [
    "She bought a telephone online.",
    "Vote by mail is popular, said the senator.",
    "The poll showed that most like voting by mail.",
    "It is the largest lead in any telephone survey.",
    "The survey asked about in-person and online shops.",
    "The poll made waves online.",
]


@pytest.mark.parametrize(("text", "dates"), DATES)
def test_dates(text: str, dates: tuple[str | None, str]) -> None:
    doc = build()(text)
    found = [s._.fieldwork.dates for s in doc.spans[FIELDWORK] if s._.fieldwork.dates]
    assert [phrase.resolve(PUBLISHED) for phrase in found] == [dates]


@pytest.mark.parametrize("text", NO_DATES)
def test_other_dates(text: str) -> None:
    doc = build()(text)
    assert [s.text for s in doc.spans[FIELDWORK] if s._.fieldwork.dates] == []


@pytest.mark.parametrize(("text", "mode"), MODES)
def test_modes(text: str, mode: str) -> None:
    doc = build()(text)
    assert [s._.fieldwork.mode for s in doc.spans[FIELDWORK] if s._.fieldwork.mode] == [mode]


@pytest.mark.parametrize("text", NO_MODES)
def test_no_modes(text: str) -> None:
    doc = build()(text)
    assert [s.text for s in doc.spans[FIELDWORK]] == []
