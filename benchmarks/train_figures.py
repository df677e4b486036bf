"""Make the weights that tell poll figures from other numbers.

    python benchmarks/train_figures.py --gold ../shared/gold/train --docs ../shared/articles/train/text

Two logistic regressions on every candidate number that no single phrase decides: over the features of
`extractor.components.figure_features`, then over the scores of the number and its neighbours
(`extractor.components.figure_context`), the second on scores that the first gives to documents it has not seen.
Numbers whose annotation is optional are left out.  The sentences of ``benchmarks/figures/sentences.txt`` are learned
from too, each in several surroundings: they cover topics that the articles lack.  Prints precision and recall on the
articles, cross-validated over documents, then writes ``extractor/components/figure_weights.json``.  Same input, same
bytes.
"""

import argparse
import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold

import extractor.components
from extractor.components.bare_figures import bare_finder
from extractor.components.candidate_finder import finder
from extractor.components.candidates import Candidate, fold
from extractor.components.figure_context import Context, contexts
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
#: A score above this makes a poll figure.
THRESHOLD = 0.15


@dataclass(frozen=True, slots=True)
class Row:
    """A number that no phrase decides: its features, its sentence, and whether it is a figure (None: optional)."""

    features: set[str]
    sentence: int
    figure: bool | None


def candidates_of(text: str) -> list[Candidate]:
    """All candidate numbers of `text`."""
    folded = fold(text)
    found = finder("en").find(folded)
    return sorted((*found, *bare_finder("en").find(text, folded, found)), key=lambda one: one.start)


def examples(text: str, places: dict[tuple[int, int], bool]) -> tuple[list[Row], int]:
    """The rows of `text`, and how many figures no candidate or a phrase misses.

    `places` are the poll figures: True where one is required, False where it is optional.
    """
    numbers = candidates_of(text)
    nlp = build_nlp("en")
    starts = [sent.start_char for sent in nlp.get_pipe("poll_sentences")(nlp.make_doc(text)).sents]
    judge = model("en")
    page, against = judge.read(text, starts, numbers)
    rows: list[Row] = []
    reached: set[tuple[int, int]] = set()
    for one, names in zip(numbers, against, strict=True):
        hits = [place for place in places if one.start < place[1] and place[0] < one.end]
        if judge.deciding(names):
            continue
        reached.update(hits)
        figure = None if hits and not any(places[place] for place in hits) else bool(hits)
        rows.append(Row(judge.features(page, one, names), page.sentence_of(one), figure))
    return rows, sum(1 for place, needed in places.items() if needed and place not in reached)


def read(gold_dirs: Sequence[Path], docs_dirs: Sequence[Path]) -> tuple[list[list[Row]], int]:
    """The rows of each document, and the figures that are missed beforehand."""
    documents: list[list[Row]] = []
    missed = 0
    for golds, docs_dir in zip(gold_dirs, docs_dirs, strict=True):
        for path in sorted(golds.glob("*.gold.json")):
            gold = json.loads(path.read_text(encoding="utf-8"))
            places: dict[tuple[int, int], bool] = {}
            for finding in gold["findings"]:
                place = finding["figure"]["start"], finding["figure"]["end"]
                places[place] = places.get(place, False) or not finding["optional"]
            found, lost = examples((docs_dir / gold["doc"]).read_text(encoding="utf-8"), places)
            missed += lost
            documents.append(found)
    return documents, missed


def sentences() -> list[Row]:
    """The written sentences, each in each of the surroundings."""
    rows: list[Row] = []
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
            rows += [row for row in found if row.figure is not None]
    return rows


def _outside(text: str, start: int, length: int) -> dict[tuple[int, int], bool]:
    """The numbers of the surroundings themselves, as optional: nothing is learned from them."""
    numbers = candidates_of(text)
    return {(one.start, one.end): False for one in numbers if not start <= one.start < start + length}


