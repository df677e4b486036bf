"""What the encoder learns from: the choices of annotated figures, as extraction meets them."""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from benchmarks import train_populations, train_responses
from extractor.assembly import responses
from extractor.assembly.chooser import weights
from extractor.assembly.close_calls import place_of
from extractor.assembly.populations import choice_of, resolve_populations
from extractor.assembly.populations import score as population_score
from extractor.assembly.populations import weights as population_weights
from extractor.encoder.passages import Choice, Place
from extractor.evaluation.labels import same_response

Bound = tuple[dict[str, Any], list[responses.Bound]]


class Example(NamedTuple):
    """A figure's choice of `task`: the options, the sums of their features, and which of them are right."""

    doc: str
    task: str
    where: Place
    choices: list[Choice]
    sums: list[float]
    right: list[bool]

    @property
    def is_telling(self) -> bool:
        """Whether some options are right and some are wrong."""
        return any(self.right) and not all(self.right)


def examples(gold: Path, docs: Path, referee: Path) -> Iterator[Example]:
    """The choices in the annotated articles and the practice stories."""
    sys.path.insert(0, str(referee))
    answered = [*train_responses.documents(gold, docs), *train_responses.practice()]
    for told, found in answered:
        yield from _responses(told, found)
    for sample in [*train_populations.read(gold, docs), *train_populations.practice(1.0)]:
        yield from _populations(sample)


def _responses(gold: dict[str, Any], found: list[responses.Bound]) -> Iterator[Example]:
    responses.resolve(found, weights(responses.MODEL))
    for bound in found:
        accepted = train_responses.answers(gold, bound)
        if accepted:
            choices = [responses.choice_of(bound.sequence, option) for _, option in bound.options]
            right = [same_response(choice.label, accepted) for choice in choices]
            sums = [total for total, _ in bound.options]
            yield Example(gold["doc"], "response", place_of(bound.span), choices, sums, right)


def _populations(sample: train_populations.Sample) -> Iterator[Example]:
    from score import same_population  # noqa: PLC0415  (the referee is given on the command line)

    table = population_weights()
    wanted = {id(span): names for span, names in zip(sample.figures, sample.accepted, strict=True)}
    met: list[Example] = []

    def choose(figure: train_populations.Span, candidates: Any) -> int:
        sums = [population_score(candidate, table) for candidate in candidates]
        names = [c.population.label for c in candidates]
        right = [any(same_population(name, one) for one in wanted[id(figure)]) for name in names]
        choices = [choice_of(candidate) for candidate in candidates]
        met.append(Example(sample.article.article_id, "population", place_of(figure), choices, sums, right))
        return max(range(len(sums)), key=lambda i: (sums[i], -i))

    resolve_populations(sample.doc, sample.article, sample.figures, choose=choose)
    yield from met
