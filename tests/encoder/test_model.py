"""The encoder scores options by the words around a figure, whatever order they come in."""

from extractor.encoder.model import scores
from extractor.encoder.passages import Choice, Place

TEXT = "Asked about a new bridge, 61 percent of women backed the plan, while 44 percent of men were against it."
FIGURE = TEXT.index("61"), TEXT.index(" of women")
WHERE = Place(TEXT, *FIGURE, ((0, len(TEXT)),))


def at(label):
    return Choice(label, TEXT.index(label), TEXT.index(label) + len(label))


def test_the_answer_beside_the_figure_is_likelier():
    near, far = scores("response", WHERE, (at("backed the plan"), at("against it")))
    assert near > far


def test_the_group_beside_the_figure_is_likelier():
    near, far = scores("population", WHERE, (at("women"), at("men were")))
    assert near > far


def test_the_order_of_the_options_does_not_matter():
    options = at("backed the plan"), at("against it"), Choice("undecided")
    assert scores("response", WHERE, options) == scores("response", WHERE, options[::-1])[::-1]
