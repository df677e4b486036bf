"""Which phrases are marked as populations: <group>, <place>, <everyone> or <breakdown> in the text."""

import re

import pytest
import spacy

from extractor.components import populations  # noqa: F401  (registers the factory)

MARKED = [
    "Some 52 percent of <group>white women with college degrees</group> agree.",
    "Among <group>Canadians aged 18 to 29</group>, 68 percent said yes.",
    "The same goes for 67 percent of <group>those aged 70 and older</group>.",
    "The share is highest for <everyone>respondents</everyone>.",
    "Support came from <group>respondents in their 20s</group>.",
    "Among <group>those polled who own a boat</group>, 5 percent agree, as do 9 percent of <everyone>those polled"
    "</everyone> identifying a boat.",
    "<group>Nurses with incomes of £28,000 or more</group> are split.",
    "<group>Nurses in households that earn less than €25,000</group> are split.",
    "In <place>Ohio</place>, <group>likely voters</group> are split.",
    "<group>Registered voters in Ohio</group> disagree with <group>Texans</group>.",
    "<group>Republicans and Republican-leaning independents</group> say so.",
    "He trails among <group>voters who watched the debate</group>.",
    "Only 9 percent of <group>beekeepers in the northern provinces</group> expect a good year.",
    "About 60 percent of <group>Macron supporters</group> agree.",
    "About 60 percent of <group>supporters of Mr. Macron</group> agree.",
    "<breakdown>By gender</breakdown>, 61 percent of <group>men</group> and 57 percent of <group>women</group> agreed.",
    "He leads in <place>11 key swing states</place>.",
    "Some 41 percent of <everyone>those surveyed</everyone> agree.",
    "The <group>white vote</group> is divided.",
    "About half of <group>18- to 29-year-olds</group> agree.",
    "<group>Parents of school-age children</group> are for it.",
    "The percentage of <group>Democrats</group> who say so rose.",
    "Just 30 percent of <group>adults who use the web</group> trust it.",
    "Some 48 percent of <group>Canadians questioned in the new survey</group> agree.",
    "Some 52 percent of <group>registered voters</group> planning a trip.",
    "Only 12 percent of <group>those who say Martin is honest</group> and 9 percent of all.",
    "Just 22 percent of <group>those who watched</group> said he won.",
    "In <place>Evora and Beja</place>, they stood at 21 percent.",
    "In <place>Porto, Evora and Beja</place>, his rating fell to 21 percent.",
    "In <place>Evora</place>, Silva and Costa are tied at 21 percent.",
    "On the <group>British side</group>, 40 percent agreed; on the plus side, 9 percent of <group>men</group> did.",
    "Some 22 percent of <group>those who approve of it</group> said they had read it.",
    "Some 22 percent of <group>those who oppose it</group> said so.",
    "Some 22 percent of <group>those who say it was late</group>.",
    "<group>Those who feel at home here</group> rose 3 points to 40 percent.",
    "<group>Nurses</group> who say they rise early have fallen to 14 percent.",
    "She won 52 percent of <group>those who “somewhat like” the tram</group>, and 30 percent of the rest.",
    # Who is won is told by the clause, what is answered by the share.
    "She is winning 61 percent of <group>voters who like the tram</group>, the poll shows.",
    "She rode with 61 percent of <group>voters</group> who like the tram, the poll shows.",
    "The 61 percent of <group>voters</group> who like the tram were asked why.",
    "For <group>those concerned the river would rise</group>, 41 percent had packed.",
    "Among <group>those most worried about rent</group>, 41 percent had moved.",
    "Some 59 percent of <group>renters surveyed in late March</group> had moved.",
    "Some 84 percent of <everyone>respondents in the state</everyone> approved.",
    "<group>Voters with a poor opinion of both mayors</group> preferred the older one.",
    "The share of <group>voters</group> with a poor opinion of both mayors fell.",
    "<group>Renters in a shared flat</group> (30%) say so.",
    "<group>Renters</group> in March were happier.",
    "Around 53 percent of <group>Lee-supporting farmers</group> and 40 percent of <group>non-religious men</group>.",
    "Among <group>Canadians who feel that cats are wise, or that dogs are fools</group>, 82 percent agreed.",
    "In <place>small rural areas of the lower Midwest</place>, 67 percent agreed, up 9 points in"
    " <place>towns with between 10,000 and 20,000 people</place>.",
    "In most areas, 67 percent of <group>farmers</group> agreed, and nothing changed in these places.",
    "Some 40 percent of their <group>black colleagues</group> agreed.",
    "Some 43 percent of <group>Reyes, Olsen and Martin supporters</group> agree.",
    "About 37 percent of <group>Reyes’ voters</group> agree.",
    "Only 26 percent of today's <group>young adult children</group> agree.",
    "Among the <group>young</group>, 40 percent agree.",
    "Among the <group>over-65s</group> it is 61 percent.",
    "In <place>Nairobi</place>, 70 percent agreed.",
    "The share was highest in <place>Kisumu</place> (62 percent).",
    "<group>Beekeepers</group> (61 percent) agree.",
    "Trust grew in <place>Greater Porto</place> (up 24 points), in <place>Evora</place> (up 15 points) and also (up 3)"
    " for others.",
    "Support is higher in <place>Porto</place> (40 percent), <place>Evora</place> (33 percent) and, with Smith, less.",
    "She heads the list of six with 24 percent of <group>voters who row and have already made up their mind</group>.",
    "He has the support of 27 percent of <group>voters who want to row</group>.",
    "It was low in the <place>Evora region</place>, at +23.",
]
UNMARKED = [
    "He obtained 17 percent of the preferences and 18 percent of total voting intentions.",
    "The Island People’s Party and the Harbor Workers' Party lost.",
    "Rates rose by 3 percent in the third quarter.",
    "He spoke to us about turkey and polish.",
    "The New York Times and the University of Iowa reported it.",
    "The Republican candidate and the Democratic leader met.",
    "Voter turnout was 61 percent.",
    "In May, 40 percent agreed.",
    "In Martin's first year, 40 percent agreed.",
    "More than 60 percent agreed.",
    "He leads by 2 points in the Harbor average.",
    "About three quarters (76 percent) agreed.",
]
_TAG = re.compile(r"</?(group|place|everyone|breakdown)>")


