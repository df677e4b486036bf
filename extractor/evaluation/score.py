"""A dataset against a folder of gold: the report."""

import json
from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from extractor.errors import BrokenDataset
from extractor.evaluation import gold as gold_files
from extractor.evaluation.alignment import Stream
from extractor.evaluation.counts import Accuracy, Hits
from extractor.evaluation.document import DocumentScore, score_document, score_missing
from extractor.evaluation.gold import Gold
from extractor.evaluation.header import count_header, count_polls, count_verbatim

Row = dict[str, Any]


@dataclass(frozen=True)
class Evaluation:
    """The metrics as a JSON-ready mapping, and the mistakes as (document, what is wrong)."""

    report: dict[str, Any]
    mistakes: list[tuple[str, str]]


@dataclass
class _Data:
    """The dataset as plain JSON: an evaluation must not depend on what the models accept."""

    articles: dict[str, Row]
    questions: dict[str, Row]
    polls: dict[str, Row]
    figures: dict[str, list[Row]] = field(default_factory=lambda: defaultdict(list))


@dataclass
class _Totals:
    full: Hits = field(default_factory=Hits)
    detected: Hits = field(default_factory=Hits)
    fields: Accuracy = field(default_factory=Accuracy)
    questions: Hits = field(default_factory=Hits)
    polls: Hits = field(default_factory=Hits)
    verbatim: Counter[str] = field(default_factory=Counter)
    metadata: Accuracy = field(default_factory=Accuracy)
    header: Accuracy = field(default_factory=Accuracy)
    documents: dict[str, float] = field(default_factory=dict)
    mistakes: list[tuple[str, str]] = field(default_factory=list)


def evaluate(gold: Path, docs: Path, data: Path) -> Evaluation:
    """Score the dataset in folder `data` against the gold in `gold` on the documents in `docs`.

    A figure is full when its place, value, kind, wave, population and response are right, detected when its place
    is.  Fields are counted where the place is right; pairs tell how figures of one document are grouped.

    Raises:
        UsageError: there is no gold, or it does not fit the documents.
        BrokenDataset: a dataset is missing or holds a line that is no JSON.
    """
    dataset = _read(data)
    totals = _Totals()
    for annotation, text in gold_files.load(gold, docs):
        _add(totals, annotation, text, dataset)
    return Evaluation(_report(totals), totals.mistakes)


def _add(totals: _Totals, gold: Gold, text: str, data: _Data) -> None:
    stem = Path(gold["doc"]).stem
    article = data.articles.get(stem)
    if article is None:
        score = score_missing(gold)
    else:
        figures = data.figures[article["article_id"]]
        score = score_document(gold, Stream(text), Stream(article["text"]), figures)
        totals.questions.add(score.same_questions)
        totals.polls.add(score.same_polls(gold))
        count_verbatim(gold, score, data.questions, totals.verbatim)
        count_polls(gold, score, data.polls, totals.metadata)
        count_header(gold, article, totals.header)
    totals.full.add(score.full)
    totals.detected.add(score.detected)
    totals.fields.counts.update(score.fields.counts)
    totals.documents[stem] = _document_f1(score)
    totals.mistakes += [(stem, mistake) for mistake in score.mistakes]


def _document_f1(score: DocumentScore) -> float:
    return float(score.full.report()["f1"]) if score.full != Hits() else 1.0


def _report(totals: _Totals) -> dict[str, Any]:
    return {
        "figures_full": totals.full.report(),
        "figures_detected": totals.detected.report(),
        "fields_given_detected": totals.fields.report(),
        "same_question_pairs": totals.questions.report(),
        "same_poll_pairs": totals.polls.report(),
        "verbatim_questions": dict(totals.verbatim),
        "poll_metadata": totals.metadata.report(),
        "article_header": totals.header.report(),
        "documents": totals.documents,
    }


def _read(folder: Path) -> _Data:
    data = _Data(
        articles={Path(row["source_path"]).stem: row for row in _rows(folder / "articles.jsonl")},
        questions={row["question_id"]: row for row in _rows(folder / "questions.jsonl")},
        polls={row["poll_id"]: row for row in _rows(folder / "polls.jsonl")},
    )
    for row in _rows(folder / "figures.jsonl"):
        data.figures[row["article_id"]].append(row)
    return data


def _rows(path: Path) -> list[Row]:
    if not path.is_file():
        raise BrokenDataset(f"{path} is missing.")
    rows = []
    for number, line in enumerate(path.read_text(encoding="utf-8").split("\n"), start=1):
        if line.strip():
            rows.append(_row(path, number, line))
    return rows


def _row(path: Path, number: int, line: str) -> Row:
    try:
        row = json.loads(line)
    except ValueError as error:
        raise BrokenDataset(f"{path}, line {number}: {error}.") from error
    if not isinstance(row, Mapping):
        raise BrokenDataset(f"{path}, line {number}: no JSON object.")
    return dict(row)
