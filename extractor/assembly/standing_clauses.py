"""Clauses with one place for an answer: "followed by rain (28 percent)", "the top answer was rain, at 28 percent"."""

import re
from collections.abc import Callable
from functools import cache, partial

from extractor.constructions.chunks import Sequence
from extractor.lexicons.loader import load
from extractor.lexicons.schemas.answers import Answers

#: The words of a thing that is named, and no group or person: those have readings of their own.
_THING = r"(?P<r>[.\"vVgoi&]*[.vVg][.\"vVgoi&]*)"
#: ", followed by rain at 28 percent", ", ahead of rain (28 percent)".
_NEXT = re.compile(rf"[,(w&-](?P<mark>[ExlyA]){_THING},?(?:[aM]|\()[z\"]*f")
#: "Farmers (13 percent) and bakers (12 percent) remain likelier than cooks and waiters (10 percent each) to fear rain."
_GROUP = r"(?:P[,&]{1,2})*P[.]?(?:[oi][PL.])?\([z\"]*f[z.]?\)"
_GROUPS = rf"{_GROUP}(?:[,&]{{1,2}}{_GROUP})*"
_LIKELY = re.compile(
    rf"{_GROUPS}(?P<mark>[bmt][.zOnd]{{1,4}}){_GROUPS}T(?:s(?:i?d)?)?[Hr]{{0,2}}(?P<r>[^fp;:()!,ESw-]+)"
)
#: "Want a bridge, including farmers (70 percent) and bakers (60 percent)".
_PARTS = r"[.z]{0,2}P(?:[oi][PL.])?\([z\"]*f\)"
_INCLUDING = re.compile(rf"(?P<r>n?[vVm][^fp;:()!,ESw-]+),(?P<mark>E){_PARTS}(?:,?&?{_PARTS})*")
#: "Only 30 percent of the island, on average, like rain": what nothing marks behind "of" is the group.
_OF = re.compile(r"fo[.L],[^fp;:()!,NEsvVR]{1,4},(?P<r>n?[vVh][^fp;:()!,ESw-]+)")
#: The same where the remark between the commas is passed over.
_OF_PARTED = re.compile(r"fo[.L](?P<r>n?[vVh][^fp;:()!,ESw-]+)")
_QUOTED = re.compile(r"\"(?P<r>[^\"fp;:!()]*\.[^\"fp;:!()]*)\"\([z\"]*f\)")
#: "10 points underwater", "underwater by 10 points": a rating that more people disapprove than approve of.
_UNDERWATER = re.compile(r"p(?P<r>(?P<mark>k))")
_UNDERWATER_BY = re.compile(r"(?P<r>(?P<mark>k))B?[z\"]*p")
#: "…, and negative answers accounted for 15 percent".
_ANSWERS = re.compile(r"(?:^|[,;:&w])(?P<r>(?P<mark>\.s?))[zd]?t[z\"]*f")
#: "It has the support of 60 percent" of no one who was named.
_SUPPORTED = re.compile(r"h[.]?(?P<r>V)o[z\"]*f")
#: "With her disapproval up six points to 31 percent": a rating and its own verb.
_MOVED = re.compile(r"[r'&M.](?P<r>g)[.z]?[cE][.zB]{0,2}p(?:[^fp;:!,&]{0,4}Tz?f)?")
#: "Should be stronger: 71 percent in Spain, 58 percent of Danes": what the places and groups answer stands before.
_HEADED = re.compile(
    r"^(?P<r>(?![MaBoF]|[.z]?[PL])[^fp;:!,ESA]+):z?f(?:i|o|M)[.z]*[PL](?:,?&?[,;]?z?f(?:i|o|M)[.z]*[PL])+(?=[!;]*$)"
)
#: "Women back the ban more than men do, 61 percent to 48 percent": with whom they are compared is no part of it.
_MORE_THAN = re.compile(
    r"P[.]?(?P<r>n?[vVmh][^fp;:()!,ESwP]*?)(?P<mark>z)[.]?[P.][.vmbh]{0,2}[,(-]{1,2}[z\"]*f,?[TYx&-]z?f(?=[),;!-]|$)"
)
#: "Smith (53 percent viewed unfavorably)": all that the bracket says.
_INSIDE = re.compile(r"\([z\"]*f(?P<r>n?[vV][^fp;:!(),]*)\)")
#: "38 percent, up from 30 percent in May, would keep it".
_ALOOF = re.compile(r"f(?:o[z.]?P)?,E?[yE][z.]{0,2}[fp](?:[iO]?[.]?d+)?,(?P<r>n?[mvV][^fp;:()!,ESw-]+)")
#: "Support for it grew in the north (up 24 points), in the south (up 15 points)".
_GREW = re.compile(
    r"(?:^|(?<=[,;:&w]))(?P<r>[Vg](?:[FoT][^fp;:!,cvVgs]{1,6})?)(?:,[^fp;:!,]{1,4},)?c[^fp;:!,vVgNs]{0,5}\([.Ez]{0,3}B?z?p\)"
    r"(?:[,&]{0,2}[^fp;:!,vVgNs]{0,5}\([.Ez]{0,3}B?z?p\))*"
)
#: A quotation of fewer words may be a part of an answer: "very" worried.
_SEVERAL_WORDS = 2
_NAMED = frozenset("Nr")


