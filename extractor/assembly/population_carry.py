"""The populations that a figure can take over from what was said before it, with the evidence for each."""

import re

from extractor.assembly import population_links as near
from extractor.assembly.population_mentions import Mention
from extractor.assembly.population_pool import Pool
from extractor.assembly.population_scope import Scopes
from extractor.assembly.population_sentences import Sentence
from extractor.assembly.population_state import Bound, Spot, State
from extractor.components.populations import EVERYONE, PLACE
from extractor.parsing.populations import is_general, outside

_PRONOUN = re.compile(
    r"^\W*(?:they|another|the (?:rest|same|others)|these|an additional|a further|this group|others)\b"
    r"|\b(?:among|of|in|with|for) (?:them|these|this group|that group|this \w+ group|those (?:voters|people|"
    r"respondents|groups?)|(?:these|this) (?:voters|people|respondents))\b"
    r"|\b(?:of|among) those\s*,",
    re.IGNORECASE,
)
#: "The party's favorability", "their rating": the party told of before is what is rated.
_RATED = re.compile(
    r"^\W*(?:the (?:party|movement)['’]s|its|their) (?:[\w-]+ ){0,2}?"
    r"(?:ratings?|favorability|unfavorability|favorables|unfavorables|image|popularity|approval|disapproval|standing)\b",
    re.IGNORECASE,
)
#: How many mentions of the sentence before are kept.
_LAST = 12


class Carry:
    """Offers the populations of the figure and of the sentence before."""

    def __init__(self, text: str, scopes: Scopes) -> None:
        self._text = text
        self._scopes = scopes

    def previous(self, pool: Pool, spot: Spot, *, own: bool) -> None:
        """The population of the figure before; `own` tells that the sentence ties another to this figure."""
        figure, sentence, state, signs = spot.figure, spot.sentence, spot.state, spot.signs
        previous = state.previous
        if previous is None:
            return
        kind = previous.candidate.kind
        # Of whom something is only said ("9 percent said nurses earn enough") is no new group, nor the old one.
        label = previous.candidate.population.label
        groups = any(
            m.span.label_ not in (PLACE, EVERYONE)
            and (m.role != "claim" or m.population.label == label)
            and not self._of_another(m, spot)
            for m in sentence.mentions
        )
        if state.here:
            gap = near.gap_kind(self._text, previous.figure, figure)
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
            self._main(pool, previous, sentence, state)
            before = "next" if previous.sentence.paragraph == sentence.paragraph else "later"
            features |= {f"{before}:{kind}:{name}" for name in ("person", "headed", "refers") if getattr(signs, name)}
            if kind == "nominee":
                features.add(f"{before}:nominee:{'final' if signs.final else signs.topic}")
        if signs.poll:
            features.add(f"{'same' if state.here else 'next'}:{kind}:poll")
        population, base = previous.candidate.population, previous.candidate.base
        if spot.place and spot.place.start > previous.figure.start_char:
            population = self._scopes.narrow(
                outside(base), spot.place
            )  # a place named since then is where the group is now
        pool.add(population, features, previous.candidate.cue, base)

    def _of_another(self, mention: Mention, spot: Spot) -> bool:
        """Whether a group of the sentence is that of another figure: "61 percent, down from 70 percent of nurses"."""
        return any(f is not spot.figure and near.adjacent(f, mention, self._text) for f in spot.sentence.figures)

    def _main(self, pool: Pool, previous: Bound, sentence: Sentence, state: State) -> None:
        """The group that the sentence before began with, where it ended with another, for comparison."""
        first = state.before[0].candidate if state.before else previous.candidate
        if previous.sentence is not state.last or previous.sentence.paragraph != sentence.paragraph:
            return
        if first.population.label != previous.candidate.population.label:
            pool.add(first.population, {f"main:{first.kind}"}, first.cue, first.base)

    def _asked(self, pool: Pool, spot: Spot) -> None:
        """The group that the paragraph before ends with putting a question to: "Farmers were asked what they grow."."""
        last = spot.state.last
        for mention in last.mentions if last is not None and not last.figures else ():
            if mention.span.label_ not in (PLACE, EVERYONE) and self._scopes.is_asked(mention.span):
                pool.add(self._scopes.narrow(mention.population, spot.place), {"proposed"}, mention.span)

    def last(self, pool: Pool, spot: Spot) -> None:
        """The groups of the sentence before."""
        sentence, state, place, signs = spot.sentence, spot.state, spot.place, spot.signs
        last = state.last
        if last is None or sentence.paragraph - last.paragraph > 1:
            return
        if last.paragraph != sentence.paragraph:
            self._asked(pool, spot)
            return
        silent = "silent" if not last.figures else "spoken"
        pronoun = ":pronoun" if _PRONOUN.search(sentence.text) else ""
        claimed = {m.population.label for m in sentence.mentions if m.role == "claim" and not m.of_party}
        if not last.figures and any(m.population.label in claimed for m in last.mentions):
            return  # what the sentence before names is what is judged here
        told = {outside(bound.candidate.base).label.lower() for bound in state.before} if last.figures else set()
        rated = _RATED.match(sentence.text) is not None
        for mention in last.mentions[-_LAST:]:
            if mention.span.label_ in (PLACE, EVERYONE) or mention.role == "side" or (rated and mention.of_party):
                continue
            asked = not last.figures and self._scopes.is_asked(mention.span)
            if asked or state.here:
                # "One question was put to farmers alone." says outright whom the figures that follow are of.
                features = {"proposed"} if asked else {"last:late"}
                base = outside(mention.population)
                pool.add(self._scopes.narrow(mention.population, place), features, mention.span, base)
                continue
            # A group that figures were bound to goes on or not by what is said of it as such, not by its place there.
            role = "bound" if outside(mention.population).label.lower() in told else mention.role
            features = {f"last:{silent}:{role}{pronoun}"}
            if is_general(mention.population):
                features.add("last:general")
            if signs.poll and not pronoun:
                features.add("last:poll")
            if self._scopes.is_foreign(mention.population):
                features.add("foreign")
            pool.add(
                self._scopes.narrow(mention.population, place), features, mention.span, outside(mention.population)
            )
