"""What the gate lets through: recall on poll pages, the share of other pages that pass, bytes per second.

    python benchmarks/gate.py [--repeat N] [--json FILE] [--check]

Measured on the sample pages and, where `../shared` is present, on its poll stories (development pages are only
counted, never shown) and on real news pages, nearly all without polls.  `--check` fails when a target is missed.
"""

import argparse
import gzip
import json
import sys
import time
from collections.abc import Callable, Iterable
from dataclasses import asdict, dataclass
from pathlib import Path

from extractor.reading.gate import can_hold_poll

ROOT = Path(__file__).parent.parent
SHARED = ROOT.parent / "shared"
RECALL, PASSED, SPEED = 0.998, 0.08, 80.0


@dataclass(frozen=True)
class PageSet:
    """Pages of one kind; `polls` tells whether they all hold poll stories."""

    name: str
    polls: bool
    load: Callable[[], list[bytes]]


@dataclass(frozen=True)
class Measured:
    """One row: pages, those that passed, their size, and how fast they were judged (best of the repetitions)."""

    name: str
    polls: bool
    pages: int
    passed: int
    megabytes: float
    megabytes_per_second: float

    @property
    def share(self) -> float:
        """The share of the pages that passed."""
        return self.passed / self.pages


def _files(paths: Iterable[Path]) -> list[bytes]:
    return [path.read_bytes() for path in sorted(paths)]


def _with_findings(folder: Path, gold: Path, suffixes: tuple[str, ...]) -> list[bytes]:
    """The documents in `folder` whose gold holds a figure."""
    found = []
    for path in sorted(gold.glob("*.gold.json")):
        if json.loads(path.read_text(encoding="utf-8"))["findings"]:
            stem = path.name.removesuffix(".gold.json")
            found += [folder / f"{stem}{suffix}" for suffix in suffixes if (folder / f"{stem}{suffix}").exists()]
    return _files(found)


SETS = (
    PageSet("corpus, polls", True, lambda: _with_findings(ROOT / "corpus", ROOT / "corpus/gold", (".html", ".txt"))),
    PageSet("seeds, polls", True, lambda: _with_findings(SHARED / "seeds", SHARED / "gold/seeds", (".txt",))),
    PageSet("u* (train)", True, lambda: _files((SHARED / "articles/train/html").glob("u*.html"))),
    PageSet("u* (unlabelled)", True, lambda: _files((SHARED / "articles/unlabelled/html").glob("u*.html"))),
    PageSet("p* (dev)", True, lambda: _files((SHARED / "articles/dev/html").glob("p*.html"))),
    PageSet("o* (unlabelled)", False, lambda: _files((SHARED / "articles/unlabelled/html").glob("o*.html"))),
    PageSet("real pages", False, lambda: list(map(gzip.decompress, _files((SHARED / "html/pages").glob("*.html.gz"))))),
)


def measure(pages: PageSet, repeat: int) -> Measured | None:
    """The row of one set; None where its pages are not there."""
    data = pages.load()
    if not data:
        return None
    size = sum(map(len, data)) / 1e6
    best = float("inf")
    passed = 0
    for _ in range(repeat):
        start = time.process_time()
        passed = sum(map(can_hold_poll, data))
        best = min(best, time.process_time() - start)
    return Measured(pages.name, pages.polls, len(data), passed, round(size, 2), round(size / max(best, 1e-9), 1))


def shortfalls(rows: Iterable[Measured]) -> list[str]:
    """The targets that are missed, each in a sentence."""
    rows = list(rows)
    polls = [row for row in rows if row.polls]
    problems = []
    if polls:
        recall = sum(row.passed for row in polls) / sum(row.pages for row in polls)
        if recall < RECALL:
            problems.append(f"recall on poll pages is {recall:.4f}, under {RECALL}")
    for row in rows:
        if row.name == "real pages":
            if row.share > PASSED:
                problems.append(f"{row.share:.3f} of the real pages pass, more than {PASSED}")
            if row.megabytes_per_second < SPEED:
                problems.append(f"{row.megabytes_per_second:.0f} MB/s on the real pages, under {SPEED:.0f}")
    return problems


def main() -> int:
    """Print the table; with `--check` the exit code tells whether the targets are met."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--repeat", type=int, default=3, help="repetitions; the fastest counts")
    parser.add_argument("--json", type=Path, help="also write the rows to this file")
    parser.add_argument("--check", action="store_true", help="exit with 1 when a target is missed")
    args = parser.parse_args()
    rows = [row for pages in SETS if (row := measure(pages, args.repeat))]
    print(f"{'pages':18} {'number':>7} {'passed':>7} {'share':>7} {'MB':>7} {'MB/s':>7}")
    for row in rows:
        numbers = f"{row.pages:7} {row.passed:7} {row.share:7.3f} {row.megabytes:7.2f} {row.megabytes_per_second:7.1f}"
        print(f"{row.name:18} {numbers}")
    problems = shortfalls(rows)
    print("\n".join(problems) or "all targets met")
    if args.json:
        record = {"rows": [asdict(row) for row in rows], "missed": problems}
        args.json.write_text(json.dumps(record, indent=1) + "\n", encoding="utf-8")
    return int(args.check and bool(problems))


if __name__ == "__main__":
    sys.exit(main())
