"""Features of a candidate number: which signals stand how near, how it is printed, what the page is about.

Names are built from sorts of signals, sides and distances, never from the words themselves, so that weights carry over
to other topics.  ``L1:opinion`` is an opinion word at most 12 characters to the left, ``S:votes`` a word of vote
counts anywhere in the sentence, ``P:poll`` a poll word in the two sentences before.
"""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from extractor.components.candidates import Candidate, fold
from extractor.components.cells import tables
from extractor.components.signals import Signal, SignalFinder

_NEAR = (12, 35, 80, 160)
_VALUES = (1, 3, 6, 12, 25, 40, 60, 80, 100)
_POLL_SORTS = ("poll", "respondents")
#: Words of a topic count only close to the number: a poll may be about prices, crime or schools.
_TOPICS = frozenset(("noise", "economy", "money", "crime", "health", "nature", "society", "effect", "model"))
_TOPIC_REACH = 2
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_NEXT = re.compile(
    r"[\s-]*(?:(of\s(?:the|all|those|its|their|his|her|these|our|a|an|registered|likely)\b|of|to|in|who|that|among|for|from|by|on"
    r"|at|with|than|and|or|were|was|are|is|have|had|say|said|would|when|since|over|as|but|a|the|[a-z]+)|([)(,.;:–—\"”])|$)"
)
_NEXT_WORDS = frozenset(
    "of to in who that among for from by on at with than and or were was are is have had would when since over as but a the".split()
)
_BEFORE = re.compile(r"(?:\b([a-z]+)\s|([(\"“:;,–—])\s?)$")
_BEFORE_WORDS = frozenset(
    "by at of to from with only just and or that while than a an the in for is was about nearly some another overall".split()
)
_OF = re.compile(r"[\s-]of\s((?:[\w’'.&-]+\s?){1,6})")
_NAME_BEFORE = re.compile(
    r"[a-z,;:]\s[A-Z][\w.’'-]*[a-z](?:[’']s)?,?\s(?:(?:at|with|by|had|gets?|has|is\sat)\s)?(?:just\s|only\s)?\(?$"
)
_NAME_AFTER = re.compile(r"\s(?:for|to|over|behind|against)\s(?:(?:Mr|Mrs|Ms|Sen|Gov|Rep)\.\s)?[A-Z][a-z]")
_THEM = re.compile(r"(?:them|us|it|those|this|that|which|whom)\b")
_SHOWN_BEFORE = 2
_OPENING = 8


@dataclass(frozen=True, slots=True)
class Page:
    """What the features of all candidates of a page share: sentence starts, signals, and where polls are spoken of."""

    text: str
    cased: str
    starts: tuple[int, ...]
    signals: dict[int, tuple[Signal, ...]]
    polled: tuple[int, ...]
    title_polls: bool
    candidates: Sequence[Candidate]


def read_page(cased: str, starts: Sequence[int], candidates: Sequence[Candidate], finder: SignalFinder) -> Page:
    """The page of the text `cased`; signals are looked for in sentences with candidates and the two before."""
    text = fold(cased)
    inside = [(table.start, table.end) for table in tables(text)]
    firsts = tuple(one for one in starts if not any(start < one < end for start, end in inside)) or (0,)
    wanted: set[int] = {0}
    for one in candidates:
        index = bisect_right(firsts, one.start) - 1
        wanted.update(range(max(0, index - _SHOWN_BEFORE), min(len(firsts), index + 2)))
    signals = {}
    for index in sorted(wanted):
        end = firsts[index + 1] if index + 1 < len(firsts) else len(text)
        signals[index] = tuple(finder.find(text, firsts[index], end))
    polled = tuple(i for i, found in signals.items() if any(set(_POLL_SORTS) & set(one.sorts) for one in found))
    return Page(text, cased, firsts, signals, polled, 0 in polled, candidates)


