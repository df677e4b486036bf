"""Content words tell what an answer is about; words of any report, sides and degrees tell nothing."""

import pytest

from extractor.assembly.topic_words import finder, matter_of, measure, stem, stems


@pytest.mark.parametrize(
    ("answer", "matter"),
    [
        ("strongly opposed", set()),
        ("had no opinion", set()),
        ("disagree", set()),
        ("expressed a neutral stance", set()),
        ("favor the new tunnel", {"tunnel"}),
        ("the harbor should be dredged", {"harbor", "dredg"}),
    ],
)
def test_answers_by_their_matter(answer, matter):
    assert matter_of(answer, "en") == matter


@pytest.mark.parametrize(("one", "other"), [("dredging", "dredged"), ("taxes", "tax"), ("deportation", "deported")])
def test_forms_share_a_stem(one, other):
    assert stem(one) == stem(other)


@pytest.mark.parametrize(("one", "other"), [("tunnel", "tundra"), ("harbor", "harvest")])
def test_other_words_do_not(one, other):
    assert stem(one) != stem(other)


def test_words_of_any_report_do_not_count():
    assert stems("the poll found that most voters said they approve", "en") == frozenset()


@pytest.mark.parametrize(
    ("text", "sorts"),
    [
        ("her job performance", ["approval"]),
        ("the country is on the wrong track", ["direction"]),
        ("a new bridge across the river", []),
        ("when asked about the bridge", [""]),
    ],
)
def test_measures(text, sorts):
    assert [measure(signal) for signal in finder("en").find(text, 0, len(text))] == sorts
