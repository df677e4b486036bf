"""What a number states: a share, a change between waves, or a difference between answers or groups; and its sign.

A fall is negative.  A difference is the figure of the side that the sentence speaks of: "leads by 9" is 9, "trails by
5" is -5, "10 points lower than" is -10.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from extractor.components.candidates import Candidate
from extractor.components.figure_hedges import HedgeReader, hedges
from extractor.components.figure_moves import MoveReader, moves
from extractor.components.phrases import alternatives, words
from extractor.components.surroundings import Surroundings, surroundings
from extractor.components.values import FigureValue
from extractor.lexicons import loader
from extractor.lexicons.schemas.figures import FigureWords
from extractor.lexicons.screens import Screen
from extractor.models import Kind

_BEFORE, _AFTER = 90, 70
_CHAIN_REACH = 45
_NEAR_AFTER = 40
_PAIR_REACH = 12
#: The largest move that is told without a unit right before the level it led to.
_SMALL_MOVE = 12
_UP, _DOWN = 1, -1
#: Between two shares that are told in points.
_AGAINST = " to "
#: A list in brackets: "with men (8 points), farmers (9 points)".
_BRACKETS = re.compile(r"\),?[^().;!?\n]*\(")
#: A bracket at the end of the clause of its share: "31 percent said that they would (plus two points)".
_FAR_BRACKET = re.compile(r"[^.;!?()\n]*\(")
#: Before a signed number: the level that a net rating came from, or stands at, and not what it moved by.
_LEVEL = re.compile(r"\b(?:from|to|at|on)\s(?:(?:an?|just|only)\s)?(?:[a-z]+\s)?[\"“]?$")
_THAN = re.compile(r"\bthan\b")


@dataclass(frozen=True, slots=True)
class Statement:
    """What a number states, with its sign; `sure` if words beside the number say so."""

    kind: Kind
    sign: int = _UP
    sure: bool = True


class KindReader:
    """Reads kind, sign and hedge of candidates from the words around them."""

    def __init__(self, lexicon: FigureWords, hedge_reader: HedgeReader, move_reader: MoveReader) -> None:
        change, difference = lexicon.change, lexicon.difference
        self._hedges = hedge_reader
        self._settled = move_reader
        softeners = alternatives(
            word
            for sort in ("about", "over", "under", "only")
            for word in lexicon.hedges[sort]
            if not word.startswith("as ")
        )
        near = rf"(?:\s(?:{softeners}|by|of|another|an\saverage|overall|an\sastonishing))*[\s\"“+]*$"
        signs = ((_UP, "up"), (_DOWN, "down"))
        self._moved = {sign: _screen(rf"(?<!\w){alternatives(change[name])}{near}") for sign, name in signs}
        moves = {sign: [word for word in change[name] if word not in change["either"]] for sign, name in signs}
        self._moved_surely = {sign: _screen(rf"(?<!\w){alternatives(moves[sign])}{near}") for sign, _ in signs}
        self._no_move = _screen(
            rf"(?<!\w)(?:{alternatives(change['formed'])}\s\w+|{alternatives(change['bounds'])}){near}"
        )
        self._behind_share = {
            sign: _screen(
                rf"(?:%|\bper\s?cent|\bpct)[^.;!?]*[,(–—-][\"”’']?\s?(?:both\s|each\s)?{name}(?:\sby)?(?:\s{softeners})*\s$"
            )
            for sign, name in signs
        }
        self._moved_by = {
            sign: _screen(rf"(?<!\w){alternatives(change[name])}(?:\s[\w’'-]+){{1,4}}\sby{near}")
            for sign, name in signs
        }
        self._moved_before = {sign: _screen(words(change[name])) for sign, name in signs}
        self._moves_after = {sign: re.compile(rf"[\s-](?:[\w-]+[\s-])?{words(change[name])}") for sign, name in signs}
        self._nouns_after = {sign: re.compile(rf"[\s-]{words(moves[sign])}(?!\s(?:over|on)\b)") for sign, _ in signs}
        self._noted = {
            sign: _screen(rf"\((?:the\s)?{alternatives(change[f'{name}_noted'])}(?:\sby)?\s$") for sign, name in signs
        }
        self._reached = re.compile(r"\s(?:at|to)\s\d[\d.]*\s?(?:%|per\s?cent)")
        self._more_after = {sign: re.compile(rf"[\s-]{words(change[f'{name}_more'])}") for sign, name in signs}
        self._more_by = {
            sign: _screen(rf"(?<!\w){alternatives(change[f'{name}_more'])}\sby{near}") for sign, name in signs
        }
        self._swing = re.compile(rf"[\s-](?:[\w-]+[\s-])?{words(change['nouns'])}")
        self._since = _screen(words(change["since"]))
        self._subject = _screen(words(change["subjects"]))
        self._than_before = re.compile(rf"\sthan\b.*{words(change['than'])}")
        self._sides = re.compile(rf"(?P<behind>{words(difference['behind'])})|{words(difference['lead'])}")
        self._led_by = {
            sign: _screen(
                rf"(?<!\w){alternatives(difference[name])}\b[^.;!?\d]*\sby(?:\s(?:{softeners}|an\saverage(?:\sof)?))*\s$"
            )
            for sign, name in ((_UP, "ahead_by"), (_DOWN, "behind_by"))
        }
        self._behind_after = re.compile(rf"[\s-](?:[\w-]+[\s-])?{words(difference['behind_after'])}")
        self._lead_after = re.compile(rf"[\s-](?:[\w-]+[\s-])?{words(difference['lead_after'])}")
        self._net = re.compile(rf"\s[\"“]?{words(difference['net'])}")
        self._pair = re.compile(r"\s(?:to|vs\.?|versus)\s\d|\s?[-–/]\d")
        self._pair_before = re.compile(r"\d(?:\s?(?:%|percent))?(?:\s?[-–/]\s?|\sto\s)$")
        self._level_after = re.compile(r"\sto\s(?P<level>\d{1,2}(?:\.\d)?)(?!\.?\d)")
        self._bracket = re.compile(
            rf"\s?\((?:(?:(?P<up>{alternatives(change['up'])})|(?P<down>{alternatives(change['down'])}))(?:\sby)?\s)?"
        )
        self._beside = re.compile(
            r"(?:[^.;:!?\n()]{0,160}[,–—][\"”’']?|,)?\s(?:which\sis\s|both\s|each\s)?"
            r"(?:up|(?P<down>down))(?:\sby)?(?:\sjust|\sonly|\sanother)?\s"
        )
        self._over = re.compile(rf"\s(?:ahead|behind|over|{words(difference['behind'])})\b")
        self._compared = re.compile(
            rf"[\s-](?:{alternatives(change['more'])}|(?P<less>{alternatives(change['less'])}))\s(?!than\b|or\b|of\b)[^,;]*?\sthan\b"
        )
        self._level = re.compile(
            rf"[\s-](?:{alternatives(change['above'])}|(?P<below>{alternatives(change['below'])}))"
            rf"\s(?:[\w’'-]+\s){{0,4}}?{alternatives(change['levels'])}\b"
        )
        self._links = re.compile(r"[^.;!?(\n]*(?:,|\band|\bbut|\bto)[^.;!?(\n]*")

    def read(self, text: str, candidates: Sequence[Candidate]) -> list[FigureValue]:
        """The payloads of `candidates` of `text` (lower case), in their order."""
        found: list[FigureValue] = []
        previous: tuple[Candidate, Statement] | None = None
        for one in candidates:
            around = surroundings(text, one, _BEFORE, _AFTER)
            share = previous[0] if previous else None
            said = (
                self._in_brackets(text, share, one)
                or self._aside(text, share, one)
                or _against(text, previous, one)
                or self._bare_move(one, around)
                or self._settle(text, share, one, around)
                or self._statement(one, around)
            )
            if one.signed and _LEVEL.search(around.before):
                said = Statement("difference")
            elif previous and self._yields(said, previous[1], around) and self._continues(text, previous[0], one):
                said = Statement(previous[1].kind, previous[1].sign)
            previous = one, said
            found.append(self._payload(one, said, around))
        return found

    def _payload(self, one: Candidate, said: Statement, around: Surroundings) -> FigureValue:
        hedge = self._hedges.read(around)
        vague = hedge.bound or (one.form in ("fraction", "ratio") and hedge.qualifier != "exact")
        value = one.value if said.kind == "share" or one.signed else said.sign * one.value
        return FigureValue(value, one.decimals, one.unit, said.kind, hedge.qualifier, one.form, vague)

    def _in_brackets(self, text: str, share: Candidate | None, one: Candidate) -> Statement | None:
        """A change in brackets after a share: "40% (+2)", "31 percent (down three)"; after a pair it is the lead."""
        if share is None or share.unit != "percent":
            return None
        between = self._bracket.fullmatch(text, share.end, one.start)
        if between is None and one.signed and one.unit == "points" and one.form != "bare":
            return Statement("change") if _FAR_BRACKET.fullmatch(text, share.end, one.start) else None
        if between is None or not (one.signed or between["up"] or between["down"]):
            return None
        if one.signed and self._pair_before.search(text, max(0, share.start - _PAIR_REACH), share.start):
            return Statement("difference")
        return Statement("change", _DOWN if between["down"] else _UP)

    def _aside(self, text: str, share: Candidate | None, one: Candidate) -> Statement | None:
        """A change told right behind its share: "is on 29%, up two points"; a lead has someone it is over."""
        if share is None or share.unit != "percent" or one.unit != "points" or self._over.match(text, one.end):
            return None
        between = self._beside.fullmatch(text, share.end, one.start)
        return Statement("change", _DOWN if between["down"] else _UP) if between else None

    def _settle(self, text: str, share: Candidate | None, one: Candidate, around: Surroundings) -> Statement | None:
        """What the words that touch the number leave no doubt of."""
        bracketed = self._settled.bracketed(text, share, one)
        way = self._settled.way(one, around) if bracketed is None else bracketed
        if way is not None:
            return Statement("change", way)
        if self._settled.leads(one, around):
            return Statement("difference")
        return Statement("share") if self._settled.pairs(one, around) else None

    def _yields(self, said: Statement, before: Statement, around: Surroundings) -> bool:
        """Whether nothing at the number itself says otherwise than the number before."""
        if not said.sure:
            return True
        beside = self._lead_after.match(around.after) or self._behind_after.match(around.after)
        return before.kind == "change" and said.kind == "difference" and not beside

    def _continues(self, text: str, before: Candidate, one: Candidate) -> bool:
        """Whether `one` goes on a list of points: "by 10 points in Ohio and 22 points in Utah"."""
        between = text[before.end : one.start]
        return (
            before.unit == one.unit == "points"
            and len(between) <= _CHAIN_REACH
            and (self._links.fullmatch(between) is not None or _BRACKETS.fullmatch(between) is not None)
            and not self._sides.search(between)
        )

    def _statement(self, one: Candidate, around: Surroundings) -> Statement:
        if one.unit == "points":
            return self._points(around)
        if one.signed or self._net.match(around.after):
            return Statement("difference")
        if one.form != "elided" and not self._pair.match(around.after):
            way = _sign(self._led_by, around.before)
            if way is not None:  # "leads Smith by 5%"
                return Statement("difference", way)
        compared = self._compared.match(around.after)
        if compared and one.form != "elided":  # "10% more popular than in May"
            kind: Kind = "change" if self._than_before.search(around.after) else "difference"
            return Statement(kind, _DOWN if compared["less"] else _UP)
        if one.form != "elided" and not self._pair.match(around.after) and not self._no_move.search(around.before):
            for patterns in (self._moved, self._moved_by):
                for sign, pattern in patterns.items():
                    if pattern.search(around.before):
                        return Statement("change", sign)
        return Statement("share")

    def _bare_move(self, one: Candidate, around: Surroundings) -> Statement | None:
        """The two of "with the party down two to 30 percent": a small number before a level far above it."""
        reached = self._level_after.match(around.after) if one.unit == "percent" else None
        if reached is None or one.value > _SMALL_MOVE or float(reached["level"]) <= 2 * one.value:
            return None
        way = _sign(self._moved, around.before)
        return None if way is None else Statement("change", way)

    def _points(self, around: Surroundings) -> Statement:
        return (
            self._told(around)
            or self._change(around)
            or self._difference(around)
            or next(
                (
                    Statement("change", sign)
                    for sign, moved in self._moved_before.items()
                    if moved.search(around.before)
                ),
                None,
            )
            or Statement("difference", sure=False)
        )

    def _told(self, around: Surroundings) -> Statement | None:
        """A change by the words on both sides: "a two-point rise", "(plus two points)", "up 7 points at 75 percent"."""
        sign = _sign(self._noted, around.before)
        if sign is None:
            sign = next((way for way, noun in self._nouns_after.items() if noun.match(around.after)), None)
        if sign is None and self._reached.match(around.after):
            sign = _sign(self._moved, around.before)
        return None if sign is None else Statement("change", sign)

    def _difference(self, around: Surroundings) -> Statement | None:
        """A lead or a gap, where a word says so: right after the number, else the nearest one before it."""
        if self._lead_after.match(around.after):
            return Statement("difference")
        if self._behind_after.match(around.after):
            return Statement("difference", _DOWN)
        sides = list(self._sides.finditer(around.before))
        if sides:
            return Statement("difference", _DOWN if sides[-1]["behind"] else _UP)
        return Statement("difference") if self._sides.search(around.after[:_NEAR_AFTER]) else None

    def _change(self, around: Surroundings) -> Statement | None:
        """A change, where a verb of change stands beside the number and nothing says that it is a lead."""
        sign = self._moved_beside(around)
        if sign is None and (self._since.search(around.after) or self._subject.search(around.before)):
            sign = _sign(self._moved, around.before)
            if sign is None and not _THAN.search(around.after[:_NEAR_AFTER]):
                sign = next((way for way, pattern in self._moves_after.items() if pattern.match(around.after)), None)
        if sign is None and self._than_before.search(around.after):
            sign = next((way for way, pattern in self._more_after.items() if pattern.match(around.after)), None)
            sign = _sign(self._more_by, around.before) if sign is None else sign
        if sign is not None:
            return Statement("change", sign)
        level = self._level.match(around.after)
        if level:
            return Statement("change", _DOWN if level["below"] else _UP)
        return Statement("change") if self._swing.match(around.after) else None

    def _moved_beside(self, around: Surroundings) -> int | None:
        """The way of a verb right before the number that is of changes alone, or of "up" behind a share."""
        if any(ends.match(around.after) for ends in (self._lead_after, self._behind_after, self._over)):
            return None
        sign = _sign(self._moved_surely, around.before)
        return _sign(self._behind_share, around.before) if sign is None else sign


def _against(text: str, previous: tuple[Candidate, Statement] | None, one: Candidate) -> Statement | None:
    """The second of two shares that are told in points: "ahead by 53 points to 39"."""
    if previous is None or previous[0].unit != "points" or one.unit != "points" or previous[1].kind != "share":
        return None
    return Statement("share") if text[previous[0].end : one.start] == _AGAINST else None


def _sign(patterns: Mapping[int, Screen], before: str) -> int | None:
    return next((sign for sign, pattern in patterns.items() if pattern.search(before)), None)


def _screen(pattern: str) -> Screen:
    return Screen(re.compile(pattern))


@cache
def kinds(language: str = "en") -> KindReader:
    """The kind reader of a language (ISO 639-1)."""
    return KindReader(loader.load(FigureWords, language, "figures"), hedges(language), moves(language))
