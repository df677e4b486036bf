"""Figures that repeat the answer before: "so do 60 percent of men", "… (48 percent) than women (22 percent)".

Those that only add a degree ("back it, 30 percent strongly") give the same answer to that degree.
"""

import re
from functools import cache

from extractor.assembly.carried import is_compared
from extractor.assembly.memory import Memory, is_name
from extractor.assembly.opposites import affirmed, negated
from extractor.assembly.options import worded
from extractor.assembly.readings import Reading
from extractor.components.doc_text import spans_of
from extractor.components.values import FIGURES
from extractor.constructions.chunks import Sequence
from extractor.lexicons.loader import load
from extractor.lexicons.schemas.answers import Answers
from extractor.models import Kind

#: Answers that are read for certain.
SURE = frozenset(("told.again",))
#: The second group, told behind the first one's figure: "(48 percent) than women (22 percent)".
_OTHER = re.compile(r"f[^f;!(]*\)(?P<than>[.x])[^fp;!P(]{0,2}P[^fp;!(]*\([z\"]*$")
_THAN = ("than ", "compared ")
#: "(Of men) (who said) (they) would (not)", and nothing behind it.
_AUXILIARY = re.compile(
    r"(?:[oMF][z.]?P|P)?(?:i[.]?S)?R?s?H?r?(?P<said>[mbhv]?(?P<not>n)?)(?P<so>\.)?(?:i?d{1,2})?(?=[,;:!)&w]|$)"
)
#: "Asked whether they would pay, 40 percent said they would": the question words the answer.
_ASKED = re.compile(r"A[Hr]{0,2}(?P<r>[mbhv][^fp;:!(),]+),\"?[zP.oM]{0,4}$")
#: "That includes most farmers (60 percent)", "that includes 60 percent of farmers".
_INCLUDES = re.compile(r"[Hr][.E]z?(?:[z.]?P\(z?f\)|f(?:o[z.]?P(?:[oi][PL.])?)?(?=[,;!]|$))")
#: Before the low or high of what was told: "near the record low of".
_EXTREME = re.compile(r"(?i)\b(?:low|high|peak|nadir)(?: point)? of(?: (?:about|just|only|some|nearly))?$")
#: One answer for several groups told before: "Opposition stood at 30 and 37 percent, respectively".
_RESPECTIVELY = re.compile(r"(?:^|[,;:!w])(?P<before>[^f,;:!]*)f(?P<rest>(?:,|,?&)(?:f|,?&f))+,?E")
_GROUPS = re.compile(r"P[oiPL.]*,?&[z.]?P")
_WORDS = 6
#: "The", "that", "his new" before a share that is pointed to.
_POINTED = re.compile(r"[.Hr]$")
#: "42 percent in fighting crime": a preposition and its object, nothing else.
_OBJECT = re.compile(r"(?P<link>[iyFO])(?P<r>[.v][.ovNig]{0,4})(?=[,;:!&w]|$)")
#: What may follow a degree that stands alone.
_CLOSING = frozenset(("", *",;:!)-&~"))


def told_again(line: Sequence, position: int, memory: Memory, kind: Kind) -> Reading | None:
    """The answer of the figure before, where the figure at `position`, of this `kind`, repeats it, or None."""
    told = memory.back(1)
    pointed = _POINTED.search(line.code, 0, position) and _of_value(line, position, memory)
    if pointed:
        return Reading(pointed, None, ("told.again",))
    if kind == "difference" and memory.lead[1] == line.start:
        told = memory.lead[0]  # "is 7 points, 48 to 41 percent, down from 12": of the lead, not of who is behind
    again = told and (
        _repeats(line, position)
        or _is_respective(line, position)
        or _is_extreme(line, position, memory)
        or is_compared(line, position, memory, kind)
    )
    return Reading(told, None, ("told.again",)) if again else None


def _is_respective(line: Sequence, position: int) -> bool:
    """Whether the figure is one of several that close a clause, each for a group, and share the clause's answer."""
    told = _RESPECTIVELY.search(line.code)
    if told is None or not told.end("before") < position < told.end():
        return False
    if line.text(told.end() - 1, told.end()).lower() not in _phrases("in_order"):
        return False
    return "&" not in _GROUPS.sub("", told["before"])


