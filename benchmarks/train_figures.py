"""Make the weights that tell poll figures from other numbers.

    python benchmarks/train_figures.py --gold ../shared/gold/train --docs ../shared/articles/train/text

Logistic regression over the features of `extractor.components.figure_features`, on every candidate number that no
single phrase decides; numbers whose annotation is optional are left out.  Prints precision and recall cross-validated
over documents, then writes ``extractor/components/figure_weights.json``.  Same input, same bytes.
"""

import argparse
import json
from collections import Counter
from pathlib import Path
from typing import Any

import numpy as np
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold

import extractor.components
from extractor.components.candidates import Candidate, finder, fold
from extractor.components.bare_figures import bare_finder
from extractor.components.figure_features import features
from extractor.components.figure_model import model
from extractor.pipeline import build_nlp

OUTPUT = Path(extractor.components.__file__).parent / "figure_weights.json"
STRENGTH = 0.1
LEAST_SEEN = 4
FOLDS = 12
THRESHOLD = 0.4


def candidates_of(text: str) -> list[Candidate]:
    """All candidate numbers of `text`."""
    folded = fold(text)
    found = finder("en").find(folded)
    return sorted((*found, *bare_finder("en").find(text, folded, found)), key=lambda one: one.start)


def examples(gold: dict[str, Any], text: str) -> tuple[list[tuple[set[str], int]], int]:
    """(features, label) of each candidate of one document, and how many figures no candidate or a phrase misses."""
    places: dict[tuple[int, int], bool] = {}
    for finding in gold["findings"]:
        place = finding["figure"]["start"], finding["figure"]["end"]
        places[place] = places.get(place, False) or not finding["optional"]
    numbers = candidates_of(text)
    nlp = build_nlp("en")
    starts = [sent.start_char for sent in nlp.get_pipe("poll_sentences")(nlp.make_doc(text)).sents]
    judge = model("en")
    page, against = judge.read(fold(text), starts, numbers)
    rows: list[tuple[set[str], int]] = []
    reached: set[tuple[int, int]] = set()
    for one, names in zip(numbers, against, strict=True):
        hits = [place for place in places if one.start < place[1] and place[0] < one.end]
        if judge.deciding(names):
            continue
        reached.update(hits)
        if not hits or any(places[place] for place in hits):
            rows.append((features(page, one, names), int(bool(hits))))
    return rows, sum(1 for place, needed in places.items() if needed and place not in reached)


def read(gold_dir: Path, docs_dir: Path) -> tuple[list[set[str]], np.ndarray, np.ndarray, int]:
    """Features, labels and document numbers of all documents, and the figures that are missed beforehand."""
    rows: list[set[str]] = []
    labels: list[int] = []
    groups: list[int] = []
    missed = 0
    for number, path in enumerate(sorted(gold_dir.glob("*.gold.json"))):
        gold = json.loads(path.read_text(encoding="utf-8"))
        found, lost = examples(gold, (docs_dir / gold["doc"]).read_text(encoding="utf-8"))
        missed += lost
        rows += [names for names, _ in found]
        labels += [label for _, label in found]
        groups += [number] * len(found)
    return rows, np.array(labels), np.array(groups), missed


def main() -> None:
    """Train, report, write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--gold", type=Path, required=True)
    parser.add_argument("--docs", type=Path, required=True)
    parser.add_argument("--output", type=Path, default=OUTPUT)
    args = parser.parse_args()
    rows, labels, groups, missed = read(args.gold, args.docs)
    seen = Counter(name for row in rows for name in row)
    vectorizer = DictVectorizer()
    matrix = vectorizer.fit_transform([{name: 1 for name in sorted(row) if seen[name] >= LEAST_SEEN} for row in rows])
    classifier = LogisticRegression(C=STRENGTH, max_iter=5000, fit_intercept=False)
    scores = np.zeros(len(labels))
    for train, test in GroupKFold(FOLDS).split(matrix, labels, groups):
        scores[test] = classifier.fit(matrix[train], labels[train]).decision_function(matrix[test])
    for threshold in (-0.5, 0.0, 0.25, 0.5, 1.0):
        right = int(((scores > threshold) & (labels == 1)).sum())
        wrong = int(((scores > threshold) & (labels == 0)).sum())
        lost = int((labels == 1).sum()) - right + missed
        f1 = 2 * right / (2 * right + wrong + lost)
        print(f"cross-validated at {threshold:+.2f}: P {right / (right + wrong):.3f} R {right / (right + lost):.3f} F1 {f1:.3f}")
    classifier.fit(matrix, labels)
    weights = {
        str(name): round(float(weight), 3)
        for name, weight in zip(vectorizer.get_feature_names_out(), classifier.coef_[0], strict=True)
        if abs(weight) >= 0.01
    }
    weights["bias"] = round(weights.get("bias", 0.0) - THRESHOLD, 3)
    args.output.write_text(json.dumps({"weights": dict(sorted(weights.items()))}, indent=1) + "\n", encoding="utf-8")
    print(f"{len(weights)} weights from {len(labels)} numbers of {len(set(groups.tolist()))} documents to {args.output}")


if __name__ == "__main__":
    main()
