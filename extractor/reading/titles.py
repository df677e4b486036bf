"""The story's own title: pages put the name of the site before or after it, and show it as a headline."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from lxml.html import HtmlElement

from extractor.reading.markup import lexicon, words_of
from extractor.reading.runs import Run, key_of

_SEPARATORS = re.compile(r"\s+[|\-–—:»«·•~/]+\s+|:\s+|\s*\|\s*")
_MAX_OUTLET_WORDS = 6
_MIN_TITLE = 8  # letters
_LOOKED_AT = 400  # runs of a page that may hold its headline


@dataclass(frozen=True, slots=True)
class Title:
    """The title, the element that shows it (None if only the head states it), and the site's name beside it, if any."""

    text: str
    element: HtmlElement | None = None
    outlet: str = ""


def find_title(stated: Sequence[str], runs: Sequence[Run], outlets: Iterable[str]) -> Title | None:
    """The title of the story, given what the head states (most explicit first) and the page shows.

    A headline on the page that equals a stated title, or is one without the name of the site, settles it.  Otherwise
    the stated title is freed from the name of the site as far as that is known or set off by a bar.
    """
    stated = [text for text in stated if text]
    names = {key_of(name) for name in outlets if name}
    shown = _shown(stated, runs, names)
    if shown is not None:
        return shown
    explicit = [_without_outlet(text, names) for text in stated]
    headline = next(
        (run for run in runs if run.element.tag == "h1" and len(run.key) >= _MIN_TITLE and run.key not in names), None
    )
    if explicit and len(explicit[0].text) >= _MIN_TITLE:
        return explicit[0]
    if headline is not None:
        return Title(headline.text, headline.element)
    return explicit[0] if explicit else None


def _shown(stated: Sequence[str], runs: Sequence[Run], names: set[str]) -> Title | None:
    readings: dict[str, str] = {}
    for text in stated:
        for key, outlet in _readings(text):
            readings.setdefault(key, outlet)
    best: tuple[tuple[int, int, int], Title] | None = None
    for place, run in enumerate(runs[:_LOOKED_AT]):
        if run.key not in readings or run.key in names:
            continue
        rank = (len(run.key), _prominence(run), -place)
        if best is None or rank > best[0]:
            best = (rank, Title(run.text, run.element, readings[run.key]))
    return best[1] if best else None


def _readings(stated: str) -> Iterator[tuple[str, str]]:
    """What the title in `stated` may be, as keys, each with what would be the name of the site then."""
    whole = key_of(stated)
    yield whole, ""
    for match in _SEPARATORS.finditer(stated):
        before, after = stated[: match.start()].strip(), stated[match.end() :].strip()
        for title, outlet in ((after, before), (before, after)):
            key = key_of(title)
            if len(key) >= _MIN_TITLE and len(key) * 2 >= len(whole) and _may_be_outlet(outlet):
                yield key, outlet


def _may_be_outlet(text: str) -> bool:
    return 0 < len(text.split()) <= 2 * _MAX_OUTLET_WORDS


def _prominence(run: Run) -> int:
    if run.element.tag == "h1":
        return 3
    if run.kind == "heading":
        return 2
    return int(not words_of(run.element).isdisjoint(lexicon().headline))


def _without_outlet(stated: str, names: set[str]) -> Title:
    """`stated` without a known name of the site, or without a last part after a bar."""
    matches = list(_SEPARATORS.finditer(stated))
    for match in matches:
        before, after = stated[: match.start()].strip(), stated[match.end() :].strip()
        if key_of(after) in names and len(key_of(before)) >= _MIN_TITLE:
            return Title(before, None, after)
        if key_of(before) in names and len(key_of(after)) >= _MIN_TITLE:
            return Title(after, None, before)
    for match in matches:
        before, after = stated[: match.start()].strip(), stated[match.end() :].strip()
        set_off = "|" in match[0] or (match is matches[-1] and match[0].strip() in "-–—·•»")
        if set_off and _looks_like_name(after) and len(before.split()) >= 3:
            return Title(before, None, after)
    return Title(stated)


def _looks_like_name(text: str) -> bool:
    """Whether every word of `text` is capitalised and there are few: "The Daily Planet", "CNN", "NPR Online News"."""
    words = text.split()
    capital = all(
        word[:1].isupper() or word.lower() in ("of", "the", "and", "&", "for", "in") or "." in word for word in words
    )
    return 0 < len(words) <= _MAX_OUTLET_WORDS - 2 and capital
