"""Time, memory and disk of a whole run as the number of articles grows.

    python benchmarks/scale.py [--sizes 1000 10000 100000] [--jobs N] [--json FILE]

Articles are editions of the sample pages (`synthetic`).  Every size starts from an empty output; cross-source matching
and checks and the writing of the datasets are in the time.  Held to: time at most 12-fold for ten times the articles,
a worker under 400 MB.
"""

import shutil
import sys
import tempfile
from pathlib import Path

from benchmarks import measure, synthetic

FOLD = 12.0
WORKER = 400.0


def main() -> int:
    """Print the table; 1 if a bound is broken."""
    given = measure.arguments(
        __doc__,
        sizes={"type": int, "nargs": "+", "default": [1_000, 10_000, 100_000]},
        jobs={"type": int, "default": 2},
    )
    runs: dict[int, measure.Run] = {}
    for size in given.sizes:
        with tempfile.TemporaryDirectory() as scratch:
            pages, output = Path(scratch, "pages"), Path(scratch, "output")
            synthetic.write(size, pages)
            runs[size] = measure.run(pages, output, "--jobs", str(given.jobs))
            shutil.rmtree(pages)
    rows = []
    kept = True
    for before, size in zip([None, *given.sizes], given.sizes, strict=False):
        run = runs[size]
        fold = run.seconds / runs[before].seconds if before else 0.0
        kept &= run.worker_memory < WORKER and (not before or fold <= FOLD * size / before / 10)
        counts = run.summary["counts"]
        rows.append(
            (
                f"{size:,}",
                f"{run.seconds:.1f}",
                f"{size / run.seconds:.1f}",
                f"{run.cpu / size * 1000:.1f}",
                f"{fold:.1f}" if before else "",
                f"{run.main_memory:.0f}",
                f"{run.worker_memory:.0f}",
                f"{run.store:.1f}",
                f"{run.datasets:.1f}",
                f"{counts['figures']:,}",
                f"{sum(run.summary['flags'].values()):,}",
            )
        )
    head = (
        "articles",
        "s",
        "a second",
        "CPU ms each",
        "fold",
        "main MB",
        "worker MB",
        "store MB",
        "datasets MB",
        "figures",
        "flags",
    )
    measure.report(head, rows, runs, given.json)
    return 0 if kept else 1


if __name__ == "__main__":
    sys.exit(main())
