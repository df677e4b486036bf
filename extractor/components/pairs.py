"""Pairs of shares without a unit: ``leads 48 to 44``, ``a 48-44 edge``, ``split 49/47``, ``(45-40)``.

Scores, votes, ages and dates look the same, so a pair needs a word of a race or an opinion before or after it, none
of the words that such other pairs have, and two numbers that can be shares of one whole.
"""

import re
from collections.abc import Iterator

from extractor.components.candidates import Candidate
from extractor.components.phrases import alternatives, words
from extractor.lexicons.schemas.figures import BareFigureWords

_REACH = 60
#: The same for a pair alone in brackets, one of a list: "ahead among cooks (52-41), bakers (48-40)".
_BRACKET_REACH = 240
#: How far before a pair the word may reach that makes it one of something else.
_NEAR = 24
_LEAST_SUM, _MOST_SUM, _WHOLE = 40, 101, 100
_JOINT_REACH = 12
#: The full stop of a title ("Sen. ") ends no clause.
_CLAUSE = re.compile(r"(?:(?<!\b(?:sen|rep|gov|mrs))(?<!\b(?:dr|mr|ms|st|jr))\.|[;!?])\s|\n")


class PairFinder:
    """Finds pairs of bare shares."""

    def __init__(self, lexicon: BareFigureWords) -> None:
        digits = r"\d{1,3}(?:\.\d)?"
        joint = rf"(?:\s?[-–/]\s?|\s{alternatives(lexicon.pair_joints)}\s)"
        # A digit alone comes first, so that the search can run from one to the next.
        self._pair = re.compile(
            rf"(?P<first>\d(?<![\w$€£#.,/:+–−-]\d)\d{{0,2}}(?:\.\d)?){joint}(?P<second>{digits})(?![\w%$:/–-]|[.,]\d|\s?[-–]\s?\d)"
        )
        self._before = re.compile(words(lexicon.pair_before))
        self._after = re.compile(rf"[\s-]{alternatives(lexicon.pair_after)}\b")
        self._not_after = re.compile(rf"[\s-]{alternatives(lexicon.pair_not_after)}\b")
        self._whole_before = re.compile(rf"(?<!\w){alternatives(lexicon.whole_before)}\s$")
        self._whole_after = re.compile(rf"\s{alternatives(lexicon.whole_after)}\s[a-z]")
        self._not_before = re.compile(rf"(?<!\w){alternatives(lexicon.pair_not_before)}[\s(]*(?:of\s)?$")

    def find(self, text: str) -> Iterator[Candidate]:
        """Both numbers of each pair in `text` (lower case)."""
        for match in self._pair.finditer(text):
            bracketed = text[match.start() - 1 : match.start()] == "(" and text[match.end() : match.end() + 1] == ")"
            reach = _BRACKET_REACH if bracketed else _REACH
            before = _CLAUSE.split(text[max(0, match.start() - reach) : match.start()])[-1]
            near = text[max(0, match.start() - _NEAR) : match.start()]  # the full stop of "Feb." ends no clause here
            values = [float(match[name]) for name in ("first", "second")]
            whole = sum(values) == _WHOLE and self._whole(text, match)
            if self._not_after.match(text, match.end()) or (self._not_before.search(near) and not whole):
                continue
            if not (whole or self._before.search(before) or self._after.match(text, match.end())):
                continue
            if _LEAST_SUM <= sum(values) <= _MOST_SUM:
                for name, value in zip(("first", "second"), values, strict=True):
                    places = len(match[name].partition(".")[2])
                    yield Candidate(*match.span(name), value, places, "percent", "bare")

    def _whole(self, text: str, match: re.Match[str]) -> bool:
        """Whether a hyphened pair that makes 100 stands like a two-party vote: "from 52-48", "53-47 to Labor"."""
        if "-" not in match[0] and "–" not in match[0]:
            return False
        before = self._whole_before.search(text, max(0, match.start() - _JOINT_REACH), match.start())
        return before is not None or self._whole_after.match(text, match.end()) is not None
