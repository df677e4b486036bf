"""Which figures quote an older wave of a poll, and when that was.

A figure is of the reported wave unless its sentence says otherwise: "up from 44 percent in June", "compared with 40
percent last year", "In 2001, 46 percent ...", "In the previous poll it was 40".  The target of a change ("fell to 18")
is of the reported wave.
"""

from bisect import bisect_left
from collections.abc import Sequence
from datetime import date
from itertools import groupby

from spacy.tokens import Doc, Span

from extractor.assembly.poll_plan import PollDraft
from extractor.assembly.poll_scopes import ScopeReader
from extractor.assembly.poll_state import BoundMention
from extractor.assembly.wave_cues import Cue, WaveDates, WaveReading
from extractor.assembly.wave_passages import Told, settle
from extractor.assembly.wave_rules import SentenceReading
from extractor.assembly.wave_times import SentenceTimes
from extractor.components.doc_text import spans_of, text_of
from extractor.components.poll_values import FIELDWORK, POLLS, WAVE_CUES
from extractor.components.populations import GROUP
from extractor.components.values import POPULATIONS
from extractor.lexicons.phrasebook import phrasebook
from extractor.parsing.calendar import Point
from extractor.parsing.dates import find_dates

#: How many months tell which of them is the latest; the last month of spring's half; the length of half a year.
_SEVERAL, _SPRING, _HALF_YEAR = 2, 6, 6
#: How many sentences back the one may stand that tells when a question was put.
_SCENES = 2
#: How far from its beginning a story still tells its own date, in characters.
_HEAD = 400
#: A figure, the mention that told its poll, and that poll.
Item = tuple[Span, BoundMention | None, PollDraft]


class WaveReader:
    """Reads the wave of each figure, sentence by sentence."""

    def __init__(self, doc: Doc, scopes: ScopeReader, published: date | None) -> None:
        self._text = text_of(doc)
        self._words = phrasebook(doc.lang_ or "en", "waves").pattern
        self._scopes = scopes
        self._cues = _cues(doc)
        self._figures: list[int] = []
        self._starts = [cue.start for cue in self._cues]
        fieldwork = [s for s in spans_of(doc, FIELDWORK) if s._.fieldwork.dates is not None]
        self._dates = WaveDates(
            published,
            frozenset(s.start_char for s in fieldwork),
            _last_year(doc, self._cues, fieldwork),
            _own_months(doc, fieldwork, self._cues),
        )

    def read(self, items: Sequence[Item]) -> list[WaveReading]:
        """The reading of each figure; `items` are in the order of the text."""
        self._figures = [figure.start_char for figure, _, _ in items]
        found: list[WaveReading] = []
        for _, group in groupby(items, key=lambda item: self._sentence_start(item[0])):
            found += self._sentence(list(group))
        told = [
            Told(figure.start_char, figure._.figure.kind != "change", reading)
            for (figure, _, _), reading in zip(items, found, strict=True)
        ]
        return settle(told, self._dates.published.year if self._dates.published else None)

    def _sentence_start(self, figure: Span) -> int:
        sentence = self._scopes.sentence_of(figure.start_char)
        return sentence.start if sentence is not None else -1

    def _sentence(self, items: list[Item]) -> list[WaveReading]:
        sentence = self._scopes.sentence_of(items[0][0].start_char)
        if sentence is None:
            return [WaveReading()] * len(items)
        low, high = bisect_left(self._starts, sentence.start), bisect_left(self._starts, sentence.end)
        times = SentenceTimes(
            self._text,
            self._words,
            self._dates,
            sentence=sentence,
            figures=[figure for figure, _, _ in items],
            cues=self._cues[low:high],
        )
        reading = SentenceReading(times)
        found: list[WaveReading] = []
        for number, (_, mention, draft) in enumerate(items):
            found.append(reading.figure(number, mention, draft, found[-1] if found else None))
        timeless = not times.within(sentence.start, sentence.end, "time", "then", "now", "earlier")
        if timeless and all(one.wave == "current" for one in found) and items[0][0]._.figure.kind != "change":
            scene = self._scene(sentence.start, items[0][0].start_char)
            return [scene or one for one in found]
        return found

    def _scene(self, start: int, figure: int) -> WaveReading | None:
        """The wave of a sentence that goes on from one which tells when it was asked: "In 1960, people were asked …".

        One sentence without a date may stand between the two.
        """
        if not self._words("scene_goes_on").match(self._text[start:figure]):
            return None
        for _ in range(_SCENES):
            last = self._scopes.sentence_of(self._text.rfind(".", 0, start))
            if last is None or last.end > start or any(last.start <= f < last.end for f in self._figures):
                return None
            told = self._text[last.start : last.end]
            if dates := list(find_dates(told)):
                when = dates[-1]
                old = self._dates.is_long_past(when) if self._dates.published else self._dates.is_past(when, None)
                field = any(last.start <= start < last.end for start in self._dates.own)
                asked = not field and self._words("scene").search(told)
                return WaveReading("previous", self._dates.resolve(when), dated=True) if asked and old else None
            start = last.start
        return None


