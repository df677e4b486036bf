"""Whose share it is where a clause names more than one: "Smith of the Harbor Party, who ran before, takes 14 percent".

A party or office told of somebody is no answer; two names told in one breath share two figures in their order.
"""

import re
from collections.abc import Iterator

from extractor.assembly.persons import persons
from extractor.assembly.race_sides import rival_parties
from extractor.assembly.stances import stance
from extractor.constructions.chunks import Sequence

Place = tuple[int, int]
#: What may stand between a name and its share: ", who sat in parliament before, takes".
_TO_SHARE = (
    r"(?:,R[^,;!fp]*,|,[^,;!fps]{1,6},)?(?:[.z]?[mbhtuclkDvaMT]|,){0,4}(?:[.z]{0,2}(?P<moved>p)T?)?[z\"]*\(?z?(?P<f>f)"
)
#: "Smith of the ruling Harbor Party with 14 percent".
_MEMBER = re.compile(rf"(?<!F)(?<!F[.])(?P<r>N)o[.]?(?P<body>[NP])(?:\([^()f]{{1,3}}\))?{_TO_SHARE}")
#: "The Harbor Party's Jane Smith, 14 percent".
_OWNED = re.compile(rf"(?P<body>[NP])'[.]?(?P<r>N){_TO_SHARE}")
#: "Support and opposition were almost equal, at 46 percent and 45 percent".
_TWO = re.compile(
    r"(?P<one>[NgVP]),?&[.]?(?P<other>[NgVP])(?P<between>[^fp;:!NgVs]*)[z]?(?P<f>f)(?:[.z]?[oM][.]?P)?,?&z?(?P<g>f)"
)


def named(line: Sequence) -> dict[int, Place]:
    """Where the answers stand of figures in such clauses."""
    found: dict[int, Place] = {}
    for pattern in (_MEMBER, _OWNED):
        for told in pattern.finditer(line.code):
            if _is_member(line, told.span("r"), told.span("body"), pattern is _OWNED):
                found.update((i, told.span("r")) for i in (told.start("f"), told.start("moved")) if i >= 0)
    found.update(_two(line))
    return found


def _is_member(line: Sequence, name: Place, body: Place, owned: bool) -> bool:
    """Whether `name` is that of somebody, and `body` of what they belong to."""
    known = persons(line.doc)
    if not line.text(*name)[0].isupper() or known.is_body(*line.tokens(*name)) or stance(line.text(*name)) != "other":
        return False
    if line.text(*body).lower() in rival_parties() or known.is_body(*line.tokens(*body)):
        return True
    return not owned and (line.code[body[0]] == "N" or known.is_person(line.text(*name)))


def _two(line: Sequence) -> Iterator[tuple[int, Place]]:
    """Two names, or two sides of an opinion, and the two figures that follow them."""
    for told in _TWO.finditer(line.code):
        one, other = told.span("one"), told.span("other")
        sides = {stance(line.text(*one)), stance(line.text(*other))}
        names = all(_is_name(line, place) for place in (one, other))
        if sides == {"favor", "oppose"} or (names and set("a,MS") & set(told["between"])):
            yield told.start("f"), one
            yield told.start("g"), other


def _is_name(line: Sequence, place: Place) -> bool:
    if line.code[place[0]] == "P":
        return line.text(*place).lower() in rival_parties()
    return line.code[place[0]] == "N" and not persons(line.doc).is_body(*line.tokens(*place))
