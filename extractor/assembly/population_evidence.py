"""Collects, for one figure, the populations it can be of and the features that speak for each."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field

from spacy.tokens import Doc, Span

from extractor.assembly import population_links as near
from extractor.assembly.population_comparisons import in_order
from extractor.assembly.population_mentions import SAMPLED, Mention
from extractor.assembly.population_nominations import Nominations
from extractor.assembly.population_pool import Candidate, Pool
from extractor.assembly.population_references import References
from extractor.assembly.population_scope import PlaceCue, Scopes
from extractor.assembly.population_sentences import Sentence
from extractor.assembly.population_signs import SignReader, Signs
from extractor.components.doc_text import text_of
from extractor.components.populations import EVERYONE, PLACE
from extractor.models import Article, Population
from extractor.parsing.populations import ALL_RESPONDENTS, in_region, is_general, is_universe, outside, people_of

_PRONOUN = re.compile(
    r"^\W*(?:they|another|the (?:rest|same|others)|these|an additional|a further|this group|others)\b"
    r"|\b(?:among|of|in|with|for) (?:them|these|this group|that group|this \w+ group|those (?:voters|people|"
    r"respondents|groups?)|(?:these|this) (?:voters|people|respondents))\b"
    r"|\b(?:of|among) those\s*,",
    re.IGNORECASE,
)
#: How many mentions of the sentence before are kept.
_LAST = 12
#: Features of a mention that the text ties to the figure itself.
_OWN = frozenset(("after:next", "after:direct", "after:ages", "after:pair", "before:at", "before:paren", "before:whom"))
#: Features of a place right beside its figure.
_BESIDE = frozenset(("after:next", "before:at", "before:paren", "before:opener", "before:open", "before:whom"))
_EVERYONE = Population(label=ALL_RESPONDENTS)


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


class Evidence:
    """Reads the surroundings of figures in one document."""

    def __init__(self, doc: Doc, article: Article, figures: Sequence[Span]) -> None:
        self.text = text_of(doc)
        self.scopes = Scopes(doc, figures)
        self.signs = SignReader(doc)
        self.references = References(doc)
        self.nominations = Nominations(text_of(doc), article.title or "")
        self.samples: list[Span] = [
            span
            for span, _ in self.scopes.named
            if span.label_ == "group"
            and span.start_char > len(article.title or "")
            and SAMPLED.search(self.text[max(0, span.start_char - 80) : span.start_char])
        ]

    def candidates(self, figure: Span, sentence: Sentence, state: State, proposed: Sequence[Span]) -> list[Candidate]:
        """The populations that `figure` can be of; the first is everyone polled at the place in force."""
        pool = Pool()
        place = self.scopes.cue_at(figure.start_char)
        signs = self.signs.at(figure, sentence, _since(state, sentence))
        spot = Spot(figure, sentence, place, state, signs)
        self._default(pool, spot)
        own = False
        places: list[Mention] = []
        for mention in sentence.mentions:
            if mention.start < figure.end_char and figure.start_char < mention.end:
                continue
            features = near.link(figure, mention, self.text, sentence.figures, sentence.mentions)
            if "after:option" in features:
                features.add(f"after:option:{signs.topic}")
            if mention.span.label_ == PLACE:
                if "after:next" in features or "before:open" in features or "before:opener" in features:
                    places.append(mention)
            elif features & _OWN:
                own = True
            self._mention(pool, spot, mention, features)
        for span in proposed:
            pool.add(self.scopes.narrow(span._.population, place), {"proposed"}, span, span._.population)
        self._previous(pool, spot, own)
        self._crossed(pool, places, state, sentence)
        self._in_order(pool, spot)
        self._last(pool, spot)
        self._sampled(pool, figure, place)
        pair = near.paired(figure, sentence.figures, self.text)
        for population, feature in self.nominations.at(sentence.start, sentence.start + len(sentence.text), pair):
            features = {feature, f"nomination:{signs.topic}"} | ({"nomination:final"} if signs.final else set())
            pool.add(self.scopes.narrow(population, place), features, None, population)
        return pool.candidates()

    def _default(self, pool: Pool, spot: Spot) -> None:
        figure, sentence, place = spot.figure, spot.sentence, spot.place
        features = {"default"}
        if not any(m.span.label_ != PLACE for m in sentence.mentions):
            features.add("default:alone")
        if near.says_overall(figure, sentence.text, sentence.start, sentence.figures):
            features.add("default:overall")
        if spot.signs.poll:
            features.add("default:poll")
        if not spot.state.here:
            features.add("default:first")
        scoped = self.scopes.population(place)
        pool.add(scoped, features, place.span if place else None, _EVERYONE)
        if scoped.label != ALL_RESPONDENTS:
            pool.add(_EVERYONE, {"default:plain"}, None)

    def _mention(self, pool: Pool, spot: Spot, mention: Mention, features: set[str]) -> None:
        figure, sentence, place = spot.figure, spot.sentence, spot.place
        sort = mention.span.label_
        population = base = mention.population
        if sort == PLACE:
            placed = self._placed(mention)
            kind = "area" if population.country is None else "place"
            if placed is None and population.country and not self.scopes.is_polled(population):
                placed, kind = self._unpolled(mention, features), "unpolled"
            if placed is None:
                return
            population, features = placed, features | {kind} | {f"{kind}/{name}" for name in features}
            base = _EVERYONE
        elif sort == EVERYONE or (mention.role == "sampled" and is_universe(population)):
            sort = EVERYONE
            population = self.scopes.population(place)
            features = features | {"everyone"} | {f"everyone/{name}" for name in features}
            base = mention.population
        else:
            if is_general(population) and "after:far" not in features and mention.role != "claim":
                features.add("general")
            if self.scopes.is_foreign(population):
                features.add("foreign")
            population = self.scopes.narrow(population, place)
            base = outside(base)
        if sort != EVERYONE and any(f is not figure and near.adjacent(f, mention, self.text) for f in sentence.figures):
            features.add(f"taken:{'after' if mention.start > figure.start_char else 'before'}")
        pool.mention(population, features, mention.span, base)

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

    def _unpolled(self, mention: Mention, features: set[str]) -> Population | None:
        """The people of a place of which no poll is told of, where a figure stands right beside "in" the place."""
        if mention.left != "in" or not features & _BESIDE or self.text.startswith(":", mention.end):
            return None
        region = mention.population.facets.get("region")
        return in_region(region, self.scopes.noun) if region else people_of(mention.population.country or "")

    def _previous(self, pool: Pool, spot: Spot, own: bool) -> None:
        figure, sentence, state, signs = spot.figure, spot.sentence, spot.state, spot.signs
        previous = state.previous
        if previous is None:
            return
        kind = previous.candidate.kind
        groups = any(m.span.label_ not in (PLACE, EVERYONE) for m in sentence.mentions)
        if state.here:
            gap = near.gap_kind(self.text, previous.figure, figure)
            start = previous.figure.end_char
            own_cue = previous.candidate.cue
            between = any(
                start <= m.start < figure.start_char and m.span.label_ != PLACE and m.span is not own_cue
                for m in sentence.mentions
            )
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
        if not state.here:
            before = "next" if previous.sentence.paragraph == sentence.paragraph else "later"
            features |= {f"{before}:{kind}:{name}" for name in ("person", "headed", "refers") if getattr(signs, name)}
            if kind == "nominee":
                features.add(f"{before}:nominee:{'final' if signs.final else signs.topic}")
        if signs.poll:
            features.add(f"{'same' if state.here else 'next'}:{kind}:poll")
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
                if is_general(group) or is_universe(group) or group.label == ALL_RESPONDENTS:
                    continue
                base = outside(group)
                pool.add(self.scopes.within(placed, base), {"crossed"}, mention.span, base)

    def _in_order(self, pool: Pool, spot: Spot) -> None:
        """Groups whose figures are told in their order: "(57% vs. 49%)", "60 and 56 percent, respectively"."""
        figure, sentence, state = spot.figure, spot.sentence, spot.state
        here = [(bound.figure, bound.candidate) for bound in state.here]
        for feature, population, cue in in_order(figure, sentence.figures, sentence.mentions, here, self.text):
            pool.add(self.scopes.narrow(population, spot.place), {feature}, cue, outside(population))
        if "respective" not in sentence.text or figure not in sentence.figures:
            return
        k, n = sentence.figures.index(figure), len(sentence.figures)
        groups = [m for m in sentence.mentions if m.span.label_ == "group" and m.role != "claim"]
        if len(groups) == n:
            group = groups[k]
            pool.add(self.scopes.narrow(group.population, spot.place), {"respectively"}, group.span)
        elif not groups and len(state.before) == n:
            bound = state.before[k].candidate
            pool.add(bound.population, {"respectively"}, bound.cue, bound.base)

    def _last(self, pool: Pool, spot: Spot) -> None:
        """The groups of the sentence before."""
        sentence, state, place, signs = spot.sentence, spot.state, spot.place, spot.signs
        last = state.last
        if last is None or last.paragraph != sentence.paragraph:
            return
        silent = "silent" if not last.figures else "spoken"
        pronoun = ":pronoun" if _PRONOUN.search(sentence.text) else ""
        for mention in last.mentions[-_LAST:]:
            if mention.span.label_ in (PLACE, EVERYONE):
                continue
            asked = not last.figures and self.scopes.is_asked(mention.span)
            if asked or state.here:
                # "One question was put to farmers alone." says outright whom the figures that follow are of.
                features = {"proposed"} if asked else {"last:late"}
                base = outside(mention.population)
                pool.add(self.scopes.narrow(mention.population, place), features, mention.span, base)
                continue
            features = {f"last:{silent}:{mention.role}{pronoun}"}
            if is_general(mention.population):
                features.add("last:general")
            if signs.poll and not pronoun:
                features.add("last:poll")
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
                if not is_universe(span._.population):
                    pool.add(self.scopes.narrow(span._.population, place), {f"sample:{kind}"}, span)


def _since(state: State, sentence: Sentence) -> int:
    """From where on a poll that is named counts as new for the next figure."""
    previous = state.previous
    if previous is None:
        return 0
    return previous.figure.end_char if state.here else previous.sentence.start + len(previous.sentence.text)
