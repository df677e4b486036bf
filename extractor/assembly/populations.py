"""Whom each figure is of: candidates from its sentence and the discourse, and the choice among them.

The choice is a sum of weights of named features (``population_weights.json``, made by ``benchmarks/train_populations.py``),
so every binding can be explained by the features that decided it.
"""

import json
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib import resources

from spacy.tokens import Doc, Span

from extractor.assembly import population_candidates as near
from extractor.assembly.population_candidates import Candidate, Mention
from extractor.assembly.population_scope import PlaceCue, Scopes
from extractor.components.populations import BREAKDOWN, EVERYONE, PLACE
from extractor.components.values import POPULATIONS
from extractor.models import Article, Population
from extractor.parsing.populations import ALL_RESPONDENTS

#: Weight of a population that the clause grammar proposes for a figure.
PROPOSED_WEIGHT = 3.0

Chooser = Callable[[Span, Sequence[Candidate]], int]

_PRONOUN_START = re.compile(
    r"^\W*(?:they|another|the (?:rest|same|others)|these|an additional|a further|this group|others)\b"
    r"|\b(?:among|of|in|with|for) (?:them|these|this group|that group|this \w+ group|those (?:voters|people|respondents|groups?)|(?:these|this) (?:voters|people|respondents))\b"
    r"|\bof those\b,",
    re.IGNORECASE,
)
_NOMINATION = re.compile(
    r"\b(?P<party>republican|gop|democratic)(?:\s+party)?(?:['’]s)?\s+(?:presidential\s+)?"
    r"(?:primar(?:y|ies)|nomination|nominating|field|caucus(?:es)?|front-?runner|hopefuls?|contenders?|nod|side|pack|contest|race|candidates|rivals|debates?)\b",
    re.IGNORECASE,
)
_SAMPLED = re.compile(
    r"(?:\b(?:surveys?|polls?|sample|interviews?|responses)\s+(?:\w+\s+){0,3}?(?:of|with|from|among)|\b(?:surveyed|polled|questioned|interviewed|sampled|asked)|"
    r"\bconducted\s+(?:\w+\s+){0,4}?(?:of|with|from|among)|\bsample size of|\bincluded)\s+(?:the|a|an|more|than|about|nearly|some|random|national|representative|sample|total|of|roughly|over|\s)*"
    r"(?:\d[\d,]*\s+)?(?:adult\s+)?$",
    re.IGNORECASE,
)
_PARTIES = {"republican": "Republican voters", "gop": "Republican voters", "democratic": "Democratic voters"}


@dataclass(frozen=True, slots=True)
class ResolvedPopulation:
    """Whom a figure is of; `inferred` if no cue of its own sentence says so, `rule` names the evidence that decided."""

    population: Population
    inferred: bool
    rule: str
    cue: Span | None = None


@dataclass(slots=True)
class _Sentence:
    """A sentence with figures or before one: its text, mentions and figures."""

    start: int
    text: str
    paragraph: int
    mentions: list[Mention]
    figures: list[Span]


@dataclass(slots=True)
class _Previous:
    """The figure before, and what it was bound to."""

    figure: Span
    sentence: _Sentence
    candidate: Candidate


@dataclass(slots=True)
class _State:
    """What was said so far."""

    previous: _Previous | None = None
    last: _Sentence | None = None
    in_sentence: list[_Previous] = field(default_factory=list)


def resolve_populations(
    doc: Doc,
    article: Article,
    figures: Sequence[Span],
    proposed: Mapping[int, Sequence[Span]] | None = None,
    *,
    choose: Chooser | None = None,
) -> list[tuple[ResolvedPopulation, ...]]:
    """Whom each of `figures` (in order of the text) is of; more than one where a figure holds for two populations.

    `proposed` maps the index of a figure to the population spans that a construction bound to it.  `choose` picks
    among candidates (the shipped weights by default).
    """
    return _Resolver(doc, article, figures, proposed or {}, choose or best).run()


