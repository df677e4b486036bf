"""Where a figure stands: its sentence, and what was said of whom before it."""

from dataclasses import dataclass, field

from spacy.tokens import Span

from extractor.assembly.population_pool import Candidate
from extractor.assembly.population_scope import PlaceCue
from extractor.assembly.population_sentences import Sentence
from extractor.assembly.population_signs import Signs


@dataclass(slots=True)
class Bound:
    """A figure and what it was bound to."""

    figure: Span
    sentence: Sentence
    candidate: Candidate


@dataclass(slots=True)
class State:
    """What was said so far: the figure and the sentence before, the figures of this sentence and of the last."""

    previous: Bound | None = None
    last: Sentence | None = None
    here: list[Bound] = field(default_factory=list)
    before: list[Bound] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Spot:
    """A figure in its sentence: the polled place in force there, what was said before, what the sentence tells."""

    figure: Span
    sentence: Sentence
    place: PlaceCue | None
    state: State
    signs: Signs
