"""Figures that repeat the answer of the figure before."""

import pytest

from extractor.assembly import responses
from extractor.assembly.memory import Memory
from extractor.assembly.repeated import told_again, told_by_auxiliary, told_by_degree
from extractor.components.cues import sentences_with_figures
from extractor.constructions.chunks import Sequence, marks, sequence
from extractor.pipeline import build_nlp


def line_of(text: str) -> Sequence:
    """The chunks of the one sentence of `text`, whose numbers are all taken for figures."""
    nlp = build_nlp("en")
    with nlp.select_pipes(disable=["poll_not_figures"]):
        doc = nlp(text)
    (sentence,) = sentences_with_figures(doc)
    return sequence(sentence, marks(doc))


def told_before(answer: str, line: Sequence, value: float) -> Memory:
    """A memory to which `answer` was told last, by the share `value`."""
    memory = Memory()
    memory.tell(answer, "right", line.start, "solo", value)
    return memory


@pytest.mark.parametrize(
    ("text", "repeats"),
    [
        ("So do six in 10 farmers.", [True]),
        ("Most cooks like tea, as do just 40 percent of bakers.", [True]),
        ("More women slept well (48 percent) than men (22 percent).", [False, True]),
        ("More cooks have a good (48 percent) than a bad (22 percent) night.", [False, False]),
        ("Most slept well (48 percent) and few ate cake (22 percent).", [False, False]),
        ("Most cooks like tea, while 40 percent of bakers like milk.", [False]),
        ("Dislike stood at 31 percent and 26 percent, respectively.", [False, True]),
        ("Among cooks and bakers, dislike stood at 30, 28 and 37 percent, respectively.", [False, True, True]),
        ("Tea and milk stood at 31 percent and 26 percent, respectively.", [False, False]),
        ("Dislike stood at 30 percent and liking at 37 percent, respectively.", [False, False]),
    ],
)
def test_a_figure_repeats_the_answer_before(text: str, repeats: list[bool]) -> None:
    line = line_of(text)
    memory = Memory(labels=["like tea"])
    places = [i for i, letter in enumerate(line.code) if letter in "fp"]
    assert [told_again(line, i, memory, "share") is not None for i in places] == repeats


@pytest.mark.parametrize(
    ("text", "answer", "expected"),
    [
        ("Most back the tram (22% strongly, 27% somewhat).", "strongly back the tram", "somewhat back the tram"),
        ("Of those, 40 percent like it and 30 percent strongly.", "like it", "strongly like it"),
        ("Of those, 40 percent like it and 30 percent strongly object.", "like it", ""),
    ],
)
def test_a_degree_alone_is_of_the_answer_before(text: str, answer: str, expected: str) -> None:
    line = line_of(text)
    told = told_by_degree(line, line.code.rindex("f"), told_before(answer, line, 22.0))
    assert (told.label if told else "") == expected


@pytest.mark.parametrize(
    ("text", "answer", "expected"),
    [
        ("In all, 60 percent would not pay it; 35 percent would.", "would not pay it", "would pay it"),
        ("In all, 60 percent fear rain, but 35 percent do not.", "fear rain", "not fear rain"),
        ("Some 53 percent said it would rain, 13 percent said it wouldn't.", "it would rain", "it would not rain"),
        ("In all, 60 percent fear rain, but 35 percent do not mind it.", "fear rain", ""),
        ("In all, 60 percent said they did not pay it, 35 percent did so.", "did not pay it", "pay it"),
        ("In all, 60 percent fear rain, 35 percent did homework.", "fear rain", ""),
        ("In all, 60 percent fear rain, against 35 percent.", "fear rain", ""),
    ],
)
def test_an_auxiliary_alone_affirms_or_denies_the_answer_before(text: str, answer: str, expected: str) -> None:
    line = line_of(text)
    told = told_by_auxiliary(line, line.code.rindex("f"), told_before(answer, line, 60.0))
    assert (told.label if told else "") == expected


@pytest.mark.parametrize(
    ("text", "answers"),
    [
        (
            "Asked if they would be willing to walk, 47 percent said they would, while 41 percent said they would not.",
            ["would be willing to walk", "would not be willing to walk"],
        ),
        (
            "In the poll 41 percent of nurses said it was wet in 2015, while 52 percent did in 2018.",
            ["wet in 2015"] * 2,
        ),
        ("In all, 41 percent feared rain.  That includes most nurses (52 percent).", ["feared rain"] * 2),
    ],
)
def test_auxiliaries_and_parts_give_the_answer_that_was_asked_or_told(text: str, answers: list[str]) -> None:
    found = responses.bind(build_nlp("en")(f"A poll of adults was taken in May.\n\n{text}"))
    responses.resolve(found)
    assert [bound.label for bound in found] == answers
