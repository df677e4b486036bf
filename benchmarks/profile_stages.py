"""What costs what: CPU time per stage, from bytes to rows.

    python benchmarks/profile_stages.py [--pages N] [--json FILE]

On the poll pages of `speed`.  Components of the pipeline are timed one by one; the assembly is the rest of the
extraction.
"""

import sys
import time
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager

from benchmarks import measure
from benchmarks.speed import poll_pages, trafilatura

Spent = dict[str, float]


def main() -> int:
    """Print the table, the dearest stage first."""
    given = measure.arguments(__doc__, pages={"type": int, "default": None})
    pages = poll_pages()[: given.pages]
    run(pages[:2])  # imports and caches are not what a page costs
    spent = run(pages)
    whole = sum(seconds for stage, seconds in spent.items() if not stage.startswith("("))
    rows = [
        (stage, f"{seconds / len(pages) * 1000:.2f}", f"{seconds / whole:.1%}")
        for stage, seconds in sorted(spent.items(), key=lambda item: -item[1])
    ]
    rows.append(("all", f"{whole / len(pages) * 1000:.2f}", ""))
    measure.report(("stage", "CPU ms a page", "share"), rows, spent, given.json)
    return 0


def run(pages: list[bytes]) -> Spent:
    """CPU seconds by stage over the pages; what stands in brackets is for comparison and not in the sum."""
    from extractor.assembly.extraction import extract_article
    from extractor.batch.judging.articles import ArticleJudge, rows_of
    from extractor.pipeline import build_nlp
    from extractor.reading.gate import can_hold_poll
    from extractor.reading.page import read_article

    spent: Spent = defaultdict(float)
    judge = ArticleJudge({})
    pipeline = build_nlp("en")
    for page in pages:
        with clocked(spent, "gate"):
            can_hold_poll(page)
        with clocked(spent, "reading"):
            article = read_article(page)
        before = time.process_time()
        with clocked(spent, "tokens"):
            doc = pipeline.make_doc(article.text)
        for name, component in pipeline.pipeline:
            with clocked(spent, f"component {name}"):
                doc = component(doc)
        marked = time.process_time() - before
        before = time.process_time()
        extraction = extract_article(article)
        spent["assembly"] += max(time.process_time() - before - marked, 0.0)
        with clocked(spent, "article checks, links, keys"):
            judged = judge.judge(extraction)
        with clocked(spent, "rows"):
            rows_of(judged)
        with clocked(spent, "(trafilatura alone)"):
            trafilatura(page)
    return spent


@contextmanager
def clocked(spent: Spent, stage: str) -> Iterator[None]:
    """Count the CPU time inside to a stage."""
    began = time.process_time()
    yield
    spent[stage] += time.process_time() - began


if __name__ == "__main__":
    sys.exit(main())