class Trainer:
    """The two regressions over the rows of some documents and the written sentences."""

    def __init__(self, documents: Sequence[Sequence[Row]], written: Sequence[Row]) -> None:
        rows = [row for document in documents for row in document]
        seen = Counter(name for row in rows if row.figure is not None for name in row.features)
        self.groups = np.array([number for number, document in enumerate(documents) for _ in document])
        self.sentences = np.array([row.sentence for row in rows])
        self.judged = np.array([row.figure is not None for row in rows])
        self.truth = np.array([bool(row.figure) for row in (*rows, *written)])
        self.extra = np.arange(len(rows), len(rows) + len(written))
        self.weight = np.concatenate((np.ones(len(rows)), np.full(len(written), SENTENCE_WEIGHT)))
        self.vectorizer = DictVectorizer()
        self.matrix = self.vectorizer.fit_transform(
            [{name: 1 for name in sorted(row.features) if seen[name] >= LEAST_SEEN} for row in (*rows, *written)]
        )
        self.classifier = LogisticRegression(C=STRENGTH, max_iter=5000, fit_intercept=False)
        self.second = LogisticRegression(fit_intercept=False)

    def folds(self) -> list[tuple[np.ndarray, np.ndarray]]:
        """Parts of the documents to learn from and to try on, as row numbers."""
        return list(GroupKFold(FOLDS).split(self.groups, groups=self.groups))

    def fit(self, rows: np.ndarray) -> None:
        """Fit the first regression on `rows` and the written sentences."""
        chosen = np.concatenate((rows[self.judged[rows]], self.extra))
        self.classifier.fit(self.matrix[chosen], self.truth[chosen], sample_weight=self.weight[chosen])

    def unseen_scores(self) -> np.ndarray:
        """The first score of each row by a regression that has not seen its document."""
        scores = np.zeros(len(self.groups))
        for train, test in self.folds():
            self.fit(train)
            scores[test] = self.classifier.decision_function(self.matrix[test])
        return scores

    def around(self, scores: np.ndarray) -> list[list[float]]:
        """The context of each row."""
        found: list[list[float]] = []
        for number in range(int(self.groups.max()) + 1):
            own = self.groups == number
            for context in contexts(scores[own].tolist(), self.sentences[own].tolist()):
                found.append([value for _, value in context.items()])
        return found


def main() -> None:
    """Train, report, write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--gold", type=Path, nargs="+", required=True)
    parser.add_argument("--docs", type=Path, nargs="+", required=True)
    parser.add_argument("--output", type=Path, default=OUTPUT)
    args = parser.parse_args()
    documents, missed = read(args.gold, args.docs)
    trainer = Trainer(documents, sentences())
    around = np.array(trainer.around(trainer.unseen_scores()))
    judged, truth = trainer.judged, trainer.truth[: len(trainer.groups)]
    scores = np.zeros(len(truth))
    for train, test in trainer.folds():
        chosen = train[judged[train]]
        trainer.second.fit(around[chosen], truth[chosen])
        scores[test] = trainer.second.decision_function(around[test])
    for threshold in (-0.5, -0.25, 0.0, 0.25, 0.5):
        right = int(((scores > threshold) & truth & judged).sum())
        wrong = int(((scores > threshold) & ~truth & judged).sum())
        lost = int((truth & judged).sum()) - right + missed
        f1 = 2 * right / (2 * right + wrong + lost)
        precision, recall = right / (right + wrong), right / (right + lost)
        print(f"cross-validated at {threshold:+.2f}: P {precision:.3f} R {recall:.3f} F1 {f1:.4f}")
    trainer.second.fit(around[judged], truth[judged])
    trainer.fit(np.arange(len(truth)))
    weights = {
        str(name): round(float(weight), 3)
        for name, weight in zip(trainer.vectorizer.get_feature_names_out(), trainer.classifier.coef_[0], strict=True)
        if abs(weight) >= 0.01
    }
    names = [name for name, _ in Context(0.0, 0.0, False, 0.0).items()]
    context = {name: round(float(weight), 3) for name, weight in zip(names, trainer.second.coef_[0], strict=True)}
    context["bias"] = round(context["bias"] - THRESHOLD, 3)
    made = {"context": context, "weights": dict(sorted(weights.items()))}
    args.output.write_text(json.dumps(made, indent=1) + "\n", encoding="utf-8")
    print(f"{len(weights)} weights from {int(judged.sum())} numbers of {len(documents)} documents to {args.output}")


if __name__ == "__main__":
    main()
