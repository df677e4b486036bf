"""What a construction is, and how its pattern is read.

A pattern is a regular expression over the chunk letters of a sentence, written with the names of chunk types
instead of letters: ``(?P<f>FIG) OFPOP? SAY THAT? (?P<r>ANSWER)``.  White space means nothing.  Its groups say what it
binds:

=======  ==========================================================================
``f``    the figure
``r``    the response the figure gives
``p``    the population the figure is of
``g``    a second figure, ``q`` its response, ``o`` its population
=======  ==========================================================================
"""

import re
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from extractor.constructions.chunks import LETTERS

#: Where a response comes from that the construction itself does not name.
Pointer = Literal["none", "previous", "next", "opposite"]

_WORDS = {name.upper(): letter for name, letter in LETTERS.items()} | {
    "COMMA": ",", "SEMI": ";", "COLON": ":", "LPAR": r"\(", "RPAR": r"\)", "DASH": "-", "HYPHEN": "~", "QUOTE": '"',
    "STOP": "!", "POSS": "'",
    # Words between a figure and its neighbours that change nothing.
    "HEDGES": '[z"]*',
    # What a reported answer may be made of: everything but figures, clause boundaries and sources.
    "ANSWER": "(?:[^fp;:()!,ESw-]+)",
    "ANY": "[^;!]",
    "NOFIG": "[^fp;!]",
    "LEADS": "[lD]", "LEADNOUN": "[eD]", "SUPPORT": "[vV]", "RATING": "[gV]",
    "VERSUS": "[xY]", "WHOM": "[NrP]", "WITH": "M", "RATE": "g",
    # Whom the figure is of, as it stands behind the figure: "of women", "among voters in Ohio", "in Ohio".
    "OFPOP": r"(?:(?:[oMF][z.]?(?P<p>P)(?:[oi][PL.])?|i[L]|[iO]?[.]?d+)(?:,R[^f,;]*,)?)",
    "CLOSE": r"(?:(?=[,;:!()E-])|$)",
}  # fmt: skip
# A character class holds letters of chunk types as they are; a run of capitals outside is the name of a type.
_TOKEN = re.compile(r"\[[^\]]*\]|\b[A-Z][A-Z0-9_]+\b")


def compile_pattern(pattern: str) -> re.Pattern[str]:
    """The pattern over chunk letters; an unknown chunk type is a `KeyError`."""

    def letters(match: re.Match[str]) -> str:
        return match.group() if match.group().startswith("[") else _WORDS[match.group()]

    return re.compile(re.sub(r"\s+", "", _TOKEN.sub(letters, pattern)))


@dataclass(frozen=True)
class Construction:
    """One way in which polls are reported.

    `example` is a sentence that it binds, `counter` one that looks alike and that it must leave alone.
    `priority` is its specificity: where several constructions bind one figure, the highest wins, then the longest
    span, then the order of the list.  `pointer` tells where the response comes from if the pattern has no ``r``.
    `order` tells, for two figures of a race, which response is the larger one: the first named or the second.
    """

    id: str
    pattern: str
    example: str
    counter: str = ""
    priority: int = 50
    pointer: Pointer = "none"
    second: Pointer = "none"
    order: Literal["", "first", "second"] = ""

    @cached_property
    def regex(self) -> re.Pattern[str]:
        """The compiled pattern."""
        return compile_pattern(self.pattern)
