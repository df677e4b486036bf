"""Does checking time grow like the number of figures?  Synthetic datasets of up to a million figures.

    python benchmarks/check_scale.py [--sizes 10000 100000 1000000] [--json FILE]

The clean sample pages are copied under new ids until there are enough figures; five copies report one poll, so that
the cross-source checks have work.  Times are CPU time of `run_checks` alone; each must be at most 12 times that of a
tenth of the figures.
"""

import argparse
import gc
import json
import sys
import time
from pathlib import Path

from gold_records import dataset_of
from mutations import clean_corpus

from extractor.checks import run_checks
from extractor.matching import compare, link
from extractor.models import Dataset, Extraction

REPORTS_OF_A_POLL = 5
LIMIT = 12.0


def copies(parts: list[Extraction], figures: int) -> Dataset:
    """At least `figures` figures: the articles over and over, each copy with ids of its own."""
    base = link(dataset_of(parts))
    needed = -(-figures // len(base.figures))
    articles, polls, questions, made = [], [], [], []
    for copy in range(needed):
        end, cluster = f"-{copy}", f"-{copy // REPORTS_OF_A_POLL}"
        articles += [
            item.model_copy(
                update={
                    "article_id": item.article_id + end,
                    "reprint_of": None if item.reprint_of is None else item.reprint_of + end,
                }
            )
            for item in base.articles
        ]
        polls += [
            item.model_copy(
                update={
                    "poll_id": item.poll_id + end,
                    "article_id": item.article_id + end,
                    "poll_cluster": f"{item.poll_cluster}{cluster}",
                }
            )
            for item in base.polls
        ]
        questions += [
            item.model_copy(
                update={
                    "question_id": item.question_id + end,
                    "article_id": item.article_id + end,
                    "poll_id": item.poll_id + end,
                    "question_cluster": f"{item.question_cluster}{cluster}",
                }
            )
            for item in base.questions
        ]
        made += [
            item.model_copy(
                update={
                    "figure_id": item.figure_id + end,
                    "article_id": item.article_id + end,
                    "poll_id": item.poll_id + end,
                    "question_id": item.question_id + end,
                }
            )
            for item in base.figures
        ]
    return Dataset.model_construct(
        articles=tuple(articles), polls=tuple(polls), questions=tuple(questions), figures=tuple(made)
    )


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
