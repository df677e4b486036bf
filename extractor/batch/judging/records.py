"""Stored records as models: by article, by poll, by cluster; profiles and signatures for the matching."""

import json
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import TypeVar, cast

from extractor.batch.judging.blocks import POLLS, matches_within
from extractor.batch.judging.keys import unpack
from extractor.matching.polls import reasons_of
from extractor.matching.profiles import PollProfile, profile_poll
from extractor.matching.reprints import Signature
from extractor.matching.scoring import Match
from extractor.models import Article, Dataset, Extraction, Figure, Poll, Question, Record
from extractor.store.columns import columns, from_row
from extractor.store.sqlite import Store

AnyRecord = TypeVar("AnyRecord", bound=Record)

#: How many profiles and signatures are held at a time; bounds the memory of the matching.
HELD = 4_000
_TABLES: dict[type[Record], str] = {Article: "articles", Poll: "polls", Question: "questions", Figure: "figures"}


class Records:
    """Reads records from a store."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self.profile = lru_cache(maxsize=HELD)(self._profile)
        self.signature = lru_cache(maxsize=HELD)(self._signature)

    def where(self, record: type[AnyRecord], column: str, value: str) -> tuple[AnyRecord, ...]:
        """The records of one kind whose `column` is `value`, ordered by id."""
        return tuple(cast("AnyRecord", from_row(record, row)) for row in self._rows(record, column, value))

    def _rows(self, record: type[Record], column: str, value: str) -> Iterator[tuple[object, ...]]:
        names = ", ".join(f'"{field.name}"' for field in columns(record))
        sql = f"SELECT {names} FROM {_TABLES[record]} WHERE {column} = ? ORDER BY 1"
        return self._store.execute(sql, (value,))

    def article(self, article_id: str) -> Article:
        """One article."""
        return self.where(Article, "article_id", article_id)[0]

    def extraction(self, article_id: str) -> Extraction:
        """All records of one article."""
        return Extraction(
            article=self.article(article_id),
            polls=self.where(Poll, "article_id", article_id),
            questions=self.where(Question, "article_id", article_id),
            figures=self.where(Figure, "article_id", article_id),
        )

    def reports(self, polls: Iterable[Poll]) -> Dataset:
        """The reports `polls` with their articles, questions and figures."""
        polls = sorted(polls, key=lambda poll: poll.poll_id)
        articles = sorted({poll.article_id for poll in polls})
        return Dataset(
            articles=tuple(map(self.article, articles)),
            polls=tuple(polls),
            questions=tuple(q for poll in polls for q in self.where(Question, "poll_id", poll.poll_id)),
            figures=tuple(f for poll in polls for f in self.where(Figure, "poll_id", poll.poll_id)),
        )

    def with_figures(self, figure_ids: Iterable[str]) -> Dataset:
        """Some figures with their articles, polls and questions."""
        figures = tuple(figure for name in figure_ids for figure in self.where(Figure, "figure_id", name))
        return Dataset(
            articles=tuple(self.article(name) for name in sorted({figure.article_id for figure in figures})),
            polls=self._each(Poll, "poll_id", {figure.poll_id for figure in figures}),
            questions=self._each(Question, "question_id", {figure.question_id for figure in figures}),
            figures=figures,
        )

    def _each(self, record: type[AnyRecord], column: str, names: set[str]) -> tuple[AnyRecord, ...]:
        return tuple(found for name in sorted(names) for found in self.where(record, column, name))

    def reasons(self, cluster: str) -> dict[str, str]:
        """Why the reports of a cluster are one poll, by cluster; nothing for one that has a single report."""
        polls = {
            name for (name,) in self._store.execute("SELECT poll_id FROM polls WHERE poll_cluster = ?", (cluster,))
        }
        matches = [found for found in self.matches(sorted(polls)) if found.b in polls]
        return reasons_of(matches, dict.fromkeys(polls, cluster))

    def matches(self, polls: Iterable[str]) -> list[Match]:
        """The matches of some reports with others whose id is greater, sorted."""
        rows = matches_within(self._store, POLLS, polls, "a, b, score, reasons")
        return [Match(a, b, score, tuple(map(tuple, json.loads(reasons)))) for a, b, score, reasons in rows]

    def _profile(self, poll_id: str) -> PollProfile:
        poll = self.where(Poll, "poll_id", poll_id)[0]
        return profile_poll(
            poll,
            self.article(poll.article_id),
            self.where(Question, "poll_id", poll_id),
            self.where(Figure, "poll_id", poll_id),
        )

    def _signature(self, article_id: str) -> Signature:
        row = self._store.execute(
            "SELECT published, hashes, shingles, numbers FROM signatures JOIN articles USING (article_id)"
            " WHERE article_id = ?",
            (article_id,),
        ).fetchone()
        published, hashes, shingles, numbers = row
        return Signature(article_id, published or "", unpack(hashes), shingles, frozenset(json.loads(numbers)))
