"""Train the weights by which `extractor.assembly.questions` puts figures under questions.

    python -m benchmarks.train_questions GOLD_DIR DOCS_DIR [--folds 5] [--write]

A conditional logit over the questions that a figure may answer and a new one (L2 penalty), trained on annotated
articles and on our own practice stories, judged on held-out articles by the pairs of figures that are put under one
question.  The answers that the features read come from response models that have not seen the article, as in use.
The model is fitted twice: where all figures before are put right, then also where its own first choices put them (as
in Ross, Gordon and Bagnell 2011, "A reduction of imitation learning").  The result is the same on every run.
"""

import argparse
import json
import math
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from benchmarks import logit, train_responses
from benchmarks.logit import Choice
from extractor.assembly import responses
from extractor.assembly.chooser import score
from extractor.assembly.clues import Clues, read
from extractor.assembly.extraction import answered
from extractor.assembly.grouping import Grouping
from extractor.assembly.links import Topic
from extractor.assembly.polls import find_polls
from extractor.assembly.populations import resolve_populations
from extractor.reading.page import read_article

WEIGHTS = Path(__file__).parent.parent / "extractor" / "assembly" / "weights" / "questions.json"
#: A feature must occur in this many documents to get a weight, and its weight be this large to be kept.
DOCUMENTS = 3
SMALLEST = 0.02
#: Response models by which answers are found for each other's articles.
PARTS = 3
RESPONSE_PENALTY = 10.0
ITERATIONS = 200
#: What a choice in a practice story counts; held-out articles lose where it counts less, or as much as their own.
PRACTICE = 0.3
SHIFTS = (-0.6, -0.4, -0.2, 0.0, 0.2)

#: The figures of a document, and the gold question of each (None where gold has no figure).
Document = tuple[list[Clues], list[str | None]]
Bound = tuple[dict, list[responses.Bound]]


def documents(gold_dir: Path, docs_dir: Path) -> tuple[list[Document], list[Document]]:
    """The annotated articles and the practice stories, with answers by models that were trained without them."""
    articles, stories = train_responses.documents(gold_dir, docs_dir), train_responses.practice()
    parts = [(*articles[part::PARTS], *stories[part::PARTS]) for part in range(PARTS)]
    shipped = responses.weights(responses.MODEL)
    told = [[list(train_responses.figures(gold, found, shipped)) for gold, found in part] for part in parts]
    for number, part in enumerate(parts):
        rest = [figures for other in range(PARTS) if other != number for figures in told[other]]
        model = train_responses.fit(rest, RESPONSE_PENALTY, {})
        for _, found in part:
            responses.resolve(found, model)
    return _documents(articles), _documents(stories)


def _documents(bound: list[Bound]) -> list[Document]:
    return [_document(gold, found) for gold, found in bound if found]


def _document(gold: dict, found: list[responses.Bound]) -> Document:
    doc = found[0].span.doc
    article = read_article(doc.text, source_path=gold["doc"]).model_copy(
        update={"text": doc.text, "blocks": (), "published": gold["article"].get("published")}
    )
    spans = [bound.span for bound in found]
    populations = resolve_populations(doc, article, spans, None, answers=[bound.label for bound in found])
    figures = answered(doc, found, populations, find_polls(doc, article, spans))
    return read(doc, figures), [_question(gold, bound) for bound in found]


def _question(gold: dict, bound: responses.Bound) -> str | None:
    for finding in gold["findings"]:
        place = finding["figure"]
        if place["start"] < bound.span.end_char and bound.span.start_char < place["end"]:
            return str(finding["question"])
    return None


