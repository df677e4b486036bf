"""All alarms on a folder of pages, with the sentences of their figures, to be read and judged.

    python -m benchmarks.alarms ../shared/articles/train/html ../shared/articles/unlabelled/html [--prefix u] [--all]

Pages are extracted, matched and checked together.  Errors and warnings are printed, hints too with ``--all``.
"""

import argparse
import sys
from collections import Counter
from pathlib import Path

from benchmarks.gold_records import dataset_of
from extractor.assembly.extraction import extract_article
from extractor.checks import run_checks
from extractor.errors import UnreadableInput
from extractor.matching import compare, link_with_reasons
from extractor.models import Extraction
from extractor.reading.page import read_article


def extracted(folders: list[Path], prefix: str) -> list[Extraction]:
    """Every readable page of the folders whose name starts with `prefix`."""
    found = []
    for path in sorted(path for folder in folders for path in folder.glob(f"{prefix}*.html")):
        try:
            found.append(extract_article(read_article(path.read_bytes(), source_path=path.name)))
        except UnreadableInput as error:
            print(f"{path.name}: {error}", file=sys.stderr)
    return found


def main() -> int:
    """Print the alarms and their number per hundred articles."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folders", type=Path, nargs="+")
    parser.add_argument("--prefix", default="u")
    parser.add_argument("--all", action="store_true", help="hints too")
    options = parser.parse_args()
    parts = extracted(options.folders, options.prefix)
    linked = link_with_reasons(dataset_of(parts))
    report = run_checks(linked.dataset, compare(linked.dataset), reasons=linked.reasons)
    figures = {figure.figure_id: figure for figure in linked.dataset.figures}
    sources = {article.article_id: article.source_path for article in linked.dataset.articles}
    for flag in report.flags:
        if flag.severity != "info" or options.all:
            pages = ", ".join(sources[name] for name in flag.article_ids)
            print(f"{flag.check} {flag.severity} {pages}\n  {flag.message}")
            for sentence in sorted({figures[name].evidence.sentence for name in flag.figure_ids}):
                print("  | " + " ".join(sentence.split()))
    alarms = Counter(flag.severity for flag in report.flags)
    loud = alarms["error"] + alarms["warning"]
    print(f"\n{len(parts)} articles, {len(figures)} figures, {report.checkable:.1%} of them checkable")
    print(f"{loud} errors and warnings: {100 * loud / max(len(parts), 1):.2f} per 100 articles; {alarms['info']} hints")
    print("tested:", {code: count for code, count in report.tested_by.items() if count})
    return 0


if __name__ == "__main__":
    sys.exit(main())
