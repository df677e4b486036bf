"""Unlike polls of real articles: what is joined across articles of the shared set was judged by hand."""

from pathlib import Path

import pytest

from benchmarks import gold_records
from extractor.matching import compare, link

SHARED = Path(__file__).parents[3] / "shared"
#: Articles that do report one poll: Quinnipiac of July 2012, Post-ABC of August 2018, Gallup of September 2016, Fox
#: News of August 2016.
SAME = {("u085", "u256"), ("u059", "u110"), ("u014", "u131"), ("u031", "u049")}


@pytest.mark.skipif(not (SHARED / "gold" / "train").is_dir(), reason="the shared articles are not here")
def test_no_two_polls_of_the_training_articles_are_taken_for_one() -> None:
    parts = list(gold_records.extractions(SHARED / "gold" / "train", SHARED / "articles" / "train" / "text"))
    linked = link(gold_records.dataset_of(parts))
    names = {article.article_id: article.source_path[:4] for article in linked.articles}
    groups: dict[str | None, set[str]] = {}
    for poll in linked.polls:
        groups.setdefault(poll.poll_cluster, set()).add(names[poll.article_id])
    joined = {tuple(sorted(group)) for group in groups.values() if len(group) > 1}
    assert joined == SAME
    assert [c for c in compare(linked) if c.status == "conflict"] == []
