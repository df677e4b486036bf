"""Clauses that name a part of those asked and its share, and nothing else: "In Porto it was 60 percent, in Evora 52".

Every word of such a clause is one of standing, rank and size, so none is left to answer with.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from typing import Literal

from spacy.tokens import Span

from extractor.components.doc_text import spans_of, words_of
from extractor.components.populations import BREAKDOWN, EVERYONE, PLACE
from extractor.components.values import POPULATIONS
from extractor.constructions.chunks import Sequence
from extractor.lexicons.phrasebook import phrasebook

#: The phrasebook of such clauses.
FILE = "part_shares"
#: Chunks that end a clause, those that may stand between a part and its figure, and those that tell of an answer.
_ENDS, _BESIDE, _ANSWERING = frozenset("fp;:!"), frozenset('z:(,-"'), frozenset("vVgsmnAG")
#: Ways of a share from one time to another: a group that takes one may be what was answered ("nuns rose from 2 to 3").
_MOVING = frozenset("cy")
#: "For it".
_FOR_IT = "Fr"
#: "As well as in the markets of", "among".
_WHERE = re.compile(r"[&w,]*[iM]")
#: A group and its rank are so many chunks at least.
_RANKED = 2
#: The next of several figures told in one breath, and a predicate behind a list of figures in brackets.
_NEXT = re.compile(r"[,&w]{1,2}z?(?=f)")
_PREDICATE = re.compile(r"(?:[,&w]{0,3}[^fp;:!,(]*\(z?f\))*[^fp;:!,w(]*[vVsmgTG]")
_PARTY = frozenset(("party", "support"))

Sort = Literal["group", "place", "party", "name", "everyone", "thing"]


@dataclass(frozen=True, slots=True)
class Part:
    """Of whom a clause tells the share: a group, a place, a party, or a name or thing that may be anything."""

    sort: Sort
    name: str
    #: Whether the clause speaks of a share, score or rate, which somebody has of an answer.
    shares: bool = False
    #: Whether "in" stands before the name.
    inside: bool = False


def part_of(line: Sequence, position: int, *, things: bool = False) -> Part | None:
    """The part of those asked that alone is named in the clause of the figure at chunk `position`.

    With `things` it may be named by any words that nothing marks.
    """
    left, right = _clause(line.code, position)
    if _is_predicated(line, position, right):
        return None
    named = _named(line, (*left, *right), things=position if things else 0)
    parts = [part for part in named or () if part.sort != "everyone"]
    moves = any(line.code[i] in _MOVING for i in (*left, *right))
    if not parts or (moves and all(part.sort == "group" for part in parts)):
        return None
    told = next((part for sort in ("party", "name", "thing") for part in parts if part.sort == sort), parts[0])
    return replace(told, shares=not _words(_language(line)).sharing.isdisjoint(_lowers(line, (*left, *right))))


def ranks_group(line: Sequence, first: int, last: int) -> bool:
    """Whether chunks `first` up to `last` only tell where, or which place a group takes: "nurses came last"."""
    chunks = tuple(range(first, last))
    where = _WHERE.match(line.code, first, last) is not None
    if last - first < _RANKED or (not where and _words(_language(line)).ranking.isdisjoint(_lowers(line, chunks))):
        return False
    parts = _named(line, chunks)
    return bool(parts) and all(part.sort in ("group", "place") for part in parts or ())


def answers_before(line: Sequence, position: int) -> bool:
    """Whether a word before chunk `position` of the sentence may be of an answer."""
    return any(_may_answer(line, i) for i in range(position))


def divided_until(line: Sequence) -> int:
    """The token behind what divides those asked, if the sentence opens so ("By island, …"); else 0."""
    divided = phrasebook(_language(line), FILE).pattern("divided").match(line.text(0, len(line.code)))
    starts = words_of(line.doc).starts
    return bisect_left(starts, starts[line.chunks[0].start] + divided.end()) if divided else 0


def _clause(code: str, position: int) -> tuple[range, range]:
    """The chunks before and behind a figure that belong to its clause, without what parts them from it."""
    end = position
    while end and code[end - 1] in _BESIDE:
        end -= 1
    start = next((i + 1 for i in range(end - 1, -1, -1) if code[i] in _ENDS), 0)
    stop = next((i for i in range(position + 1, len(code)) if code[i] in _ENDS), len(code))
    if stop < len(code) and code[stop] in "fp":
        # What stands before the next figure behind a comma or bracket is that figure's own.
        stop = next((i for i in range(position + 1, stop) if code[i] in ",)(&w"), stop)
    return range(start, end), range(position + 1, stop)


def _is_predicated(line: Sequence, position: int, right: range) -> bool:
    """Whether the sentence goes on to tell the answer: behind a list in brackets, or behind the next figure.

    "11 percent of nuns and 14 percent of monks sing": the answer stands behind the last.
    """
    code = line.code
    if code[position + 1 : position + 2] == ")":
        return _PREDICATE.match(code, position + 2) is not None
    following = _NEXT.match(code, right.stop) if right else None
    return following is not None and part_of(line, following.end()) is None


def _named(line: Sequence, chunks: tuple[int, ...], *, things: int = 0) -> list[Part] | None:
    """Those whom `chunks` name; None if they hold any word besides that is not one of standing, rank or size.

    Before chunk `things`, words that nothing marks may name somebody.
    """
    words, lowers = _words(_language(line)), words_of(line.doc).lowers
    covered, opened = dict(_covered(line)), divided_until(line)
    found: list[Part] = []
    for i in chunks:
        chunk = line.chunks[i]
        if line.code[i] == "N" and not all(map(words.stands, _lowers(line, (i,)))):
            inside = line.code[i - 1 : i] == "i" or line.code[max(0, i - 2) : i] == "i."
            found.append(Part("name", line.text(i, i + 1), inside=inside))
            continue
        if _may_answer(line, i):
            return None
        for token in range(max(chunk.start, opened), chunk.end):
            part = covered.get(token)
            if part is not None:
                found.append(part)
            elif lowers[token].isalpha() and not words.stands(lowers[token]):
                if i >= things or line.code[i] != ".":
                    return None
                found.append(Part("thing", lowers[token]))
    return found


def _covered(line: Sequence) -> Iterator[tuple[int, Part]]:
    """The tokens of the sentence that name a group or place, with whom they name."""
    for span in spans_of(line.doc, POPULATIONS):
        if line.start - len(span) < span.start < line.end and span.label_ != BREAKDOWN:
            part = Part(_sort(span), span.text)
            yield from ((token, part) for token in range(span.start, span.end))


def _sort(span: Span) -> Sort:
    """What a mention of a population names; one that only its capital tells may be a party: "Conservatives"."""
    whom = span._.population
    if span.label_ in (PLACE, EVERYONE):
        return "place" if span.label_ == PLACE else "everyone"
    if not _PARTY.isdisjoint(whom.facets):
        return "party"
    text = span.text.removeprefix("the ")
    known = whom.country or whom.facets.keys() - {"other"} or text.islower()
    return "group" if known or " " in text or span[0].is_sent_start else "name"


def _may_answer(line: Sequence, i: int) -> bool:
    """Whether a chunk is a verb or noun of opinion, and not of standing alone ("followed"), or opens "for it"."""
    words = _words(_language(line))
    if line.code.startswith(_FOR_IT, i):
        return True
    return line.code[i] in _ANSWERING and not all(map(words.stands, _lowers(line, (i,))))


def _lowers(line: Sequence, chunks: tuple[int, ...]) -> list[str]:
    lowers = words_of(line.doc).lowers
    return [word for i in chunks for word in lowers[line.chunks[i].start : line.chunks[i].end]]


def _language(line: Sequence) -> str:
    return line.doc.lang_ or "en"


class _Words:
    def __init__(self, language: str) -> None:
        book = phrasebook(language, FILE)
        self.sharing, self.ranking = book.group("sharing"), book.group("ranking")
        self._all = book.group("ranks", "shares", "standing", "links", "small", "people")
        self._superlative = book.pattern("superlative")

    def stands(self, word: str) -> bool:
        """Whether a word is one of standing, rank or size, or a superlative: "keenest"."""
        return word in self._all or self._superlative.match(word) is not None


@cache
def _words(language: str) -> _Words:
    return _Words(language)
