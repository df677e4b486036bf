"""Lists with a share in brackets behind each item: "in Peru (60%), Chile (52%)", "price (40%), staff (30%)".

The items are places, each of which the share behind it is of, or answers, however much one of them looks like a group.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from spacy.tokens import Doc, Span

from extractor.components.doc_text import sentence_of, spans_of, text_of, words_of
from extractor.components.populations import PLACE
from extractor.components.values import FIGURES, POPULATIONS
from extractor.lexicons.phrasebook import phrasebook

#: A group among listed answers is one of them: "the banks (30%) and consumers (12%)".
SURE = "list.group"
_READ, _WORLDWIDE = "bracket lists", "several countries"
#: How far before the first item the words are read that tell what is listed, in characters.
_HEAD = 110
#: A survey in so many countries compares them.
_SEVERAL = 3


@dataclass(frozen=True, slots=True)
class Item:
    """A figure's part in such a list: what is listed, whether it comes `first`, and the words before its bracket."""

    kind: Literal["places", "groups", "answers"]
    first: bool
    end: int
    name: str


def listed(doc: Doc, token: int) -> Item | None:
    """The part that the figure at `token` plays in a list; None outside of one."""
    return _read(doc).get(token)


def is_answer(doc: Doc, end: int) -> bool:
    """Whether words that end at offset `end` are an item of a list of answers: "price (40%), staff (30%)"."""
    return any(item.kind == "answers" and item.end == end for item in _read(doc).values())


def names_place(doc: Doc, words: str) -> bool:
    """Whether `words` end with a place of a list of places, each the population of the share behind it."""
    return any(item.kind == "places" and words.endswith(item.name) for item in _read(doc).values())


def _read(doc: Doc) -> dict[int, Item]:
    items: dict[int, Item] | None = doc.user_data.get(_READ)
    if items is None:
        items = doc.user_data[_READ] = _items(doc)
    return items


def _items(doc: Doc) -> dict[int, Item]:
    text, words = text_of(doc), phrasebook(doc.lang_ or "en", "bracket_lists")
    if "(" not in text:
        return {}
    joint, opened = words.pattern("joint"), words.pattern("opened")
    found: dict[int, Item] = {}
    run: list[Span] = []
    figures = spans_of(doc, FIGURES)
    named = {span.end_char: span for span in spans_of(doc, POPULATIONS)}
    for i, figure in enumerate(figures):
        if not run and not opened.search(text[max(0, figure.start_char - 12) : figure.start_char]):
            continue
        run.append(figure)
        following = figures[i + 1] if i + 1 < len(figures) else None
        if following is not None and joint.match(text[figure.end_char : following.start_char]):
            continue
        if len(run) > 1:
            found.update(_run(doc, run, named))
        run = []
    return found


def _run(doc: Doc, run: Sequence[Span], named: dict[int, Span]) -> dict[int, Item]:
    """The items of a run of shares in brackets, each behind what `named` tells to end there."""
    text, words = text_of(doc), phrasebook(doc.lang_ or "en", "bracket_lists")
    ends = [len(text[: figure.start_char].rpartition("(")[0].rstrip()) for figure in run]
    items = [named.get(end) for end in ends]
    starts = [span.start_char if span else end for span, end in zip(items, ends, strict=True)]
    begin = words_of(doc).starts[sentence_of(doc, run[0].start)[0]]
    names = [text[start:end] for start, end in zip(starts, ends, strict=True)]
    head = text[max(begin, starts[0] - _HEAD) : starts[0]]
    places = [_is_country(span) for span in items]
    if len(run) > 2 and not places[0] and all(places[1:]) and items[0] is not None:
        # "By all citizens (42%) as well as in Peru (60%) and Cuba (41%)".
        return {at: replace(item, first=False) for at, item in _run(doc, run[1:], named).items()}
    first = items[0]
    kind: Literal["places", "groups", "answers"] = "groups"
    if all(places) and not is_named(doc, head):
        asked = words.pattern("in").search(head) or _in_several_countries(doc)
        kind = "places" if asked else "groups"
    elif _are_answers(items, text[: ends[0]]):
        kind = "answers"
    governed = words.pattern("governed").search(head) is not None  # "for renters (40%), ahead of price (30%)"
    return {
        figure.start: Item("groups" if figure is run[0] and first and governed else kind, figure is run[0], end, name)
        for figure, end, name in zip(run, ends, names, strict=True)
    }


def _is_country(span: Span | None) -> bool:
    return span is not None and span.label_ == PLACE and "region" not in span._.population.facets


def _are_answers(items: Sequence[Span | None], before: str) -> bool:
    """Whether most items, or the first of them, are no groups: not so in "Smith's (89%) and Brown's backers (88%)"."""
    if items[0] is None and not before.endswith(("'s", "’s", "s'", "s’")):
        return True
    return sum(span is None for span in items) * 2 > len(items)


def _in_several_countries(doc: Doc) -> bool:
    """Whether the article tells of a survey taken in several countries."""
    known = doc.user_data.get(_WORLDWIDE)
    if known is None:
        screen = phrasebook(doc.lang_ or "en", "bracket_lists").screen("worldwide")
        known = doc.user_data[_WORLDWIDE] = screen.search(text_of(doc)) is not None
    return bool(known)


def is_named(doc: Doc, words: str) -> bool:
    """Whether `words` before or behind a place tell that it was named or judged."""
    return phrasebook(doc.lang_ or "en", "bracket_lists").pattern("naming").search(words) is not None


def asked_in(doc: Doc) -> frozenset[str]:
    """The countries, three or more, in which a survey is said to have been held."""
    words, text = phrasebook(doc.lang_ or "en", "bracket_lists"), text_of(doc)
    found: set[str] = set()
    run: list[Span] = []
    for span in spans_of(doc, POPULATIONS):
        if span.label_ != PLACE or not span._.population.country or "region" in span._.population.facets:
            continue
        if run and words.pattern("between").match(text[run[-1].end_char : span.start_char]):
            run.append(span)
        else:
            held = words.pattern("asked_in").search(text[max(0, span.start_char - _HEAD) : span.start_char])
            run = [span] if held else []
        if len(run) >= _SEVERAL:
            found.update(str(place._.population.country) for place in run)
    return frozenset(found)
