"""Makes ``extractor/assembly/population_weights.json``: how much each feature speaks for a population.

    python -m benchmarks.train_populations --gold GOLD_DIR... --docs DOCS_DIR... --referee BENCH [--penalty 2000]

Every figure of the gold is a choice among candidate populations.  The weights maximise the likelihood of an
acceptable candidate (a conditional logistic model), drawn strongly towards ``population_priors.json``: weights set by
hand, and those learned when fewer rules were written for the articles of the gold.  Learned afresh, the weights fit
those articles better and others worse; what is held out is not held out from the priors.  The practice stories count
too, each figure as a part of one (``--practice``), since they are denser and terser than news.  The run is
deterministic.  Needs numpy and scipy.
"""

import argparse
import json
import random
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from spacy.tokens import Doc, Span

from benchmarks import logit
from benchmarks.logit import Choice
from benchmarks.practice import stories
from extractor.assembly.population_pool import Candidate
from extractor.assembly.populations import resolve_populations, score
from extractor.models import Article
from extractor.pipeline import build_nlp

HERE = Path(__file__).parent
PRIORS = HERE / "population_priors.json"
WEIGHTS = HERE.parent / "extractor" / "assembly" / "population_weights.json"
FOLDS = 5
#: How much a figure of a practice story counts.
PRACTICE = 0.6


class Sample(NamedTuple):
    """A document with the figures of its gold and the acceptable labels of each; `share` is how much each counts."""

    doc: Doc
    article: Article
    figures: list[Span]
    accepted: list[list[list[str]]]
    share: float = 1.0


def main() -> int:
    """Train, report, write."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--gold", type=Path, nargs="+", required=True)
    parser.add_argument("--docs", type=Path, nargs="+", required=True)
    parser.add_argument("--referee", type=Path, required=True, help="folder of score.py")
    parser.add_argument(
        "--check", type=Path, nargs=2, metavar=("GOLD", "DOCS"), help="report the share right on another set"
    )
    parser.add_argument("--penalty", type=float, default=2000.0)
    parser.add_argument("--practice", type=float, default=PRACTICE, help="how much a figure of a practice story counts")
    args = parser.parse_args()
    sys.path.insert(0, str(args.referee))
    samples = [s for gold, docs in zip(args.gold, args.docs, strict=True) for s in read(gold, docs)]
    own = list(practice(args.practice)) if args.practice else []
    print(f"cross-validated over documents: {cross_validate(samples, own, args.penalty):.4f}")
    table = train([*samples, *own], args.penalty)
    print(f"on the training set: {share_right(samples, table):.4f}")
    if args.check:
        print(f"on {args.check[0]}: {share_right(list(read(*args.check)), table):.4f}")
    WEIGHTS.write_text(json.dumps(dict(sorted(table.items())), indent=0) + "\n", encoding="utf-8")
    print(f"{len(table)} weights in {WEIGHTS}")
    return 0


def read(gold: Path, docs: Path) -> Iterator[Sample]:
    """The documents of a gold folder."""
    nlp = build_nlp("en")
    for path in sorted(gold.glob("*.gold.json")):
        record: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
        yield _sample(nlp((docs / record["doc"]).read_text(encoding="utf-8")), record, 1.0)


def practice(share: float) -> Iterator[Sample]:
    """The practice stories, each figure counted as `share`."""
    nlp = build_nlp("en")
    for text, record in stories():
        yield _sample(nlp(text), record, share)


def _sample(doc: Doc, record: dict[str, Any], share: float) -> Sample:
    by_place: dict[tuple[int, int], list[list[str]]] = {}
    for finding in record["findings"]:
        place = finding["figure"]["start"], finding["figure"]["end"]
        by_place.setdefault(place, []).extend([] if finding["optional"] else [finding["population"]])
    figures = [doc.char_span(*place, alignment_mode="expand") for place in sorted(by_place)]
    name = str(record["doc"])
    article = Article(article_id=name, source_path=name, sha256="", title=doc.text.split("\n")[0], text=doc.text)
    return Sample(doc, article, figures, [by_place[place] for place in sorted(by_place)], share)


def collect(
    samples: Sequence[Sample], table: Mapping[str, float], *, follow_gold: bool
) -> tuple[list[Choice], int, int]:
    """The choices met with the weights `table`, how many came out right, and how many there were.

    With `follow_gold` an acceptable candidate is taken where there is one, so that what follows is seen from there.
    """
    from score import same_population  # noqa: PLC0415  (the referee is given on the command line)

    choices: list[Choice] = []
    right = total = 0
    for sample in samples:
        wanted = {id(span): labels for span, labels in zip(sample.figures, sample.accepted, strict=True)}

        def choose(
            figure: Span,
            candidates: Sequence[Candidate],
            wanted: dict[int, list[list[str]]] = wanted,
            share: float = sample.share,
        ) -> int:
            nonlocal right, total
            labels = wanted[id(figure)]
            good = [any(same_population(c.population.label, one) for one in labels) for c in candidates]
            scores = [score(c, table) for c in candidates]
            best = max(range(len(candidates)), key=lambda i: (scores[i], -i))
            total += len(labels)
            right += len(labels) * good[best]
            if any(good):
                choices.append(Choice([sorted(c.features) for c in candidates], good, share))
                if follow_gold:
                    return max((i for i in range(len(good)) if good[i]), key=lambda i: (scores[i], -i))
            return best

        resolve_populations(sample.doc, sample.article, sample.figures, choose=choose)
    return choices, right, total


def fit(choices: Sequence[Choice], priors: Mapping[str, float], penalty: float) -> dict[str, float]:
    """The weights of the features in `choices`, and the expected ones of all others."""
    return {**priors, **logit.fit(choices, logit.frequent([choices], 1), penalty, expected=priors, maxiter=400)}


def train(samples: Sequence[Sample], penalty: float) -> dict[str, float]:
    """Fit on gold decisions, then twice more with the decisions that the weights themselves lead to."""
    priors: dict[str, float] = json.loads(PRIORS.read_text(encoding="utf-8"))
    choices, _, _ = collect(samples, priors, follow_gold=True)
    table = fit(choices, priors, penalty)
    for _ in range(2):
        more, _, _ = collect(samples, table, follow_gold=False)
        choices += more
        table = fit(choices, priors, penalty)
    return table


def share_right(samples: Sequence[Sample], table: Mapping[str, float]) -> float:
    """The share of figures whose chosen population is acceptable."""
    _, right, total = collect(samples, table, follow_gold=False)
    return right / max(1, total)


def cross_validate(samples: Sequence[Sample], own: Sequence[Sample], penalty: float) -> float:
    """The share right on documents that were not trained on; `own` is always trained on."""
    order = list(range(len(samples)))
    random.Random(1).shuffle(order)
    right = total = 0
    for k in range(FOLDS):
        held = set(order[k::FOLDS])
        table = train([*(s for i, s in enumerate(samples) if i not in held), *own], penalty)
        _, ok, of = collect([samples[i] for i in sorted(held)], table, follow_gold=False)
        right, total = right + ok, total + of
    return right / max(1, total)


if __name__ == "__main__":
    sys.exit(main())
