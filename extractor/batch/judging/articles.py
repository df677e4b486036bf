"""What can be judged of one article alone: its own checks, its records linked among themselves, and the keys by which
others will find it.  An article that nobody else's keys meet is done with this.
"""

from dataclasses import dataclass
from typing import Any

from extractor.batch.judging.keys import hashed, pack
from extractor.batch.judging.lookback import Lookback, lookback
from extractor.batch.work import ArticleRows
from extractor.checks.run import check_articles
from extractor.checks.settings import Settings
from extractor.checks.views import ArticleView
from extractor.matching.blocking import blocking_keys
from extractor.matching.comparisons import compare
from extractor.matching.link import find_clusters, link_questions, profile_polls
from extractor.matching.packed import pack_profile
from extractor.matching.profiles import PollProfile
from extractor.matching.reprints import Signature, reprint_keys, signature
from extractor.models import Comparison, Dataset, Extraction, Flag
from extractor.store.columns import compact, to_row


@dataclass(frozen=True, slots=True)
class Judged:
    """An article's records with clusters of their own, and all that is needed to compare it with others."""

    dataset: Dataset
    comparisons: tuple[Comparison, ...]
    flags: tuple[Flag, ...]
    tested: tuple[str, ...]
    poll_keys: tuple[tuple[int, str], ...]
    """Hashed blocking keys with the poll they are of."""
    copy_keys: tuple[int, ...]
    signature: Signature | None
    profiles: tuple[PollProfile, ...]
    lookback: Lookback


class ArticleJudge:
    """Runs the chosen article checks; `settings` are those of `checks.Settings`."""

    def __init__(self, settings: dict[str, Any]) -> None:
        self._checks = Settings.model_validate(settings).chosen()

    def judge(self, extraction: Extraction) -> Judged:
        """Everything about one article that needs no other; clusters and `reprint_of` it had are replaced."""
        article = extraction.article.model_copy(update={"reprint_of": None})
        dataset = Dataset(
            articles=(article,), polls=extraction.polls, questions=extraction.questions, figures=extraction.figures
        )
        profiles = profile_polls(dataset, dataset.articles)
        clusters = find_clusters(profiles, ())
        polls = tuple(poll.model_copy(update={"poll_cluster": clusters[poll.poll_id]}) for poll in dataset.polls)
        questions = link_questions(dataset, dataset.articles, clusters)
        dataset = dataset.model_copy(update={"polls": polls, "questions": questions})
        report = check_articles([ArticleView(article, polls, questions, dataset.figures)], self._checks)
        sketch = signature(article)
        return Judged(
            dataset=dataset,
            comparisons=compare(dataset),
            flags=report.flags,
            tested=tuple(sorted(report.tested)),
            poll_keys=tuple((hashed(key), profile.poll_id) for profile in profiles for key in blocking_keys(profile)),
            copy_keys=tuple(map(hashed, reprint_keys(sketch))) if sketch else (),
            signature=sketch,
            profiles=tuple(profiles),
            lookback=lookback(dataset),
        )


def rows_of(judged: Judged) -> ArticleRows:
    """A judged article as rows of the store."""
    dataset, sketch = judged.dataset, judged.signature
    article = dataset.articles[0]
    return ArticleRows(
        article_id=article.article_id,
        records={
            "articles": [to_row(article)],
            "polls": [to_row(poll) for poll in dataset.polls],
            "questions": [to_row(question) for question in dataset.questions],
            "figures": [to_row(figure) for figure in dataset.figures],
            "flags": [to_row(flag) for flag in judged.flags],
            "comparisons": [to_row(comparison) for comparison in judged.comparisons],
        },
        tested=judged.tested,
        profiles=tuple((found.poll_id, found.root, pack_profile(found)) for found in judged.profiles),
        poll_keys=judged.poll_keys,
        copy_keys=judged.copy_keys,
        signature=(article.article_id, pack(sketch.hashes), sketch.shingles, compact(sorted(sketch.numbers)))
        if sketch
        else None,
        record_words=judged.lookback.record_words,
        record_shares=judged.lookback.record_shares,
        quote_words=judged.lookback.quote_words,
    )
