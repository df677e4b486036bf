"""The balance of a rating: "a net approval of -12", "his net favorable rating fell 5 points".

A net rating is an answer of its own: neither those who approve nor the one who is rated.
"""

import re

from extractor.assembly.memory import Memory
from extractor.assembly.race_clauses import clause_start
from extractor.assembly.readings import Reading
from extractor.constructions.chunks import Sequence
from extractor.models import Kind

_NET = re.compile(
    r"\bnet[\s-]+(?:job[\s-]+)?(?P<what>approv\w*|favou?rab\w*|unfavou?rab\w*|disapprov\w*|positive|negative|rating|satisf\w*|trust|popularity)\b",
    re.IGNORECASE,
)
_OUT = re.compile(r"\bnets? out\b", re.IGNORECASE)
#: What a net rating is called; one that is only positive or negative is told by its value.
_LABELS = {
    "approv": "net approval",
    "disapp": "net disapproval",
    "favora": "net favorable",
    "favour": "net favourable",
    "unfavo": "net unfavorable",
    "positi": "net positive",
    "negati": "net negative",
    "rating": "net rating",
    "satisf": "net satisfaction",
    "trust": "net trust",
    "popula": "net popularity",
}
#: How far behind its figure the net rating may be named: "a -12 percent net approval".
_BEHIND = 3


_RATING = re.compile(r"\b(?:ratings?|scores?)\b", re.IGNORECASE)
_QUOTES = "“‘\"' "
_SIGNS = ("+", "-", "−", "–")


def of_net(line: Sequence, position: int, memory: Memory, kind: Kind) -> Reading | None:
    """The net rating that the difference or change at chunk `position` tells; None where none is named."""
    start = clause_start(line, position)
    before = line.text(start, position) if start < position else ""
    stop = min(len(line.code), position + 1 + _BEHIND)
    behind = line.text(position + 1, stop) if position + 1 < stop else ""
    found = _NET.match(behind.lstrip(_QUOTES)) or next(iter(reversed(list(_NET.finditer(before)))), None)
    if found is not None:
        return Reading(_LABELS[found["what"].lower()[:6]], None, ("race.net", "side.told"))
    if _OUT.search(before):
        return Reading("net approval", None, ("race.net", "side.told"))
    # "Rose from +10 in May to +19": a number with a sign goes on with the net rating told last.
    label, sentence = memory.net
    signed = kind == "difference" and line.text(position, position + 1).startswith(_SIGNS)
    again = label and signed and (sentence == line.start or _RATING.search(line.text(0, len(line.code))))
    return Reading(label, None, ("race.net", "side.told")) if again else None
