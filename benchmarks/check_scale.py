"""Does checking time grow like the number of figures?  Synthetic datasets of up to a million figures.

    python -m benchmarks.check_scale [--sizes 10000 100000 1000000] [--json FILE]

The clean sample pages are copied under new ids until there are enough figures; five copies report one poll, so that
the cross-source checks have work, and each five lie nine days before the five that they follow.  Times are CPU time of
`run_checks` alone; each must be at most 12 times that of a tenth of the figures.
"""

import argparse
import datetime
import gc
import json
import sys
import time
from pathlib import Path
from typing import TypeVar

from benchmarks.gold_records import dataset_of
from benchmarks.mutations import clean_corpus
from extractor.checks import run_checks
from extractor.matching import compare, link
from extractor.models import Article, Dataset, Extraction, Figure, Poll, Question, Record

REPORTS_OF_A_POLL = 5
DAYS_APART = 9
_IDS = ("article_id", "poll_id", "question_id", "figure_id", "reprint_of")
Copied = TypeVar("Copied", bound=Record)
LIMIT = 12.0


def copies(parts: list[Extraction], figures: int) -> Dataset:
    """At least `figures` figures: the articles over and over, each copy with ids of its own.

    Every five copies are reports of polls of their own, nine days before those of the five that they follow.
    """
    base = link(dataset_of(parts))
    articles: list[Article] = []
    polls: list[Poll] = []
    questions: list[Question] = []
    made: list[Figure] = []
    for copy in range(-(-figures // len(base.figures))):
        group = copy // REPORTS_OF_A_POLL
        articles += [_renamed(item, copy, published=_later(item.published, group)) for item in base.articles]
        polls += [
            _renamed(
                item,
                copy,
                poll_cluster=f"{item.poll_cluster}-{group}",
                field_start=_later(item.field_start, group),
                field_end=_later(item.field_end, group),
            )
            for item in base.polls
        ]
        questions += [
            _renamed(item, copy, question_cluster=f"{item.question_cluster}-{group}") for item in base.questions
        ]
        made += [_renamed(item, copy) for item in base.figures]
    return Dataset.model_construct(
        articles=tuple(articles), polls=tuple(polls), questions=tuple(questions), figures=tuple(made)
    )


def _renamed(record: Copied, copy: int, **changes: str | None) -> Copied:
    """A record whose ids are those of its copy."""
    fields = type(record).model_fields
    ids = {name: getattr(record, name) for name in _IDS if name in fields}
    renamed = {name: f"{value}-{copy}" for name, value in ids.items() if value is not None}
    return record.model_copy(update=renamed | changes)


def _later(day: str | None, group: int) -> str | None:
    """A date moved back with its group; months and years alone are kept."""
    if day is None or len(day) < len("2025-06-14"):
        return day
    moved = datetime.date.fromisoformat(day[:10]) - datetime.timedelta(days=DAYS_APART * group)
    return moved.isoformat()


def measure(parts: list[Extraction], figures: int) -> dict[str, float]:
    """Seconds of CPU for checking a dataset of about that many figures, and what was found."""
    dataset = copies(parts, figures)
    comparisons = compare(dataset)
    gc.collect()
    gc.freeze()
    started = time.process_time()
    report = run_checks(dataset, comparisons)
    seconds = time.process_time() - started
    gc.unfreeze()
    return {
        "figures": len(dataset.figures),
        "articles": len(dataset.articles),
        "comparisons": len(comparisons),
        "seconds": round(seconds, 2),
        "flags": len(report.flags),
        "checkable": round(report.checkable, 3),
    }


def main() -> int:
    """Print one line a size; 1 if ten times the figures cost more than twelve times the time."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--sizes", type=int, nargs="+", default=[10_000, 100_000, 1_000_000])
    parser.add_argument("--json", type=Path)
    options = parser.parse_args()
    parts = clean_corpus()
    rows, worst = [], 0.0
    print(f"{'figures':>10}{'articles':>10}{'comparisons':>13}{'seconds':>10}{'µs/figure':>11}{'ratio per 10×':>15}")
    for size in options.sizes:
        row = measure(parts, size)
        ratio = None
        if rows:
            # Per tenfold step, whatever the sizes are: (time ratio) to the figures that were really checked.
            growth = row["figures"] / rows[-1]["figures"]
            ratio = row["seconds"] / max(rows[-1]["seconds"], 0.01) * 10 / growth
            worst = max(worst, ratio)
        rows.append(row)
        told = "–" if ratio is None else f"{ratio:.1f}"
        each = row["seconds"] / row["figures"] * 1e6
        print(
            f"{row['figures']:>10}{row['articles']:>10}{row['comparisons']:>13}{row['seconds']:>10.2f}{each:>11.0f}{told:>15}"
        )
    if options.json:
        options.json.write_text(json.dumps({"rows": rows, "worst_ratio": round(worst, 2)}, indent=2) + "\n")
    return 0 if worst <= LIMIT else 1


if __name__ == "__main__":
    sys.exit(main())
