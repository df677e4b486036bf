"""What draws support, told before whose it is: "the bridge got the backing of 58 percent of nurses"."""

import re
from functools import cache

from extractor.assembly.options import worded
from extractor.assembly.persons import persons
from extractor.assembly.readings import Reading
from extractor.constructions.chunks import Sequence
from extractor.lexicons.loader import load
from extractor.lexicons.schemas.answers import Answers

#: The rule by which such an answer is read; nothing speaks against it.
SURE = "drawn"
#: Whose shares stand in a row: "60 percent of women, 50 percent in Ohio and 40 percent of men".
_WHOSE = r"(?:[oMi][z.]?[PL](?:[oi][PL.])?)?"
_ROW = rf"[z]*f{_WHOSE}(?:[,&]{{1,2}}z?f{_WHOSE})*"
#: "The bridge got the backing of 58 percent of nurses and 60 percent of cooks".
_DRAWN = re.compile(rf"(?:^|(?<=[,;:!&w]))(?P<r>[^fp;:()!,ESw-]{{1,6}}?)[bmz]*h[.z]?(?P<noun>[Vvg])[oy](?P<row>{_ROW})")
#: "In favor of the plan were 35 percent of women and 66 percent of men".
_PUT_FIRST = re.compile(rf"(?:^|(?<=[;!]))(?P<r>(?:i[vVg][oF]|G)[^fp;:!(),]{{1,6}}?)b(?P<row>{_ROW})")


def of_drawn(line: Sequence, position: int) -> Reading | None:
    """What the figure at `position` tells the support of, where its clause begins with it; else None."""
    if line.code[position] != "f":
        return None
    for told in (*_DRAWN.finditer(line.code), *_PUT_FIRST.finditer(line.code)):
        first, last = told.span("row")
        if not first <= position < last or told["r"] == "r" or _draws_nothing(line, told):
            continue
        place = told.span("r")
        named = persons(line.doc).name_of(*line.tokens(*place)) if told["r"] == "N" else ""
        text = named or worded(line, *place)
        return Reading(text, place, (SURE,)) if text else None
    return None


def _draws_nothing(line: Sequence, told: re.Match[str]) -> bool:
    """Whether the noun of a clause is none of support: "the plan had the disadvantage of"."""
    return "noun" in told.groupdict() and line.text(*told.span("noun")).lower() not in _supports()


@cache
def _supports(language: str = "en") -> frozenset[str]:
    return frozenset(load(Answers, language, "answers").owned_votes)
