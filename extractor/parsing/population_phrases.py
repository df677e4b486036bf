"""Finds the phrases of a text that name a population: group nouns with what narrows them, places, "respondents"."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

from extractor.parsing.ages import age_at
from extractor.parsing.population_areas import areas
from extractor.parsing.population_chains import Chain, Chains
from extractor.parsing.population_forms import NUMBERS, forms_of
from extractor.parsing.population_lists import lettered_classes, listed_groups
from extractor.parsing.population_names import Names
from extractor.parsing.population_openings import narrowed_from, subjects
from extractor.parsing.population_owners import owners
from extractor.parsing.population_pointed import pointed
from extractor.parsing.population_tail_words import tail_words
from extractor.parsing.population_tails import Tails
from extractor.parsing.population_unasked import unasked
from extractor.parsing.population_unlisted import agents, no_places, people_after_the, unlisted_places, word_at
from extractor.parsing.population_words import Entry, lookup_table, matches_at, population_words, split_words

# The first letter alone comes first, so that the search can run from one to the next.
_OF = re.compile(r"[oOaA](?<!\w.)(?i:(?<=o)f|(?<=a)(mong)(st)?)\s+")
#: What is counted, right before "of" or "among".
_COUNTED = re.compile(
    r"(?:%|\bper\s?cent|(?:\b|\d)pct?|\bpercentage|\bhalf|\bthirds?|\bquarters?|\bfifths?|\btenths?"
    r"|\b(?:in|out of) (?:\d+|two|three|four|five|six|seven|eight|nine|ten))\s+\Z",
    re.IGNORECASE,
)
_COUNTED_ENDS = (
    "%", "cent", "pc", "pct", "percentage", "half", "third", "thirds", "quarter", "quarters", "fifth", "fifths",
    "tenth", "tenths", *"0123456789", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
)  # fmt: skip
_COUNTED_REACH = 40
#: People by the ending of their noun, right after "among".
_PEOPLE = re.compile(r"(?:the\s+)?(?:[a-z-]+\s+)?[a-z]{2,16}(?:ers|ors|ists|ians|ees|grads)\b", re.IGNORECASE)
#: People by a name of their own, right after "among".
_NAMED = re.compile(r"[A-Z][a-z]{3,}(?<!s)s\b(?!['’]|\s+[A-Z(])")
#: A share in words right before those counted: "nine out of ten".
_RATIO = re.compile(r"\b(?:in|out of) (?:every )?(?:three|four|five|six|ten|3|4|5|6|10) (?=[A-Z])")
#: The year right before voters of a party.
_YEAR = re.compile(r"(?<![\w-])(?:19|20)\d\d $")
_YEAR_REACH = 6
_VOTED = re.compile(r"(?:[A-Z][\w-]* )(?:voters|supporters|backers)$")
_MAX_FREE = 8


@dataclass(frozen=True, slots=True)
class Phrase:
    """A mention of a population (half-open character range of the text).

    `sort` is ``group``, ``place``, ``everyone`` or ``breakdown`` ("by gender").  `attitude` tells that the phrase is
    the adjective and noun of an attitude ("white support").  `asked` is the end with all that tells only that the group
    was asked ("adults polled by Gallup"), 0 without it.  `noun` is one that the group leaves out ("60% of Dale's").
    """

    start: int
    end: int
    sort: str
    attitude: bool = False
    asked: int = 0
    noun: str = ""


def find_phrases(text: str, language: str = "en") -> list[Phrase]:
    """The mentions of populations in `text`, in order and without overlap."""
    found = [_since(text, one) for one in _Finder(text, language).run()]
    ranges = [(one.start, one.end) for one in found]
    groups = [(one.start, one.end) for one in found if one.sort == "group"]
    if listed := listed_groups(text, groups, ranges):
        found = sorted((*found, *(Phrase(start, end, "group") for start, end in listed)), key=lambda one: one.start)
    for start, end, noun in owners(text, groups, language):
        if not overlaps(found, start, end):
            found = sorted((*found, Phrase(start, end, "group", noun=noun)), key=lambda one: one.start)
    none = unasked(text, language)
    if not none:
        return found
    return [one for one in found if not any(start <= one.start and one.end <= end for start, end in none)]


def _since(text: str, phrase: Phrase) -> Phrase:
    """A group of voters with the election at which they voted so: "2019 Conservative voters"."""
    year = _YEAR.search(text, max(0, phrase.start - _YEAR_REACH), phrase.start)
    if phrase.sort != "group" or year is None or not _VOTED.search(text, phrase.start, phrase.end):
        return phrase
    return replace(phrase, start=year.start())


@cache
def _first_words(language: str) -> frozenset[str]:
    """The words of the lexicon at which a phrase can start."""
    return frozenset((*lookup_table(language), *forms_of(language).openers))


class _Finder:
    def __init__(self, text: str, language: str) -> None:
        self.text, self.language = text, language
        self.words = split_words(text)
        self.table = lookup_table(language)
        self.lexicon = population_words(language)
        self.forms = forms_of(language)
        self.chains = Chains(self.words, self.table, self.forms)
        self.names = Names(self.words, self.forms)
        self.free = self._free_starts()
        self.places = unlisted_places(text, self.words, self.table) | areas(self.words, self.table, language)
        self.agents = agents(text, self.words)
        self.subjects = subjects(self.words, self.table, language)
        self.classes = lettered_classes(self.words)
        self.tails = Tails(self.words, self.table, tail_words(language))

    def run(self) -> list[Phrase]:
        phrases: list[Phrase] = []
        reached = 0
        for i in self._starts():
            if i < reached:
                continue
            found = self._phrase_at(i)
            if found is None and i in self.free:
                found = self._free(i)
            if found is not None:
                stop, phrase = found
                phrases.append(phrase)
                reached = stop
        return phrases

    def _starts(self) -> list[int]:
        """A quick look at which words any phrase can start."""
        wanted = _first_words(self.language)
        starts = {i for i, word in enumerate(self.words) if (lower := word.lower) in wanted or lower[0].isdigit()}
        return sorted(starts.union(self.free, self.places, self.agents, self.subjects, self.classes))

    def _free_starts(self) -> set[int]:
        """Words at which the noun phrase after "percent of" starts."""
        text = self.text
        ends = [
            of.end()
            for of in _OF.finditer(text)
            if (not of[2] and _is_counted(text, of.start()))
            or (of[1] and (_PEOPLE.match(text, of.end()) or self._is_people(of.end())))
        ]
        ends += [ratio.end() for ratio in _RATIO.finditer(text) if self._is_people(ratio.end())]
        if not ends:
            return set()
        starts = set()
        for end in ends:
            i = word_at(self.words, end)
            while i is not None and i < len(self.words) and self.words[i].lower in self.forms.determiners:
                i += 1
            if i is not None:
                starts.add(i)
        return starts

    def _is_people(self, start: int) -> bool:
        """Whether a name that no lexicon lists stands at a character, with the ending of many: "Visayans"."""
        named = _NAMED.match(self.text, start)
        return (
            named is not None and named.group().lower() not in self.table and named.group().lower() not in no_places()
        )

    def _phrase_at(self, i: int) -> tuple[int, Phrase] | None:
        words = self.words
        if words[i].lower == "those":
            return self._those(i)
        for end, sort in (
            (self._breakdown(i) if words[i].lower == "by" else None, "breakdown"),
            (self.classes.get(i), "group"),
            (self._numbered_area(i), "place"),
        ):
            if end:
                return end, self._phrase(i, end, sort)
        chain = self.chains.read(i)
        if chain is None:
            return self._attitude(i) or self._bare_age(i) or self._unlisted(i)
        if chain.head is None:
            return self._place(i, chain) or self._attitude(i)
        return self._group(i, chain, chain.head) or (self._unlisted(i) if i in self.places else None)

    def _place(self, i: int, chain: Chain) -> tuple[int, Phrase] | None:
        end = chain.place_end
        if not end or self._is_named_after(i, end) or self._is_compass(end):
            return None
        return end, self._phrase(i, end, "place")

    def _is_compass(self, end: int) -> bool:
        """Whether a point of the compass is only the first word of a name: "the East Midlands"."""
        beside = end < len(self.words) and self.words[end].start == self.words[end - 1].end + 1
        return beside and self.names.is_name(end) and self.words[end - 1].lower in ("north", "south", "east", "west")

    def _group(self, i: int, chain: Chain, head: Entry) -> tuple[int, Phrase] | None:
        if head.role == "collective" and not chain.narrowed:
            return None
        start = self.names.before(i)
        if start == i and head.role == "head":
            start = narrowed_from(self.words, i, chain.head_end, self.table, self.language)
        end = self.tails.extend(chain.head_end, start, counted=i in self.free)
        named = start < i and head.words[-1] in self.forms.by_origin
        plain = not chain.narrowed and end == chain.head_end and not named and not self.names.owned(i)
        everyone = head.role == "everyone" and plain
        asked = max(self.tails.skip_asked(end), end)
        phrase = self._phrase(start, end, "everyone" if everyone else "group")
        return asked, replace(phrase, asked=self.words[asked - 1].end)

    def _is_named_after(self, i: int, end: int) -> bool:
        """Whether a place is part of a name ("New York Times", "University of Iowa")."""
        before = self.words[i - 2].text if i > 1 and self.words[i - 1].lower == "of" else ""
        after = self.words[end].text if end < len(self.words) else ""
        return after in self.forms.bodies or before in self.forms.bodies

    def _numbered_area(self, i: int) -> int | None:
        """The end of "11 key swing states" or "the eight counties" after "in"."""
        if self.words[i - 1].lower not in ("in", "across", "the") or not i:
            return None
        if not self.words[i].text[0].isdigit() and self.words[i].lower not in NUMBERS:
            return None
        for j in range(i + 1, min(i + 5, len(self.words))):
            if self.words[j].lower in self.forms.areas:
                return j + 1
            if not self.words[j].text[0].isalpha():
                return None
        return None

    def _attitude(self, i: int) -> tuple[int, Phrase] | None:
        """The adjective of "white support" or "Republican enthusiasm", of "on the Irish side"."""
        side = tuple(word.lower for word in self.words[max(0, i - 2) : i]) == _ON_THE
        found = [
            e
            for e in matches_at(self.words, i, self.table)
            if (e.role == "modifier" and e.facet in _ATTITUDE_FACETS) or (side and e.role in ("modifier", "adjective"))
        ]
        end = i + len(found[0].words) if found else i
        nouns = _SIDES if side else self.forms.attitudes
        if not found or end >= len(self.words) or self.words[end].lower not in nouns:
            return None
        if i and self.words[i - 1].lower == "a":  # "a poor opinion"
            return None
        return end + 1, Phrase(self.words[i].start, self.words[end].end, "group", attitude=True)

    def _unlisted(self, i: int) -> tuple[int, Phrase] | None:
        """Places and people that the lexicon does not list as such."""
        if i in self.places:
            return self.places[i], self._phrase(i, self.places[i], "place")
        end = self.subjects.get(i) or (i + 1 if i in self.agents else None)
        end = end or people_after_the(self.words, i, self.table)
        return (end, self._phrase(i, end, "group")) if end else None

    def _bare_age(self, i: int) -> tuple[int, Phrase] | None:
        """An age group without a noun: "74 percent ages 24 to 29"."""
        if self.words[i].lower not in self.forms.ages:
            return None
        aged = age_at(self.words, i, bare=False)
        return (aged[0], self._phrase(i, aged[0], "group")) if aged else None

    def _phrase(self, start: int, end: int, sort: str) -> Phrase:
        return Phrase(self.words[start].start, self.words[end - 1].end, sort)

    def _those(self, i: int) -> tuple[int, Phrase] | None:
        asked = self.tails.skip_asked(i + 1)
        if asked > i + 1:
            narrowed = self.tails.relative(asked, i) or asked
            return narrowed, self._phrase(i, narrowed, "group" if narrowed > asked else "everyone")
        end = self.tails.extend(i + 1, i, needed=True)
        if end == i + 1:
            end = pointed(self.words, end, tail_words(self.language)) or end
        return (end, self._phrase(i, end, "group")) if end > i + 1 else None

    def _breakdown(self, i: int) -> int | None:
        if (
            i + 2 < len(self.words)
            and self.words[i + 1].lower in self.forms.breakdowns
            and self.words[i + 2].text == ","
        ):
            return i + 2
        return None

    def _free(self, i: int) -> tuple[int, Phrase] | None:
        """A noun phrase of unknown words after "percent of": to the next verb, mark or number, its head a plural."""
        words, j, plural = self.words, i, 0
        supporters = self.names.after(i)
        if supporters:
            return supporters, self._phrase(i, supporters, "group")
        if words[i].lower in self.forms.whole:
            return i + 1, self._phrase(i, i + 1, "everyone")
        while j < len(words) and j - i < _MAX_FREE:
            word = words[j]
            small = word.lower in self.forms.stops or word.lower in self.forms.reports
            if not word.text[0].isalpha() or (small and not self._is_glued(j)):
                break
            j += 1
            if not plural and word.text.endswith("s") and not word.text.endswith(("ss", "us", "is")):
                plural = j
                if j < len(words) and words[j].lower not in ("in", "with", "of", "without"):
                    break
        if not plural:
            return None
        return j, self._phrase(i, j, "group")

    def _is_glued(self, j: int) -> bool:
        """Whether a hyphen ties word `j` to another: "buy-to-let"."""
        return self.words[j].glued or (j + 1 < len(self.words) and self.words[j + 1].glued)


#: Words before and behind the adjective of "on the Irish side, 40 percent agreed".
_ON_THE = ("on", "the")
_SIDES = frozenset(("side",))
_ATTITUDE_FACETS = ("party", "race", "sex", "age", "religion", "ideology", "education", "income")


def _is_counted(text: str, end: int) -> bool:
    """Whether a share is told right before character `end`."""
    start = max(0, end - _COUNTED_REACH)
    ends = text[start:end].rstrip().lower().endswith(_COUNTED_ENDS)
    return ends and _COUNTED.search(text, start, end) is not None


def overlaps(phrases: Sequence[Phrase], start: int, end: int) -> bool:
    """Whether any of `phrases` overlaps the range."""
    return any(p.start < end and start < p.end for p in phrases)
