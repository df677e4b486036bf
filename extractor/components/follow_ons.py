"""Numbers that go on where the figure before them stopped: "Four years ago it was 58 percent", "That is up 5 points".

Such a sentence names neither a poll nor people; it is of the same sort as the number before it.
"""

import re
from collections.abc import Sequence
from functools import cache

from extractor.components.candidates import Candidate
from extractor.components.phrases import alternatives
from extractor.lexicons import loader
from extractor.lexicons.schemas.figures import FollowWords, NotFigureWords

#: How far before a number its sentence may begin, and how far behind the words are read, in characters.
_REACH, _BEHIND = 90, 40
#: How many sentences off the figure before it may stand.
_NEAR = 2


class FollowOns:
    """Tells numbers whose sentence only goes on with what was told before."""

    def __init__(self, words: FollowWords) -> None:
        hedge = rf"(?:{alternatives(words.hedges)}\s)?"
        subject = alternatives(words.subjects)
        level = alternatives(words.levels)
        opening = rf"(?:(?:and|but|yet|still),?\s)?(?:{alternatives(words.hedges)}\s)?"
        ago = rf"(?:[\w-]+\s){{0,4}}{alternatives(words.times)},?\s"
        group = rf"{alternatives(words.among)}\s[^.;\n]{{3,60}}?,?\s"
        whose = rf"(?:{alternatives(words.among)}\s(?:[\w’'-]+\s){{1,5}}?)?"
        move = rf"{alternatives(words.being)}\s(?:an?\s)?(?:[a-z]+\s)?{alternatives(words.moves)}\s"
        self._before = re.compile(
            rf"^{opening}(?:(?:{ago}|{group})?{subject}\s{whose}(?:[a-z]+\s)?{level}\s|{alternatives(words.pointing)}\s{move}"
            rf"(?:of\s|from\s|by\s)?){hedge}(?:an?\s)?$"
        )
        self._share_before = re.compile(rf"^{opening}(?:{alternatives(words.counts)}\s)?$")
        self._verb_after = re.compile(rf"\s{alternatives(words.verbs)}\b")

    def continues(self, text: str, one: Candidate, start: int) -> bool:
        """Whether the sentence that begins at `start` (text in lower case) goes on with `one`."""
        if one.start - start > _REACH:
            return False
        before = text[start : one.start]
        verb = one.unit == "percent" and self._verb_after.match(text, one.end, one.end + _BEHIND)
        return bool(verb and self._share_before.match(before)) or self._before.match(before) is not None


def followed(
    text: str, ones: Sequence[Candidate], sentences: Sequence[int], starts: Sequence[int], kept: set[int]
) -> set[int]:
    """The numbers `kept` and, in order, those that go on with a kept one at most two sentences before."""
    found = set(kept)
    for i, one in enumerate(ones[1:], 1):
        near = 0 < sentences[i] - sentences[i - 1] <= _NEAR
        if i not in found and i - 1 in found and near and follow_ons().continues(text, one, starts[sentences[i]]):
            found.add(i)
    return found


@cache
def follow_ons(language: str = "en") -> FollowOns:
    """The reader of a language (ISO 639-1)."""
    return FollowOns(loader.load(NotFigureWords, language, "not_figures").follow)