def choices(document: Document, model: dict[str, float] | None = None, weight: float = 1.0) -> list[Choice]:
    """What each annotated figure had to choose among, with all figures before it put right, or as `model` puts them.

    Right is the question where it meets most figures of its own and fewest others; a choice counts the more, the
    more pairs of figures it puts right.
    """
    clues, gold = document
    grouping = Grouping()
    found: list[Choice] = []
    for figure, question in zip(clues, gold, strict=True):
        open_to = grouping.open_to(figure)
        features = grouping.features(figure, open_to) if open_to else [["first"]]
        gains = [_gain(topic, question, gold) for topic in open_to] + [0]
        if question and open_to:
            right = [gain == max(gains) for gain in gains]
            found.append(Choice(features, right, weight * math.sqrt(max(1, max(gains) - min(gains)))))
        if model is not None:
            scores = [score(model, names) for names in features]
            best = scores.index(max(scores))
        else:
            known = [any(question and gold[i] == question for i in topic.members) for topic in open_to]
            best = known.index(True) if True in known else len(open_to)
        grouping.add(figure, open_to[best] if best < len(open_to) else None)
    return found


def _gain(topic: Topic, question: str | None, gold: Sequence[str | None]) -> int:
    members = [gold[i] for i in topic.members if gold[i]]
    return 2 * members.count(question) - len(members)


def train(data: list[Document], practised: list[Document], penalty: float) -> dict[str, float]:
    """Fit where all is put right, then also where the first model's choices lead."""
    told = [choices(doc) for doc in data] + [choices(doc, None, PRACTICE) for doc in practised]
    first = fit(told, penalty)
    told += [choices(doc, first) for doc in data] + [choices(doc, first, PRACTICE) for doc in practised]
    return fit(told, 2 * penalty)


def fit(documents: list[list[Choice]], penalty: float) -> dict[str, float]:
    """The weights of what occurs in enough documents, where a choice counts 1 in the mean."""
    told = [choice for choices in documents for choice in choices]
    mean = sum(choice.count for choice in told) / len(told)
    told = [choice._replace(count=choice.count / mean) for choice in told]
    found = logit.fit(told, logit.frequent(documents, DOCUMENTS), penalty, maxiter=ITERATIONS)
    return {name: weight for name, weight in found.items() if abs(weight) >= SMALLEST}


def judge(docs: list[Document], model: dict[str, float], shift: float) -> np.ndarray:
    """True, false and missed pairs of figures under one question; `shift` is added for a new question."""
    counts = np.zeros(3, dtype=int)
    shifted = model | {"new": model.get("new", 0.0) + shift}
    for clues, gold in docs:
        grouping = Grouping()
        numbers = [grouping.choose(figure, shifted).number for figure in clues]
        for i in range(len(clues)):
            for j in range(i):
                if gold[i] and gold[j]:
                    told, true = numbers[i] == numbers[j], gold[i] == gold[j]
                    counts += [told and true, told and not true, true and not told]
    return counts


def main() -> None:
    """Cross-validate over articles, then train on all."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("gold", type=Path)
    parser.add_argument("docs", type=Path)
    parser.add_argument("--folds", type=int, default=5)
    parser.add_argument("--penalty", type=float, default=6.0)
    parser.add_argument("--shift", type=float, default=0.0)
    parser.add_argument("--write", action="store_true")
    args = parser.parse_args()
    articles, stories = documents(args.gold, args.docs)
    totals = {shift: np.zeros(3, dtype=int) for shift in SHIFTS}
    for fold in range(args.folds):
        model = train([d for i, d in enumerate(articles) if i % args.folds != fold], stories, args.penalty)
        for shift in SHIFTS:
            totals[shift] += judge(articles[fold :: args.folds], model, shift)
    for shift, (hit, false, missed) in totals.items():
        if args.folds:
            f1 = 2 * hit / (2 * hit + false + missed)
            print(f"held out, new {shift:+.1f}: pairs F1 {f1:.3f}  ({hit} {false} {missed})")
    if args.write:
        model = train(articles, stories, args.penalty)
        model["new"] = round(model.get("new", 0.0) + args.shift, 3)
        WEIGHTS.write_text(json.dumps(model, indent=0, sort_keys=True) + "\n", encoding="utf-8")
        print(f"{len(model)} weights written")


if __name__ == "__main__":
    main()
