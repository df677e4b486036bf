"""Which response each figure gives: the candidates of the grammar, the choice among them, pointers resolved."""

from collections import defaultdict
from dataclasses import dataclass, field

from spacy.tokens import Doc, Span

from extractor.assembly.labels import label
from extractor.components.cues import sentences_with_figures
from extractor.components.values import FIGURES
from extractor.constructions.chunks import Sequence, sequence
from extractor.constructions.grammar import Candidate, candidates


@dataclass(slots=True)
class Bound:
    """One figure with what was bound to it so far."""

    span: Span
    sequence: Sequence
    position: int
    candidates: list[Candidate] = field(default_factory=list)
    chosen: Candidate | None = None
    label: str = ""
    rule: str = ""
    inferred: bool = False


def bind(doc: Doc) -> list[Bound]:
    """Every figure of `doc`, in order, with its candidates, the best first."""
    found: list[Bound] = []
    for sentence in sentences_with_figures(doc):
        line = sequence(sentence)
        proposals: dict[int, list[Candidate]] = defaultdict(list)
        for candidate in candidates(line):
            proposals[candidate.figure].append(candidate)
        place = {line.chunks[i].start: i for i, letter in enumerate(line.code) if letter in "fp"}
        for figure in doc.spans[FIGURES]:
            if figure.start in place and sentence.start <= figure.start < sentence.end:
                i = place[figure.start]
                ranked = sorted(proposals[i], key=lambda c: (-c.construction.priority, -(c.end - c.start), c.construction.id))
                found.append(Bound(figure, line, i, ranked))
    return found


def resolve(found: list[Bound]) -> None:
    """Choose a candidate for each figure and give it its label; pointers take the label of a neighbour."""
    for i, bound in enumerate(found):
        for candidate in bound.candidates:
            text = text_of(found, i, candidate)
            if text:
                bound.chosen, bound.label, bound.rule = candidate, text, candidate.construction.id
                break
    for i, bound in enumerate(found):
        if bound.chosen and bound.label == "<next>":
            bound.label = next((b.label for b in found[i + 1 :] if b.label != "<next>"), "")


def text_of(found: list[Bound], i: int, candidate: Candidate) -> str:
    """The label that `candidate` gives figure `i`, or the empty string."""
    bound = found[i]
    if candidate.response:
        first, last = candidate.response
        chunks = bound.sequence.chunks
        return label(bound.span.doc, chunks[first].start, chunks[last - 1].end)
    if candidate.pointer == "previous":
        return found[i - 1].label if i else ""
    if candidate.pointer == "next":
        return "<next>" if i + 1 < len(found) else ""
    if candidate.pointer == "opposite":
        return f"not {found[i - 1].label}" if i else ""
    return ""
