"""Features of a candidate number: which signals stand how near, how it is printed, what the page is about.

Names are built from sorts of signals, sides and distances, never from the words themselves, so that weights carry over
to other topics.  ``L1:opinion`` is an opinion word at most 12 characters to the left, ``S:votes`` a word of vote
counts anywhere in the sentence, ``P:poll`` a poll word in the two sentences before.
"""

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from operator import attrgetter

from extractor.components.candidates import Candidate, fold
from extractor.components.cells import tables
from extractor.components.figure_edges import EdgeReader
from extractor.components.phrases import alternatives
from extractor.components.signals import Signal, SignalFinder
from extractor.lexicons.schemas.answers import NameWords
from extractor.lexicons.schemas.figures import EdgeWords
from extractor.parsing.person_nouns import is_person, person_endings

_NEAR = (12, 35, 80, 160)
_VALUES = (1, 99)
_WHOLES = ("votes", "people", "respondents", "composition")
_POLL_SORTS = frozenset(("poll", "respondents"))
#: Words of a topic count only close to the number: a poll may be about prices, crime or schools.
_TOPICS = frozenset(("noise", "economy", "money", "crime", "health", "nature", "society", "effect", "model"))
_TOPIC_REACH = 2
#: Sorts that speak for a poll, or against one, in the sentences before.
_SHOWN = frozenset(
    ("poll", "respondents", "people", "opinion", "rating", "race", "projected", "votes", "election", "composition")
)
_OPINIONS = frozenset(("opinion", "speech", "rating", "race", "projected"))
_GROUPS = {
    **dict.fromkeys(("economy", "money"), "money"),
    **dict.fromkeys(("crime", "health", "nature", "society", "effect"), "topic"),
    **{sort: sort for sort in ("election", "votes", "turnout", "threshold", "model", "composition", "hypothetical")},
}
_YEAR = re.compile(r"[12](?<!\w.)(?:(?<=1)9|(?<=2)0)\d\d\b")
_OF = re.compile(r"[\s-]of\s((?:(?:[\w’'.&-]|(?<=\d),(?=\d{3}))+\s?){1,6})")
#: People told by an age: "18- to 24-year-olds", "the over-65s".
_AGED = re.compile(r"\byear[\s-]olds\b|\b(?:under|over)[\s-]\d\ds\b|\b\d\d-somethings\b")
_SHOWN_BEFORE = 2
_OPENING = 8
_REACH = 300
_start_of = attrgetter("start")
_PLURALS, _SINGULARS = ("s", "men", "folk"), ("ss", "us", "is", "'s", "’s")
_NAME_REACH = 40
_MANY = 5
_NEVER = 99
_SINCE, _UNTIL, _SHARES = (0, 1, 3, 8), (0, 1, 4), (0.05, 0.12, 0.25, 0.45)


@dataclass(frozen=True, slots=True)
class Page:
    """What the features of all candidates of a page share: sentence starts, signals, and where polls are spoken of."""

    text: str
    cased: str
    starts: tuple[int, ...]
    signals: dict[int, tuple[Signal, ...]]
    polled: tuple[int, ...]
    counts: Mapping[int, int]
    around: dict[int, frozenset[str]] = field(default_factory=dict)

    def sentence_of(self, candidate: Candidate) -> int:
        """The number of the sentence in which `candidate` stands."""
        return bisect_right(self.starts, candidate.start) - 1


