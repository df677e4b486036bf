"""What an article's percentages are of by default: the polled countries and regions, and where each one holds."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from spacy.tokens import Doc, Span

from extractor.components.candidates import fold
from extractor.components.doc_text import spans_of, text_of
from extractor.components.values import POPULATIONS
from extractor.lexicons.phrasebook import phrasebook
from extractor.models import Population
from extractor.parsing.populations import ALL_RESPONDENTS, combine, in_region, people_of, region_names

_OF_BEFORE = re.compile(r"(?:\bof|\bamong|\bin)\s+(?:all\s+|the\s+)?$|\d\s*%?\s*$", re.IGNORECASE)
_AMONG_BEFORE = re.compile(r"\bamong(?:st)?\s+(?:all\s+|the\s+)?$", re.IGNORECASE)
#: "Many Canadians (53%) agree".
_SHARE_AFTER = re.compile(r"\s\((?:\w+\s){0,2}\d")
_ASKED = re.compile(r"\b(?:respondents|voters|adults|participants)\b", re.IGNORECASE)
#: How far from a figure a place can be named for it to be a polled one, in characters.
_REACH = 250
#: How many paragraphs a place holds that is no heading: its own, and those after it.
_PARAGRAPHS = 2
#: How far into a paragraph a place still opens it, in characters.
_OPENING = 60
_BREAK = re.compile(r"\n+")
_EVERYONE = Population(label=ALL_RESPONDENTS)


@lru_cache(maxsize=256)
def _everyone_in(country: str | None) -> Population:
    return Population(label=ALL_RESPONDENTS, country=country)


@dataclass(frozen=True, slots=True)
class PlaceCue:
    """A place at which people were polled: where it is named, its country, and the region if it is one."""

    start: int
    country: str | None
    region: str | None
    span: Span


class Scopes:
    """The polled places of a document, and the one in force at an offset."""

    def __init__(self, doc: Doc, figures: Sequence[Span]) -> None:
        self.doc = doc
        self.text = text_of(doc)
        book = phrasebook(doc.lang_ or "en", "population_scopes")
        self._words = book.pattern
        self._narrowed: dict[tuple[str, str], Population] = {}
        self.noun = "voters" if "voter" in fold(self.text) else "people"
        self.named: list[tuple[Span, Population]] = [(span, span._.population) for span in spans_of(doc, POPULATIONS)]
        self._ethnic = book.screen("ethnic").search(self.text) is not None
        cues = self._cues(figures)
        self.regions = {cue.region for cue in cues if cue.region}
        self.countries = {cue.country for cue in cues if cue.country and not cue.region}
        self.cues = sorted((*cues, *self._named(cues), *self._ends(cues)), key=lambda cue: cue.start)
        self.national = [m.start() for m in book.screen("national").finditer(self.text)]
        self.worldwide = [m.start() for m in book.screen("worldwide").finditer(self.text)]
        self._paragraphs = [m.start() for m in _BREAK.finditer(self.text)]

    @property
    def several_regions(self) -> bool:
        """Whether the article reports polls of more than one region."""
        return len(self.regions) > 1

    @property
    def several_countries(self) -> bool:
        """Whether the article reports polls of more than one country."""
        return len(self.countries) > 1

    def cue_at(self, offset: int) -> PlaceCue | None:
        """The polled place in force at `offset`; None before the first, and where a region holds no longer.

        A region holds for a few paragraphs, up to where a national poll is named; one of several that stands as a
        heading holds up to the next place.
        """
        at = bisect_right(self.cues, offset, key=lambda cue: cue.start)
        last = self.cues[at - 1] if at else None
        if last is None:
            return None
        if bisect_left(self.worldwide, offset) > bisect_right(self.worldwide, last.start):
            return None
        if last.region is None:
            return last
        if bisect_left(self.national, offset) > bisect_right(self.national, last.start):
            return None
        passed = bisect_left(self._paragraphs, offset) - bisect_right(self._paragraphs, last.start)
        short = self._is_listed(last) if self.several_regions else last.country in self.countries
        far = (self.several_regions or short) and passed >= (1 if short else _PARAGRAPHS)
        return None if far and not self.heads(last.span) else last

    def opened(self, cue: PlaceCue, offset: int) -> bool:
        """Whether one of several countries opens a clause before `offset`, in its paragraph: "In Japan, people …"."""
        if cue.region or not self.several_countries or cue.span.label_ != "place":
            return False
        before = self.text[max(0, cue.start - 60) : cue.start]
        between = self.text[cue.span.end_char : offset]
        return between.startswith(",") and "\n" not in between and bool(self._words("opener_before").search(before))

    def _is_listed(self, cue: PlaceCue) -> bool:
        """Whether the paragraph of a region names another one: a breakdown, which ends with it."""
        at = bisect_right(self._paragraphs, cue.start)
        low = self._paragraphs[at - 1] if at else 0
        high = self._paragraphs[at] if at < len(self._paragraphs) else len(self.text)
        return any(other.region not in (None, cue.region) and low <= other.start < high for other in self.cues)

    def population(self, cue: PlaceCue | None) -> Population:
        """The people polled at a place; everyone polled where no place is in force or the article knows only one."""
        if cue is None:
            return _EVERYONE
        if cue.region and (self.several_regions or cue.country in self.countries):
            return in_region(cue.region, self.noun)
        if cue.country and not cue.region and self.several_countries:
            return people_of(cue.country)
        return _everyone_in(cue.country)

    def is_polled(self, place: Population) -> bool:
        """Whether the article reports a poll taken at a place."""
        region = place.facets.get("region")
        return region in self.regions if region else place.country in self.countries

    def is_foreign(self, group: Population) -> bool:
        """Whether a group belongs to a country of which the article reports no poll."""
        if self._ethnic or "region" in group.facets:
            return False
        return bool(group.country and self.countries and group.country not in self.countries)

    def is_asked(self, span: Span) -> bool:
        """Whether a question is said to be put to a group: "put to farmers alone", "asked only of parents"."""
        before, after = self.text[max(0, span.start_char - 40) : span.start_char], self.text[span.end_char :][:40]
        return bool(self._words("put_before").search(before) or self._words("put_after").match(after))

    def within(self, place: Population, group: Population) -> Population:
        """`group` at a place."""
        return combine(place, group)

    def narrow(self, child: Population, cue: PlaceCue | None) -> Population:
        """`child` within the place in force."""
        parent = self.population(cue)
        if parent.label == ALL_RESPONDENTS:
            return child
        key = parent.label, child.label
        found = self._narrowed.get(key)
        if found is None:
            found = self._narrowed[key] = combine(parent, child)
        return found

    def _cues(self, figures: Sequence[Span]) -> list[PlaceCue]:
        cues = []
        ends = sorted(figure.end_char for figure in figures)
        starts = sorted(figure.start_char for figure in figures)
        for span, population in self.named:
            region = population.facets.get("region")
            if not population.country or not _within(starts, span.start_char - _REACH, span.start_char + _REACH):
                continue
            if span.label_ == "place":
                if not self._is_polled(span):
                    continue
                region = region if region in region_names() else None
                cues.append(PlaceCue(span.start_char, population.country, region, span))
            elif span.label_ == "group" and not self._is_ethnic(span, population) and self._speaks(span, ends):
                region = region if region in region_names() else None
                cues.append(PlaceCue(span.start_char, population.country, region, span))
        return cues

    def _is_ethnic(self, span: Span, population: Population) -> bool:
        """Whether a people is a part of the one polled: a page on ethnic groups that never names its country."""
        if not self._ethnic or "region" in population.facets:
            return False
        return not any(one.country == population.country for place, one in self.named if place.label_ == "place")

    def _named(self, cues: Sequence[PlaceCue]) -> list[PlaceCue]:
        """Further mentions of the polled places, which say whose views follow."""
        known = {cue.span.start for cue in cues}
        found = []
        for span, population in self.named if cues else ():
            if not population.country or span.start in known:
                continue
            region = population.facets.get("region")
            if region in self.regions if region else population.country in self.countries:
                before = self.text[max(0, span.start_char - 4) : span.start_char].lower()
                after = self.text[span.end_char : span.end_char + 60]
                held = bool(region) and bool(self._words("again_after").match(after))
                if held or (span.label_ == "place" and before.endswith(" in ")) or (region and " in " in span.text):
                    found.append(PlaceCue(span.start_char, population.country, region, span))
        return found

    def _ends(self, cues: Sequence[PlaceCue]) -> list[PlaceCue]:
        """Where a paragraph opens with a region of which no poll is told: those polled before do not hold there."""
        if not self.several_regions:
            return []
        first = cues[0].start
        found = []
        for span, population in self.named:
            region = population.facets.get("region")
            if region is None or region in self.regions or region not in region_names() or span.start_char < first:
                continue
            opened = self.text.rfind("\n", max(0, span.start_char - _OPENING), span.start_char)
            if opened >= 0:
                found.append(PlaceCue(span.start_char, None, None, span))
        return found

    def _speaks(self, span: Span, ends: Sequence[int]) -> bool:
        """Whether a people is one that answered: a figure is of it, it was asked, or it is named with "among"."""
        before = self.text[max(0, span.start_char - 40) : span.start_char]
        at = bisect_right(ends, span.start_char)
        gap = self.text[ends[at - 1] : span.start_char] if at else "."
        near = len(gap) < 40 and "." not in gap
        return (
            bool(near and _OF_BEFORE.search(before))
            or bool(_SHARE_AFTER.match(self.text, span.end_char))
            or bool(_AMONG_BEFORE.search(before))
            or bool(_ASKED.search(span.text))
            or self.is_asked(span)
        )

    def _is_polled(self, span: Span) -> bool:
        before = self.text[max(0, span.start_char - 60) : span.start_char]
        after = self.text[span.end_char : span.end_char + 60]
        words = self._words
        if words("name_after").match(after) or before.endswith(("University of ", "Bank of ", "College of ")):
            return False
        if words("opener_before").search(before) and (
            after[:1] in ",:" or before.lower().rstrip().endswith((" in", "\nin")) or len(before.strip()) < 4
        ):
            return True
        if self._is_label(before, after, "region" in span._.population.facets):
            return True
        return bool(words("poll_after").match(after) or words("poll_before").search(before))

    def heads(self, span: Span) -> bool:
        """Whether a place is, or opens, a line of its own."""
        before, after = self.text[max(0, span.start_char - 2) : span.start_char], self.text[span.end_char :][:40]
        return (not before.strip(" ") or before.endswith("\n")) and "\n" in after

    def _is_label(self, before: str, after: str, region: bool) -> bool:
        """Whether a place stands alone on its line, or labels the numbers after it; countries in lists are answers."""
        if self._words("heading_after").match(after):
            return not before.strip(" ") or before.endswith("\n")
        start = self._words("label_before" if region else "label_alone")
        return bool(start.search(before) and self._words("label_after").match(after))


def _within(places: Sequence[int], low: int, high: int) -> bool:
    """Whether any of the sorted `places` lies between `low` and `high`."""
    return bisect_right(places, low) < bisect_left(places, high)
