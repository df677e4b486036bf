"""Collects, for one figure, the populations it can be of and the features that speak for each."""

import re
from bisect import bisect_left
from collections.abc import Sequence

from spacy.tokens import Doc, Span

from extractor.assembly import population_links as near
from extractor.assembly.bracket_lists import asked_in, is_answer, is_named, listed
from extractor.assembly.extremes import extreme
from extractor.assembly.population_again import again
from extractor.assembly.population_carry import Carry
from extractor.assembly.population_comparisons import in_order
from extractor.assembly.population_counted import is_counted
from extractor.assembly.population_mentions import SAMPLED, Mention
from extractor.assembly.population_nominations import Nominations
from extractor.assembly.population_places import Places
from extractor.assembly.population_pool import Candidate, Pool
from extractor.assembly.population_references import Part, References
from extractor.assembly.population_scope import PlaceCue, Scopes
from extractor.assembly.population_sentences import Sentence
from extractor.assembly.population_signs import SignReader
from extractor.assembly.population_state import Spot, State
from extractor.components.doc_text import text_of
from extractor.components.populations import EVERYONE, GROUP, PLACE
from extractor.models import Article, Population
from extractor.parsing.populations import ALL_RESPONDENTS, describe, is_general, is_universe, outside

#: Features of a mention that the text ties to the figure itself.
_OWN = frozenset(("after:next", "after:direct", "after:ages", "after:pair", "before:at", "before:paren", "before:whom"))
#: Features of a mention in another clause than the figure: "voters agree, but farmers disagree by 44%".
_PARTED = frozenset(("after:far", "before:newer-subject"))
#: Between a country and a figure that is not of its people: another clause or figure, or who named the country.
_PASSED = re.compile(r"[;:]|\b(?:by|while|but|whereas|of|in)\s|\d")
#: What ends the clause that a group opened.
_CLAUSE_END = re.compile(r"[;.\d]")
_EVERYONE = Population(label=ALL_RESPONDENTS)


