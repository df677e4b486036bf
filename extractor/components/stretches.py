"""The stretches of a text in which a pattern can match, told by strings that stand in whatever it matches.

Looking for a few fixed strings costs a small part of what a pattern with many beginnings does.
"""

import re
from collections.abc import Iterable, Iterator


class Stretches:
    """Finds the surroundings of `needles` (fixed strings) and of `pattern`.

    A stretch reaches `before` characters ahead of one and `after` behind it; stretches that touch are one.
    """

    def __init__(self, needles: Iterable[str], pattern: re.Pattern[str], before: int, after: int) -> None:
        self._needles = tuple(needles)
        self._pattern = pattern
        self._before, self._after = before, after

    def find(self, text: str) -> Iterator[tuple[int, int]]:
        """The stretches of `text` (lower case) as ranges, in order."""
        places = [match.start() for match in self._pattern.finditer(text)]
        for needle in self._needles:
            place = text.find(needle)
            while place >= 0:
                places.append(place)
                place = text.find(needle, place + 1)
        places.sort()
        start = end = 0
        for place in places:
            if place - self._before > end:
                if end:
                    yield start, end
                start = place - self._before
            end = min(len(text), place + self._after)
        if end:
            yield start, end