def _of_value(line: Sequence, position: int, memory: Memory) -> str:
    """The answer told before of the very share that is pointed to: "the 55 percent figure", "that 78 percent has"."""
    before = line.text(position - 1, position).lower().rsplit(maxsplit=1)[-1]
    behind = line.text(position + 1, position + 2).lower() if position + 1 < len(line.code) else ""
    noun = behind.split(maxsplit=1)[0] in _phrases("share_nouns") if behind else False
    demonstrative = before in _phrases("demonstratives") and line.code[position + 1 : position + 2] in tuple("hbmct")
    if not noun and not demonstrative:
        return ""
    figure = next((s for s in spans_of(line.doc, FIGURES) if s.start == line.chunks[position].start), None)
    return memory.of_value(abs(figure._.figure.value)) if figure is not None else ""


def told_by_degree(line: Sequence, position: int, memory: Memory) -> Reading | None:
    """The answer before to the degree that stands alone behind the figure: "oppose it, 30 percent strongly"."""
    last = memory.last
    right = line.code[position + 1 : position + 2]
    if not right or right not in ".z" or last is None or last.sentence != line.start:
        return None
    degree = line.text(position + 1, position + 2).lower()
    if degree not in _phrases("degrees") or line.code[position + 2 : position + 3] not in _CLOSING:
        return None
    told = _degree().sub("", memory.back(1)).strip()
    return Reading(f"{degree} {told}", (position + 1, position + 2), ("told.again",)) if told else None


def told_by_auxiliary(line: Sequence, position: int, memory: Memory) -> Reading | None:
    """The answer before, affirmed or denied by an auxiliary alone: "60 percent would not pay it; 35 percent would"."""
    found = _AUXILIARY.match(line.code, position + 1)
    if found is None or not found["said"]:
        return None
    last, told = memory.last, memory.back(1)
    if last is None or last.sentence != line.start:
        asked = _ASKED.search(line.code, 0, position)
        told = worded(line, *asked.span("r")) if asked else ""
    if not told or is_name(told):
        return None
    words = line.text(*found.span("said")).lower()
    if found["so"] and f"{words} {line.text(*found.span('so')).lower()}" not in _phrases("doing"):
        return None
    if not all(word in _phrases("auxiliaries") for word in words.replace("n't", " not").replace("n’t", " not").split()):
        return None
    answer = negated(told) if found["not"] else affirmed(told)
    return Reading(answer, None, ("told.again",)) if answer else None


def told_by_preposition(line: Sequence, position: int, memory: Memory) -> Reading | None:
    """The answer before with another object of its preposition: "does badly in housing and 42 percent in schools"."""
    last, told = memory.last, memory.back(1)
    found = _OBJECT.match(line.code, position + 1)
    if found is None or last is None or last.sentence != line.start or is_name(told):
        return None
    link = line.text(*found.span("link")).lower()
    head, parted, _ = told.rpartition(f" {link} ")
    own = (worded(line, *found.span("r")) or line.text(*found.span("r"))) if parted and head else ""
    return Reading(f"{head} {link} {own}", found.span("r"), ("told.again",)) if own else None


def _is_extreme(line: Sequence, position: int, memory: Memory) -> bool:
    """Whether a figure is the low or high that the one before in its sentence is told against: "near the low of 33"."""
    if memory.last is None or memory.last.sentence != line.start:
        return False
    first = line.chunks[position].start
    return _EXTREME.search(line.doc[max(line.start, first - _WORDS) : first].text) is not None


def _repeats(line: Sequence, position: int) -> bool:
    first = position
    while first and line.code[first - 1] == "z":
        first -= 1
    before = line.code[first - 1 : first]
    if before == "w":
        return line.text(first - 1, first).lower() in _phrases("repeating")
    includes = _INCLUDES.match(line.code)
    if includes and includes.start() < position < includes.end() and line.text(1, 2).lower() in _phrases("including"):
        return True
    other = _OTHER.search(line.code, 0, position) if before == "(" else None
    return other is not None and line.text(other.start("than"), other.end()).lower().startswith(_THAN)


@cache
def _phrases(field: str, language: str = "en") -> frozenset[str]:
    """The phrases of lexicon field `field`."""
    return frozenset(getattr(load(Answers, language, "answers"), field))


@cache
def _degree(language: str = "en") -> re.Pattern[str]:
    """A degree at the head or the end of an answer."""
    degrees = "|".join(sorted(_phrases("degrees", language), key=lambda degree: (-len(degree), degree)))
    return re.compile(rf"(?i)^(?:{degrees})\b|\b(?:{degrees})$")
