"""What a run costs when little or nothing is new.

    python benchmarks/incremental.py [--size 10000] [--new 100] [--json FILE]

First run, second run with nothing new, then one with some new articles, one with some changed ones.  Held to: the
second run takes under 3 percent of the first one's time.
"""

import sys
import tempfile
from pathlib import Path

from benchmarks import measure, synthetic

NOTHING_NEW = 0.03


def main() -> int:
    """Print the table; 1 if the bound is broken."""
    given = measure.arguments(
        __doc__,
        size={"type": int, "default": 10_000},
        new={"type": int, "default": 100},
        jobs={"type": int, "default": 2},
    )
    jobs = ("--jobs", str(given.jobs))
    runs: dict[str, measure.Run] = {}
    with tempfile.TemporaryDirectory() as scratch:
        pages, output = Path(scratch, "pages"), Path(scratch, "output")
        synthetic.write(given.size, pages)
        runs["first run"] = measure.run(pages, output, *jobs)
        runs["nothing new"] = measure.run(pages, output, *jobs)
        synthetic.write(given.new, pages, first=given.size)
        runs[f"{given.new} new"] = measure.run(pages, output, *jobs)
        for path in sorted(pages.rglob("*.html"))[: given.new]:
            path.write_bytes(path.read_bytes().replace(b" percent", b"  percent"))
        runs[f"{given.new} changed"] = measure.run(pages, output, *jobs)
    first = runs["first run"].seconds
    rows = [
        (name, f"{run.seconds:.2f}", f"{run.seconds / first:.3f}", run.summary["processed"], run.summary["unchanged"])
        for name, run in runs.items()
    ]
    measure.report(("run", "s", "of the first", "read", "unchanged"), rows, runs, given.json)
    return 0 if runs["nothing new"].seconds < NOTHING_NEW * first else 1


if __name__ == "__main__":
    sys.exit(main())
