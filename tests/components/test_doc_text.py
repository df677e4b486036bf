"""Sentences as character ranges: those of the document, and never longer than a pattern may cost."""

import time

import spacy
from spacy.tokens import Doc

from extractor.components.doc_text import LONGEST, sentence_ranges, text_between, text_of, words_of
from extractor.components.poll_values import POLLS
from tests.components.poll_pipeline import build


def test_ranges_are_the_sentences() -> None:
    doc = build()("Poll: Most agree\n\nA Gallup poll has 40 percent. The rest, e.g. farmers, differ.  \n")
    assert [text_of(doc)[a:b] for a, b in sentence_ranges(doc)] == [s.text.strip() for s in doc.sents if s.text.strip()]


def test_long_debris_is_cut_at_spaces_and_covers_the_text() -> None:
    doc = build().make_doc("word " * 3000)
    ranges = sentence_ranges(doc)
    assert len(ranges) > 3
    assert all(end - start <= LONGEST for start, end in ranges)
    assert "".join(text_of(doc)[a:b] for a, b in ranges) == text_of(doc).rstrip()


def test_an_empty_document_has_no_sentences() -> None:
    assert sentence_ranges(build().make_doc("")) == ()


def test_words_are_those_of_a_document_made_elsewhere() -> None:
    doc = Doc(spacy.blank("en").vocab, words=["The", "Poll", ":", "48", "%"], spaces=[True, False, True, False, False])
    words = words_of(doc)
    assert words.lowers == ["the", "poll", ":", "48", "%"]
    assert [doc.text[a:b] for a, b in zip(words.starts, words.ends, strict=True)] == words.texts
    assert (text_between(doc, 1, 4), text_between(doc, 2, 2)) == ("Poll: 48", "")


def test_cost_grows_with_length_not_with_its_square() -> None:
    def cost(times: int) -> float:
        text = "Abc Def poll (a " * times
        started = time.process_time()
        assert build()(text).spans[POLLS] is not None
        return time.process_time() - started

    cost(10)
    assert cost(4000) < 20 * cost(1000) + 0.5
