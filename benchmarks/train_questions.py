"""Train the weights by which `extractor.assembly.questions` joins figures to questions.

    python benchmarks/train_questions.py GOLD_DIR DOCS_DIR [--folds 5] [--write]

A logistic regression over pairs of figures of one document (L2 penalty), judged on held-out documents by the pairs
that are put under one question.  The result is the same on every run.
"""

import argparse
import json
from collections import Counter
from pathlib import Path

import numpy as np
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

from extractor.assembly import questions, responses
from extractor.assembly.extraction import answered
from extractor.assembly.links import Answered, link_features
from extractor.assembly.polls import find_polls
from extractor.assembly.populations import resolve_populations
from extractor.pipeline import build_nlp
from extractor.reading.page import read_article

WEIGHTS = Path(__file__).parent.parent / "extractor" / "assembly" / "weights" / "questions.json"
REACH = 12
DOCUMENTS = 3
SMALLEST = 0.02

Document = tuple[list[Answered], list[str | None]]


def documents(gold_dir: Path, docs_dir: Path) -> list[Document]:
    """Every annotated document: its figures as extraction places them, and the gold question of each."""
    nlp = build_nlp()
    found: list[Document] = []
    for path in sorted(gold_dir.glob("*.gold.json")):
        gold = json.loads(path.read_text(encoding="utf-8"))
        text = (docs_dir / gold["doc"]).read_text(encoding="utf-8")
        doc = nlp(text)
        bound = responses.bind(doc)
        if not bound:
            continue
        responses.resolve(bound)
        article = read_article(text, source_path=gold["doc"]).model_copy(
            update={"text": text, "blocks": (), "published": gold["article"].get("published")}
        )
        spans = [b.span for b in bound]
        figures = answered(doc, bound, resolve_populations(doc, article, spans, None), find_polls(doc, article, spans))
        found.append((figures, [_question(gold, b) for b in bound]))
    return found


def _question(gold: dict, bound: responses.Bound) -> str | None:
    for finding in gold["findings"]:
        place = finding["figure"]
        if place["start"] < bound.span.end_char and bound.span.start_char < place["end"]:
            return str(finding["question"])
    return None


def fit(docs: list[Document], penalty: float) -> dict[str, float]:
    """Weights of a logistic regression on whether two figures answer one question; near pairs only."""
    rows: list[list[str]] = []
    same: list[float] = []
    seen: Counter[str] = Counter()
    for figures, gold in docs:
        names: set[str] = set()
        for i, figure in enumerate(figures):
            for j in range(max(0, i - REACH), i):
                if gold[i] and gold[j] and figures[j].poll == figure.poll:
                    rows.append(list(link_features(figures[j], figure, i - j)))
                    same.append(float(gold[i] == gold[j]))
                    names |= set(rows[-1])
        seen.update(names)
    names_ = sorted(name for name, count in seen.items() if count >= DOCUMENTS)
    index = {name: i for i, name in enumerate(names_)}
    r = [k for k, row in enumerate(rows) for name in row if name in index]
    c = [index[name] for row in rows for name in row if name in index]
    matrix = csr_matrix((np.ones(len(r)), (r, c)), shape=(len(rows), len(names_)))
    target = np.array(same)

    def loss(w: np.ndarray) -> tuple[float, np.ndarray]:
        z = matrix @ w[:-1] + w[-1]
        value = np.logaddexp(0, z).sum() - z @ target + 0.5 * penalty * (w[:-1] @ w[:-1])
        error = 1 / (1 + np.exp(-z)) - target
        return value, np.append(matrix.T @ error + penalty * w[:-1], error.sum())

    w = minimize(loss, np.zeros(len(names_) + 1), jac=True, method="L-BFGS-B", options={"maxiter": 300}).x
    model = {name: round(float(x), 3) for name, x in zip(names_, w[:-1], strict=True) if abs(x) >= SMALLEST}
    return model | {questions.BIAS: round(float(w[-1]), 3)}


def judge(docs: list[Document], model: dict[str, float], shift: float) -> np.ndarray:
    """True, false and missed pairs of figures under one question."""
    counts = np.zeros(3, dtype=int)
    shifted = model | {questions.BIAS: model[questions.BIAS] + shift}
    for figures, gold in docs:
        numbers = questions.group(figures, shifted)
        for i in range(len(figures)):
            for j in range(i):
                if gold[i] and gold[j]:
                    told, true = numbers[i] == numbers[j], gold[i] == gold[j]
                    counts += [told and true, told and not true, true and not told]
    return counts


def main() -> None:
    """Cross-validate over documents, then train on all."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("gold", type=Path)
    parser.add_argument("docs", type=Path)
    parser.add_argument("--folds", type=int, default=5)
    parser.add_argument("--penalty", type=float, default=10.0)
    parser.add_argument("--shift", type=float, default=0.0)
    parser.add_argument("--write", action="store_true")
    args = parser.parse_args()
    docs = documents(args.gold, args.docs)
    shifts = (-1.5, -1.0, -0.5, 0.0, 0.5, 1.0)
    totals = {shift: np.zeros(3, dtype=int) for shift in shifts}
    for fold in range(args.folds):
        model = fit([d for i, d in enumerate(docs) if i % args.folds != fold], args.penalty)
        for shift in shifts:
            totals[shift] += judge([d for i, d in enumerate(docs) if i % args.folds == fold], model, shift)
    for shift, (hit, false, missed) in totals.items():
        if args.folds:
            f1 = 2 * hit / (2 * hit + false + missed)
            print(f"held out, bias {shift:+.1f}: pairs F1 {f1:.3f}  ({hit} {false} {missed})")
    if args.write:
        model = fit(docs, args.penalty)
        model[questions.BIAS] = round(model[questions.BIAS] + args.shift, 3)
        WEIGHTS.write_text(json.dumps(model, indent=0, sort_keys=True) + "\n", encoding="utf-8")
        print(f"{len(model)} weights written")


if __name__ == "__main__":
    main()
