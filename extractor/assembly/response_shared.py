"""One figure of several answers: "Smith, Jones and Brown at 2 percent", "1 percent each: Smith, Jones and Brown"."""

import re

from extractor.assembly.memory import key
from extractor.assembly.persons import persons
from extractor.assembly.race_sides import rival_parties
from extractor.constructions.chunks import Sequence

#: A name of a list with what tells more of it: "Sen. Smith of Ohio", "former mayor Smith (D)".
_NAME = r"[.LP]?(?:[NP]|\.(?=P))(?:o[LN])?(?:\([^fp;!()]{1,4}\))?"
_LIST = rf"{_NAME}(?:(?:,&?|&){_NAME})+"
#: The names right before their figure, "at" or "on" it; a word of leading before them has a subject of its own.
_BEFORE = re.compile(
    rf"(?P<start>^|[^fplkxYGODevV])(?P<list>{_LIST})(?:(?P<link>,?[tbhi.zq]{{0,3}}(?:iL)?(?:M[.d]{{1,2}})?O?[aO])|[mhbtv.z]{{1,4}}|,?[.z]M|b?v?B)?z?\(?$"
)
#: The names behind it: "1 percent support: Smith, Jones and Brown".
_AFTER = re.compile(rf"[V.eiS]{{0,4}}:(?P<list>{_LIST})(?:[,.;!]|$)")
#: "Smith, who won before, is tied with Jones at 8 percent".
_TIED = re.compile(r"(?P<one>N)(?:,[RE.][^fp;:!,]+,|,?[RE])?[zd]?b?[.zd]?qM(?P<other>N)(?:[iM][LP.])?[aO]z?$")
_SHARED = frozenset(("each", "apiece", "both", "all", "tied"))
#: As many figures behind the names as there are names: "Smith and Jones at 40 and 35 percent".
_EACH_ITS_OWN = re.compile(
    rf"(?:^|[^fplkxYGODevV])(?P<list>{_LIST})(?:[tbhi.z]{{0,3}}[aO]|h)z?(?P<figures>f(?:,&?|&)f(?:(?:,&?|&)f)*)"
)
#: Each name right behind its figure: "it was 37 percent Smith, 36 percent Jones and 9 percent Brown".
_RIGHT = re.compile(r"(?<![NPLrz~T&,(-])z?f[NP](?:(?:,&?|&)z?f\.?[NP])+(?=[,;.!&MoiE]|$)")
#: Another figure that shares the unit of this one: "at 4 and 3 percent".
_ANOTHER = re.compile(r"[,&T~-]{1,2}z?f")
#: How far behind the figure "each" may stand, in chunks.
_REACH = 3


def sharing(line: Sequence, position: int) -> list[str]:
    """The names that share the figure at `position`, in order; empty where it is of one alone."""
    code = line.code
    if code[position] != "f" or _ANOTHER.match(code, position + 1):
        return []
    after = _AFTER.match(code, position + 1)
    if after:
        return _names(line, after.span("list"))
    start = max(code.rfind(mark, 0, position) for mark in "fp;!") + 1
    tied = _TIED.search(code[start:position])
    if tied:
        one, other = (start + tied.start(name) for name in ("one", "other"))
        return list(dict.fromkeys(name for i in (one, other) for name in _names_alone(line, i)))
    before = _BEFORE.search(code[start:position])
    if before is None:
        return []
    place = start + before.start("list"), start + before.end("list")
    listed = before["link"] is not None and "&" in before["list"]
    if not listed and not _told_as_shared(line, place[1], position):
        return []
    return _names(line, place)


def own_name(line: Sequence, position: int) -> str:
    """The name of the figure at `position` in a list that sets each beside its own, else the empty string.

    "Smith and Jones at 40 and 35 percent", "37 percent Smith, 36 percent Jones".
    """
    for match in _EACH_ITS_OWN.finditer(line.code):
        first, last = match.span("figures")
        if first <= position < last:
            names = _names(line, match.span("list"))
            figures = match["figures"].count("f")
            return names[line.code.count("f", first, position)] if len(names) == figures else ""
    for match in _RIGHT.finditer(line.code):
        if match.start() <= position < match.end():
            if line.code[position + 1] == "N":
                return next(iter(_names_alone(line, position + 1)), "")
            return _party(line, position + 1, listed="N" in match.group())
    return ""


def _party(line: Sequence, i: int, *, listed: bool) -> str:
    """The party at chunk `i`, else the empty string; a plural beside names ("Greens") is one."""
    text = line.text(i, i + 1)
    return text if text.lower() in rival_parties() or (listed and text[:1].isupper() and " " not in text) else ""


def _names_alone(line: Sequence, i: int) -> list[str]:
    """The name at chunk `i` as its person is called."""
    known = persons(line.doc)
    name = line.tokens(i, i + 1)
    return [] if known.is_body(*name) else [known.name_of(*name) or line.text(i, i + 1)]


def _told_as_shared(line: Sequence, start: int, position: int) -> bool:
    """Whether "both", "each" or a tie stands between the names and the figure, or right behind it."""
    stop = min(len(line.code), position + _REACH)
    beside = [*range(start, position), *range(position + 1, stop)]
    return any(line.code[i] == "q" or not _SHARED.isdisjoint(line.text(i, i + 1).lower().split()) for i in beside)


def _names(line: Sequence, place: tuple[int, int]) -> list[str]:
    """The names of a list; parties count beside names, and where all are parties that run against each other."""
    found: dict[str, str] = {}
    for i in range(*place):
        text = line.text(i, i + 1)
        if line.code[i] == "N":
            if line.code[i - 1 : i] == "o" and i > place[0]:
                continue
            known = persons(line.doc)
            if known.is_body(*line.tokens(i, i + 1)):
                return []
            text = known.name_of(*line.tokens(i, i + 1)) or text
        elif line.code[i] != "P" or text.lower() not in rival_parties():
            continue
        found.setdefault(key(text), text)
    return list(found.values()) if len(found) > 1 else []