@cache
def weights() -> dict[str, float]:
    """The weight of each feature."""
    text = resources.files(__package__).joinpath("population_weights.json").read_text(encoding="utf-8")
    return {str(name): float(value) for name, value in json.loads(text).items()}


def score(candidate: Candidate, table: Mapping[str, float]) -> float:
    """The sum of the weights of a candidate's features."""
    extra = PROPOSED_WEIGHT if "proposed" in candidate.features else 0.0
    return extra + sum(table.get(name, 0.0) for name in sorted(candidate.features))


def best(figure: Span, candidates: Sequence[Candidate]) -> int:
    """The index of the candidate with the highest score, the first of equals."""
    table = weights()
    return max(range(len(candidates)), key=lambda i: (score(candidates[i], table), -i))


class _Resolver:
    def __init__(
        self,
        doc: Doc,
        article: Article,
        figures: Sequence[Span],
        proposed: Mapping[int, Sequence[Span]],
        choose: Chooser,
    ) -> None:
        self.doc, self.text, self.article = doc, doc.text, article
        self.figures = list(figures)
        self.proposed = proposed
        self.choose = choose
        self.scopes = Scopes(doc, figures)
        self.state = _State()
        self.samples = self._samples()
        self.nominations = [(m.start(), m["party"].lower()) for m in _NOMINATION.finditer(self.text)]

    def run(self) -> list[tuple[ResolvedPopulation, ...]]:
        resolved: dict[int, tuple[ResolvedPopulation, ...]] = {}
        index = {id(figure): i for i, figure in enumerate(self.figures)}
        for sentence in self._sentences():
            self.state.in_sentence = []
            for figure in sentence.figures:
                i = index[id(figure)]
                resolved[i] = self._resolve(figure, sentence, self.proposed.get(i, ()))
            self.state.last = sentence
        fallback = (ResolvedPopulation(Population(label=ALL_RESPONDENTS), True, "default"),)
        return [resolved.get(i, fallback) for i in range(len(self.figures))]

    def _sentences(self) -> Iterator[_Sentence]:
        """The sentences that hold a figure, each after the sentence before it."""
        spans = list(self.doc.spans.get(POPULATIONS, ()))
        figures = sorted(self.figures, key=lambda f: (f.start_char, f.end_char))
        wanted: dict[int, list[Span]] = {}
        sentences = [(s.start_char, s.end_char) for s in self.doc.sents]
        starts = [s for s, _ in sentences]
        at = 0
        for figure in figures:
            while at + 1 < len(starts) and starts[at + 1] <= figure.start_char:
                at += 1
            wanted.setdefault(at, []).append(figure)
        m = 0
        paragraph = 0
        for i, (start, end) in enumerate(sentences):
            if "\n" in self.text[max(0, start - 2) : start] or (i and "\n" in self.text[sentences[i - 1][0] : start]):
                paragraph += 1
            if i not in wanted and i + 1 not in wanted:
                continue
            while m < len(spans) and spans[m].start_char < start:
                m += 1
            inside = [s for s in spans[m : m + 60] if s.start_char < end]
            text = self.text[start:end]
            mentions = [near.read_mention(s, s._.population, text, start) for s in inside if s.label_ != BREAKDOWN]
            yield _Sentence(start, text, paragraph, mentions, wanted.get(i, []))

    def _resolve(self, figure: Span, sentence: _Sentence, proposed: Sequence[Span]) -> tuple[ResolvedPopulation, ...]:
        candidates = self._candidates(figure, sentence, proposed)
        chosen = candidates[self.choose(figure, candidates)]
        previous = _Previous(figure, sentence, chosen)
        self.state.previous = previous
        self.state.in_sentence.append(previous)
        rule = _rule(chosen)
        inferred = not any(name.startswith(("after:", "before:", "proposed")) for name in chosen.features)
        return (ResolvedPopulation(chosen.population, inferred, rule, chosen.cue),)

    def _candidates(self, figure: Span, sentence: _Sentence, proposed: Sequence[Span]) -> list[Candidate]:
        pool = _Pool()
        place = self.scopes.cue_at(figure.start_char)
        self._add_default(pool, figure, sentence, place)
        for mention in sentence.mentions:
            if mention.start < figure.end_char and figure.start_char < mention.end:
                continue
            self._add_mention(pool, figure, sentence, mention, place)
        for span in proposed:
            population = self.scopes.narrow(span._.population, place)
            pool.add(population, {"proposed"}, span)
        self._add_previous(pool, figure, sentence)
        self._add_last(pool, sentence, place)
        self._add_samples(pool, figure, place)
        self._add_nomination(pool, figure, sentence)
        return pool.candidates()

    def _add_default(self, pool: "_Pool", figure: Span, sentence: _Sentence, place: PlaceCue | None) -> None:
        features = {"default"}
        if not any(m.span.label_ != PLACE for m in sentence.mentions):
            features.add("default:alone")
        if near.says_overall(sentence.text):
            features.add("default:overall")
        if not self.state.in_sentence:
            features.add("default:first")
        scoped = self.scopes.population(place)
        pool.add(scoped, features, place.span if place else None)
        if scoped.label != ALL_RESPONDENTS:
            pool.add(Population(label=ALL_RESPONDENTS), {"default:plain"}, None)

    def _add_mention(
        self, pool: "_Pool", figure: Span, sentence: _Sentence, mention: Mention, place: PlaceCue | None
    ) -> None:
        features = near.link(figure, mention, self.text, sentence.figures, sentence.mentions)
        sort = mention.span.label_
        population = mention.population
        if sort == PLACE:
            if population.country is None:
                population = Population(label=f"{self.scopes.noun} in {population.label}", facets=population.facets)
                features |= {"area"} | {f"area/{name}" for name in features}
            else:
                region = population.facets.get("region")
                population = self.scopes.population(PlaceCue(mention.start, population.country, region, mention.span))
                if population.label == ALL_RESPONDENTS:
                    return
                features |= {"place"} | {f"place/{name}" for name in features}
        elif sort == EVERYONE:
            population = self.scopes.population(place)
            features |= {"everyone"} | {f"everyone/{name}" for name in features}
        else:
            if _is_general(population):
                features.add("general")
            population = self.scopes.narrow(population, place)
        if sort != EVERYONE and self._taken(figure, sentence, mention):
            features.add(f"taken:{'after' if mention.start > figure.start_char else 'before'}")
        pool.add(population, features, mention.span)

    def _taken(self, figure: Span, sentence: _Sentence, mention: Mention) -> bool:
        """Whether the text gives the mention to another figure of the sentence ("F of P")."""
        return any(f is not figure and near.adjacent(f, mention, self.text) for f in sentence.figures)

    def _add_previous(self, pool: "_Pool", figure: Span, sentence: _Sentence) -> None:
        previous = self.state.previous
        if previous is None:
            return
        everyone = "default" in previous.candidate.features
        kind = "everyone" if everyone else "group"
        groups = any(m.span.label_ not in (PLACE, EVERYONE) for m in sentence.mentions)
        if previous.sentence is sentence:
            gap = near.gap_kind(self.text, previous.figure, figure)
            between = any(
                previous.figure.end_char <= m.start < figure.start_char and m.span.label_ != PLACE
                for m in sentence.mentions
            )
            after = any(m.start >= figure.end_char and near.adjacent(figure, m, self.text) for m in sentence.mentions)
            features = {f"same:{kind}:{gap}", f"same:{kind}:{'between' if between else 'clear'}"}
            if after:
                features.add("same:own")
            if len(self.state.in_sentence) > 1 and gap == "pair":
                features.add("same:pair")
        elif previous.sentence.paragraph == sentence.paragraph:
            features = {f"next:{kind}:{'groups' if groups else 'none'}"}
            if previous.sentence is self.state.last:
                features.add(f"next:{kind}:adjacent")
            if _PRONOUN_START.match(sentence.text):
                features.add(f"next:{kind}:pronoun")
            if any(name.startswith("before:opener") for name in previous.candidate.features):
                features.add("next:opener")
        else:
            features = {f"later:{kind}:{'groups' if groups else 'none'}"}
        pool.add(previous.candidate.population, features, previous.candidate.cue)

    def _add_last(self, pool: "_Pool", sentence: _Sentence, place: PlaceCue | None) -> None:
        """Groups of the sentence before, and the first figure's group of this sentence."""
        last = self.state.last
        if last is None or last is sentence or last.paragraph != sentence.paragraph:
            return
        silent = "silent" if not last.figures else "spoken"
        pronoun = ":pronoun" if _PRONOUN_START.match(sentence.text) else ""
        for mention in last.mentions:
            if mention.span.label_ in (PLACE, EVERYONE):
                continue
            features = {f"last:{silent}:{mention.role}{pronoun}"}
            if _is_general(mention.population):
                features.add("last:general")
            pool.add(self.scopes.narrow(mention.population, place), features, mention.span)

    def _samples(self) -> list[Span]:
        """The groups that the article says were surveyed ("a poll of 1,000 registered voters")."""
        found = []
        for span in self.doc.spans.get(POPULATIONS, ()):
            if span.label_ == "group" and _SAMPLED.search(self.text[max(0, span.start_char - 80) : span.start_char]):
                found.append(span)
        return found

    def _add_samples(self, pool: "_Pool", figure: Span, place: PlaceCue | None) -> None:
        before = [s for s in self.samples if s.start_char < figure.start_char]
        for kind, spans in (("last", before[-1:]), ("only", self.samples if len(self.samples) == 1 else [])):
            for span in spans:
                if not _is_general(span._.population):
                    pool.add(self.scopes.narrow(span._.population, place), {f"sample:{kind}"}, span)

    def _add_nomination(self, pool: "_Pool", figure: Span, sentence: _Sentence) -> None:
        """The voters of a party where a nomination is spoken of; a pair ("48 to 44") is more often between parties."""
        alone = "solo" if not near.paired(figure, sentence.figures, self.text) else "pair"
        parties = {party.replace("gop", "republican") for _, party in self.nominations}
        last = None
        for start, party in self.nominations:
            if start > sentence.start + len(sentence.text):
                break
            where = "here" if start >= sentence.start else "near" if figure.start_char - start < 500 else "before"
            last = (party, where)
            if where == "here":
                _add_party(pool, party, f"nomination:here:{alone}")
        if last and last[1] != "here":
            _add_party(pool, last[0], f"nomination:{last[1]}:{alone}")
        if len(parties) == 1:
            count = "often" if len(self.nominations) > 2 else "once"
            _add_party(pool, min(parties), f"nomination:only:{count}:{alone}")
        for match in _NOMINATION.finditer(self.article.title or ""):
            _add_party(pool, match["party"].lower(), f"nomination:title:{alone}")


