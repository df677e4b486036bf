"""Where figures stand in the paragraphs that speak of a poll."""

import spacy

from extractor.assembly.poll_figures import PollFigures
from extractor.assembly.poll_state import PollState

TEXT = "On 40 loaves\n\nA poll says 50. Bakers agree.\n\nThe poll goes on.\n\nOthers say 60."


def places() -> PollFigures:
    doc = spacy.blank("en")(TEXT)
    starts = [TEXT.index(number) for number in ("40", "50", "60")]
    return PollFigures(TEXT, [doc.char_span(start, start + 2) for start in starts])


def test_figures_between_two_places() -> None:
    assert places().inside(0, len(TEXT))
    assert not places().inside(TEXT.index("Bakers"), TEXT.index("Others"))


def test_figures_up_to_the_end_of_a_paragraph() -> None:
    assert places().follow(TEXT.index("A poll"))
    assert not places().follow(TEXT.index("Bakers"))


def test_figures_of_a_poll_stand_below_the_title() -> None:
    told, silent, title = (TEXT.index(words) for words in ("A poll", "The poll", "On"))
    assert places().of(PollState(mentions=[(silent, silent + 8), (told, told + 6)]))
    assert not places().of(PollState(mentions=[(silent, silent + 8)]))
    assert not places().of(PollState(mentions=[(title, title + 2)]))
