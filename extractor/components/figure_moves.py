"""Changes that the words touching a number settle: the level they led to, a noun of change, a bracket behind a share.

``down two points to 18%``, ``a 4-point drop``, ``said no (+5.1 points on March)``, ``a lead of 13%``.
"""

import re
from functools import cache

from extractor.components.candidates import Candidate
from extractor.components.phrases import alternatives, words
from extractor.components.surroundings import Surroundings
from extractor.lexicons import loader
from extractor.lexicons.schemas.figures import FigureWords
from extractor.lexicons.screens import Screen

#: How far before a bracket its share may stand (characters).
_BRACKET_REACH = 110
_UP, _DOWN = 1, -1
#: The smallest first number of a pair of shares in points: "by 53 points to 39".
_LEAST_PAIR = 20


class MoveReader:
    """Reads the way of a change from what touches the number; none where nothing settles it."""

    def __init__(self, lexicon: FigureWords) -> None:
        change, difference = lexicon.change, lexicon.difference
        softeners = alternatives(
            word
            for sort in ("about", "over", "under", "only")
            for word in lexicon.hedges[sort]
            if not word.startswith("as ")
        )
        adjective = rf"(?:\san?(?:\s[a-z]+)?|\s{softeners}|\sby|\sanother)"
        self._moved = {
            sign: Screen(re.compile(rf"(?<!\w){alternatives(change[name])}{adjective}{{0,3}}\s$"))
            for sign, name in ((_UP, "up"), (_DOWN, "down"))
        }
        percent = alternatives(lexicon.percent)
        level = (
            rf"{alternatives(change['reached'])}\s(?:{softeners}\s|a\s[a-z-]+\s(?:low|high)\sof\s)?\d{{1,2}}(?:\.\d+)?"
        )
        self._level = re.compile(
            rf"(?:\s[a-z]+)?\s{level}(?:\s?{percent}|(?=[,;)]|\.(?!\d)|\s(?:and|while|but)\b|\s?[—–-]\s|$))"
        )
        self._nouns = {
            sign: re.compile(rf"[\s-](?:[a-z]+\s)?{alternatives(change[name])}(?![\w-])")
            for sign, name in ((_UP, "rises"), (_DOWN, "falls"))
        }
        self._compared = {
            sign: re.compile(
                rf"\s{alternatives(change[name])}\b[^.;]*?\sthan\b.*{words((*change['than'], *change['levels']))}"
            )
            for sign, name in ((_UP, "up_more"), (_DOWN, "down_more"))
        }
        self._since = re.compile(rf"[^,;]{{0,40}}?\s{alternatives((*change['from'], 'last'))}(?!\w)")
        inside = (
            rf"(?:(?P<up>{alternatives(change['up'])})|(?P<down>{alternatives(change['down'])}))(?:\sby)?{adjective}?\s"
        )
        self._bracket = re.compile(rf"\((?:{inside}|(?P<sign>))$")
        self._net = re.compile(words((*difference["net"], *difference["nets"])))
        moved = alternatives((*change["up"], *change["down"]))
        link = rf"(?:of|at|to|is|was|now|has|had|have|that|fallen|below|above|double-digits|{moved})"
        nouns = alternatives(difference["lead_nouns"])
        self._lead = Screen(
            re.compile(rf"(?<!\w)(?<!in\sthe\s){nouns}(?:\s{link}){{1,6}}(?:\s(?:an?|{softeners}))?\s$")
        )
        self._lead_after = re.compile(rf"[\s-](?:[a-z]+[\s-])?{nouns}(?!\w)(?!\s(?:the|in\sby))")
        self._margin = re.compile(rf"\ba\smargin\sof\s(?:{softeners}\s)?$")
        self._ahead = re.compile(r"\sahead\sof\b")
        self._held = re.compile(r"\b(?:at|with|on|to|of|has|had|have|won|got)\s$")
        self._pair = re.compile(rf"\sto\s\d{{2}}(?![\w.,]?\d|\s?{percent})")
        self._shares = re.compile(r"\s?(?:to|vs\.?|versus|-|–)\s?\d")
        self._second = re.compile(
            rf"\d\s?(?:{percent})?,?(?:\s(?:to|vs\.?|versus|over)\s(?:[\w.’'-]+\s){{0,3}}|\s?[-–]\s?)$"
        )
        self._by = re.compile(r"\bby\s$")

    def way(self, one: Candidate, around: Surroundings) -> int | None:
        """The sign of a change between waves, where the words that touch `one` leave no doubt."""
        if one.unit == "points" or one.form != "elided":
            for sign, noun in self._nouns.items():
                found = noun.match(around.after)
                if found and (one.unit == "points" or self._since.match(around.after, found.end())):
                    return sign
        if one.unit == "percent" and one.form != "elided":
            for sign, compared in self._compared.items():
                if compared.match(around.after):
                    return sign
        if one.unit == "points" and self._level.match(around.after):
            return next((sign for sign, moved in self._moved.items() if moved.search(around.before)), None)
        return None

    def bracketed(self, text: str, share: Candidate | None, one: Candidate) -> int | None:
        """A change that opens a bracket behind the share of its clause: "34% are satisfied (up 2)"."""
        if share is None or share.unit != "percent" or one.start - share.end > _BRACKET_REACH:
            return None
        between = text[share.end : one.start]
        opened = self._bracket.search(between)
        if opened is None or (opened["sign"] is not None and not one.signed) or ")" in between[: opened.start()]:
            return None
        if re.search(r"[.;!?]\s|\n", between) or self._net.search(between):
            return None
        return _DOWN if opened["down"] else _UP

    def leads(self, one: Candidate, around: Surroundings) -> bool:
        """Whether a percentage is told as a lead: "a lead of 13%", "a 4% lead", "4% ahead of Smith"."""
        if one.unit != "percent" or one.form == "elided" or one.signed:
            return False
        if self._shares.match(around.after) or self._second.search(around.before):
            return False
        if self._ahead.match(around.after):  # "is 5% ahead of Smith", but "with 40% ahead of Smith"
            return self._held.search(around.before) is None
        before = self._lead.search(around.before) or self._margin.search(around.before)
        return before is not None or self._lead_after.match(around.after) is not None

    def pairs(self, one: Candidate, around: Surroundings) -> bool:
        """Whether points are the first share of a pair: "ahead by 53 points to 39"."""
        paired = one.unit == "points" and one.value >= _LEAST_PAIR and self._pair.match(around.after)
        return bool(paired) and self._by.search(around.before) is not None


@cache
def moves(language: str = "en") -> MoveReader:
    """The reader of settled changes of a language (ISO 639-1)."""
    return MoveReader(loader.load(FigureWords, language, "figures"))