def _add_party(pool: "_Pool", party: str, feature: str) -> None:
    label = _PARTIES[party]
    pool.add(Population(label=label, facets={"party": label.split()[0], "voters": "primary"}), {feature}, None)


class _Pool:
    """Candidates by label; evidence for the same population is put together."""

    def __init__(self) -> None:
        self._by_label: dict[str, Candidate] = {}

    def add(self, population: Population, features: set[str], cue: Span | None) -> None:
        """Add a candidate, or features to the one with the same label."""
        found = self._by_label.get(population.label.lower())
        if found is None:
            self._by_label[population.label.lower()] = Candidate(population, set(features), cue)
            return
        found.features |= features
        if cue is not None and (found.cue is None or any(n.startswith(("after:", "before:")) for n in features)):
            found.cue = cue

    def candidates(self) -> list[Candidate]:
        """All candidates in the order in which they came."""
        return list(self._by_label.values())


def _is_general(population: Population) -> bool:
    """Whether a population is the people of a country or a kind of voters, which a whole poll can be of."""
    facets = population.facets
    return not facets or set(facets) == {"voters"} and facets["voters"] in ("voters", "registered", "likely")


def _rule(candidate: Candidate) -> str:
    """The feature that spoke most for the candidate."""
    table = weights()
    if "proposed" in candidate.features:
        return "proposed"
    return max(sorted(candidate.features), key=lambda name: table.get(name, 0.0))
