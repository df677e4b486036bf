"""Collects, for one figure, the populations it can be of and the features that speak for each."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field

from spacy.tokens import Doc, Span

from extractor.assembly import population_links as near
from extractor.assembly.population_mentions import Mention
from extractor.assembly.population_nominations import Nominations
from extractor.assembly.population_scope import PlaceCue, Scopes
from extractor.assembly.population_sentences import Sentence
from extractor.components.doc_text import text_of
from extractor.components.populations import EVERYONE, PLACE
from extractor.components.values import POPULATIONS
from extractor.lexicons.screens import Screen
from extractor.models import Article, Population
from extractor.parsing.populations import ALL_RESPONDENTS, is_general, outside

_PRONOUN = re.compile(
    r"^\W*(?:they|another|the (?:rest|same|others)|these|an additional|a further|this group|others)\b"
    r"|\b(?:among|of|in|with|for) (?:them|these|this group|that group|this \w+ group|those (?:voters|people|"
    r"respondents|groups?)|(?:these|this) (?:voters|people|respondents))\b"
    r"|\b(?:of|among) those\s*,",
    re.IGNORECASE,
)
_SAMPLED = Screen(
    re.compile(
        r"(?:\b(?:surveys?|polls?|sample|interviews?|responses)\s+(?:\w+\s+){0,3}?(?:of|with|from|among)"
        r"|\b(?:surveyed|polled|questioned|interviewed|sampled|asked)"
        r"|\bconducted\s+(?:\w+\s+){0,4}?(?:of|with|from|among)|\bsample size of|\bincluded)"
        r"\s+(?:the|a|an|more|than|about|nearly|some|random|national|representative|sample|total|of|roughly|over|\s)*"
        r"(?:\d[\d,]*\s+)?(?:adult\s+)?$",
        re.IGNORECASE,
    )
)
#: How many mentions of the sentence before are kept.
_LAST = 12
#: Features of a mention that the text ties to the figure itself.
_OWN = frozenset(("after:next", "after:direct", "after:ages", "after:pair", "before:at", "before:paren", "before:whom"))


@dataclass(slots=True)
class Candidate:
    """A population that a figure can be of, with the features that speak for or against it, and the cue mention.

    `base` is the group without the place that the context gives it.
    """

    population: Population
    features: set[str]
    cue: Span | None
    base: Population


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
    """A figure in its sentence, and the polled place in force there."""

    figure: Span
    sentence: Sentence
    place: PlaceCue | None


class Pool:
    """Candidates by label; evidence for the same population is put together."""

    def __init__(self) -> None:
        self._by_label: dict[str, Candidate] = {}

    def add(self, population: Population, features: set[str], cue: Span | None, base: Population | None = None) -> None:
        """Add a candidate, or features to the one with the same label; `base` is the group without its place."""
        found = self._by_label.get(population.label.lower())
        if found is None:
            self._by_label[population.label.lower()] = Candidate(population, set(features), cue, base or population)
            return
        found.features |= features
        if cue is not None and (found.cue is None or any(n.startswith(("after:", "before:")) for n in features)):
            found.cue = cue

    def candidates(self) -> list[Candidate]:
        """All candidates in the order in which they came."""
        return list(self._by_label.values())


class Evidence:
    """Reads the surroundings of figures in one document."""

    def __init__(self, doc: Doc, article: Article, figures: Sequence[Span]) -> None:
        self.text = text_of(doc)
        self.scopes = Scopes(doc, figures)
        self.nominations = Nominations(text_of(doc), article.title or "")
        self.samples: list[Span] = [
            span
            for span in doc.spans.get(POPULATIONS, ())
            if span.label_ == "group"
            and span.start_char > len(article.title or "")
            and _SAMPLED.search(self.text[max(0, span.start_char - 80) : span.start_char])
        ]

    def candidates(self, figure: Span, sentence: Sentence, state: State, proposed: Sequence[Span]) -> list[Candidate]:
        """The populations that `figure` can be of; the first is everyone polled at the place in force."""
        pool = Pool()
        place = self.scopes.cue_at(figure.start_char)
        self._default(pool, figure, sentence, state, place)
        own = False
        places: list[Mention] = []
        for mention in sentence.mentions:
            if mention.start < figure.end_char and figure.start_char < mention.end:
                continue
            features = near.link(figure, mention, self.text, sentence.figures, sentence.mentions)
            if mention.span.label_ == PLACE:
                if "after:next" in features or "before:open" in features or "before:opener" in features:
                    places.append(mention)
            elif features & _OWN:
                own = True
            self._mention(pool, Spot(figure, sentence, place), mention, features)
        for span in proposed:
            pool.add(self.scopes.narrow(span._.population, place), {"proposed"}, span, span._.population)
        self._previous(pool, figure, sentence, state, own)
        self._crossed(pool, places, state, sentence)
        self._respectively(pool, figure, sentence, state)
        self._last(pool, sentence, state, place)
        self._sampled(pool, figure, place)
        pair = near.paired(figure, sentence.figures, self.text)
        for population, feature in self.nominations.at(sentence.start, sentence.start + len(sentence.text), pair):
            pool.add(population, {feature}, None)
        return pool.candidates()

    def _default(self, pool: Pool, figure: Span, sentence: Sentence, state: State, place: PlaceCue | None) -> None:
        features = {"default"}
        if not any(m.span.label_ != PLACE for m in sentence.mentions):
            features.add("default:alone")
        if near.says_overall(sentence.text):
            features.add("default:overall")
        if not state.here:
            features.add("default:first")
        scoped = self.scopes.population(place)
        pool.add(scoped, features, place.span if place else None, Population(label=ALL_RESPONDENTS))
        if scoped.label != ALL_RESPONDENTS:
            pool.add(Population(label=ALL_RESPONDENTS), {"default:plain"}, None)

    def _mention(self, pool: Pool, spot: Spot, mention: Mention, features: set[str]) -> None:
        figure, sentence, place = spot.figure, spot.sentence, spot.place
        sort = mention.span.label_
        population = base = mention.population
        if sort == PLACE:
            placed = self._placed(mention)
            if placed is None:
                return
            kind = "area" if population.country is None else "place"
            population, features = placed, features | {kind} | {f"{kind}/{name}" for name in features}
            base = Population(label=ALL_RESPONDENTS)
        elif sort == EVERYONE:
            population = self.scopes.population(place)
            features = features | {"everyone"} | {f"everyone/{name}" for name in features}
            base = mention.population
        else:
            if is_general(population):
                features.add("general")
            if self.scopes.is_foreign(population):
                features.add("foreign")
            population = self.scopes.narrow(population, place)
            base = outside(base)
        if sort != EVERYONE and any(f is not figure and near.adjacent(f, mention, self.text) for f in sentence.figures):
            features.add(f"taken:{'after' if mention.start > figure.start_char else 'before'}")
        pool.add(population, features, mention.span, base)

    def _placed(self, mention: Mention) -> Population | None:
        """The people of a place that is named in the sentence; None where nobody was polled there."""
        population = mention.population
        if population.country is None:
            return Population(label=f"{self.scopes.noun} in {population.label}", facets=population.facets)
        if not self.scopes.is_polled(population):
            return None
        placed = self.scopes.population(
            PlaceCue(mention.start, population.country, population.facets.get("region"), mention.span)
        )
        return None if placed.label == ALL_RESPONDENTS else placed

    def _previous(self, pool: Pool, figure: Span, sentence: Sentence, state: State, own: bool) -> None:
        previous = state.previous
        if previous is None:
            return
        kind = "everyone" if "default" in previous.candidate.features else "group"
        groups = any(m.span.label_ not in (PLACE, EVERYONE) for m in sentence.mentions)
        if state.here:
            gap = near.gap_kind(self.text, previous.figure, figure)
            start = previous.figure.end_char
            between = any(start <= m.start < figure.start_char and m.span.label_ != PLACE for m in sentence.mentions)
            features = {f"same:{kind}:{gap}", f"same:{kind}:{'between' if between else 'clear'}"}
            if own:
                features.add("same:own")
        elif previous.sentence.paragraph == sentence.paragraph:
            features = {f"next:{kind}:{'groups' if groups else 'none'}"}
            if previous.sentence is state.last:
                features.add(f"next:{kind}:adjacent")
            if _PRONOUN.search(sentence.text):
                features.add(f"next:{kind}:pronoun")
            if any(name.startswith("before:opener") for name in previous.candidate.features):
                features.add("next:opener")
        else:
            features = {f"later:{kind}:{'groups' if groups else 'none'}"}
        pool.add(previous.candidate.population, features, previous.candidate.cue, previous.candidate.base)

    def _crossed(self, pool: Pool, places: Sequence[Mention], state: State, sentence: Sentence) -> None:
        """A group at another place: "Among Macron backers, 10 percent in Ohio and 9 percent in Iowa"."""
        groups = [m.population for m in sentence.mentions if m.role == "opener" and m.span.label_ == "group"]
        if state.here and state.here[0].candidate.base.label != ALL_RESPONDENTS:
            groups.append(state.here[0].candidate.base)
        for mention in places:
            placed = self._placed(mention)
            if placed is None:
                continue
            for group in groups:
                if is_general(group) or group.label == ALL_RESPONDENTS:
                    continue
                base = outside(group)
                pool.add(self.scopes.within(placed, base), {"crossed"}, mention.span, base)

    def _respectively(self, pool: Pool, figure: Span, sentence: Sentence, state: State) -> None:
        """The k-th population for the k-th figure: "60 and 56 percent of men and women, respectively"."""
        if "respective" not in sentence.text or figure not in sentence.figures:
            return
        k, n = sentence.figures.index(figure), len(sentence.figures)
        groups = [m for m in sentence.mentions if m.span.label_ == "group"]
        if len(groups) == n:
            place = self.scopes.cue_at(figure.start_char)
            pool.add(self.scopes.narrow(groups[k].population, place), {"respectively"}, groups[k].span)
        elif not groups and len(state.before) == n:
            bound = state.before[k].candidate
            pool.add(bound.population, {"respectively"}, bound.cue, bound.base)

    def _last(self, pool: Pool, sentence: Sentence, state: State, place: PlaceCue | None) -> None:
        """The groups of the sentence before."""
        last = state.last
        if last is None or last.paragraph != sentence.paragraph:
            return
        silent = "silent" if not last.figures else "spoken"
        pronoun = ":pronoun" if _PRONOUN.search(sentence.text) else ""
        for mention in last.mentions[-_LAST:]:
            if mention.span.label_ in (PLACE, EVERYONE):
                continue
            features = {f"last:{silent}:{mention.role}{pronoun}"}
            if is_general(mention.population):
                features.add("last:general")
            if self.scopes.is_foreign(mention.population):
                features.add("foreign")
            pool.add(self.scopes.narrow(mention.population, place), features, mention.span, outside(mention.population))

    def _sampled(self, pool: Pool, figure: Span, place: PlaceCue | None) -> None:
        """A special group that was surveyed ("a survey of 400 employers")."""
        at = bisect_left(self.samples, figure.start_char, key=lambda span: span.start_char)
        for kind, spans in (
            ("last", self.samples[max(0, at - 1) : at]),
            ("only", self.samples if len(self.samples) == 1 else []),
        ):
            for span in spans:
                if not is_general(span._.population):
                    pool.add(self.scopes.narrow(span._.population, place), {f"sample:{kind}"}, span)