def features(page: Page, candidate: Candidate, reasons: Sequence[str]) -> set[str]:
    """The names of the features that hold for `candidate`, against which `reasons` speak."""
    index = bisect_right(page.starts, candidate.start) - 1
    names = {"bias", *_printed(page.text, candidate), *_nearby(page, candidate, index), *_around(page, index)}
    count = sum(1 for one in page.candidates if bisect_right(page.starts, one.start) - 1 == index)
    names.add(f"count:{min(count, 5)}")
    names |= _named(page.cased, candidate)
    names |= {f"reason:{name}" for name in reasons}
    whole = _of_what(page, candidate, index)
    names |= {whole, f"{candidate.form}+{whole}"}
    if candidate.start - page.starts[index] <= _OPENING:
        names.add("opens")
    return names


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
    after = _NEXT.match(text, candidate.end)
    if after and after[1]:
        names.add(f"next:{after[1] if after[1].split()[0] in _NEXT_WORDS else 'word'}")
    elif after and after[2]:
        names.add(f"next:{after[2]}")
    before = _BEFORE.search(text, max(0, candidate.start - 20), candidate.start)
    if before:
        names.add(f"before:{before[2] or (before[1] if before[1] in _BEFORE_WORDS else 'word')}")
    return names


def _named(cased: str, candidate: Candidate) -> set[str]:
    """Whether a name stands right before the number ("Jones 49", "Jones at 49") or after it ("49 for Jones")."""
    names = set()
    if _NAME_BEFORE.search(cased, max(0, candidate.start - 40), candidate.start):
        names.add("name:before")
    if _NAME_AFTER.match(cased, candidate.end):
        names.add("name:after")
    if cased[max(0, candidate.start - 1) : candidate.start] == "(":
        names.add("brackets" if cased[candidate.end : candidate.end + 1] == ")" else "bracket")
    return names


def _of_what(page: Page, candidate: Candidate, index: int) -> str:
    """What the number is a part of: ``of:people``, ``of:them``, ``of:things``, or ``of:none``."""
    phrase = _OF.match(page.text, candidate.end)
    if not phrase:
        return "of:none"
    if _THEM.match(phrase[1]):
        return "of:them"
    start, end = phrase.span(1)
    sorts = {sort for one in page.signals.get(index, ()) if start <= one.start < end for sort in one.sorts}
    return next((f"of:{sort}" for sort in ("votes", "people", "respondents") if sort in sorts), "of:things")


def _nearby(page: Page, candidate: Candidate, index: int) -> set[str]:
    names: set[str] = set()
    nearest: dict[tuple[str, str], int] = {}
    for signal in page.signals.get(index, ()):
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
    start = page.starts[index]
    end = page.starts[index + 1] if index + 1 < len(page.starts) else len(page.text)
    if _YEAR.search(page.text, start, candidate.start):
        names.add("L:year")
    if _YEAR.search(page.text, candidate.end, end):
        names.add("R:year")
    if "$" in page.text[start:end]:
        names.add("S:money_sign")
    return names


def _around(page: Page, index: int) -> set[str]:
    names = {f"P:{sort}" for i in (index - 1, index - 2) for signal in page.signals.get(i, ()) for sort in signal.sorts}
    names = {name for name in names if name[2:] not in _TOPICS}
    place = bisect_right(page.polled, index)
    since = index - page.polled[place - 1] if place else 99
    names.add(f"since_poll:{0 if since == 0 else 1 if since <= 1 else 2 if since <= 3 else 3 if since <= 8 else 4}")
    until = page.polled[place] - index if place < len(page.polled) else 99
    names.add(f"until_poll:{1 if until <= 1 else 2 if until <= 4 else 3}")
    share = len(page.polled) / max(1, len(page.signals))
    names.add(f"polled:{sum(1 for limit in (0.05, 0.12, 0.25, 0.45) if share > limit)}")
    if page.title_polls:
        names.add("title:poll")
    if index == 0:
        names.add("title")
    return names
