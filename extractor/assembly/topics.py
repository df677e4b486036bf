"""A question with what the figures that answer it so far tell of it."""

from dataclasses import dataclass, field

from extractor.assembly.clues import RATINGS, Clues

#: Told values that differ by less are likely one value, told again.
CLOSE = 1.6
#: Facets that the people of a whole poll may have; any other one tells a group of them.
EVERYBODY = frozenset(("country", "region", "voters"))
#: The facet of people who may be all that were asked, though now called voters and now not.
VOTERS = frozenset(("voters",))


@dataclass(slots=True)
class Topic:
    """A question with what the figures that answer it so far tell of it."""

    poll: int
    number: int
    members: list[int] = field(default_factory=list)
    last: Clues | None = None
    labels: set[str] = field(default_factory=set)
    names: set[str] = field(default_factory=set)
    race: set[str] = field(default_factory=set)
    races: set[frozenset[str]] = field(default_factory=set)
    clauses: set[str] = field(default_factory=set)
    words: set[str] = field(default_factory=set)
    measures: set[str] = field(default_factory=set)
    objects: set[str] = field(default_factory=set)
    populations: set[str] = field(default_factory=set)
    cells: dict[tuple[str, str], dict[str, float]] = field(default_factory=dict)
    pairs: set[tuple[str, str]] = field(default_factory=set)
    shares: list[float] = field(default_factory=list)
    steps: list[float] = field(default_factory=list)
    titled: bool = False
    chosen: set[str] = field(default_factory=set)
    sides: set[str] = field(default_factory=set)
    everybody: dict[tuple[str, str], float] = field(default_factory=dict)
    headings: set[frozenset[str]] = field(default_factory=set)
    sections: dict[tuple[str, str, str], int] = field(default_factory=dict)

    def add(self, clues: Clues) -> None:
        """Let the figure of `clues` answer this question."""
        self.members.append(clues.index)
        self.last = clues
        self.labels.add(clues.label)
        self.names |= clues.names
        self.clauses |= clues.clause
        self.sides.add(clues.side)
        self.words |= (clues.heading | clues.clause if clues.heading else clues.words) | clues.answer
        self.populations.add(clues.population)
        if clues.heading:
            self.headings.add(clues.heading)
        self.titled = self.titled or clues.paragraph == 0
        cell = (clues.population, clues.wave)
        if clues.role == "first":
            self.pairs.add(cell)
        if clues.choice:
            self.race |= clues.race
            self.races.add(clues.race)
            self.chosen.add(clues.choice)
        if clues.matter.measure and clues.matter.source != "carried":
            self.measures.add(clues.matter.measure)
        if rated := whom(clues):
            self.objects.add(rated)
        if clues.kind == "share":
            if clues.facets <= VOTERS:
                self.everybody[clues.wave, clues.label] = clues.value
            self.cells.setdefault(cell, {})[clues.label] = clues.value
            self.sections[(*cell, clues.label)] = clues.section
            self.shares.append(clues.value)
        else:
            self.steps.append(clues.value)

    def is_parted(self, clues: Clues) -> bool:
        """Whether a figure surely answers another question than this one."""
        return self._is_headed_otherwise(clues) or self._is_asked_again(clues) or self._is_in_other_section(clues)

    def _is_headed_otherwise(self, clues: Clues) -> bool:
        """Whether the figure's sentence names a matter that nothing of this question spoke of: "On crime, …"."""
        numbers = {word for word in clues.heading if word.isdigit()}
        told = frozenset[str]().union(*self.headings)
        if numbers and self.headings:
            return numbers.isdisjoint(told)
        return bool(clues.heading) and clues.heading.isdisjoint(told | self.words)

    def _is_asked_again(self, clues: Clues) -> bool:
        """Whether the same people, asked something, gave the same answer at another share."""
        if clues.kind != "share" or not (clues.supposed or clues.opens == "asked") or self.last is None:
            return False
        told = self.everybody.get((clues.wave, clues.label)) if clues.facets <= VOTERS else None
        return told is not None and abs(told - clues.value) >= CLOSE and self.last.sentence != clues.sentence

    def _is_in_other_section(self, clues: Clues) -> bool:
        """Whether a heading parts a figure from this question, which the same people answered alike at another share.

        What "40 percent expect a rise" is of is told by the heading above it; names are chosen between in many places.
        """
        section = self.sections.get((clues.population, clues.wave, clues.label))
        if section is None or section == clues.section or clues.kind != "share" or clues.choice:
            return False
        told = self.cells[clues.population, clues.wave][clues.label]
        return section > 0 or abs(told - clues.value) >= CLOSE


def whom(clues: Clues) -> str:
    """Whom a figure rates: named beside the rating, or in place of an answer ("47 percent for Smith" of a rating)."""
    if clues.matter.rated:
        return clues.matter.object
    return clues.choice if clues.matter.measure in RATINGS else ""
