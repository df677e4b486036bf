"""One figure of several populations: "73% in both countries", "10 percent in Florida and Ohio"."""

import re

from spacy.tokens import Span

from extractor.assembly.population_links import adjacent
from extractor.assembly.population_mentions import Mention
from extractor.assembly.population_pool import Candidate
from extractor.assembly.population_scope import Scopes
from extractor.assembly.population_sentences import Sentence
from extractor.components.populations import PLACE
from extractor.models import Population
from extractor.parsing.populations import ALL_RESPONDENTS, in_region, is_general, people_of

_NUMBER = r"(?:two|three|four|five|six|seven|eight|\d+)"
_ALL_PLACES = re.compile(
    rf"^\s*(?:percent|per cent|%|points?)?\s*(?:of \w+ )?(?:in|across|of) (?:both|all {_NUMBER}|each of the {_NUMBER})"
    r" (?:countries|nations|states)\b",
    re.IGNORECASE,
)
_ALL_FIRST = re.compile(
    rf"(?:^|[.;,]\s+)in (?:both|all {_NUMBER}|each of the {_NUMBER}) (?:countries|nations|states),[^.;]*$",
    re.IGNORECASE,
)
_AND = re.compile(r"^\s*(?:,|and|,\s*and|and in)\s*(?:the\s+)?$")
_FIGURE_NEXT = re.compile(r"^\s*,?\s*(?:and|to|by)?\s*(?:\d|respectively)")


def shared(figure: Span, sentence: Sentence, scopes: Scopes, chosen: Candidate, text: str) -> list[Population]:
    """All populations that `figure` holds for at once, by place; empty where it holds for one."""
    after = text[figure.end_char : figure.end_char + 80]
    before = text[max(sentence.start, figure.start_char - 200) : figure.start_char]
    if _ALL_PLACES.match(after) or _ALL_FIRST.search(before):
        parents = _everywhere(scopes)
    else:
        parents = _coordinated(figure, sentence, scopes, text)
    if len(parents) < 2:
        return []
    base = chosen.base
    if base.label == ALL_RESPONDENTS or is_general(base):
        return parents
    return [scopes.within(parent, base) for parent in parents]


def _everywhere(scopes: Scopes) -> list[Population]:
    if scopes.several_regions:
        return [in_region(name, scopes.noun) for name in sorted(scopes.regions)]
    return [people_of(code) for code in sorted(scopes.countries)]


def _coordinated(figure: Span, sentence: Sentence, scopes: Scopes, text: str) -> list[Population]:
    """The places of "10 percent in Florida and Ohio"."""
    places: list[Mention] = []
    for mention in sentence.mentions:
        if mention.span.label_ != PLACE or not scopes.is_polled(mention.population):
            continue
        follows = bool(places) and bool(_AND.match(text[places[-1].end : mention.start]))
        if adjacent(figure, mention, text) or follows:
            places.append(mention)
    if len(places) < 2 or _FIGURE_NEXT.match(text[places[-1].end : places[-1].end + 20]):
        return []
    found = []
    for mention in places:
        region, country = mention.population.facets.get("region"), mention.population.country
        if region and scopes.several_regions:
            found.append(in_region(region, scopes.noun))
        elif country and scopes.several_countries:
            found.append(people_of(country))
    return found
