"""Build `corpus/gold` from `corpus/annotations`, or check that it is what they give.

    python benchmarks/corpus_gold.py [--check]

An annotation names every figure of its page by verbatim text and occurrence.  What comes out adds the offsets and the
text around each.  A number that looks like a percentage and stands neither among the findings nor under `not` is an
error: gold that leaves a figure out would call a right extraction wrong.
"""

import argparse
import json
import re
import sys
from pathlib import Path
from typing import Any

from extractor.errors import UsageError
from extractor.evaluation import gold as gold_files
from extractor.parsing import numbers

CORPUS = Path(__file__).parent.parent / "corpus"
CONTEXT = 32
NUMBER = f"(?:{numbers.reader().digit_pattern}|{numbers.reader().word_pattern})"
MENTION = re.compile(rf"\b{NUMBER}[ -]?(?:%|per ?cent(?:age)?(?: points?)?\b|points?\b)", re.IGNORECASE)

Gold = dict[str, Any]


def build(annotation: Path, docs: Path) -> Gold:
    """The gold of one annotation; raises `UsageError` where it is incomplete or does not fit its text."""
    gold, text = gold_files.load_one(annotation, docs)
    findings = [finding | {"figure": _selector(text, finding["figure"])} for finding in gold["findings"]]
    negatives = [_negative(text, *row) for row in gold.get("not", [])]
    covered = [(row["figure"]["start"], row["figure"]["end"]) for row in findings + negatives]
    rest = [m for m in MENTION.finditer(text) if not any(a < m.end() and m.start() < b for a, b in covered)]
    if rest and "not_all" not in gold:
        raise UsageError(f"{annotation}: not annotated: {', '.join(repr(m.group()) for m in rest)}.")
    negatives += [
        {"figure": _selector(text, {"start": m.start(), "end": m.end()}), "reason": gold["not_all"]} for m in rest
    ]
    return {
        "doc": gold["doc"],
        "article": gold["article"],
        "surveys": gold["surveys"],
        "questions": gold["questions"],
        "findings": findings,
        "negatives": negatives,
    }


def _negative(text: str, exact: str, nth: int, reason: str) -> dict[str, Any]:
    start = list(gold_files.occurrences(text, exact))[nth - 1]
    return {"figure": _selector(text, {"start": start, "end": start + len(exact)}), "reason": reason}


def _selector(text: str, span: dict[str, Any]) -> dict[str, Any]:
    start, end = span["start"], span["end"]
    return {
        "exact": text[start:end],
        "prefix": text[max(0, start - CONTEXT) : start],
        "suffix": text[end : end + CONTEXT],
        "start": start,
        "end": end,
    }


def outdated(corpus: Path = CORPUS) -> dict[Path, str]:
    """The gold files that are missing or differ from what the annotations give, with their right content."""
    wanted = {}
    for annotation in sorted((corpus / "annotations").glob("*.json")):
        gold = build(annotation, corpus / "text")
        target = corpus / "gold" / f"{annotation.stem}.gold.json"
        content = json.dumps(gold, ensure_ascii=False, indent=1) + "\n"
        if not target.is_file() or target.read_text(encoding="utf-8") != content:
            wanted[target] = content
    return wanted


def main() -> int:
    """Write what is outdated, or with `--check` only name it and exit with 1."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--check", action="store_true", help="write nothing; exit 1 if the gold is outdated")
    args = parser.parse_args()
    files = outdated()
    for target, content in files.items():
        print(f"{'outdated' if args.check else 'written'}: {target.relative_to(CORPUS.parent)}")
        if not args.check:
            target.parent.mkdir(exist_ok=True)
            target.write_text(content, encoding="utf-8")
    return 1 if files and args.check else 0


if __name__ == "__main__":
    sys.exit(main())
