"""Copies, near-copies and what is neither."""

import random

import pytest

from extractor.ids import content_id
from extractor.matching.link import find_reprints
from extractor.models import Article

WORDS = [f"{a}{b}{c}" for a in "bdfgklm" for b in ("an", "el", "or", "ut", "is") for c in ("ta", "sen", "del", "nor")]


def story(seed: int, sentences: int = 12) -> list[str]:
    """Sentences that nobody else wrote, with a number each."""
    chosen = random.Random(seed)
    return [" ".join([*chosen.choices(WORDS, k=14), str(chosen.randint(10, 99))]) for _ in range(sentences)]


def article(name: str, sentences: list[str], published: str | None = None) -> Article:
    text = ".\n\n".join(sentences)
    return Article(
        article_id=content_id("article", name), source_path=name, sha256="0" * 64, text=text, published=published
    )


def reprints(*articles: Article) -> dict[str, str]:
    names = {a.article_id: a.source_path for a in articles}
    return {a.source_path: names[a.reprint_of] for a in find_reprints(articles) if a.reprint_of}


ORIGINAL = story(1)
ALTERED = [ORIGINAL[0].rsplit(" ", 1)[0] + " 7", *ORIGINAL[1:]]
TEMPLATE = [sentence.rsplit(" ", 1)[0] + f" {n + 100}" for n, sentence in enumerate(ORIGINAL)]


@pytest.mark.parametrize(
    ("copy", "is_reprint"),
    [
        pytest.param(ORIGINAL, True, id="word for word"),
        pytest.param([*ORIGINAL, *story(2, 2)], True, id="with two sentences added"),
        pytest.param(ORIGINAL[:8], True, id="cut from the end"),
        pytest.param(ALTERED, True, id="one figure altered"),
        pytest.param(TEMPLATE, False, id="a template filled with other figures"),
        pytest.param([*ORIGINAL[:2], *story(3, 10)], False, id="two sentences quoted"),
        pytest.param([" ".join(reversed(s.split())) for s in ORIGINAL], False, id="the same facts in other words"),
        pytest.param(story(4), False, id="another story"),
        pytest.param(ORIGINAL[:1], False, id="too short to tell"),
    ],
)
def test_near_copies(copy: list[str], is_reprint: bool) -> None:
    found = reprints(article("a", ORIGINAL, "2025-06-20"), article("b", copy, "2025-06-21"))
    assert found == ({"b": "a"} if is_reprint else {})


def test_the_earliest_published_is_the_original_then_the_smallest_id() -> None:
    late, early = article("a", ORIGINAL, "2025-06-22"), article("b", ORIGINAL, "2025-06-20T09:00:00Z")
    undated = article("c", ORIGINAL)
    assert reprints(late, early, undated) == {"a": "b", "c": "b"}
    first, second = sorted((article("x", ORIGINAL), article("y", ORIGINAL)), key=lambda a: a.article_id)
    assert reprints(second, first) == {second.source_path: first.source_path}


def test_copies_of_one_story_do_not_depend_on_order_or_number() -> None:
    many = [article(f"copy {n}", [*ORIGINAL, f"note {n}"], f"2025-07-{n % 28 + 1:02}") for n in range(60)]
    root = article("root", ORIGINAL, "2025-06-01")
    assert reprints(root, *many) == reprints(*reversed(many), root) == {a.source_path: "root" for a in many}


def test_what_was_set_before_is_replaced() -> None:
    stale = article("a", ORIGINAL).model_copy(update={"reprint_of": "article_gone"})
    assert find_reprints([stale])[0].reprint_of is None