def _own_months(doc: Doc, fieldwork: Sequence[Span], cues: Sequence[Cue]) -> frozenset[int]:
    """The months in which the reported polls asked; the latest month told where a story only compares months."""
    dates = [point for s in fieldwork for point in (s._.fieldwork.dates.first, s._.fieldwork.dates.last)]
    dates += _called_by(doc)
    asked = {point.month for point in dates if point.month is not None}
    told = {cue.time.last.month for cue in cues if cue.time is not None and cue.time.last.month is not None}
    if asked or len(told) < _SEVERAL:
        return frozenset(asked)
    # From November to February the latest is the last of the new year.
    early = {month for month in told if month <= _SPRING}
    return frozenset({max(early) if early and max(told) - min(told) > _HALF_YEAR else max(told)})


def _cues(doc: Doc) -> list[Cue]:
    """The cues of a text but for dates in the name of a group ("those who chose the Greens in 2010")."""
    groups = [span for span in spans_of(doc, POPULATIONS) if span.label_ == GROUP]
    ends = [span.end_char for span in groups]
    found = []
    for span in spans_of(doc, WAVE_CUES):
        at = bisect_left(ends, span.end_char)
        named = at < len(groups) and groups[at].start_char <= span.start_char and span._.wave.time is not None
        if not named:
            found.append(Cue(span.start_char, span.end_char, span._.wave.kind, span._.wave.time))
    return found


def _last_year(doc: Doc, cues: Sequence[Cue], fieldwork: Sequence[Span]) -> int | None:
    """The last year that a story names; the one behind it where it names only one, and that is no poll's own.

    A story that shows no date leaves out the year in which it was told, and names the one of what it looks back to.
    """
    told = [(cue.time.last.year, cue.start) for cue in cues if cue.time is not None and cue.time.last.year is not None]
    points = [point for s in fieldwork for point in (s._.fieldwork.dates.first, s._.fieldwork.dates.last)]
    own = {point.year for point in (*points, *_called_by(doc))}
    own |= {year for year, start in told if start < _HEAD}
    last = max((year for year, _ in told), default=None)
    single = last is not None and last not in own and all(year == last for year, _ in told)
    return last + 1 if last is not None and single else last


def _called_by(doc: Doc) -> list[Point]:
    """The dates that polls are called by, up to one that is named without: "the Harbor poll … a mid-May poll had"."""
    title = text_of(doc).find("\n")
    found: list[Point] = []
    for span in spans_of(doc, POLLS):
        poll = span._.poll
        if poll.time is not None:
            found.append(poll.time.last)
        elif span.start_char > title and (poll.names or poll.newest) and not (poll.plural or poll.weak):
            break
    return found
