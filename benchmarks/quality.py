"""How right the extraction is, per field, held against pinned floors.

    python benchmarks/quality.py [--set NAME ...] [--worst N] [--json FILE] [--pin [--lower-floors]]

Scores the sample pages and, where `../shared` is present, its seeds, train and dev articles.  A score under its floor
in `benchmarks/quality.toml` fails, and so does gold that differs from the gold the floors were measured on.  `--pin`
raises floors to what is measured; a floor is lowered only with `--lower-floors`.

Of the dev articles only sums are shown, never a document or a mistake: they tell whether rules generalise as long as
nobody works on them.
"""

import argparse
import hashlib
import json
import math
import sys
import tempfile
import tomllib
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from extractor import run
from extractor.errors import UnreadableInput
from extractor.evaluation import evaluate

ROOT = Path(__file__).parent.parent
SHARED = ROOT.parent / "shared"
FLOORS = Path(__file__).with_name("quality.toml")
HEAD = """\
# Floors of benchmarks/quality.py, a table per set of articles. `gold` is the SHA-256 of the gold and the documents that
# the floors were measured on. Written by `--pin`; lowering one takes `--lower-floors` and a reason in the commit.
"""

Scores = dict[str, float]


@dataclass(frozen=True)
class GoldSet:
    """Pages with gold; `closed` means that single documents are never shown."""

    name: str
    pages: Path
    gold: Path
    docs: Path
    closed: bool = False

    def digest(self) -> str:
        """SHA-256 over names and contents of the gold and of the documents it refers to."""
        digest = hashlib.sha256()
        for path in sorted(self.gold.glob("*.gold.json")):
            doc = self.docs / json.loads(path.read_text(encoding="utf-8"))["doc"]
            for file in (path, doc):
                digest.update(f"{file.name}\0".encode() + hashlib.sha256(file.read_bytes()).digest())
        return digest.hexdigest()


SETS = (
    GoldSet("corpus", ROOT / "corpus", ROOT / "corpus/gold", ROOT / "corpus/text"),
    GoldSet("seeds", SHARED / "seeds", SHARED / "gold/seeds", SHARED / "seeds"),
    GoldSet("train", SHARED / "articles/train/html", SHARED / "gold/train", SHARED / "articles/train/text"),
    GoldSet("dev", SHARED / "articles/dev/html", SHARED / "gold/dev", SHARED / "articles/dev/text", closed=True),
)


def measure(gold_set: GoldSet) -> tuple[Scores, dict[str, float]]:
    """The scores of one set, and the full F1 of each of its documents.

    Raises `UnreadableInput` where a page is set aside: scores without it would say nothing.
    """
    with tempfile.TemporaryDirectory() as folder:
        aside = run([gold_set.pages], Path(folder)).quarantined
        if aside:
            reasons = Counter(aside.values()).most_common(3)
            raise UnreadableInput(f"{gold_set.name}: {len(aside)} pages were set aside: {reasons}")
        report = evaluate(gold_set.gold, gold_set.docs, Path(folder)).report
    return flatten(report), report["documents"]


def flatten(report: dict[str, Any]) -> Scores:
    """The report as one row of shares: F1 of figures and pairs, the fields, what is right of all poll facts stated."""
    scores = {
        "figures_full": report["figures_full"]["f1"],
        "figures_full_precision": report["figures_full"]["precision"],
        "figures_full_recall": report["figures_full"]["recall"],
        "figures_detected": report["figures_detected"]["f1"],
        "same_question_pairs": report["same_question_pairs"]["f1"],
        "same_poll_pairs": report["same_poll_pairs"]["f1"],
    }
    scores |= {f"field_{name}": row["share"] for name, row in report["fields_given_detected"].items()}
    stated = report["poll_metadata"].values()
    if stated:
        scores["poll_metadata"] = sum(row["ok"] for row in stated) / sum(row["of"] for row in stated)
    scores |= {f"header_{name}": row["share"] for name, row in report["article_header"].items()}
    if report["verbatim_questions"].get("all"):
        scores["verbatim_questions"] = report["verbatim_questions"].get("ok", 0) / report["verbatim_questions"]["all"]
    return scores


