"""Which response each figure gives: the candidates of the grammar, the choice among them, pointers resolved."""

from collections import defaultdict
from dataclasses import dataclass, field

from spacy.tokens import Doc, Span

from extractor.assembly.chooser import score, weights
from extractor.assembly.features import fixed_features, role, side_of, told_features
from extractor.assembly.memory import Memory
from extractor.assembly.options import Option, own_options, told_options
from extractor.components.cues import sentences_with_figures
from extractor.components.values import FIGURES
from extractor.constructions.chunks import Sequence, sequence
from extractor.constructions.grammar import Candidate, candidates

MODEL = "responses"


@dataclass(slots=True)
class Bound:
    """One figure with what was bound to it: its options with their scores, the best first, and the chosen label."""

    span: Span
    sequence: Sequence
    position: int
    own: list[Option] = field(default_factory=list)
    candidates: list[Candidate] = field(default_factory=list)
    options: list[tuple[float, Option]] = field(default_factory=list)
    label: str = ""
    rule: str = "none"
    inferred: bool = False


def bind(doc: Doc) -> list[Bound]:
    """Every figure of `doc`, in order, with the answers that its own sentence words for it."""
    found: list[Bound] = []
    for sentence in sentences_with_figures(doc):
        line = sequence(sentence)
        proposals: dict[int, list[Candidate]] = defaultdict(list)
        for candidate in candidates(line):
            proposals[candidate.figure].append(candidate)
        place = {line.chunks[i].start: i for i, letter in enumerate(line.code) if letter in "fp"}
        figures = [f for f in doc.spans[FIGURES] if f.start in place and sentence.start <= f.start < sentence.end]
        values = {place[figure.start]: abs(figure._.figure.value) for figure in figures}
        for figure in figures:
            i = place[figure.start]
            ranked = sorted(proposals[i], key=lambda c: (-c.construction.priority, c.start - c.end, c.construction.id))
            own = own_options(line, ranked, values)
            for option in own:
                option.fixed = fixed_features(line, i, option)
            found.append(Bound(figure, line, i, own, ranked))
    return found


def resolve(found: list[Bound], model: dict[str, float] | None = None) -> None:
    """Give each figure its label, in the order of the text: what was told before is known, what follows is guessed."""
    model = weights(MODEL) if model is None else model
    memory = Memory()
    for i, bound in enumerate(found):
        bound.options = rank(bound, memory, answers_of_next(found, i, model), model)
        if bound.options:
            best = bound.options[0][1]
            bound.label, bound.rule, bound.inferred = best.label, best.rules[0], best.place is None
        remember(memory, bound)


def remember(memory: Memory, bound: Bound) -> None:
    """Tell `memory` what `bound` answers."""
    side = side_of(bound.options[0][1], bound.position) if bound.options else ""
    memory.tell(bound.label, side, bound.sequence.start, role(bound.sequence.code, bound.position))


def rank(bound: Bound, memory: Memory, following: list[str], model: dict[str, float]) -> list[tuple[float, Option]]:
    """The options of one figure with their scores, the best first; ties keep the order of specificity.

    `following` are the answers that the next figures' own words give them.
    """
    line, position = bound.sequence, bound.position
    options = {option.label: option for option in bound.own}
    for option in told_options(line, bound.candidates, position, memory, following):
        seen = options.get(option.label, Option(option.label))
        merged = Option(option.label, [*seen.rules, *option.rules], seen.place, seen.candidate)
        merged.fixed = fixed_features(line, position, merged)
        options[option.label] = merged
    after = following[0] if following else ""
    scored = [
        (score(model, option.fixed) + score(model, told_features(line, position, option, memory, after)), option)
        for option in options.values()
    ]
    return sorted(scored, key=lambda pair: -pair[0])


def answers_of_next(found: list[Bound], i: int, model: dict[str, float]) -> list[str]:
    """The best answers that their own sentences give the two figures after figure `i`."""
    return [
        max(bound.own, key=lambda option: score(model, option.fixed)).label if bound.own else ""
        for bound in found[i + 1 : i + 3]
    ]
