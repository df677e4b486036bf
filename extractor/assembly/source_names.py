"""Names that tell who took the poll: "In a survey by the Foo Council and the Bar Times, 60 percent of …"."""

import re

from extractor.constructions.chunks import Sequence

#: A phrase that opens the sentence and tells the poll, without a verb, up to its comma.
_OPENING = re.compile(r"[.iE][.z]?S[^fp;:!,smbvVhtulkDec]*(?:,&[^fp;:!,smbvVhtulkDec]*)?,")
_OPENERS = ("in", "according to", "per")


def takes_the_poll(line: Sequence, place: tuple[int, int]) -> bool:
    """Whether the name at chunks `place` stands in the phrase that opens the sentence with who took the poll."""
    if place[1] != place[0] + 1 or line.code[place[0]] != "N":
        return False
    opening = _OPENING.match(line.code)
    return opening is not None and place[1] < opening.end() and line.text(0, 1).lower().startswith(_OPENERS)
