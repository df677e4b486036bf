"""What the first step makes of each input, as rows of data frames: lines, keys, and pickled values for later steps."""

import pickle
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from extractor.batch.inline import map_inline
from extractor.batch.judging.articles import Judged
from extractor.batch.work import Outcome, Setup, Task, digest, quarantined
from extractor.batch.worker import Processor
from extractor.distributed import quotes
from extractor.models import Dataset
from extractor.reading.sources import Rejected, Source
from extractor.store.columns import to_line

#: Seconds for one page.
TIME_LIMIT = 60.0
#: A line of a dataset with the id of its record and the key by which it may be changed later.
LINES = "dataset string, id string, line string"
KEYS = "key long, id string"
VALUES = "id string, data binary"
OUTCOMES = "source_path string, result string, reason string"


@dataclass(frozen=True, slots=True)
class Page:
    """What became of one input."""

    source_path: str
    result: str
    reason: str | None = None
    lines: list[tuple[str, str, str]] = field(default_factory=list)
    signatures: list[tuple[str, bytes]] = field(default_factory=list)
    """Article id and pickled `Signature`."""
    profiles: list[tuple[str, str, bytes]] = field(default_factory=list)
    """Article id, poll id and pickled `PollProfile`."""
    reports: list[tuple[str, str, bytes]] = field(default_factory=list)
    """Article id, poll id and the pickled `Dataset` of one poll as one article reports it."""
    copy_keys: list[tuple[int, str]] = field(default_factory=list)
    record: list[tuple[int, int, str, str, str]] = field(default_factory=list)
    """Shares that later reports may quote: see `quotes.RECORD`."""
    quoted: list[tuple[int, int, str, str, str]] = field(default_factory=list)
    """Values quoted of earlier polls: see `quotes.QUOTED`."""
    tested: tuple[str, ...] = ()


def read_pages(sources: Iterable[Source | Rejected], setup: Setup) -> Iterator[Page]:
    """Each input as a page; the same work as in a worker of the local engine."""
    processor = Processor(setup)
    for source in sources:
        if isinstance(source, Rejected):
            yield _set_aside(quarantined(source.source_path, "", source.reason))
            continue
        for result in map_inline([Task(source, digest(source))], processor.judge, TIME_LIMIT):
            yield _set_aside(result) if isinstance(result, Outcome) else _page(source.source_path, result)


def _set_aside(outcome: Outcome) -> Page:
    return Page(outcome.source_path, outcome.result, outcome.reason)


def _page(source_path: str, judged: Judged) -> Page:
    dataset = judged.dataset
    name = dataset.articles[0].article_id
    reports = list(_reports(dataset))
    return Page(
        source_path=source_path,
        result="article",
        lines=[
            *(("articles", article.article_id, to_line(article)) for article in dataset.articles),
            *(("polls", poll.poll_id, to_line(poll)) for poll in dataset.polls),
            *(("questions", question.question_id, to_line(question)) for question in dataset.questions),
            *(("figures", figure.figure_id, to_line(figure)) for figure in dataset.figures),
            *(("flags", flag.flag_id, to_line(flag)) for flag in judged.flags),
            *(("comparisons", comparison.poll_cluster, to_line(comparison)) for comparison in judged.comparisons),
        ],
        signatures=[(name, pickle.dumps(judged.signature))] if judged.signature else [],
        profiles=[(name, profile.poll_id, pickle.dumps(profile)) for profile in judged.profiles],
        reports=[(name, report.polls[0].poll_id, pickle.dumps(report)) for report in reports],
        record=[row for report in reports for row in quotes.on_record(report)],
        quoted=[row for report in reports for row in quotes.quoted(report)],
        copy_keys=[(key, name) for key in judged.copy_keys],
        tested=judged.tested,
    )


def _reports(dataset: Dataset) -> Iterator[Dataset]:
    for poll in dataset.polls:
        report: dict[str, Any] = {
            "articles": dataset.articles,
            "polls": (poll,),
            "questions": tuple(question for question in dataset.questions if question.poll_id == poll.poll_id),
            "figures": tuple(figure for figure in dataset.figures if figure.poll_id == poll.poll_id),
        }
        yield Dataset(**report)
