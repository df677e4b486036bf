"""Whose share a lone figure of a race is: "Smith leads Jones with 44 percent", "gives her the support of 61"."""

import re
from functools import cache

from extractor.assembly.chosen_names import choosing
from extractor.assembly.persons import persons
from extractor.assembly.race_clauses import clause_start, place_of
from extractor.assembly.race_sides import Side, leads, sides
from extractor.assembly.readings import Reading
from extractor.constructions.chunks import Sequence
from extractor.lexicons.loader import load
from extractor.lexicons.schemas.answers import Answers

_WITH = re.compile("Mz?$")
#: "Gives her the support of", "Smith's support among women at".
_SUPPORT = re.compile(r"(?:[Nr][.z]{0,2}V[oM]|[Nr]'[.z]?V(?:[oMi][^fp;:!NrV,]{1,4})?[aObtuTh.]{0,3})z?$")
#: A clause of its own behind the figure: "with 60 percent of farmers saying".
_SAYING = re.compile(r"[oP.iM]{1,4}[vVmsbh]")
#: "Smith, who won before, is backed by", "Smith is at"; an aside behind the name is skipped.
_BACKED = re.compile(
    r"(?P<who>[Nr](?:o[LN])?)(?:,?[RE]|,[RE.][^fp;:!,]+,|,(?=[zd]?b))?(?:[zd]?b[.zd]{0,2})?(?P<verb>[vV])B[.z]{0,2}$"
)
#: "With 46 percent support, Smith would win": whose support it is stands behind.
_WITH_SUPPORT = re.compile(r"M[.z]?f(?:o[.z]?P)?V,N(?=[mbhvlc])")
#: "The 48 percent she got in May".
_GOT = re.compile(r"[Nr][mbh]?h(?=[^fp;:!vVsm]*(?:[,;!]|$))")
#: "The Harbor Party's vote fell to", "Smith saw her vote grow", "the party's vote stood at".
_OWNED = re.compile(
    r"(?:(?P<who>[N.])'|(?P<saw>N)(?:\([N.]\))?,?[.zd]?v(?P<its>[.r]))(?P<vote>[.vgV])[^fp;:!NP\"]{0,8}z?$"
)
_ARTICLE = " the"
_WORDS = frozenset(("support", "backing"))
_POSSESSIVES = frozenset(("its", "their", "his", "her"))


def of_share(line: Sequence, position: int) -> Reading | None:
    """Whose share the figure at `position` is, where the clause says so; None where it does not."""
    start = clause_start(line, position)
    joint = None if _SAYING.match(line.code, position + 1) else _WITH.search(line.code, start, position)
    verb = next(iter(leads(line, start, joint.start())), None) if joint else None
    if verb is not None and not verb.noun and verb.ahead:
        ahead = [side for side in sides(line, start, verb.chunk) if not side.led and not side.owner]
        return _read(ahead[-1], "with") if ahead else None
    held = _SUPPORT.search(line.code, start, position)
    if held:
        return _read(next(sides(line, held.start(), held.start() + 1), None), "support")
    backed = _BACKED.search(line.code, 0, position)
    if backed and line.text(*backed.span("verb")).lower() in choosing():
        side = next(sides(line, backed.start("who"), backed.start("who") + 1), None)
        return _read(side, "support")
    if position and _GOT.match(line.code, position + 1) and line.text(0, position).lower().endswith(_ARTICLE):
        return _read(next(sides(line, position + 1, position + 2), None), "support")
    return None


def of_vote(line: Sequence, position: int, told: str) -> Reading | None:
    """Whose the vote is of which the figure at `position` is told; "the party" is the one `told` before."""
    owned = _OWNED.search(line.code, clause_start(line, position), position)
    if owned is None or line.text(*owned.span("vote")).lower() not in _votes():
        return None
    if owned["saw"]:
        its = line.text(*owned.span("its")).lower()
        return _read(next(sides(line, *owned.span("saw")), None), "support") if its in _POSSESSIVES else None
    if owned["who"] == "N":
        return _read(next(sides(line, *owned.span("who")), None), "support")
    return (
        Reading(told, None, ("race.support", "side.told"))
        if told and _is_party(line.text(*owned.span("who")))
        else None
    )


def _is_party(words: str) -> bool:
    return words.lower() in ("the party", "the alliance", "the bloc", "the coalition")


@cache
def _votes(language: str = "en") -> frozenset[str]:
    return frozenset(load(Answers, language, "answers").owned_votes)


def supported(line: Sequence, position: int) -> str:
    """The person of whose support the clause of the figure at `position` speaks, else the empty string."""
    behind = next((m for m in _WITH_SUPPORT.finditer(line.code) if m.start() < position < m.end()), None)
    if behind:
        side = next(sides(line, behind.end() - 1, behind.end()), None)
        return side.label if side else ""
    known = persons(line.doc)
    named = [side for side in sides(line, clause_start(line, position), position) if not side.led]
    return next((side.label for side in reversed(named) if known.is_person(side.label)), "")


def is_support(label: str) -> bool:
    """Whether an answer is nothing but the word for it."""
    return label.lower() in _WORDS


def _read(side: Side | None, rule: str) -> Reading | None:
    return Reading(side.label, place_of(side), (f"race.{rule}", "side.told")) if side and side.label else None