def _marker() -> spacy.Language:
    nlp = spacy.blank("en")
    nlp.add_pipe("poll_populations")
    return nlp


NLP = _marker()


def _read(marked: str) -> tuple[str, list[tuple[str, int, int]]]:
    """The text without marks, and the marks as (sort, start, end)."""
    text, wanted, opened = "", [], 0
    position = 0
    for tag in _TAG.finditer(marked):
        text += marked[position : tag.start()]
        position = tag.end()
        if tag.group().startswith("</"):
            wanted.append((tag.group(1), opened, len(text)))
        opened = len(text)
    assert wanted, "a case must mark something"
    return text + marked[position:], wanted


@pytest.mark.parametrize("marked", MARKED)
def test_marks(marked: str) -> None:
    text, wanted = _read(marked)
    doc = NLP(text)
    found = [(s.label_, s.start_char, s.end_char) for s in doc.spans["populations"]]
    assert [(sort, text[a:b]) for sort, a, b in found] == [(sort, text[a:b]) for sort, a, b in wanted]


@pytest.mark.parametrize("text", UNMARKED)
def test_leaves_alone(text: str) -> None:
    doc = NLP(text)
    assert [s.text for s in doc.spans["populations"]] == []


def test_payload() -> None:
    doc = NLP("We asked men aged 18 to 29.")
    (span,) = doc.spans["populations"]
    assert span._.population.facets == {"age": "18-29", "sex": "men"}


def test_an_attitude_stands_for_its_group() -> None:
    doc = NLP("He has little Hispanic support.")
    (span,) = doc.spans["populations"]
    assert span._.population.label == "Hispanic voters"


@pytest.mark.parametrize(
    "text", ["", " ", "\n\n", "of of of of", "the" * 500, "men and " * 300, "(" * 400, "18 to " * 300]
)
def test_any_text_is_read(text: str) -> None:
    doc = NLP(text)
    assert all(span.text.strip() for span in doc.spans["populations"])
