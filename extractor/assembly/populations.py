"""Whom each figure is of: candidates from its sentence and the discourse, and the choice among them.

The choice is a sum of weights of named features (``population_weights.json``, made by
``benchmarks/train_populations.py``), so every binding can be explained by the features that decided it.
"""

import json
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from importlib import resources
from math import fsum

from spacy.tokens import Doc, Span

from extractor.assembly.close_calls import read_again
from extractor.assembly.population_asides import goes_on
from extractor.assembly.population_evidence import Evidence
from extractor.assembly.population_pool import Candidate
from extractor.assembly.population_sentences import sentences
from extractor.assembly.population_shared import shared
from extractor.assembly.population_state import Bound, State
from extractor.encoder.passages import Choice
from extractor.models import Article, Population
from extractor.parsing.population_words import population_words
from extractor.parsing.populations import ALL_RESPONDENTS, is_universe

#: Weight of a population that the clause grammar proposes for a figure.
PROPOSED_WEIGHT = 3.0

#: The feature of a group that stands right behind a figure and "of".
_OF_NEXT = "after:of:next"
#: Features of the groups that the order of a sentence gives its figures.
_ORDER = ("again", "compared", "parallel", "against", "resumed")

#: Before the group that an answer counts.
_OF_WHOM = re.compile(
    r"\s+themselves$|^for\s+|^(?:the\s+)?(?:(?:\w+\s+)?(?:share|proportion|percentage|number|rate|ratio|portion)\s+of\s+)?(?:the\s+)?"
)

#: Nouns of groups that a name before them tells, and words before them that are none.
_BACKERS = frozenset(("voters", "supporters", "backers", "sympathisers", "sympathizers"))
_NO_CAMP = re.compile(r"\b(?:undecided|likely|registered|eligible|swing|floating|all|more|new|other|non)\b")

#: Picks the index of a candidate for a figure.
Chooser = Callable[[Span, Sequence[Candidate]], int]


@dataclass(frozen=True, slots=True)
class ResolvedPopulation:
    """Whom a figure is of; `inferred` if no cue of its own sentence says so, `rule` names the evidence that decided."""

    population: Population
    inferred: bool
    rule: str
    cue: Span | None = None


def resolve_populations(
    doc: Doc,
    article: Article,
    figures: Sequence[Span],
    proposed: Mapping[int, Sequence[Span]] | None = None,
    *,
    answers: Sequence[str] = (),
    choose: Chooser | None = None,
    again: bool = False,
) -> list[tuple[ResolvedPopulation, ...]]:
    """Whom each of `figures` is of; more than one where a figure holds for two populations.

    `proposed` maps the index of a figure to the population spans that a construction bound to it.  `answers` are the
    labels of what each figure is a share for, if that is known: a group that is itself the answer was not asked.
    `choose` picks among candidates (the shipped weights by default; with `again`, close choices are read again in
    their words).
    """
    evidence = Evidence(doc, article, figures)
    state = State()
    index = {id(figure): i for i, figure in enumerate(figures)}
    everyone = (ResolvedPopulation(Population(label=ALL_RESPONDENTS), True, "default"),)
    resolved: list[tuple[ResolvedPopulation, ...]] = [everyone for _ in figures]
    for sentence in sentences(doc, figures):
        state.here = []
        evidence.references.resolve(sentence, state)
        for figure in sentence.figures:
            i = index[id(figure)]
            part = sentence.around(figure)
            candidates = evidence.candidates(figure, part, state, (proposed or {}).get(i, ()))
            if answers:
                candidates = without_answer(candidates, answers[i])
            chosen = candidates[choose(figure, candidates) if choose else best(figure, candidates, again=again)]
            state.previous = Bound(figure, sentence, chosen)
            state.here.append(state.previous)
            several = shared(figure, part, evidence.scopes, chosen, evidence.text)
            found = _resolved(chosen)
            resolved[i] = tuple(replace(found, population=population) for population in several) or (found,)
        state.last = sentence
        state.before = state.here
        state.previous = goes_on(state.here, evidence.text) or state.previous
    return resolved


def without_answer(candidates: Sequence[Candidate], answer: str) -> list[Candidate]:
    """`candidates` without the group that `answer` names: "those who cycle rose to 40%", "the share of nurses".

    Who lives or votes somewhere stays, and so does whose attitude is told of ("farmers' support").
    """
    told = _OF_WHOM.sub("", answer.lower()).strip()
    return [c for c in candidates if "default" in c.features or not _is_named(c, told)]


def _is_named(candidate: Candidate, told: str) -> bool:
    cue = candidate.cue
    if cue is None or cue.text.lower().strip() != told:
        return False
    if always_asked(told):
        return False
    narrowed = not set(population_words().clauses.relatives).isdisjoint(told.split())
    attitude = told.rsplit(maxsplit=1)[-1] in population_words().clauses.attitudes
    return not attitude and (narrowed or not is_universe(candidate.base))


def always_asked(group: str) -> bool:
    """Whether a group (lower case) is named by what it voted for: "labour voters at 31 percent" were asked."""
    name, _, noun = group.rpartition(" ")
    return noun in _BACKERS and bool(name) and not _NO_CAMP.search(name)


@cache
def weights() -> dict[str, float]:
    """The weight of each feature."""
    text = resources.files(__package__).joinpath("population_weights.json").read_text(encoding="utf-8")
    return {str(name): float(value) for name, value in json.loads(text).items()}


def score(candidate: Candidate, table: Mapping[str, float]) -> float:
    """The sum of the weights of a candidate's features, exact in any order."""
    extra = PROPOSED_WEIGHT if "proposed" in candidate.features else 0.0
    return extra + fsum(table.get(name, 0.0) for name in candidate.features)


def best(figure: Span, candidates: Sequence[Candidate], *, again: bool = False) -> int:
    """The index of the candidate with the highest score, the first of equals.

    With `again`, candidates that lie close are read again in their words.

    A group that "of" ties to its figure ("53 percent of women") leaves no choice but among groups behind the figure,
    nor does the order of two groups that are compared.
    """
    table = weights()
    for feature in _ORDER:
        for i, candidate in enumerate(candidates):
            if feature in candidate.features:
                return i
    tied = any(_OF_NEXT in candidate.features for candidate in candidates)
    behind = [i for i, candidate in enumerate(candidates) if tied and _is_behind(candidate)]
    open_to = behind or range(len(candidates))
    sums = {i: score(candidates[i], table) for i in open_to}
    if again:
        choices = [choice_of(candidates[i]) for i in open_to]
        added = read_again("population", figure, choices, list(sums.values()))
        sums = {i: sums[i] + more for i, more in zip(open_to, added, strict=True)}
    return max(open_to, key=lambda i: (sums[i], -i))


def choice_of(candidate: Candidate) -> Choice:
    """A candidate as it is read again: its label and where its mention stands."""
    cue = candidate.cue
    return Choice(candidate.population.label, *((cue.start_char, cue.end_char) if cue is not None else (-1, -1)))


def _is_behind(candidate: Candidate) -> bool:
    return any(name.startswith("after:") for name in candidate.features)


def _resolved(candidate: Candidate) -> ResolvedPopulation:
    table = weights()
    local = any(name.startswith(("after:", "before:", "proposed", "crossed")) for name in candidate.features)
    rule = max(sorted(candidate.features), key=lambda name: table.get(name, 0.0))
    return ResolvedPopulation(candidate.population, not local, f"population:{rule}", candidate.cue)
