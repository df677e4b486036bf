"""The builder of the corpus gold refuses annotations that leave a figure out."""

import json

import pytest

from benchmarks import corpus_gold
from extractor.errors import UsageError

TEXT = "In the poll, 41 percent of voters said yes. Sales rose 3%.\n"
BASE = {
    "doc": "a.text",
    "article": {},
    "surveys": {"s1": {}},
    "questions": {"q1": {"survey": "s1"}},
    "findings": [["41 percent", 1, 41, "share", ["voters"], ["yes"], "q1"]],
}


def build(folder, **extra):
    (folder / "a.text").write_text(TEXT)
    (folder / "a.json").write_text(json.dumps(BASE | extra))
    return corpus_gold.build(folder / "a.json", folder)


def test_findings_get_their_place(tmp_path):
    gold = build(tmp_path, **{"not": [["3%", 1, "sales"]]})
    figure = gold["findings"][0]["figure"]
    assert (figure["exact"], figure["prefix"], figure["suffix"]) == ("41 percent", TEXT[:13], TEXT[23:55])
    assert [row["figure"]["exact"] for row in gold["negatives"]] == ["3%"]


def test_the_rest_can_be_covered_at_once(tmp_path):
    assert build(tmp_path, not_all="sales")["negatives"][0]["reason"] == "sales"


@pytest.mark.parametrize("extra", [{}, {"not": [], "findings": BASE["findings"] * 2}])
def test_a_figure_left_out_is_refused(tmp_path, extra):
    with pytest.raises(UsageError, match="not annotated: '3%'"):
        build(tmp_path, **extra)


def test_the_corpus_gold_is_what_its_annotations_give():
    assert list((corpus_gold.CORPUS / "annotations").glob("*.json"))
    assert corpus_gold.outdated() == {}