class FeatureReader:
    """Makes pages and features with the words of one language."""

    def __init__(self, finder: SignalFinder, words: NameWords, edges: EdgeWords) -> None:
        self._finder = finder
        self._edges = EdgeReader(edges)
        self._persons = person_endings()
        self._them = re.compile(rf"{alternatives(words.pointing)}\b")
        self._name_before = re.compile(
            rf"[a-z,;:]\s[A-Z][\w.’'-]*[a-z](?:[’']s)?,?\s(?:{alternatives(words.standing)}\s)?(?:{alternatives(words.only)}\s)?\(?$"
        )
        self._name_after = re.compile(rf"\s{alternatives(words.facing)}\s(?:{alternatives(words.titles)}\s)?[A-Z][a-z]")

    def page(self, cased: str, starts: Sequence[int], candidates: Sequence[Candidate]) -> Page:
        """The page of the text `cased`; signals are looked for in sentences with candidates and the two before."""
        text = fold(cased)
        inside = [(table.start, table.end) for table in tables(text)]
        firsts = tuple(one for one in starts if not any(start < one < end for start, end in inside)) or (0,)
        counts = Counter(bisect_right(firsts, one.start) - 1 for one in candidates)
        wanted = {0}
        for index in counts:
            wanted.update(range(max(0, index - _SHOWN_BEFORE), min(len(firsts), index + 2)))
        ends = (*firsts[1:], len(text))
        signals = {index: self._signals(text, firsts[index], ends[index]) for index in sorted(wanted)}
        polled = tuple(
            index for index, found in signals.items() if any(_POLL_SORTS.intersection(one.sorts) for one in found)
        )
        return Page(text, cased, firsts, signals, polled, counts)

    def features(self, page: Page, candidate: Candidate, reasons: Sequence[str]) -> set[str]:
        """The names of the features that hold for `candidate`, against which `reasons` speak."""
        index = page.sentence_of(candidate)
        names = {"bias", *_printed(page.text, candidate), *_nearby(page, candidate, index), *_around(page, index)}
        names |= self._named(page.cased, candidate)
        names |= self._edges.read(page.text, page.cased, candidate, page.signals.get(index, ()))
        names |= {f"reason:{name}" for name in reasons}
        whole = self._of_what(page, candidate, index)
        names |= {whole, f"{candidate.form}+{whole}", f"count:{min(page.counts[index], _MANY)}"}
        if candidate.start - page.starts[index] <= _OPENING:
            names.add("opens")
        return names

    def _signals(self, text: str, start: int, end: int) -> tuple[Signal, ...]:
        """The signals of a sentence: the words listed, and people by the ending of their noun or by their age."""
        found = self._finder.find(text, start, end)
        people = [
            Signal(*match.span(), ("people",))
            for pattern in (self._persons, _AGED)
            for match in pattern.finditer(text, start, end)
            if not any(one.start < match.end() and match.start() < one.end for one in found)
        ]
        return tuple(sorted((*found, *people))) if people else tuple(found)

    def _named(self, cased: str, candidate: Candidate) -> set[str]:
        """Whether a name stands right before the number ("Jones 49", "Jones at 49") or after it ("49 for Jones")."""
        names = set()
        if self._name_before.search(cased, max(0, candidate.start - _NAME_REACH), candidate.start):
            names.add("name:before")
        if self._name_after.match(cased, candidate.end):
            names.add("name:after")
        if cased.endswith("(", 0, candidate.start):
            names.add("brackets" if cased.startswith(")", candidate.end) else "bracket")
        return names

    def _of_what(self, page: Page, candidate: Candidate, index: int) -> str:
        """What the number is a part of: ``of:people``, ``of:them``, ``of:things``, or ``of:none``."""
        phrase = _OF.match(page.text, candidate.end)
        if not phrase:
            return "of:none"
        if self._them.match(phrase[1]):
            return "of:them"
        start, end = phrase.span(1)
        sorts = {
            sort for one in page.signals.get(index, ()) if one.end > start and one.start < end for sort in one.sorts
        }
        whole = next((f"of:{sort}" for sort in _WHOLES if sort in sorts), None)
        return whole or ("of:people" if _is_of_persons(phrase[1]) else "of:things")


def _is_of_persons(phrase: str) -> bool:
    """Whether the first plural noun of a phrase is one of persons: "jeepney operators back it"."""
    plural = next((word for word in phrase.split() if word.endswith(_PLURALS) and not word.endswith(_SINGULARS)), "")
    return is_person(plural)


