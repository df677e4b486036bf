"""Places told in the order of their shares: "Support is highest in Peru (93%) and Chile (87%), lowest in Cuba (59%)".

All shares of such a list are of one answer, the subject of its first clause, and each is of the place before it.  So
are those of a list that a group leads: "Anglers in Porto are happiest with 93 percent, followed by Evora with 87".
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Span

from extractor.assembly.stances import stance
from extractor.components.doc_text import sentence_of, spans_of, text_of, words_of
from extractor.components.populations import GROUP, PLACE
from extractor.components.values import FIGURES, POPULATIONS
from extractor.lexicons.phrasebook import phrasebook

#: The rule of what is read here.
SURE = "extreme"
#: An answer behind a figure or the group that it is of.
_WORDED = re.compile(r"f(?:[oM]z?[P.L](?:[oi][PL.])?(?=[vVgmnh])|(?=[.vVgmn]))")
#: Farther from its figure than so many characters no list of this kind begins.
_REACH = 260


@dataclass(frozen=True, slots=True)
class Extreme:
    """A figure's part in such a list: the `subject` of its first clause, whether it comes `first`, and its `place`.

    `place` is empty where no name stands before the figure ("among those without work (41%)"); `noun` is what the
    people of a name are called where it is no place ("voters" of a party).
    """

    subject: str
    first: bool
    place: str
    noun: str = ""
    #: Whether a group leads the list, so that its rank is all that the list tells of an answer.
    led: bool = False


def extreme(doc: Doc, token: int) -> Extreme | None:
    """The part that the figure at `token` plays in a list of places by their shares; None outside of one."""
    read: dict[int, Extreme | None] = doc.user_data.setdefault(SURE, {})  # asked for the population and the answer
    if token not in read:
        read[token] = _extreme(doc, token)
    return read[token]


def _extreme(doc: Doc, token: int) -> Extreme | None:
    text, starts = text_of(doc), words_of(doc).starts
    sentence = starts[sentence_of(doc, token)[0]]
    start = starts[token]
    figures = [span for span in spans_of(doc, FIGURES) if sentence <= span.start_char and span.end_char <= start]
    head = text[max(sentence, start - _REACH) : figures[0].start_char if figures else start]
    words = phrasebook(doc.lang_ or "en", "extremes")
    opened = words.screen("first").search(head)
    if opened is None or not words.pattern("beside").search(opened["rest"]):
        return _led(doc, figures, head, start)
    if figures:
        between = text[figures[-1].end_char : start]
        later = words.pattern("later").match(between)
        if later is None and not all(words.pattern("group").match(one) for one in _gaps(text, figures, start)):
            return None
        return Extreme(opened["subject"], False, later["name"] if later else "")
    place = words.pattern("place").match(opened["rest"])
    return Extreme(opened["subject"], True, place["name"] if place else "")


def _gaps(text: str, figures: Sequence[Span], start: int) -> list[str]:
    """What stands between the figures of a list, and before the one at `start`."""
    ends = [*(figure.start_char for figure in figures[1:]), start]
    return [text[one.end_char : end] for one, end in zip(figures, ends, strict=True)]


def _led(doc: Doc, figures: Sequence[Span], head: str, start: int) -> Extreme | None:
    """The part of a figure at `start`, behind `figures`, in a list that a group leads: "farmers are happiest with"."""
    text, words = text_of(doc), phrasebook(doc.lang_ or "en", "extremes")
    led = words.screen("leader").search(head)
    if led is None or led["group"].count(",") > 1:
        return None
    if not figures:
        return (
            Extreme(led["rank"], True, "", led=True)
            if _names_group(doc, start - len(head), start) and not led["more"]
            else None
        )
    names = []
    for one, between in zip(figures, _gaps(text, figures, start), strict=True):
        own = words.pattern("again").match(between) if one is figures[0] else None
        later = words.pattern("later").match(between[own.end() :] if own else between)
        if later is None:
            return None
        names.append(later["name"])
        if own:
            head = f"{own['group']}"
    told = words.pattern("voters").search(head)
    first = figures[0].start_char
    if told is None and not _names_group(doc, first - len(head), first):
        return None
    return Extreme("", False, names[-1], told["noun"] if told else "")


def is_worded(part: Extreme, code: str, position: int) -> bool:
    """Whether the leader's figure, at `position` of the sentence `code`, has an answer behind it or its group."""
    return part.led and _WORDED.match(code, position) is not None


def _names_group(doc: Doc, start: int, end: int) -> bool:
    """Whether a group or a place is named in part of the text."""
    return any(start <= span.start_char < end and span.label_ in (GROUP, PLACE) for span in spans_of(doc, POPULATIONS))


def answer(part: Extreme, told: Sequence[str], language: str = "en") -> str:
    """The answer of the figure with this part, after the answers `told` before; empty where none is known."""
    last = told[-1] if told else ""
    if not part.first:
        return last
    words = phrasebook(language, "extremes")
    if words.pattern("lead").search(part.subject):
        return ""  # a lead is somebody's
    general = words.pattern("subject").match(part.subject)
    if general is None:
        return part.subject
    side = "favor" if general["support"] else "oppose" if general["opposition"] else None
    return next((label for label in reversed(told) if stance(label) == side), "") if side else last