def read_floors() -> dict[str, Any]:
    """The pinned floors, a table per set."""
    return tomllib.loads(FLOORS.read_text(encoding="utf-8")) if FLOORS.is_file() else {}


def shortfalls(name: str, scores: Scores, digest: str, floors: dict[str, Any]) -> list[str]:
    """What is wrong with the scores of the set `name`: gold that differs, or a score under its floor."""
    pinned = floors.get(name)
    if pinned is None:
        return [f"{name}: no floors are pinned"]
    if pinned["gold"] != digest:
        return [f"{name}: the gold differs from the one its floors were measured on; measure again with --pin"]
    wanted = {metric: floor for metric, floor in pinned.items() if metric != "gold"}
    return [
        f"{name}: {metric} is {scores.get(metric, 0):.4f}, its floor {floor:.3f}"
        for metric, floor in wanted.items()
        if scores.get(metric, 0) < floor
    ]


def pin(floors: dict[str, Any], measured: dict[str, tuple[str, Scores]], *, lower: bool) -> str:
    """The floors file with the measured scores, rounded down; a pinned floor falls only with `lower`."""
    merged = {name: dict(table) for name, table in floors.items()}
    for name, (digest, scores) in measured.items():
        old = {} if lower else merged.get(name, {})
        raised = {metric: max(math.floor(score * 1000) / 1000, old.get(metric, 0)) for metric, score in scores.items()}
        merged[name] = {"gold": digest, **raised}
    tables = [
        f"\n[{name}]\n" + "".join(f"{key} = {json.dumps(value)}\n" for key, value in merged[name].items())
        for name in sorted(merged)
    ]
    return HEAD + "".join(tables)


def show(results: dict[str, Scores], worst: dict[str, list[tuple[str, float]]]) -> None:
    """Print the scores as a table, a column per set, and the worst documents of the open sets."""
    metrics = list(dict.fromkeys(metric for scores in results.values() for metric in scores))
    print(f"{'':24}" + "".join(f"{name:>9}" for name in results))
    for metric in metrics:
        cells = [f"{scores[metric]:9.3f}" if metric in scores else f"{'–':>9}" for scores in results.values()]
        print(f"{metric:24}" + "".join(cells))
    for name, documents in worst.items():
        print(f"\nworst of {name}, full F1:")
        for document, score in documents:
            print(f"  {score:.3f}  {document}")


def main() -> int:
    """Measure, print, and exit with 1 where a score is under its floor."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--set", action="append", choices=[s.name for s in SETS], help="only this set; repeatable")
    parser.add_argument("--worst", type=int, default=5, help="how many of the worst documents to print per set")
    parser.add_argument("--json", type=Path, help="write the scores to this file")
    parser.add_argument("--pin", action="store_true", help="raise the floors to what is measured")
    parser.add_argument("--lower-floors", action="store_true", help="with --pin: also lower floors")
    args = parser.parse_args()
    if args.lower_floors and not args.pin:
        parser.error("--lower-floors goes with --pin")
    floors = read_floors()
    wanted = [s for s in SETS if (not args.set or s.name in args.set) and s.gold.is_dir()]
    measured: dict[str, tuple[str, Scores]] = {}
    worst: dict[str, list[tuple[str, float]]] = {}
    for gold_set in wanted:
        scores, documents = measure(gold_set)
        measured[gold_set.name] = (gold_set.digest(), scores)
        if not gold_set.closed and args.worst:
            worst[gold_set.name] = sorted(documents.items(), key=lambda row: (row[1], row[0]))[: args.worst]
    show({name: scores for name, (_, scores) in measured.items()}, worst)
    if args.json:
        args.json.write_text(json.dumps({n: s for n, (_, s) in measured.items()}, indent=1) + "\n", encoding="utf-8")
    if args.pin:
        FLOORS.write_text(pin(floors, measured, lower=args.lower_floors), encoding="utf-8")
        floors = read_floors()
    problems = [
        line for name, (digest, scores) in measured.items() for line in shortfalls(name, scores, digest, floors)
    ]
    print("\n" + ("\n".join(problems) if problems else "No score is under its floor."))
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
