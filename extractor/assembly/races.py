"""Reading a race: which of the names in a clause are the two sides, and which of two figures is whose.

The owner of a lead is its subject or possessor, never the one behind "over", "against" or "to"; of two figures told
against each other the leader has the larger one.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from extractor.assembly.chosen_names import choosing
from extractor.assembly.memory import Memory, is_name, key
from extractor.assembly.race_clauses import REACH, clause_end, clause_start, in_aside, place_of, rival_of
from extractor.assembly.race_sides import Lead, Side, leads, party_before, sides
from extractor.assembly.readings import Reading
from extractor.constructions.chunks import Sequence

#: Readings that name the one side at least, with a word of leading.
SURE = frozenset(("side.told", "side.lone"))
#: "By" right before the figures, or before the margin they come from: the first side named is ahead.
_BY = re.compile("B[z.]?(?:[eD.]o)?z?(?:p[^fp]{0,3})?$")
#: "Favored Smith over the challenger Jones".
_CHOICE, _BETWEEN, _OVER = re.compile(r"[vV][.PL]?$"), re.compile(r"[OTG.][.PL]?"), frozenset(("over", "to", "than"))
_NEXT = re.compile("B?[z.]?")
_STANDS = re.compile("a[z.]?")
_JOINED = re.compile("[,.]?[&Yx~-][.,]?")
_AGAIN = re.compile("[,&]{1,2}[LG]?")
_LEADING, _FIGURES = frozenset("lk"), frozenset("fp")
_OPINION = frozenset("vVsg")
#: "The tax is fair, voters say 52 to 43 percent."
_SPOKEN = re.compile(r',"?P[sv],?$')
#: "Voters in Ohio by 59-37 percent said …"
_BY_GROUP = re.compile(r"P(?:[oi][PL.])?,?B[z.]?$")
#: "Split 46 to 45 percent in the Democrats' favor".
_FAVORED = re.compile(r"i[.]?(?P<who>[PN])['\"](?P<favor>[vV.])")
#: What parts a pair of figures from names behind it that are none of its sides.
_PARTED = frozenset(",(vVsPb")


@dataclass(frozen=True, slots=True)
class _Told:
    """What a clause tells of a pair: subject, rival, the word of leading (None: in the order told), and the rule."""

    subject: Side
    rival: Side
    lead: Lead | None
    rule: str


@dataclass(frozen=True, slots=True)
class _Clause:
    """A clause and the pair of figures in it, with what was told before."""

    line: Sequence
    start: int
    first: int
    last: int
    memory: Memory

    def other(self, side: Side, named: Iterable[Side] = ()) -> Side:
        """The rival of `side`: another side of the clause, else the one told before."""
        beside = (one for one in named if key(one.label) != key(side.label))
        return next(beside, Side(rival_of(self.line, side, self.memory), None))


def of_pair(line: Sequence, position: int, partner: int, values: dict[int, float], memory: Memory) -> Reading | None:
    """Whose figure stands at `position` of a pair ("48 to 44") whose other figure stands at `partner`."""
    first, last = min(position, partner), max(position, partner)
    told = _told(_Clause(line, clause_start(line, first), first, last, memory))
    if told is None or _is_opinion(line, told, first, last):
        return None
    one, other, lead = told.subject, told.rival, told.lead
    larger = values.get(position, 0.0) >= values.get(partner, 0.0)
    equal = values.get(position, 0.0) == values.get(partner, 0.0)
    if lead is None or lead.ahead == 0 or equal:
        mine = one if position < partner else other
    else:
        mine = one if larger == (lead.ahead > 0) else other
    if not mine.label:
        return None
    inferred = sum(side.chunk is None for side in (one, other))
    sure = told.rule if told.rule in ("guess", "bare") else ("told", "lone", "carried")[inferred]
    return Reading(mine.label, place_of(mine), (f"race.{told.rule}", f"side.{sure}"))


def is_sure(reading: Reading) -> bool:
    """Whether the clause itself names a side and who leads."""
    return not SURE.isdisjoint(reading.rules)


def _is_opinion(line: Sequence, told: _Told, first: int, last: int) -> bool:
    """Whether the pair tells an opinion, not a race: a rating of the side, a split, or a party whose members say so."""
    said = line.code[last + 1 : last + 2] == "s" and _BY_GROUP.search(line.code, 0, first)
    if said or _SPOKEN.search(line.code, 0, first):
        return True
    alone = None in (told.subject.chunk, told.rival.chunk)
    if alone and told.lead is not None and told.lead.ahead == 0:
        return True
    nearest = max(_at(told.subject), _at(told.rival))
    if "g" in line.code[nearest + 1 : first] and told.rule != "verb":
        return True
    party = told.subject.chunk is not None and line.code[told.subject.chunk] == "P"
    return alone and party and bool(set(line.code[last + 1 : last + 4]) & _OPINION)


def _told(clause: _Clause) -> _Told | None:
    """Subject and rival of a pair of figures, the word of leading between them, and the rule that found them."""
    line, start, first, last = clause.line, clause.start, clause.first, clause.last
    stop = min(clause_end(line, last), last + REACH + 2)
    named = list(sides(line, start, first))
    behind = [side for side in sides(line, last + 1, stop) if not set(line.code[last + 1 : _at(side)]) & _PARTED]
    favored = _FAVORED.match(line.code, last + 1)
    if favored is not None and line.text(*favored.span("favor")).lower() in ("favor", "favour"):
        side = Side(line.text(*favored.span("who")), favored.start("who"))
        return _Told(side, clause.other(side), Lead(last, 1), "for")
    given = next((side for side in behind if line.code[_at(side) - 1] == "F"), None)
    if given is not None and named and _STANDS.fullmatch(line.code, _at(named[-1]) + 1, first):
        return _Told(named[-1], given, None, "for")  # "has Smith at 47 percent to 46 percent for Jones"
    if given is not None:
        return _Told(given, clause.other(given, named), Lead(last, 1), "for")
    chosen = _chosen(line, named)
    if chosen is not None:
        return _Told(*chosen, Lead(first, 1), "over")
    own = start + 1 if line.code[start - 1 : start] == "f" else start  # "8 percent edge": of the pair before
    found = [lead for lead in leads(line, start, first) if not in_aside(line, lead.chunk, first)]
    found = [lead for lead in found if lead.chunk >= own or not lead.noun]
    found = found or list(leads(line, last + 1, min(stop, last + REACH)))
    verb = next((lead for lead in found if any(_at(s) < lead.chunk for s in named)), found[-1] if found else None)
    if verb is None and (not named or _AGAIN.fullmatch(line.code[start : _at(named[0])])):
        # "… leads Smith by 47 to 40 and Jones by 49 to 41": verb and subject stand before the pair before.
        verb = next(reversed(list(leads(line, 0, start))), None)
    before = [side for side in named if verb is None or _at(side) < verb.chunk]
    after = [side for side in named if side not in before]
    subject = next((side for side in reversed(before) if not side.led), None)
    if subject is None:
        owner = party_before(line, start, first) if _OPINION.isdisjoint(line.code[start:first]) else None
        subject = owner or _subject_before(line, start)
    rival = next((side for side in behind if side.led), None) or (after[-1] if after else None)
    if verb is None:
        return _unled(clause, named, subject, rival)
    rival = rival or next((side for side in reversed(before) if side.led), None)
    return _led(clause, subject, rival, verb)


def _subject_before(line: Sequence, start: int) -> Side | None:
    """Who leads or trails in the clauses before `start`: the last side told there that is not the one led."""
    named = [side for side in sides(line, 0, start) if not side.led]
    leading = [side for last, side in zip([None, *named], named, strict=False) if not _is_led(line, last, side)]
    free = [side for side in leading if not side.owner]
    return next(reversed(free or leading or named[:1]), None)


def _is_led(line: Sequence, last: Side | None, side: Side) -> bool:
    """Whether a verb of leading stands between a side and the one named before: "Smith leads his rival Jones"."""
    between = line.code[_at(last) + 1 : _at(side)] if last else ""
    return not _LEADING.isdisjoint(between) and _FIGURES.isdisjoint(between)


def _chosen(line: Sequence, named: list[Side]) -> tuple[Side, Side] | None:
    """Whom people chose over whom right before their figures: "while Brown lost, farmers favored Smith over Jones"."""
    if len(named) < 2 or named[-2].led or named[-2].owner:
        return None
    one, other = _at(named[-2]), _at(named[-1])
    preposition = line.text(one + 1, one + 2).lower() if one + 1 < other else ""
    if preposition not in _OVER or not _BETWEEN.fullmatch(line.code, one + 1, other):
        return None
    if not _CHOICE.search(line.code, 0, one):
        return None
    return named[-2], named[-1]


def _led(clause: _Clause, subject: Side | None, rival: Side | None, verb: Lead) -> _Told | None:
    """The sides where a word of leading stands; a side that is not named was told before."""
    if subject is not None:
        return _Told(subject, rival or clause.other(subject), verb, "verb" if rival else "alone")
    if rival is not None:
        return _Told(clause.other(rival), rival, verb, "rival")
    one, other = clause.memory.pair
    if is_name(one) and is_name(other):
        return _Told(Side(one, None), Side(other, None), Lead(0, 0), "carried")
    return None


def _unled(clause: _Clause, named: list[Side], subject: Side | None, rival: Side | None) -> _Told | None:
    """The sides where no known word says who leads: "voters prefer Smith to Jones by 48 to 44", "Smith and Jones"."""
    told = [side for side in named if not side.owner or side.led]
    by = Lead(clause.first, 1) if _BY.search(clause.line.code, 0, clause.first) else None
    if len(told) >= 2:
        one, other = told[-2:]
        joined = _JOINED.fullmatch(clause.line.code[_at(one) + 1 : _at(other)])
        if not (other.led or joined or by):
            return None
        return _Told(one, other, None if joined else by or Lead(clause.first, 1), "over" if other.led else "bare")
    if subject is not None and rival is not None and named:
        return _Told(subject, rival, by, "bare")
    if len(told) == 1 and _is_backed(clause, told[0]):
        return _Told(told[0], clause.other(told[0]), Lead(clause.first, 1), "backed")
    if len(told) == 1 and not set(clause.line.code[_at(told[0]) : clause.first]) & _OPINION:
        return _Told(told[0], clause.other(told[0]), by or Lead(clause.first, 1), "guess")
    return None


def _is_backed(clause: _Clause, side: Side) -> bool:
    """Whether a group chooses a side of the race told last right before its figures: "women back Smith 50-41"."""
    at, code = _at(side), clause.line.code
    if code[at - 2 : at] not in ("Pv", "PV") or not _NEXT.fullmatch(code, at + 1, clause.first):
        return False
    one, other = clause.memory.pair
    if not (is_name(one) and is_name(other)) or key(side.label) not in (key(one), key(other)):
        return False
    return clause.line.text(at - 1, at).lower() in choosing()


def _at(side: Side) -> int:
    return -1 if side.chunk is None else side.chunk
