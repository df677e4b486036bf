"""The people of a place that a sentence names: where a poll was taken, or right beside a figure."""

import re
from collections.abc import Sequence

from extractor.assembly.population_mentions import Mention
from extractor.assembly.population_scope import PlaceCue, Scopes
from extractor.components.populations import PLACE
from extractor.models import Population
from extractor.parsing.populations import ALL_RESPONDENTS, in_region, is_universe, outside, people_of

#: Between two places of a list with figures: "in Ohio (52%), Iowa (47%) and Texas (40%)".
_LISTED = re.compile(r"^\s*\([^()]*\)\s*(?:,\s*(?:and\s+)?|and\s+)(?:the\s+)?$")
#: In a group that a place tells: "voters in Ohio", "residents of Ohio".
_THERE = re.compile(r"\s(?:in|of)\s")
#: Features of a place right beside its figure.
_BESIDE = frozenset(("after:next", "before:at", "before:paren", "before:opener", "before:open", "before:whom"))


class Places:
    """Reads the places of one document."""

    def __init__(self, scopes: Scopes, text: str) -> None:
        self.scopes = scopes
        self.text = text

    def read(self, mention: Mention, features: set[str], mentions: Sequence[Mention]) -> tuple[Population, str] | None:
        """The people of a place and its kind: ``area``, ``place`` or ``unpolled``; None where it tells of nobody."""
        placed = self.placed(mention)
        if placed is not None:
            return placed, "area" if mention.population.country is None else "place"
        if mention.population.country is None:
            return None
        unpolled = None if self.scopes.is_polled(mention.population) else self._beside(mention, features)
        if unpolled is None and "before:paren" in features:
            unpolled = self._listed(mention, mentions)
        return (unpolled, "unpolled") if unpolled else None

    def placed(self, mention: Mention) -> Population | None:
        """The people of a place that was polled; None where nobody was."""
        population = mention.population
        if population.country is None:
            return self.people(population)
        if not self.scopes.is_polled(population):
            return None
        placed = self.scopes.population(
            PlaceCue(mention.start, population.country, population.facets.get("region"), mention.span)
        )
        return None if placed.label == ALL_RESPONDENTS else placed

    def _beside(self, mention: Mention, features: set[str]) -> Population | None:
        """The people of a place of which no poll is told of, where a figure stands right beside "in" the place."""
        if mention.left != "in" or not features & _BESIDE or self.text.startswith(":", mention.end):
            return None
        return self.people(mention.population)

    def _listed(self, mention: Mention, mentions: Sequence[Mention]) -> Population | None:
        """The people of a place in a list after "in", or the group of the first of them there."""
        before = [m for m in mentions if m.end <= mention.start]
        if not before or not _LISTED.match(self.text[before[-1].end : mention.start]):
            return None
        last = before[-1]
        people = self.people(mention.population)
        if last.span.label_ == PLACE:
            return people if last.left == "in" or self._listed(last, before[:-1]) else None
        if not _THERE.search(last.span.text) or "region" not in last.population.facets:
            return None
        group = outside(last.population)
        return people if is_universe(group) else self.scopes.within(people, group)

    def people(self, place: Population) -> Population:
        """The people of a place."""
        region = place.facets.get("region")
        if place.country is None:
            return Population(label=f"{self.scopes.noun} in {place.label}", facets=place.facets)
        return in_region(region, self.scopes.noun) if region else people_of(place.country)
