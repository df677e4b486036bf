"""What touches a number: the word right before it, the word right after it, and the quotation marks around it.

``next:name`` is "50 percent Obama", ``next:other`` "a 100 percent manufactured story", ``prev:the`` "the 15 percent";
a closed class of small words is named as it stands, every other word only by its sort.
"""

import re
from collections.abc import Sequence

from extractor.components.candidates import Candidate
from extractor.components.phrases import alternatives
from extractor.components.signals import Signal
from extractor.lexicons.schemas.figures import EdgeWords

_REACH = 40
_QUOTE_REACH = 700
_NEXT = re.compile(r"(?P<gap>[\s-]*)(?P<word>[a-z][\w’'.-]*)?")
_PREVIOUS = re.compile(r"(?P<word>[\w’'.%$-]+)?(?P<gap>[\s\"“-]*)$")
_GAP = ' \n\t\xa0"“-'
_MARKS = {
    ",": "comma",
    ".": "stop",
    ";": "stop",
    ":": "stop",
    "(": "bracket",
    ")": "bracket",
    "-": "dash",
    "–": "dash",
    "—": "dash",
}


class EdgeReader:
    """Names what touches a number, with the words of one language."""

    def __init__(self, words: EdgeWords) -> None:
        self._before, self._after = frozenset(words.before), frozenset(words.after)
        self._hedge = re.compile(rf"(?<!\w){alternatives(words.hedges)}\s(?:an?\s)?$")

    def read(self, text: str, cased: str, one: Candidate, signals: Sequence[Signal]) -> set[str]:
        """The edges of `one` in `text` (`cased`: the same with its capitals); `signals` are those of its sentence."""
        names = {f"next:{self._next(text, cased, one, signals)}", f"prev:{self._previous(text, cased, one, signals)}"}
        if _quoted(text, one):
            names.add("quoted")
        return names

    def _next(self, text: str, cased: str, one: Candidate, signals: Sequence[Signal]) -> str:
        match = _NEXT.match(text, one.end, one.end + _REACH)
        if match is None or not match["word"]:
            return _MARKS.get(text[one.end : one.end + 2].strip()[:1], "end")
        if match["word"] in self._after:
            return match["word"]
        return _sort(cased, match.start("word"), match.end("word"), signals)

    def _previous(self, text: str, cased: str, one: Candidate, signals: Sequence[Signal]) -> str:
        start = max(0, one.start - _REACH)
        hedge = self._hedge.search(text, start, one.start)
        end = hedge.start() if hedge else one.start
        before = text[start:end]
        # Only the last word can match.
        match = _PREVIOUS.search(before, before.rfind(" ", 0, len(before.rstrip(_GAP))) + 1)
        if match is None or not match["word"]:
            return _MARKS.get(before.strip()[-1:], "start")
        if match["word"] in self._before:
            return match["word"]
        return _sort(cased, start + match.start("word"), start + match.end("word"), signals)


def _sort(cased: str, start: int, end: int, signals: Sequence[Signal]) -> str:
    for one in signals:
        if one.start < end and start < one.end:
            return one.sorts[0]
    return "name" if cased[start].isupper() else "other"


def _quoted(text: str, one: Candidate) -> bool:
    """Whether `one` stands inside quotation marks of its paragraph."""
    start = max(text.rfind("\n", 0, one.start) + 1, one.start - _QUOTE_REACH)
    before = text[start : one.start]
    if "“" in before or "”" in before:
        return before.rfind("“") > before.rfind("”")
    return before.count('"') % 2 == 1
