"""Figures told for comparison give the answer of the figure before: "46 percent, up from 40 percent in May"."""

import re
from functools import cache

from extractor.assembly.memory import Memory
from extractor.assembly.spots import role
from extractor.constructions.chunks import Sequence
from extractor.lexicons.loader import load
from extractor.lexicons.schemas.answers import Answers
from extractor.models import Kind

#: "Compared with": an earlier time or another group behind the figure, and nothing else.
_VERSUS = re.compile(r"(?:x[z.]{0,2}|Y)$")
_OTHER_GROUP = re.compile(r"[oM][z.]?P(?:[io][LP.])?(?=[,;:!)]|$)")
_OTHER_TIME = re.compile(r"(?:i?d|\.d)[d.]*(?=[,;:!)]|$)")
#: "From 40 percent in May to": the end of a way that began with the figure before.
_WAY = re.compile(r"yz?f[^fp;:!]{0,3}Tz?$")


def is_compared(line: Sequence, position: int, memory: Memory, kind: Kind) -> bool:
    """Whether the figure at `position` is told only to compare with the one before, and so gives its answer."""
    code = line.code
    if memory.last is None or role(code, position) in ("first", "second"):
        return False
    before = max(code.rfind("f", 0, position), code.rfind("p", 0, position))
    here = before >= 0 and memory.last.sentence == line.start
    text = f"{line.text(before + 1 if here else 0, position)} " if position > before + 1 else " "
    if here:
        return _is_set_against(code, position) or bool(_moved(kind).search(text))
    return before < 0 and bool(_that_moved(kind).match(text))


def _is_set_against(code: str, position: int) -> bool:
    if _WAY.search(code, 0, position):
        return True
    behind = _OTHER_GROUP.match(code, position + 1) or _OTHER_TIME.match(code, position + 1)
    return bool(behind and _VERSUS.search(code, 0, position))


@cache
def _moved(kind: Kind, language: str = "en") -> re.Pattern[str]:
    """ "…, up from" before an earlier share, "…, up" before a change."""
    moves = "|".join(load(Answers, language, "answers").moves)
    if kind == "change":
        return re.compile(rf"(?i)[,(–—-]\s*(?:and |still )?(?:{moves})(?: of| by)?(?: \w+){{0,3}} $")
    return re.compile(rf"(?i)(?:^|[^\w])(?:{moves})(?: \w+){{0,2}} from(?: \w+){{0,3}} $")


@cache
def _that_moved(kind: Kind, language: str = "en") -> re.Pattern[str]:
    """ "That is up" before a change, "that is up from" before an earlier share, at the start of a sentence."""
    moves = "|".join(load(Answers, language, "answers").moves)
    opening = r"\W*(?:that|this|it|which|both)(?:['’]s| is| was| are| were| represents| marks)?"
    end = "" if kind == "change" else r" from(?: \w+){0,3}"
    return re.compile(rf"(?i){opening} (?:{moves})(?: \w+){{0,4}}{end} $")
