"""Train the weights by which `extractor.assembly.responses` chooses among answers.

    python -m benchmarks.train_responses GOLD_DIR DOCS_DIR [--folds 5] [--write]

Fits a conditional logit (softmax over the options of each figure, L2 penalty) on annotated articles and reports the
share of right responses on held-out documents.  The result is the same on every run.
"""

import argparse
import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import numpy as np
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

from benchmarks.practice import stories
from extractor.assembly import responses
from extractor.assembly.features import told_features
from extractor.assembly.memory import Memory, rivals
from extractor.evaluation.labels import same_response
from extractor.pipeline import build_nlp

WEIGHTS = Path(__file__).parent.parent / "extractor" / "assembly" / "weights" / "responses.json"
ROUNDS = 3
SMALLEST = 0.02

Document = tuple[dict, list[responses.Bound]]
Figure = tuple[list[list[str]], list[bool]]
#: A feature must occur in this many documents to get a weight.
DOCUMENTS = 3


def documents(gold_dir: Path, docs_dir: Path) -> list[Document]:
    """Every annotated document with its bound figures."""
    nlp = build_nlp()
    found = []
    for path in sorted(gold_dir.glob("*.gold.json")):
        gold = json.loads(path.read_text(encoding="utf-8"))
        doc = nlp((docs_dir / gold["doc"]).read_text(encoding="utf-8"))
        found.append((gold, responses.bind(doc)))
    return found


def practice() -> list[Document]:
    """Our own annotated stories: trained on, never judged on."""
    nlp = build_nlp()
    return [(gold, responses.bind(nlp(text))) for text, gold in stories()]


def answers(gold: dict, bound: responses.Bound) -> list[str] | None:
    """The accepted labels of the figure, or None where gold has none at this place."""
    start, end = bound.span.start_char, bound.span.end_char
    told: list[str] = []
    for finding in gold["findings"]:
        place = finding["figure"]
        if place["start"] < end and start < place["end"]:
            told += finding["response"]
    return told or None


def figures(gold: dict, found: list[responses.Bound], model: dict[str, float]) -> Iterator[Figure]:
    """The options of each annotated figure: their features and whether they are right, as decoding meets them."""
    responses.resolve(found, model)
    memory = Memory(rivals=rivals(found[0].span.doc)) if found else Memory()
    for i, bound in enumerate(found):
        accepted = answers(gold, bound)
        if accepted:
            following = (responses.answers_of_next(found, i, model) or [""])[0]
            options = [option for _, option in bound.options]
            yield (
                [[*o.fixed, *told_features(bound.spot, o, memory, following)] for o in options],
                [same_response(o.label, accepted) for o in options],
            )
        responses.remember(memory, bound)


def fit(
    documents: list[list[Figure]], penalty: float, start: dict[str, float], counts: list[float] | None = None
) -> dict[str, float]:
    """Weights that maximise the likelihood that a right option is taken; `start` is where the search begins.

    `counts` tells how much each document counts; 1 for all without it.
    """
    seen = Counter(
        name for data in documents for name in {n for features, _ in data for option in features for n in option}
    )
    names = sorted(name for name, count in seen.items() if count >= DOCUMENTS)
    told = [
        (f, right, count)
        for doc, count in zip(documents, counts or [1.0] * len(documents), strict=True)
        for f, right in doc
        if any(right) and not all(right)
    ]
    data = [(f, right) for f, right, _ in told]
    weight = np.array([count for _, _, count in told])
    index = {name: i for i, name in enumerate(names)}
    rows, columns, group, correct = [], [], [], []
    row = 0
    for number, (features, right) in enumerate(data):
        for option, ok in zip(features, right, strict=True):
            known = [index[name] for name in option if name in index]
            columns += known
            rows += [row] * len(known)
            group.append(number)
            correct.append(ok)
            row += 1
    matrix = csr_matrix((np.ones(len(rows)), (rows, columns)), shape=(row, len(names)))
    groups, good = np.array(group), np.array(correct)
    turned = matrix.T.tocsr()

    def loss(w: np.ndarray) -> tuple[float, np.ndarray]:
        scores = matrix @ w
        top = np.full(len(data), -np.inf)
        np.maximum.at(top, groups, scores)
        raised = np.exp(scores - top[groups])
        whole = np.bincount(groups, raised)
        part = np.bincount(groups, raised * good)
        value = -(weight * np.log(part / whole)).sum() + 0.5 * penalty * (w @ w)
        gradient = turned @ (weight[groups] * (raised / whole[groups] - raised * good / part[groups])) + penalty * w
        return value, gradient

    begin = np.array([start.get(name, 0.0) for name in names])
    w = minimize(loss, begin, jac=True, method="L-BFGS-B", options={"maxiter": 200, "ftol": 1e-6}).x
    return {name: round(float(x), 3) for name, x in zip(names, w, strict=True) if abs(x) >= SMALLEST}


def train(docs: list[Document], own: list[Document], penalty: float, share: float) -> dict[str, float]:
    """Fit, decode with what was fitted, and fit again on what decoding meets; our own stories count `share`."""
    model: dict[str, float] = {}
    counts = [1.0] * len(docs) + [share] * len(own)
    for _ in range(ROUNDS):
        model = fit([list(figures(gold, found, model)) for gold, found in docs + own], penalty, model, counts)
    return model


def accuracy(docs: list[Document], model: dict[str, float]) -> tuple[int, int, int]:
    """Right responses, figures with a right option, figures."""
    right = possible = total = 0
    for gold, found in docs:
        responses.resolve(found, model)
        for bound in found:
            accepted = answers(gold, bound)
            if accepted:
                total += 1
                right += same_response(bound.label, accepted)
                possible += any(same_response(option.label, accepted) for _, option in bound.options)
    return right, possible, total


def main() -> None:
    """Cross-validate over documents, then train on all."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("gold", type=Path)
    parser.add_argument("docs", type=Path)
    parser.add_argument("--folds", type=int, default=5)
    parser.add_argument("--penalty", type=float, default=14.0)
    parser.add_argument("--share", type=float, default=0.25, help="how much a figure of our own stories counts")
    parser.add_argument("--no-practice", action="store_true", help="train on GOLD_DIR alone")
    parser.add_argument("--write", action="store_true")
    args = parser.parse_args()
    docs = documents(args.gold, args.docs)
    own = [] if args.no_practice else practice()
    counts = np.zeros(3, dtype=int)
    for fold in range(args.folds):
        model = train([d for i, d in enumerate(docs) if i % args.folds != fold], own, args.penalty, args.share)
        counts += accuracy([d for i, d in enumerate(docs) if i % args.folds == fold], model)
    if args.folds:
        right, possible, total = counts
        print(f"held out: {right / total:.3f} right, {possible / total:.3f} possible, {total} figures")
    if args.write:
        model = train(docs, own, args.penalty, args.share)
        WEIGHTS.parent.mkdir(exist_ok=True)
        WEIGHTS.write_text(json.dumps(model, indent=0, sort_keys=True) + "\n", encoding="utf-8")
        right, possible, total = accuracy(docs, model)
        print(f"trained on: {right / total:.3f} right, {possible / total:.3f} possible; {len(model)} weights")


if __name__ == "__main__":
    main()
