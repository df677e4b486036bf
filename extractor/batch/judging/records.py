"""Stored records by article, by poll, by cluster: as models, or as rows for whoever makes models of them."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, TypeVar, cast

from extractor.batch.judging.blocks import POLLS, matches_within
from extractor.batch.judging.keys import unpack
from extractor.matching.packed import unpack_profile
from extractor.matching.polls import reasons_of
from extractor.matching.profiles import PollProfile
from extractor.matching.reprints import Signature
from extractor.matching.scoring import Match
from extractor.models import Article, Dataset, Extraction, Figure, Poll, Question, Record
from extractor.store.columns import columns, from_row
from extractor.store.sqlite import Store

AnyRecord = TypeVar("AnyRecord", bound=Record)
Row = tuple[Any, ...]

#: How many signatures are held at a time.
HELD = 4_000
_TABLES: dict[type[Record], str] = {Article: "articles", Poll: "polls", Question: "questions", Figure: "figures"}
#: Where the ids of an article, a poll and a question stand in the rows of what is told of them.
_ARTICLE, _POLL, _QUESTION = 1, 2, 3


#: What stands for the text of an article where nobody looks at it: it is most of what there is to read.
_TEXT = {"text": "''", "blocks": "'[]'"}
_ALL: dict[str, str] = {}


@dataclass(frozen=True, slots=True)
class Reports:
    """Polls as their articles report them, as rows of the store; each kind ordered by id."""

    articles: tuple[Row, ...]
    polls: tuple[Row, ...]
    questions: tuple[Row, ...]
    figures: tuple[Row, ...]

    def dataset(self) -> Dataset:
        """The records themselves."""
        return Dataset(
            articles=_models(Article, self.articles),
            polls=_models(Poll, self.polls),
            questions=_models(Question, self.questions),
            figures=_models(Figure, self.figures),
        )


def _models(record: type[AnyRecord], rows: Iterable[Row]) -> tuple[AnyRecord, ...]:
    return tuple(cast("AnyRecord", from_row(record, row)) for row in rows)


class Records:
    """Reads records from a store."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self.signature = lru_cache(maxsize=HELD)(self._signature)

    def rows(
        self, record: type[Record], column: str, values: Iterable[str], *, without: Mapping[str, str] = _ALL
    ) -> tuple[Row, ...]:
        """The rows of one kind whose `column` is one of `values`, ordered by id; `without` gives columns a constant."""
        names = ", ".join(without.get(field.name, f'"{field.name}"') for field in columns(record))
        sql = f"SELECT {names} FROM {_TABLES[record]} WHERE {column} IN (SELECT value FROM json_each(?)) ORDER BY 1"
        return tuple(self._store.execute(sql, (json.dumps(sorted(set(values))),)))

    def where(self, record: type[AnyRecord], column: str, value: str) -> tuple[AnyRecord, ...]:
        """The records of one kind whose `column` is `value`, ordered by id."""
        return _models(record, self.rows(record, column, (value,)))

    def extraction(self, article_id: str) -> Extraction:
        """All records of one article."""
        return Extraction(
            article=self.where(Article, "article_id", article_id)[0],
            polls=self.where(Poll, "article_id", article_id),
            questions=self.where(Question, "article_id", article_id),
            figures=self.where(Figure, "article_id", article_id),
        )

    def reports(self, column: str, value: str) -> Reports:
        """The polls whose `column` is `value`, with their articles, questions and figures."""
        polls = self.rows(Poll, column, (value,))
        names = [row[0] for row in polls]
        return Reports(
            articles=self.rows(Article, "article_id", (row[_ARTICLE] for row in polls)),
            polls=polls,
            questions=self.rows(Question, "poll_id", names),
            figures=self.rows(Figure, "poll_id", names),
        )

    def on_record(self, figure_ids: Iterable[str]) -> Reports:
        """Some figures with their polls and questions, and their articles without their text."""
        figures = self.rows(Figure, "figure_id", figure_ids)
        return Reports(
            articles=self.rows(Article, "article_id", (row[_ARTICLE] for row in figures), without=_TEXT),
            polls=self.rows(Poll, "poll_id", (row[_POLL] for row in figures)),
            questions=self.rows(Question, "question_id", (row[_QUESTION] for row in figures)),
            figures=figures,
        )

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

    def packed(self, poll_ids: Iterable[str]) -> dict[str, tuple[str, str]]:
        """Packed profiles with the article that each goes back to, by poll."""
        sql = "SELECT poll_id, data, root FROM profiles WHERE poll_id IN (SELECT value FROM json_each(?))"
        found = self._store.execute(sql, (json.dumps(sorted(poll_ids)),))
        return {name: (data, root) for name, data, root in found}

    def profile(self, poll_id: str) -> PollProfile:
        """The profile of one poll."""
        return unpack_profile(*self.packed([poll_id])[poll_id])

    def _signature(self, article_id: str) -> Signature:
        row = self._store.execute(
            "SELECT published, hashes, shingles, numbers FROM signatures JOIN articles USING (article_id)"
            " WHERE article_id = ?",
            (article_id,),
        ).fetchone()
        published, hashes, shingles, numbers = row
        return Signature(article_id, published or "", unpack(hashes), shingles, frozenset(json.loads(numbers)))