def _printed(text: str, candidate: Candidate) -> set[str]:
    printed = text[candidate.start : candidate.end]
    bucket = sum(1 for limit in _VALUES if abs(candidate.value) > limit)
    names = {f"form:{candidate.form}", f"unit:{candidate.unit}", f"form+unit:{candidate.form}:{candidate.unit}"}
    names |= {f"value:{candidate.unit}:{bucket}", f"decimals:{min(candidate.decimals, 2)}"}
    if candidate.signed:
        names.add("signed")
    if "%" in printed:
        names.add("sign:%")
    if "-" in printed:
        names.add("hyphen")
    return names


def _nearby(page: Page, candidate: Candidate, index: int) -> set[str]:
    names: set[str] = set()
    nearest: dict[tuple[str, str], int] = {}
    signals = page.signals.get(index, ())
    first = bisect_left(signals, candidate.start - _REACH, key=_start_of)
    for signal in signals[first : bisect_left(signals, candidate.end + _REACH, key=_start_of)]:
        if signal.start < candidate.end and candidate.start < signal.end:
            continue
        side = "L" if signal.end <= candidate.start else "R"
        gap = candidate.start - signal.end if side == "L" else signal.start - candidate.end
        for sort in signal.sorts:
            key = side, sort
            nearest[key] = min(gap, nearest.get(key, gap))
    for (side, sort), gap in nearest.items():
        distance = 1 + sum(1 for limit in _NEAR if gap > limit)
        if sort not in _TOPICS and sort != "speech":
            names.add(f"S:{sort}")
        if sort not in _TOPICS or distance <= _TOPIC_REACH:
            names.add(f"{side}{distance}:{sort}")
    names |= _alone(nearest)
    start = max(page.starts[index], candidate.start - _REACH)
    end = min(page.starts[index + 1] if index + 1 < len(page.starts) else len(page.text), candidate.end + _REACH)
    if _YEAR.search(page.text, start, candidate.start):
        names.add("L:year")
    if _YEAR.search(page.text, candidate.end, end):
        names.add("R:year")
    if page.text.find("$", start, end) >= 0:
        names.add("S:money_sign")
    return names


def _alone(nearest: Mapping[tuple[str, str], int]) -> set[str]:
    """Sorts of other numbers near a number whose sentence speaks of no poll, or gives no opinion."""
    sorts = {sort for _, sort in nearest}
    near = {_GROUPS[sort] for (_, sort), gap in nearest.items() if sort in _GROUPS and gap <= _NEAR[2]}
    names: set[str] = set()
    if sorts.isdisjoint(_POLL_SORTS):
        names |= {f"unpolled:{group}" for group in near} | {"unpolled"}
    if sorts.isdisjoint(_OPINIONS):
        names |= {f"unsaid:{group}" for group in near} | {"unsaid"}
    return names


def _around(page: Page, index: int) -> frozenset[str]:
    """What stands before the sentence and how far off polls are; made once for each sentence."""
    if index not in page.around:
        page.around[index] = frozenset(_surroundings(page, index))
    return page.around[index]


def _surroundings(page: Page, index: int) -> set[str]:
    before = (signal for i in (index - 1, index - 2) for signal in page.signals.get(i, ()))
    names = {f"P:{sort}" for signal in before for sort in signal.sorts if sort in _SHOWN}
    place = bisect_right(page.polled, index)
    since = index - page.polled[place - 1] if place else _NEVER
    names.add(f"since_poll:{sum(1 for limit in _SINCE if since > limit)}")
    until = page.polled[place] - index if place < len(page.polled) else _NEVER
    names.add(f"until_poll:{sum(1 for limit in _UNTIL if until > limit)}")
    share = len(page.polled) / max(1, len(page.signals))
    names.add(f"polled:{sum(1 for limit in _SHARES if share > limit)}")
    if 0 in page.polled:
        names.add("title:poll")
    if index == 0:
        names.add("title")
    return names
