"""From a stretch of a sentence to the short wording of an answer."""

import pytest

from extractor.assembly.labels import label
from extractor.pipeline import build_nlp


def worded(text: str, through: str = "") -> str:
    doc = build_nlp("en")(text)
    verb = next((token.i for token in doc if token.text == through), 0)
    return label(doc, 0, len(doc), through=verb)


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("said that the tax should be cut", "the tax should be cut"),
        ("“the right direction”", "the right direction"),
        ("said so in a survey of last May", "said so"),
        ("felt the same way about the new tax", "felt the same way"),
        ("the same taxes as before", "the same taxes as before"),
        ("said this last spring", "said this"),
        ("said this about the new tram line", "this about the new tram line"),
        ("share that belief", "share that belief"),
        ("share that plot of land", "share that plot of land"),
        ("a year or more", "a year or more"),
        ("ten buses more", "ten buses"),
        ("since last May", ""),
        ("has now slipped", ""),
        ("say it is improving", "improving"),
        ("saying they are falling", "falling"),
        ("and it is rising", ""),
        ("has slipped on ice", "has slipped on ice"),
        ("lower than the old low", ""),
        ("lower than in other towns", "lower than in other towns"),
        ("were less likely than men to do so", ""),
        ("less likely", "less likely"),
        ("right after the opening of the bridge", ""),
        ("right direction", "right direction"),
        ("a recent survey by the town", ""),
        ("more polls should be held", "more polls should be held"),
        ("slightly", ""),
        ("the view that the pool should open was held", "the view that the pool should open"),
        ("a swim, chosen", "a swim"),
        ("chosen", ""),
        ("a new pool was opposed", "opposed a new pool"),
        ("opposed it and the rest were undecided", "opposed it and the rest were undecided"),
        ("for", "for"),
        ("the share of commuters saying the tram is late", "the tram is late"),
        ("the number of people used to swimming", "the number of people used to swimming"),
        ("the share of farmers with a good harvest", "a good harvest"),
        ("by June that share", ""),
        ("would back Smith in the fall election", "would back Smith"),
        ("would vote for Smith if the election were held today", "would vote for Smith"),
        ("want a say in the next election", "want a say in the next election"),
        ("like the new tram even though it is late", "like the new tram"),
        ("aren't sure", "not sure"),
        ("the tram came second", "the tram"),
        ("the tram is a distant third", "the tram"),
        ("second", ""),
        ("want a second tram", "want a second tram"),
        ("the tram came late", "the tram came late"),
        ("for all adults the figure", ""),
        ("want to see the figure", "want to see the figure"),
    ],
)
def test_what_leads_in_and_trails_is_left_out(text: str, answer: str) -> None:
    assert worded(text) == answer


def test_a_long_subject_keeps_its_verb() -> None:
    who = "farmers, teachers, nurses, drivers, tailors, bakers, weavers, potters"
    long = f"a coalition of {who} and employers will damage the country"
    assert "damage" not in worded(long)
    assert worded(long, through="will").endswith("will damage the country")
