"""Shares that cannot be anything but poll figures: a part of people who say, think or want something.

"60 percent of farmers said", "half of those surveyed in May": whatever else the page speaks of.  So is what parties
would win "if an election were held on Sunday", there or further on, and what they would win "of the vote".
"""

import re
from collections.abc import Sequence

from extractor.components.candidates import Candidate
from extractor.components.phrases import alternatives
from extractor.components.shares_in_words import SharesInWords
from extractor.lexicons.schemas.figures import AffirmWords

_REACH = 100
#: The longest line of a list before one that goes on with "that".
_LINE_REACH = 300
#: An aggregator's line: "Governor: Smith +4.2".
_STANDING = re.compile(r":\s[a-z][\w.’'-]+(?:\s[a-z][\w.’'-]+)?\s$")
_ENDS = re.compile(r"\s*(?:\n|$)")


class Affirmer:
    """Tells the candidates that are poll figures for certain."""

    def __init__(self, words: AffirmWords, polls: Sequence[str] = ()) -> None:
        word = r"[\w’'.-]+\s"
        said = rf"{alternatives(words.verbs)}\b"
        asked = alternatives(words.asked)
        self._pattern = re.compile(
            rf"\s(?:of\s(?:{word}){{1,6}}?{said}|(?:of\s)?(?:{word}){{0,5}}?{asked}\s(?:{word}){{0,4}}?{said})"
        )

        self._saying = re.compile(rf"\s(?:of\s(?:{word}){{1,6}}?)?{alternatives(words.saying)}\b")
        self._with = re.compile(r"\bwith\s(?:(?:just|only|about|some|nearly|almost|over|another)\s)?$")
        won = rf"\b(?:would|could)\s(?:{alternatives(words.adverbs)}\s)?{alternatives(words.winning)}\b[^.;\n]*$"
        self._won = re.compile(won)
        hedges = r"(?:(?:around|about|just|only|nearly|almost|the\sremaining)\s)?"
        shares = r"(?:[\d.]+(?:\s?%|\sper\s?cent)?(?:,?\sand|,)\s)*"
        self._wins = re.compile(
            rf"\b(?:would|could)\s(?:(?:{alternatives(words.adverbs)}|[a-z]+ly)\s)?"
            rf"(?:have\s(?:won|received|got|gotten|secured|taken|polled|obtained)|{alternatives(words.winning)})\s{hedges}{shares}$"
        )
        self._vote = re.compile(r"\sof\sthe\s(?:[a-z-]+\s)?votes?\b")
        self._each = re.compile(rf"\bwould\s{alternatives(words.each)}\s{alternatives(words.winning)}\s(?:[a-z]+\s)?$")
        self._ahead = re.compile(
            rf"\b{alternatives(words.leading)}\s[^.;\n]*\bby\s(?:just\s)?{alternatives(words.averages)}\s$"
        )
        self._named = re.compile(rf"\b{alternatives(words.named)}\sby\s(?:[a-z]+\s)?$")
        between = r"(?:[\w’'.,&-]+\s){0,14}?"
        counted = "".join(rf"(?<!{word}\s)" for word in words.statistics)
        hedge = r"(?:(?:only|just|about|some|nearly|around|almost|more\sthan|over|at\sleast|as\smany\sas)\s)?"
        self._found = re.compile(
            rf"{counted}\b{alternatives(words.polls)}\s{between}{alternatives(words.finds)}\sthat\s{hedge}$"
        )
        self._lead = re.compile(rf"[\s-]{alternatives(words.leads)}\s[^;\n]{{0,60}}?\b{alternatives(words.polls)}\b")
        unit = alternatives(words.level_units)
        moved = rf"\b{alternatives(words.moves)}\s(?:by\s|an?\s(?:[a-z]+\s)?)?"
        self._moved = re.compile(rf"{moved}$")
        self._moved_to = re.compile(rf"{moved}[\w.-]+\s(?:percentage\s)?points?\sto\s(?:[a-z]+\s)?$")
        self._level = re.compile(rf"\sto\s(?:[a-z]+\s)?\d{{1,2}}(?:\.\d)?\s?{unit}")
        self._line = re.compile(rf"\n\d{{1,2}}(?:\.\d)?\s?{unit}\s[^\n]*\n$")
        placed = rf"{alternatives((*words.polls, *polls))}\b[^.;\n\d]{{0,30}}?\s{alternatives(words.places)}\s{between}"
        self._placed = re.compile(rf"{counted}\b{placed}(?:at|on)\s{hedge}$")
        still = rf"(?:{alternatives(words.still)}\s)?"
        listed = rf"\bon\s\d[\d.]*\s?{unit}(?:,|\s(?:and|with|while|to)\b)[^.;\n\d]{{1,40}}"
        self._on = re.compile(rf"(?:\b{alternatives(words.stands)}\s{still}|{listed})\bon\s{hedge}$")
        self._on_ends = re.compile(r"\s*(?:[.,;)\n]|$|(?:and|in|with|while|ahead|against|according|among|to)\b)")
        self._people = SharesInWords(words)
        self._held = re.compile(rf"\bif\s[^.;\n]*?\b{alternatives(words.held)}\b")

    def supposes(self, text: str) -> bool:
        """Whether `text` (lower case) tells what parties would win "if an election were held"."""
        return self._held.search(text) is not None

    def affirms(self, text: str, one: Candidate, supposed: bool = False) -> bool:
        """Whether what follows `one` in `text` (lower case) makes it a share of people who say something.

        `supposed`: the text supposes an election, so that what someone would win is what a poll says.
        """
        if one.signed and _STANDING.search(text, max(0, one.start - _REACH), one.start):
            return _ENDS.match(text, one.end) is not None
        if self._ahead.search(text, max(0, one.start - _REACH), one.start):
            return True
        if one.unit != "percent":
            return self._lead.match(text, one.end, one.end + _REACH) is not None  # "a 3-point lead in the poll"
        if self._pattern.match(text, one.end, one.end + _REACH):
            return True
        before = text[max(0, one.start - _REACH) : one.start]
        said = self._with.search(before) and self._saying.match(text, one.end, one.end + _REACH)
        if (
            said
            or any(pattern.search(before) for pattern in (self._found, self._each, self._named))
            or (self._wins.search(before) and (supposed or self._vote.match(text, one.end)))
        ):
            return True
        start = max(text.rfind(mark, 0, one.start) for mark in (". ", "\n")) + 1
        return bool(self._won.search(before) and self._held.search(text, start, one.end + _REACH))

    def likely(self, text: str, one: Candidate) -> bool:
        """Whether `one` is told as polls tell a move, whom a share is of, or a list, if nothing speaks against it."""
        before = text[max(0, one.start - _REACH) : one.start]
        if one.unit == "points":
            return self._moved.search(before) is not None and self._level.match(text, one.end) is not None
        if self._moved_to.search(before) or self._placed.search(before) or self._people.tells(text, one):
            return True
        if self._on.search(before) and self._on_ends.match(text, one.end):
            return True
        start = max(0, one.start - _LINE_REACH)
        return text.startswith(" that ", one.end) and self._line.search(text, start, one.start) is not None