class Evidence:
    """Reads the surroundings of figures in one document."""

    def __init__(self, doc: Doc, article: Article, figures: Sequence[Span]) -> None:
        self.doc, self.text = doc, text_of(doc)
        self.scopes = Scopes(doc, figures)
        self.places = Places(self.scopes, self.text)
        self.signs = SignReader(doc)
        self.references = References(doc)
        self.carry = Carry(self.text, self.scopes)
        self.nominations = Nominations(
            text_of(doc), article.title or "", (population for _, population in self.scopes.named)
        )
        self.countries = asked_in(doc)
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
        parts = [m for m in sentence.mentions if isinstance(m, Part)]
        for mention in sentence.mentions:
            if mention.start < figure.end_char and figure.start_char < mention.end:
                continue
            if mention.role == "side" or any(_is_within(mention, part, figure) for part in parts):
                continue
            if self._is_opened(mention, sentence.mentions):
                continue
            if is_answer(self.doc, mention.end) or is_counted(mention, figure, self.text):
                continue
            features = near.link(figure, mention, self.text, sentence.figures, sentence.mentions)
            if isinstance(mention, Part) and "before:opener:near" in features:
                features.add("before:part")
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
        self.carry.previous(pool, spot, own=own)
        self._crossed(pool, places, state, sentence)
        self._in_order(pool, spot)
        self.carry.last(pool, spot)
        self._sampled(pool, figure, place)
        self._extreme(pool, figure)
        self._country(pool, spot)
        pair = near.paired(figure, sentence.figures, self.text)
        for population, feature in self.nominations.at(sentence.start, sentence.start + len(sentence.text), pair):
            features = {feature, f"nomination:{signs.topic}"} | ({"nomination:final"} if signs.final else set())
            pool.add(self.scopes.narrow(population, place), features, None, population)
        found = pool.candidates()
        return self._at(place, found) if place and self.scopes.opened(place, figure.start_char) else found

    def _is_opened(self, mention: Mention, mentions: Sequence[Mention]) -> bool:
        """Whether a group that opened the clause says which voters act in it: "Among nurses, voters are split"."""
        if mention.span.label_ != EVERYONE or mention.role != "subject":
            return False
        before = [m for m in mentions if m.end <= mention.start]
        if not before or before[-1].role != "opener" or before[-1].span.label_ != GROUP:
            return False
        return _CLAUSE_END.search(self.text, before[-1].end, mention.start) is None

    def _at(self, place: PlaceCue, found: Sequence[Candidate]) -> list[Candidate]:
        """The candidates where a country opened a clause: only what the sentence itself names is of another one."""
        return [
            one
            for one in found
            if (one.population.country == place.country and one.population.label != ALL_RESPONDENTS)
            or any(name.startswith(("after:", "before:", "proposed")) for name in one.features)
        ]

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
        if scoped.label != ALL_RESPONDENTS and not (place and self.scopes.heads(place.span)):
            pool.add(_EVERYONE, {"default:plain"}, None)

    def _mention(self, pool: Pool, spot: Spot, mention: Mention, features: set[str]) -> None:
        figure, sentence, place = spot.figure, spot.sentence, spot.place
        sort = mention.span.label_
        population = base = mention.population
        if sort == PLACE:
            if mention.role == "claim":
                return  # what was asked about, not where
            placed = self.places.read(mention, features, sentence.mentions)
            if placed is None:
                return
            population, kind = placed
            features = features | {kind} | {f"{kind}/{name}" for name in features}
            base = _EVERYONE
        elif sort == EVERYONE or (mention.role == "sampled" and is_universe(population)):
            sort = EVERYONE
            population = self.scopes.population(place)
            features = features | {"everyone"} | {f"everyone/{name}" for name in features}
            base = mention.population
        else:
            if is_general(population) and mention.role != "claim" and not features & _PARTED:
                features.add("general")
            if self.scopes.is_foreign(population):
                features.add("foreign")
            population = self.scopes.narrow(population, place)
            base = outside(base)
        if sort != EVERYONE and any(f is not figure and near.adjacent(f, mention, self.text) for f in sentence.figures):
            features.add(f"taken:{'after' if mention.start > figure.start_char else 'before'}")
        pool.mention(population, features, mention.span, base)

    def _crossed(self, pool: Pool, places: Sequence[Mention], state: State, sentence: Sentence) -> None:
        """A group at another place: "Among Macron backers, 10 percent in Ohio and 9 percent in Iowa"."""
        groups = [m.population for m in sentence.mentions if m.role == "opener" and m.span.label_ == "group"]
        if state.here and state.here[0].candidate.base.label != ALL_RESPONDENTS:
            groups.append(state.here[0].candidate.base)
        for mention in places:
            placed = self.places.placed(mention)
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
        if bound := again(figure, sentence.mentions, here, self.text):
            pool.add(bound.population, {"again"}, bound.cue, bound.base)
            return
        for feature, population, cue in in_order(figure, sentence.figures, sentence.mentions, here, self.text):
            pool.add(self.scopes.narrow(population, spot.place), {feature}, cue, outside(population))
        if "respective" not in sentence.text or figure not in sentence.figures:
            return
        k, n = sentence.figures.index(figure), len(sentence.figures)
        groups = [m for m in sentence.mentions if m.span.label_ == "group" and m.role not in ("claim", "side")]
        if len(groups) == n:
            group = groups[k]
            pool.add(self.scopes.narrow(group.population, spot.place), {"respectively"}, group.span)
        elif not groups and len(state.before) == n:
            bound = state.before[k].candidate
            pool.add(bound.population, {"respectively"}, bound.cue, bound.base)

    def _extreme(self, pool: Pool, figure: Span) -> None:
        """The people of the place before a figure in a list of places by their shares."""
        told, item = extreme(self.doc, figure.start), listed(self.doc, figure.start)
        name = told.place if told else item.name if item and item.kind == "places" else ""
        if not name:
            return
        language = self.doc.lang_ or "en"
        if told and told.noun:
            pool.add(describe(f"{told.place} {told.noun}", language), {"extreme"}, None)
            return
        pool.add(self.places.people(describe(name, language)), {"extreme"}, None, _EVERYONE)

    def _country(self, pool: Pool, spot: Spot) -> None:
        """The people of a country of which a clause tells a share, where several were polled: "Peru was at 9%"."""
        figure, sentence = spot.figure, spot.sentence
        before = [m for m in sentence.mentions if m.end <= figure.start_char]
        if not before or before[-1].population.country not in self.countries:
            return
        last = before[-1]
        between = self.text[last.end : figure.start_char]
        if last.span.label_ != PLACE or last.role != "subject" or "region" in last.population.facets:
            return
        if _PASSED.search(between) or is_named(self.doc, between):
            return
        pool.add(self.places.people(last.population), {"extreme"}, last.span, _EVERYONE)

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


def _is_within(mention: Mention, part: Part, figure: Span) -> bool:
    """Whether a mention only helps to tell a part of those polled, of which the figure is no share."""
    inside = mention is not part and part.opens <= mention.start < part.end
    return inside and not part.opens <= figure.start_char < part.end


def _since(state: State, sentence: Sentence) -> int:
    """From where on a poll that is named counts as new for the next figure."""
    previous = state.previous
    if previous is None:
        return 0
    return previous.figure.end_char if state.here else previous.sentence.start + len(previous.sentence.text)
