"""Answers that have to be told whole: of those who are counted, of those who cannot say, before "55 percent believe".

"Those who see no need for it rose to 20 percent" counts people by what they answered; a condition behind a comma
("…, provided they stay open (40 percent)") is no answer by itself.
"""

import re
from collections.abc import Iterator
from functools import cache

from extractor.constructions.chunks import Sequence
from extractor.lexicons.loader import load
from extractor.lexicons.schemas.answers import Answers, Cues
from extractor.parsing.inflection import inflect

Place = tuple[int, int]
#: "Those who want it rose 4 points to 46 percent", "… were found above all among nurses (60 percent) and …".
_COUNTED = re.compile(
    r"(?:^|(?<=[-,;&wH(]))(?P<r>P(?:R[^fp;:()!,ESw-]*?)?)"
    r"(?:[zh]{0,2}[ct][^fp;:!,]{0,3}|b[.z]{0,2}[acy]z?|(?P<came>\.)TE?[~.]{0,2}|b[.zv]{1,3}MP\()[z\"]*[fp]"
    r"(?:[^fp;:!,w]{0,5}[fp])*"
)
_RELATIVE = re.compile(r"(?i)^(?:those|people|voters|adults|respondents)\b.*?\b(?:who|that|whose)\b")
#: "Those who do not mind, provided shops stay open (42 percent)".
_CONDITION = re.compile(r"(?P<r>P[^fp;:!(),P]*),(?P<if>[.wA])[^fp;:!()]*\([z\"]*(?P<f>f)")
#: "The tram is too slow, 55 percent of riders believe".
_INVERTED = re.compile(
    r"(?:^|(?<=[;!]))\"?(?P<r>[^fp;:()!,ESwA\"-]*[mbvVhn][^fp;:()!,ESw\"-]*),\"?[z]?(?P<f>f)(?:[oM][z.]?P|P)?s(?=[,;!w]|$)"
)
#: "13 percent would not say whom they want".
_SILENT = re.compile(r"f(?:o?[z.]?P)?R?(?P<r>[mv]ns(?P<what>[RA.FT])[^fp;:()!,ES&w-]*)")
#: "AMLO has 71 percent approval".
_RATED = re.compile(r"[bha][.z]?(?P<f>f)(?P<r>g)(?=[,;:!()&wiMOdE]|$)")
#: "More people who strongly favor it, 44 percent, and …".
_WHO = re.compile(r"R(?P<r>[.]?[vV][^fp;:!(),]*),z?(?P<f>f),(?=[.wME]|&(?!z?f))")


def wholes(line: Sequence) -> dict[int, Place]:
    """Where the answers stand of figures in such clauses."""
    found: dict[int, Place] = {}
    for places, where in _told(line):
        found.update((i, where) for i in places if line.code[i] in "fp")
    return found


def _told(line: Sequence) -> Iterator[tuple[range, Place]]:
    code = line.code
    for told in _COUNTED.finditer(code):
        came = told["came"] is None or line.text(*told.span("came")).lower() in _sizes()
        if came and _RELATIVE.match(line.text(*told.span("r"))):
            who = told["r"].find("R") + 1
            yield range(told.end("r"), told.end()), (told.start("r") + who, told.end("r"))
    for told in _CONDITION.finditer(code):
        opens = line.text(*told.span("if")).split()[0].lower()
        if opens in _conditions() and _RELATIVE.match(line.text(*told.span("r"))):
            yield range(told.start("f"), told.end("f")), told.span("r")
    for told in _INVERTED.finditer(code):
        yield range(told.start("f"), told.end("f")), told.span("r")
    for told in _SILENT.finditer(code):
        if line.text(*told.span("what")).split()[0].lower() in _asking():
            yield range(told.start(), told.start() + 1), told.span("r")
    for told in _WHO.finditer(code):
        yield range(*told.span("f")), told.span("r")
    for told in _RATED.finditer(code):
        if line.text(*told.span("r")).lower() in ("approval", "disapproval"):
            yield range(told.start("f"), told.end("f")), told.span("r")


def opens_condition(line: Sequence, first: int) -> bool:
    """Whether a condition or concession opens at chunk `first`, or right before it: ", provided they stay open"."""
    if line.code[first - 1 : first] not in (",", "w"):
        return False
    words = line.text(max(0, first - 1), first + 1).lower().lstrip(", ").split()
    return bool(words) and words[0] in _conditions()


@cache
def _conditions(language: str = "en") -> frozenset[str]:
    return frozenset(load(Answers, language, "answers").conditions)


@cache
def _asking(language: str = "en") -> frozenset[str]:
    return frozenset(load(Answers, language, "answers").asking_words)


@cache
def _sizes(language: str = "en") -> frozenset[str]:
    cues = load(Cues, language, "cues")
    return frozenset(
        form for verb in load(Answers, language, "answers").pointing_sizes for form in inflect(verb, cues.irregular)
    )
