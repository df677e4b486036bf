"""Numbers that share the unit of a neighbour: the 60 of "60 and 56 percent", the 44 of "49 percent to 44"."""

import re
from dataclasses import replace

from extractor.components.candidates import LARGEST_SHARE, Candidate
from extractor.components.phrases import alternatives
from extractor.lexicons.schemas.figures import FigureWords
from extractor.parsing.numbers import NumberReader

_REACH = 40


class PartnerFinder:
    """Finds the partners of a number that has a unit; `number` is the pattern of a number."""

    def __init__(self, words: FigureWords, number: str, sign: str, read: NumberReader) -> None:
        self._read = read
        marks = rf"(?:\s?[{re.escape(''.join(words.joint_signs))}]\s?|{alternatives(words.hyphened_joints)})"
        lists = rf"[{re.escape(''.join(words.list_signs))}]\s"
        link = rf"(?:,?\s{alternatives(words.joints)}\s(?:{alternatives(words.hedges['only'])}\s)?)"
        units = alternatives((*words.counted, *words.percent, *words.points))
        self._left = re.compile(
            rf"(?<![\w$€£#.,])(?P<number>(?P<sign>{sign}){number})(?P<joint>{link}|{marks}|{lists})$"
        )
        self._right = re.compile(
            rf"(?:\s{alternatives(words.pair_joints)}\s|{marks})(?P<number>{number})(?![\w%$]|[.,]\d|[\s-]{units}(?!\w)|{marks}\d)"
        )
        self._list = re.compile(lists)
        self._stop = re.compile(rf"(?<!\w){alternatives(words.partner_stops)}\s$")

    def left(self, text: str, reached: int, right: Candidate) -> list[Candidate]:
        """The partners before `right` and behind the offset `reached`, in order."""
        found: list[Candidate] = []
        while True:
            match = self._left.search(text, max(reached, right.start - _REACH), right.start)
            if match is None or (not found and self._list.fullmatch(match["joint"])):
                return found[::-1]
            (start, end), sign = match.span("number"), match["sign"]
            if right.value > 0 and sign[:1].isalpha():
                start = match.end("sign")  # "a negative 42 - 53 percent rating" is a bad one
            if self._stop.search(text, max(0, start - _REACH), start):
                return []  # an age, a date or a name: the numbers after it were no partners either
            partner = self._partner(text, (start, end), right)
            if partner is None:
                return found[::-1]
            found.append(partner)
            right = partner

    def right(self, text: str, left: Candidate) -> Candidate | None:
        """The partner right behind `left`, if any."""
        match = self._right.match(text, left.end, left.end + _REACH)
        return None if match is None else self._partner(text, match.span("number"), left)

    def _partner(self, text: str, place: tuple[int, int], neighbour: Candidate) -> Candidate | None:
        read = self._read.number(text[slice(*place)])
        if read is None or abs(read.value) > LARGEST_SHARE:
            return None
        return replace(
            neighbour,
            start=place[0],
            end=place[1],
            value=read.value,
            decimals=read.decimals,
            form="elided",
            signed=False,
        )
