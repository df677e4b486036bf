"""Make the weights that tell poll figures from other numbers.

    python benchmarks/train_figures.py --gold ../shared/gold/train --docs ../shared/articles/train/text

Logistic regression over the features of `extractor.components.figure_features`, on every candidate number that no
single phrase decides; numbers whose annotation is optional are left out.  The sentences of
``benchmarks/figures/sentences.txt`` are learned from too, each in several surroundings: they cover topics that the
articles lack.  Prints precision and recall on the articles, cross-validated over documents, then writes
``extractor/components/figure_weights.json``.  Same input, same bytes.
"""

import argparse
import json
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold

import extractor.components
from extractor.components.bare_figures import bare_finder
from extractor.components.candidate_finder import finder
from extractor.components.candidates import Candidate, fold
from extractor.components.figure_model import model
from extractor.pipeline import build_nlp

OUTPUT = Path(extractor.components.__file__).parent / "figure_weights.json"
STRENGTH = 0.1
SENTENCES = Path(__file__).parent / "figures" / "sentences.txt"
SURROUNDINGS = sorted((Path(__file__).parent / "figures").glob("around_*.txt"))
#: Surroundings too far from any poll for a figure to stand in them.
NO_FIGURES = ("around_far",)
SENTENCE_WEIGHT = 0.3
LEAST_SEEN = 4
FOLDS = 12
THRESHOLD = 0.4


def candidates_of(text: str) -> list[Candidate]:
    """All candidate numbers of `text`."""
    folded = fold(text)
    found = finder("en").find(folded)
    return sorted((*found, *bare_finder("en").find(text, folded, found)), key=lambda one: one.start)


def examples(text: str, places: dict[tuple[int, int], bool]) -> tuple[list[tuple[set[str], int]], int]:
    """(features, label) of each candidate of `text`, and how many figures no candidate or a phrase misses.

    `places` are the poll figures: True where one is required, False where it is optional.
    """
    numbers = candidates_of(text)
    nlp = build_nlp("en")
    starts = [sent.start_char for sent in nlp.get_pipe("poll_sentences")(nlp.make_doc(text)).sents]
    judge = model("en")
    page, against = judge.read(text, starts, numbers)
    rows: list[tuple[set[str], int]] = []
    reached: set[tuple[int, int]] = set()
    for one, names in zip(numbers, against, strict=True):
        hits = [place for place in places if one.start < place[1] and place[0] < one.end]
        if judge.deciding(names):
            continue
        reached.update(hits)
        if not hits or any(places[place] for place in hits):
            rows.append((judge.features(page, one, names), int(bool(hits))))
    return rows, sum(1 for place, needed in places.items() if needed and place not in reached)


def read(gold_dirs: Sequence[Path], docs_dirs: Sequence[Path]) -> tuple[list[set[str]], np.ndarray, np.ndarray, int]:
    """Features, labels and document numbers of all documents, and the figures that are missed beforehand."""
    rows: list[set[str]] = []
    labels: list[int] = []
    groups: list[int] = []
    missed = 0
    pages = [
        (path, docs)
        for golds, docs in zip(gold_dirs, docs_dirs, strict=True)
        for path in sorted(golds.glob("*.gold.json"))
    ]
    for number, (path, docs_dir) in enumerate(pages):
        gold = json.loads(path.read_text(encoding="utf-8"))
        places: dict[tuple[int, int], bool] = {}
        for finding in gold["findings"]:
            place = finding["figure"]["start"], finding["figure"]["end"]
            places[place] = places.get(place, False) or not finding["optional"]
        found, lost = examples((docs_dir / gold["doc"]).read_text(encoding="utf-8"), places)
        missed += lost
        rows += [names for names, _ in found]
        labels += [label for _, label in found]
        groups += [number] * len(found)
    return rows, np.array(labels), np.array(groups), missed


def sentences() -> tuple[list[set[str]], np.ndarray]:
    """Features and labels of the written sentences, each in each of the surroundings."""
    rows: list[set[str]] = []
    labels: list[int] = []
    for line in SENTENCES.read_text(encoding="utf-8").splitlines():
        if line[:2] not in ("+ ", "- "):
            continue
        for path in SURROUNDINGS:
            if line[0] == "+" and path.stem in NO_FIGURES:
                continue
            around = path.read_text(encoding="utf-8")
            start = around.index("@")
            text = around.replace("@", line[2:])
            inside = [one for one in candidates_of(text) if start <= one.start < start + len(line)]
            places = {(one.start, one.end): True for one in inside} if line[0] == "+" else {}
            found, _ = examples(text, {**places, **_outside(text, start, len(line) - 2)})
            rows += [names for names, _ in found]
            labels += [label for _, label in found]
    return rows, np.array(labels)


def _outside(text: str, start: int, length: int) -> dict[tuple[int, int], bool]:
    """The numbers of the surroundings themselves, as optional: nothing is learned from them."""
    numbers = candidates_of(text)
    return {(one.start, one.end): False for one in numbers if not start <= one.start < start + length}


def main() -> None:
    """Train, report, write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--gold", type=Path, nargs="+", required=True)
    parser.add_argument("--docs", type=Path, nargs="+", required=True)
    parser.add_argument("--output", type=Path, default=OUTPUT)
    args = parser.parse_args()
    rows, labels, groups, missed = read(args.gold, args.docs)
    seen = Counter(name for row in rows for name in row)
    written, verdicts = sentences()
    vectorizer = DictVectorizer()
    every = [{name: 1 for name in sorted(row) if seen[name] >= LEAST_SEEN} for row in (*rows, *written)]
    matrix = vectorizer.fit_transform(every)
    extra = np.arange(len(rows), len(every))
    weight = np.where(np.arange(len(every)) < len(rows), 1.0, SENTENCE_WEIGHT)
    truth = np.concatenate((labels, verdicts))
    classifier = LogisticRegression(C=STRENGTH, max_iter=5000, fit_intercept=False)
    scores = np.zeros(len(labels))
    for fold_rows, test in GroupKFold(FOLDS).split(labels, labels, groups):
        train = np.concatenate((fold_rows, extra))
        classifier.fit(matrix[train], truth[train], sample_weight=weight[train])
        scores[test] = classifier.decision_function(matrix[test])
    for threshold in (-0.5, 0.0, 0.25, 0.5, 1.0):
        right = int(((scores > threshold) & (labels == 1)).sum())
        wrong = int(((scores > threshold) & (labels == 0)).sum())
        lost = int((labels == 1).sum()) - right + missed
        f1 = 2 * right / (2 * right + wrong + lost)
        precision, recall = right / (right + wrong), right / (right + lost)
        print(f"cross-validated at {threshold:+.2f}: P {precision:.3f} R {recall:.3f} F1 {f1:.3f}")
    classifier.fit(matrix, truth, sample_weight=weight)
    weights = {
        str(name): round(float(weight), 3)
        for name, weight in zip(vectorizer.get_feature_names_out(), classifier.coef_[0], strict=True)
        if abs(weight) >= 0.01
    }
    weights["bias"] = round(weights.get("bias", 0.0) - THRESHOLD, 3)
    args.output.write_text(json.dumps({"weights": dict(sorted(weights.items()))}, indent=1) + "\n", encoding="utf-8")
    print(
        f"{len(weights)} weights from {len(labels)} numbers of {len(set(groups.tolist()))} documents to {args.output}"
    )


if __name__ == "__main__":
    main()
