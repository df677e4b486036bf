"""Judging stored records anew, when checks, matching or their settings are others than those they were judged with."""

import hashlib
from typing import Any

from extractor.batch import versions
from extractor.batch.export import touch
from extractor.batch.ingest import put_article
from extractor.batch.judging.articles import ArticleJudge, rows_of
from extractor.batch.judging.records import Records
from extractor.store.columns import compact
from extractor.store.sqlite import Store

_JUDGED = "judged"
_TABLES = (
    "comparisons",
    "flags",
    "tested_figures",
    "profiles",
    "poll_keys",
    "copy_keys",
    "signatures",
    "poll_matches",
    "copies",
    "record_words",
    "record_shares",
    "quote_words",
    "stale_quotes",
)


def judge_again(store: Store, settings: dict[str, Any]) -> bool:
    """Judge every stored article anew, in one transaction, if it was judged otherwise; whether it was."""
    mark = f"{versions.judging()} {_digest(settings)}"
    if store.get(_JUDGED) == mark:
        return False
    with store.transaction():
        touch(store)
        rejudge(store, settings)
        store.put(_JUDGED, mark)
    return True


def _digest(settings: dict[str, Any]) -> str:
    return hashlib.sha256(compact(sorted(settings.items())).encode()).hexdigest()[:12]


def rejudge(store: Store, settings: dict[str, Any]) -> None:
    """Replace what was judged of each article; the cross-source work is left for later."""
    judge, records = ArticleJudge(settings), Records(store)
    names = [name for (name,) in store.execute("SELECT article_id FROM articles ORDER BY article_id")]
    for table in _TABLES:
        store.execute(f"DELETE FROM {table}")
    store.execute("UPDATE articles SET reprint_of = NULL WHERE reprint_of IS NOT NULL")
    for name in names:
        judged = judge.judge(records.extraction(name))
        dataset = judged.dataset
        store.execute_many(
            "UPDATE polls SET poll_cluster = ? WHERE poll_id = ?",
            ((poll.poll_cluster, poll.poll_id) for poll in dataset.polls),
        )
        store.execute_many(
            "UPDATE questions SET question_cluster = ? WHERE question_id = ?",
            ((question.question_cluster, question.question_id) for question in dataset.questions),
        )
        put_article(store, rows_of(judged))
