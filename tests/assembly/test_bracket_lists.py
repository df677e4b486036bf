"""Lists with a share in brackets behind each item: of what kind they are, and who is a population or an answer."""

import pytest

from extractor.assembly.bracket_lists import asked_in, is_answer, listed, names_place
from extractor.components.doc_text import spans_of
from extractor.pipeline import build_nlp

LISTS = [
    # Places of a survey in several countries.
    ("A survey in 12 countries was taken.", "Most own a bicycle: Peru (60%), Chile (52%) and Cuba (41%).", "places"),
    ("A poll was taken.", "Bicycles are common in Peru (60%), Chile (52%) and Cuba (41%).", "places"),
    ("A global survey was taken.", "All citizens (50%) as well as in Peru (60%) and Cuba (41%) ride.", "-places"),
    # Countries that were judged.
    ("A survey in 12 countries was taken.", "Most named as a threat Peru (60%), Chile (52%) and Cuba (41%).", "groups"),
    ("A poll was taken.", "The best teams are Peru (60%), Chile (52%) and Cuba (41%).", "groups"),
    # Answers, though one of them looks like a group.
    (
        "A poll was taken.",
        "The worst of it was training staff (40%), high rents (30%) and late trains (9%).",
        "answers",
    ),
    ("A poll was taken.", "They would pay more for parks (40%), students (30%) and nurses (9%).", "answers"),
    # Groups.
    ("A poll was taken.", "It is liked by farmers (40%), students (30%) and nurses (9%).", "groups"),
    ("A poll was taken.", "Most of Smith's (40%) and Brown's voters (30%) agree.", "groups"),
    # No list.
    ("A poll was taken.", "Farmers (40%) were for it, and nurses (30%) against.", ""),
]


@pytest.mark.parametrize(("poll", "sentence", "kind"), LISTS)
def test_kinds_of_lists(poll, sentence, kind):
    doc = build_nlp()(f"{poll}\n\n{sentence}")
    items = [listed(doc, figure.start) for figure in spans_of(doc, "figures") if "%" in figure.text]
    wanted = [None] * kind.count("-") + [kind.lstrip("-")] * (len(items) - kind.count("-"))
    assert [item.kind if item else None for item in items] == (wanted if kind else [None] * len(items))


def test_items():
    text = "A poll was taken.\n\nThe worst of it was training staff (40%), high rents (30%) and late trains (9%)."
    doc = build_nlp()(text)
    assert is_answer(doc, text.index(" (40%)"))
    assert not is_answer(doc, text.index(" was training"))
    doc = build_nlp()("A poll was taken.\n\nBicycles are common in Peru (60%), Chile (52%) and Cuba (41%).")
    assert names_place(doc, "common in Peru")
    assert not names_place(doc, "bicycles are common")


def test_countries_asked_in():
    doc = build_nlp()(
        "The survey was done in Peru, Chile and Cuba, where 900 people were interviewed. It is 40% larger."
    )
    assert len(asked_in(doc)) == 3
    assert not asked_in(
        build_nlp()("The poll was taken in Peru. Visitors from Chile, Cuba and Bolivia came, 40% of all.")
    )
