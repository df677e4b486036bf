"""The populations that a figure can be of, with the evidence for each, gathered by label."""

from dataclasses import dataclass, field

from spacy.tokens import Span

from extractor.models import Population


@dataclass(slots=True)
class Candidate:
    """A population that a figure can be of, with the features that speak for or against it, and the cue mention.

    `base` is the group without the place that the context gives it.
    """

    population: Population
    features: set[str]
    cue: Span | None
    base: Population

    @property
    def kind(self) -> str:
        """``everyone``, ``nominee`` (a party's voters in its own race) or ``group``."""
        if "default" in self.features:
            return "everyone"
        return "nominee" if self.population.facets.get("voters") == "primary" else "group"


@dataclass(slots=True)
class _Known:
    """What speaks for one population: features of the context, and those of each mention in the sentence."""

    population: Population
    base: Population
    context: set[str] = field(default_factory=set)
    cue: Span | None = None
    mentions: list[tuple[set[str], Span, Population]] = field(default_factory=list)


class Pool:
    """Candidates by label.

    Evidence of the context is put together; mentions of one population are candidates apart, since one that stands
    far off does not speak against one that stands near.
    """

    def __init__(self) -> None:
        self._by_label: dict[str, _Known] = {}

    def add(self, population: Population, features: set[str], cue: Span | None, base: Population | None = None) -> None:
        """Add what the context says for a population; `base` is the group without its place."""
        known = self._known(population, base or population)
        known.context |= features
        known.cue = known.cue or cue

    def mention(self, population: Population, features: set[str], cue: Span, base: Population) -> None:
        """Add a mention of a population in the sentence."""
        self._known(population, base).mentions.append((features, cue, base))

    def _known(self, population: Population, base: Population) -> _Known:
        return self._by_label.setdefault(population.label.lower(), _Known(population, base))

    def candidates(self) -> list[Candidate]:
        """All candidates in the order in which they came."""
        found = []
        for known in self._by_label.values():
            if known.context:
                found.append(Candidate(known.population, known.context, known.cue, known.base))
            for features, cue, base in known.mentions:
                found.append(Candidate(known.population, known.context | features, cue, base))
        return found
