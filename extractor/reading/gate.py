"""Whether a page can hold a poll story at all, told from its raw bytes before any parsing.

A share and survey vocabulary must stand near each other in text: not in scripts, styles, navigation or attributes, and
not in a headline of a box ("Poll: 48% …"), which is a short block or a link; the page's own headline counts.  It may
let other pages pass; it should never stop a poll story.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from extractor.lexicons.loader import load
from extractor.lexicons.schemas.pages import GateWords
from extractor.reading.patterns import any_of

_HIDDEN = (b"script", b"style", b"svg", b"noscript", b"nav", b"footer", b"aside", b"select", b"template")
_RAW_HIDDEN = 2  # scripts and styles are most of a page: cut before anything else is done with it
_REACH = 4000  # characters of text between a survey word and a percentage
_NEAR = 600  # characters of text between a survey word and a share in other words
_WINDOW = 10_000  # bytes of source around a survey word that are looked at
_LONG = 60  # characters of a block of running text
_HEADLINES = 3  # so many first headings may be the page's own headline
_LINKED = 0.8  # share of a block's characters in links from which it points elsewhere
_INLINE = rb"a|abbr|acronym|b|big|cite|code|del|dfn|em|font|i|ins|mark|q|s|small|span|strong|sub|sup|time|tt|u|wbr"
_BLOCK_TAG = re.compile(rb"</?(?!(?:" + _INLINE + rb")[\s/>])[a-z!][^<>]*>")
_LINK = re.compile(rb"<a[\s>][^<>]*>([^<]*)")
_TAG = re.compile(rb"<[^<>]*>?")
_SPACE = re.compile(rb"(?:\s|&nbsp;|&#160;|\xc2\xa0)+")


def can_hold_poll(data: bytes) -> bool:
    """Whether `data` (HTML or plain text in an encoding that extends ASCII) may be a poll story.

    True for what cannot be judged, such as UTF-16.
    """
    if data[:2] in (b"\xff\xfe", b"\xfe\xff") or b"\x00" in data[:100]:
        return True
    words = _words()
    source = _shown(data)
    headlines = _headlines(source)
    return any(_is_near(region, headlines) for region in _regions(source, words)) or _reports(source, words)


@dataclass(frozen=True, slots=True)
class _Words:
    survey: tuple[bytes, ...]
    survey_word: re.Pattern[bytes]
    report_word: re.Pattern[bytes]
    percent: re.Pattern[bytes]
    percent_of: tuple[bytes, ...]
    ratio: re.Pattern[bytes]


@cache
def _words() -> _Words:
    words: GateWords = load(GateWords, "en", "gate")
    # "(%)" heads the column of a table.
    percent = rf"(?:\d(?:\s|&nbsp;)?%|\(%\)|\b{any_of(words.percent)})"
    ratio = rf"\b{any_of(words.ratio)}\b|\b\d\d ?(?:to|-|–|&ndash;|&#8211;) ?\d\d\b"
    return _Words(
        survey=tuple(word.encode() for word in words.survey),
        survey_word=re.compile(rf"\b(?!{any_of(words.not_survey)}){any_of(words.survey)}".encode()),
        report_word=re.compile(rf"\b{any_of(words.report)}\b".encode()),
        percent=re.compile(percent.encode()),
        percent_of=tuple(f"{unit} {of}".encode() for unit in ("%", *words.percent) for of in words.of),
        ratio=re.compile(ratio.encode()),
    )


def _shown(data: bytes) -> bytes:
    """`data` in lower case without scripts, styles and navigation."""
    for name in _HIDDEN[:_RAW_HIDDEN]:
        data = _without(data, name)
        if b"<" + name.upper() in data:
            data = _without(data, name.upper())
    data = data.lower()
    for name in _HIDDEN[_RAW_HIDDEN:]:
        data = _without(data, name)
    return data


def _without(data: bytes, name: bytes) -> bytes:
    """`data` without the elements of that `name`; one that never ends is left in."""
    opening, closing = b"<" + name, b"</" + name
    start = data.find(opening)
    if start < 0:
        return data
    kept, at = [], 0
    while start >= 0:
        end = data.find(closing, start)
        if end < 0:
            break
        kept.append(data[at:start])
        at = end
        start = data.find(opening, at)
    kept.append(data[at:])
    return b" ".join(kept)


def _regions(source: bytes, words: _Words) -> Iterator[bytes]:
    """The parts of `source` around survey words, overlapping ones as one."""
    places: list[int] = []
    for word in words.survey:
        at = source.find(word)
        while at >= 0:
            places.append(at)
            at = source.find(word, at + _WINDOW // 4)
    start, end = 0, -1
    for place in sorted(places):
        if end < 0 or place - _WINDOW > end:
            if end >= 0:
                yield source[start:end]
            start = max(0, place - _WINDOW)
        end = place + _WINDOW
    if end >= 0:
        yield source[start:end]


def _headlines(source: bytes) -> frozenset[bytes]:
    """The texts of the first headings of the page."""
    found: set[bytes] = set()
    at = source.find(b"<h1")
    for _ in range(_HEADLINES):
        end = source.find(b"</h1", at) if at >= 0 else -1
        if end < 0:
            break
        found.update(text for text, _ in _blocks(source[at:end][:_REACH]))
        at = source.find(b"<h1", end)
    return frozenset(found)


def _is_near(region: bytes, headlines: frozenset[bytes]) -> bool:
    """Whether running text or a headline with a survey word stands within reach of a share."""
    words = _words()
    at = 0
    survey = percent = ratio = -_WINDOW * len(region)
    for text, linked in _blocks(region):
        if (_is_prose(text, linked) or text in headlines) and words.survey_word.search(text):
            survey = at
        if words.percent.search(text):
            percent = at
        elif words.ratio.search(text):
            ratio = at
        if survey >= 0 and (abs(survey - percent) <= _REACH or abs(survey - ratio) <= _NEAR):
            return True
        at += len(text)
    return False


def _reports(source: bytes, words: _Words) -> bool:
    """Whether a paragraph tells findings as a percentage of something."""
    for phrase in words.percent_of:
        at = source.find(phrase)
        while at >= 0:
            for text, linked in _blocks(source[max(0, at - _NEAR) : at + _NEAR]):
                if phrase in text and _is_prose(text, linked) and words.report_word.search(text):
                    return True
            at = source.find(phrase, at + _NEAR // 2)
    return False


def _is_prose(text: bytes, linked: int) -> bool:
    return len(text) >= _LONG and linked < _LINKED * len(text)


def _blocks(region: bytes) -> Iterator[tuple[bytes, int]]:
    """The text of each block of `region` and how much of it stands in links."""
    region = region[region.find(b">") + 1 :] if region.find(b">") < region.find(b"<") else region
    for block in _BLOCK_TAG.split(region):
        linked = sum(map(len, _LINK.findall(block))) if b"<a" in block else 0
        text = _SPACE.sub(b" ", _TAG.sub(b"", block)).strip() if b"<" in block else _SPACE.sub(b" ", block).strip()
        if text:
            yield text, linked
