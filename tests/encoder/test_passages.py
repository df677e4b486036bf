"""A passage holds the figure, the words before it that there is room for, and every option."""

from extractor.encoder.passages import Choice, Place, passage
from extractor.encoder.wordpieces import pieces, vocabulary

FIRST, SECOND = "Asked about the bridge, most were for it.", "Some 48 percent of men said yes."
TEXT = f"{FIRST} {SECOND}"
FIGURE = TEXT.index("48"), TEXT.index(" of men")
SENTENCES = ((0, len(FIRST)), (len(FIRST) + 1, len(TEXT)))


def words(numbers):
    names = list(vocabulary())
    return [names[number] for number in numbers]


def choice(label, text=TEXT):
    start = text.find(label)
    return Choice(label, start, start + len(label)) if start >= 0 else Choice(label)


def test_passage_marks_the_figure_and_the_options():
    read = passage("response", Place(TEXT, *FIGURE, SENTENCES), [choice("yes"), choice("no")])
    told = words(read.numbers)
    assert told[0] == "[CLS]"
    assert told[read.figure : read.figure + 4] == ["[unused0]", "48", "percent", "[unused1]"]
    assert told[read.second] == "[SEP]"
    assert [told[label.start : label.stop] for label in read.labels] == [["[unused2]", "yes"], ["[unused2]", "no"]]
    assert [[told[i] for i in place] for place in read.places] == [["yes"], []]


def test_sentences_before_are_read_as_far_as_they_go_in_whole():
    long = " ".join(["bridge"] * 110) + "."
    text = f"{long} {FIRST} {SECOND}"
    starts = (0, len(long) + 1, len(long) + len(FIRST) + 2)
    ends = (len(long), starts[1] + len(FIRST), len(text))
    figure = text.index("48"), text.index(" of men")
    read = passage("response", Place(text, *figure, tuple(zip(starts, ends, strict=True))), [choice("yes", text)])
    assert words(read.numbers)[1 : 1 + len(pieces(FIRST))] == words(piece.number for piece in pieces(FIRST))


def test_a_very_long_sentence_is_cut_around_the_figure():
    text = " ".join(["bridge"] * 400) + " 48 percent " + " ".join(["road"] * 400)
    start = text.index("48")
    read = passage("response", Place(text, start, start + 10, ((0, len(text)),)), [Choice("road")])
    assert len(read.numbers) < 200
    assert words(read.numbers)[read.figure + 1] == "48"