def certain(line: Sequence) -> dict[int, tuple[int, int]]:
    """Where the answers stand of the figures that such a clause tells."""
    found: dict[int, tuple[int, int]] = {}
    for pattern, words in _CLAUSES:
        for told in pattern.finditer(line.code):
            where = told.span("r")
            if words and not words().search(line.text(*told.span("mark"))):
                continue
            if pattern is _OF_PARTED and not _is_parted(line, where[0]):
                continue
            if pattern is _QUOTED and len(line.text(*where).split()) < _SEVERAL_WORDS:
                continue
            if pattern is _SUPPORTED and not _NAMED.isdisjoint(line.code[: told.start()]):
                continue
            found.update({i: where for i in range(*told.span()) if line.code[i] in "fp"})
    return found


def _is_parted(line: Sequence, i: int) -> bool:
    """Whether words that are passed over stand right before chunk `i`."""
    return line.chunks[i - 1].end < line.chunks[i].start


@cache
def _is_one_of(field: str, language: str = "en") -> re.Pattern[str]:
    """Matches a mark that is one of the phrases of lexicon field `field`."""
    return re.compile(rf"(?i)^(?:{_any_of(field, language)})$")


@cache
def _holds_one_of(field: str, language: str = "en") -> re.Pattern[str]:
    """Matches a mark that holds one of the phrases of lexicon field `field`."""
    return re.compile(rf"(?i)\b(?:{_any_of(field, language)})\b")


@cache
def _ends_in_one_of(field: str, language: str = "en") -> re.Pattern[str]:
    """Matches a mark of some words the last of which is one of lexicon field `field`."""
    return re.compile(rf"(?i)\w (?:{_any_of(field, language)})$")


def _any_of(field: str, language: str) -> str:
    return "|".join(map(re.escape, getattr(load(Answers, language, "answers"), field)))


#: Each clause with the words that its mark has to hold, if any.
_CLAUSES: tuple[tuple[re.Pattern[str], Callable[[], re.Pattern[str]] | None], ...] = (
    (_INCLUDING, partial(_is_one_of, "including")),
    (_NEXT, partial(_is_one_of, "followers")),
    (_LIKELY, partial(_holds_one_of, "likelihoods")),
    (_UNDERWATER, partial(_is_one_of, "below")),
    (_UNDERWATER_BY, partial(_is_one_of, "below")),
    (_ANSWERS, partial(_ends_in_one_of, "replies")),
    (_MORE_THAN, partial(_is_one_of, "exceeding")),
    (_HEADED, None),
    (_OF, None),
    (_OF_PARTED, None),
    (_QUOTED, None),
    (_SUPPORTED, None),
    (_MOVED, None),
    (_INSIDE, None),
    (_ALOOF, None),
    (_GREW, None),
)
