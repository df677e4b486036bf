"""Ids: of the content first, so that order by id does not follow the place where a page was found."""

from extractor.ids import content_id

HALF = len("art_") + 8


def test_same_content_same_id() -> None:
    assert content_id("art", "abc", place="a.html") == content_id("art", "abc", place="a.html")
    assert content_id("art", "abc") != content_id("art", "abd")
    assert content_id("art", "a", "bc") != content_id("art", "ab", "c")


def test_the_place_tells_copies_apart_and_nothing_more() -> None:
    here, there = (content_id("art", "abc", place=place) for place in ("a.html", "b.html"))
    assert here != there
    assert here[:HALF] == there[:HALF]


def test_an_id_made_of_ids_takes_their_content_first() -> None:
    here, there = (
        content_id("figure", content_id("art", "abc", place=place), 17, "women") for place in ("a.html", "b.html")
    )
    assert here != there
    assert here[: len("figure_") + 8] == there[: len("figure_") + 8]
    one, other = (content_id("figure", content_id("art", "abc"), at) for at in (17, 18))
    assert one[: len("figure_") + 8] != other[: len("figure_") + 8]
