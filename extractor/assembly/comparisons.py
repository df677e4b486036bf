"""What groups are compared by: "men are likelier than women to cycle (60% vs. 44%)" tells of both who cycles."""

import re
from functools import cache

from extractor.assembly.labels import label
from extractor.assembly.memory import Memory
from extractor.assembly.readings import Reading
from extractor.constructions.chunks import Sequence
from extractor.lexicons.loader import load
from extractor.lexicons.schemas.answers import Answers

#: Answers that are read for certain.
SURE = frozenset(("groups.compared", "told.again"))
#: From the group to the words of likelihood: "are", "were 8 points".
_LINK = re.compile(r"P[bhmnzp.]{1,5}$")
#: From the words of likelihood to the verb: "than women to".
_TO = re.compile(r"(?:P(?:[oi][PL.])?)?T")
#: What stands between the answer and its figures.
_BEFORE_FIGURES = re.compile(r'[,(:-]?[z"]*$')
_ENDS = frozenset("f;:!")
#: The second group, told behind the first one's figure: "(48 percent) than women (22 percent)".
_OTHER = re.compile(r"f[^f;!(]*\)(?P<than>[.x])[^fp;!]*\([z\"]*$")


def of_groups(line: Sequence, position: int) -> Reading | None:
    """The answer by which groups are compared around the figure at `position`, or None."""
    if "T" not in line.code:
        return None
    told = _ahead(line, position) if line.code[position] == "p" else _behind(line, position)
    if told is None:
        return None
    text = label(line.doc, line.chunks[told[0]].start, line.chunks[told[1] - 1].end)
    return Reading(text, told, ("groups.compared",)) if text else None


def told_again(line: Sequence, position: int, memory: Memory) -> Reading | None:
    """The answer of the figure before, where a figure repeats it: "so do 60 percent of men"."""
    first = position
    while first and line.code[first - 1] == "z":
        first -= 1
    if line.code[first - 1 : first] != "w" or line.text(first - 1, first).lower() not in _repeating():
        return None
    return Reading(memory.back(1), None, ("told.again",)) if memory.back(1) else None


def _behind(line: Sequence, position: int) -> tuple[int, int] | None:
    """Of a share: the comparison stands before it, or before the share of the first group."""
    code, figure = line.code, position
    other = _OTHER.search(code, 0, position)
    if other and line.text(other.start("than"), other.end()).lower().startswith(("than", "compared")):
        position = other.start()
    first = position
    if code[first - 1 : first] and code[first - 1] in "YTx~-&" and code[first - 2 : first - 1] == "f":
        first -= 2
    link = _BEFORE_FIGURES.search(code, 0, first)
    stop = link.start() if link else first
    start = next((i + 1 for i in range(stop - 1, -1, -1) if code[i] in _ENDS), 0)
    for i in range(start, stop):
        begin = _verb(line, i, start)
        if begin is None or begin >= stop:
            continue
        behind = (
            stop - begin > 1 and line.code[stop - 1] == "P" and line.text(begin, stop - 1).endswith((" as", " than"))
        )
        # "Women are more likely to back Smith, 52 to 40 percent" tells of two answers, not of two groups.
        alone = first == position == figure and code[stop] == "(" and code[position + 1 : position + 2] == ")"
        return (begin, stop - behind) if alone or behind or begin > i + 2 or other else None
    return None


def _ahead(line: Sequence, position: int) -> tuple[int, int] | None:
    """Of a difference: "women are 8 points more likely than men to …"."""
    begin = _verb(line, position + 1, 0) if position + 1 < len(line.code) else None
    if begin is None:
        return None
    stop = next((i for i in range(begin, len(line.code)) if line.code[i] in "fp;:!,()-"), len(line.code))
    return (begin, stop) if begin < stop else None


def _verb(line: Sequence, i: int, start: int) -> int | None:
    """Where the verb of a comparison begins whose words of likelihood are chunk `i`."""
    if line.code[i] != "." or not _LINK.search(line.code, start, i):
        return None
    if not _likely().search(line.text(i, i + 1)):
        return None
    to = _TO.match(line.code, i + 1)
    return to.end() if to else None


@cache
def _repeating(language: str = "en") -> frozenset[str]:
    return frozenset(load(Answers, language, "answers").repeating)


@cache
def _likely(language: str = "en") -> re.Pattern[str]:
    words = load(Answers, language, "answers").likely
    return re.compile(rf"(?i)\b(?:more|less|as) (?:\w+ )?(?:{'|'.join(words)})\b(?: than| as)?$")
