"""Which figures quote an older wave of a poll, and when that was.

A figure is of the reported wave unless its sentence says otherwise: "up from 44 percent in June", "compared with 40
percent last year", "In 2001, 46 percent ...", "In the previous poll it was 40".  The target of a change ("fell to 18")
is of the reported wave.
"""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from spacy.tokens import Doc, Span

from extractor.assembly.poll_plan import PollDraft
from extractor.assembly.poll_scopes import BoundMention, ScopeReader, SentenceScope
from extractor.components.doc_text import text_of
from extractor.components.poll_values import FIELDWORK, WAVE_CUES
from extractor.lexicons.phrasebook import phrasebook
from extractor.models import Wave
from extractor.parsing.calendar import Point
from extractor.parsing.dates import DatePhrase

_THEN = DatePhrase(0, 0, Point(), Point(), "then")
#: How far behind a figure (characters) the date of its wave may stand.
REACH = 75
#: Days before publication within which a date is the poll's own.
OWN = 21


@dataclass(frozen=True, slots=True)
class _Cue:
    start: int
    end: int
    kind: str
    time: DatePhrase | None


@dataclass(frozen=True, slots=True)
class WaveReading:
    """A figure's wave, its date, and whether the sentence tells it."""

    wave: Wave = "current"
    when: str | None = None
    told: bool = False


class WaveReader:
    """Reads the wave of each figure."""

    def __init__(self, doc: Doc, scopes: ScopeReader, published: date | None) -> None:
        self.text = text_of(doc)
        self.words = phrasebook(doc.lang_ or "en", "waves").pattern
        self.scopes, self.published = scopes, published
        self.cues = [_Cue(s.start_char, s.end_char, s._.wave.kind, s._.wave.time) for s in doc.spans.get(WAVE_CUES, ())]
        self._starts = [cue.start for cue in self.cues]
        self._own = {s.start_char for s in doc.spans.get(FIELDWORK, ()) if s._.fieldwork.dates is not None}

    def read(
        self,
        spans: Sequence[Span],
        polls: Sequence[int],
        mentions: Sequence[BoundMention | None],
        drafts: dict[int, PollDraft],
    ) -> list[WaveReading]:
        """The reading of each figure, in order."""
        found: list[WaveReading] = []
        index = 0
        while index < len(spans):
            sentence = self.scopes.sentence_of(spans[index].start_char)
            last = index
            while last + 1 < len(spans) and sentence is not None and spans[last + 1].start_char < sentence.end:
                last += 1
            group = slice(index, last + 1)
            if sentence is None:
                found += [WaveReading()] * (last + 1 - index)
            else:
                found += self._sentence(sentence, spans[group], mentions[group], [drafts.get(p) for p in polls[group]])
            index = last + 1
        return found

    def _sentence(
        self,
        sentence: SentenceScope,
        figures: Sequence[Span],
        mentions: Sequence[BoundMention | None],
        drafts: Sequence[PollDraft | None],
    ) -> list[WaveReading]:
        low, high = bisect_left(self._starts, sentence.start), bisect_left(self._starts, sentence.end)
        reading = _SentenceReading(self, sentence, figures, self.cues[low:high])
        found: list[WaveReading] = []
        for number, (figure, mention, draft) in enumerate(zip(figures, mentions, drafts, strict=True)):
            found.append(reading.figure(number, figure, mention, draft, found[-1] if found else None))
        return found

    def is_past(self, phrase: DatePhrase, draft: PollDraft | None) -> bool:
        """Whether a date lies before the reported wave: before its fieldwork, or well before publication."""
        if phrase.first.unit == "day" and phrase.first.count == 0:
            return False
        if self.published is None:
            return phrase.kind in ("relative", "season") and phrase.last.count < 0
        when = phrase.resolve(self.published)[1]
        if when is None:
            return phrase.last.count < 0
        start = draft.field_start if draft and draft.field_start else None
        limit = start or (self.published - timedelta(days=OWN)).isoformat()
        if phrase.kind == "relative" and phrase.last.unit in ("week", "month", "year") and phrase.last.count < 0:
            return True
        size = min(len(when), len(limit))
        return when[:size] < limit[:size]

    def own(self, cue: _Cue) -> bool:
        """Whether a date is that of the fieldwork itself."""
        return cue.start in self._own


class _SentenceReading:
    """The wave rules over one sentence."""

    def __init__(self, reader: WaveReader, sentence: SentenceScope, figures: Sequence[Span], cues: list[_Cue]) -> None:
        self.reader, self.sentence, self.figures, self.cues = reader, sentence, figures, cues
        self.text = reader.text
        self.words = reader.words

    def figure(
        self,
        number: int,
        figure: Span,
        mention: BoundMention | None,
        draft: PollDraft | None,
        before: WaveReading | None,
    ) -> WaveReading:
        """The wave of the figure at `number`."""
        if figure._.figure.kind == "change":
            return WaveReading()
        if mention is not None and mention.previous:
            time = mention.mention.time
            return self._past(time)
        left = self.figures[number - 1].end_char if number else self.sentence.start
        right = self.figures[number + 1].start_char if number + 1 < len(self.figures) else self.sentence.end
        lead, tail = self.text[left : figure.start_char], self.text[figure.end_char : right]
        start, end = figure.start_char, figure.end_char
        if before is not None and self.words("pair").match(lead) and not self._came_from(number - 1):
            return before
        after = self._date_after(end, self._pair_end(number), draft)
        if self._tells_now(left, start, end, right, number):
            return WaveReading(told=True)
        if self.words("origin").search(lead) and self._is_change(left, start, tail, after):
            return self._past(after)
        if after is not None and self._compares(left, start):
            return self._past(after)
        if after is not None and self._placed(end, after):
            return self._past(after)
        ahead = self._date_before(left, start, draft)
        if ahead is not None:
            return self._past(ahead)
        if before is not None and before.wave == "previous" and self._goes_on(lead, left, start):
            return before if after is None else self._past(after)
        if figure._.figure.kind == "difference" and self._undone(left, start, tail):
            return self._past(None)
        opened = self._opened(start, draft)
        if opened is not None and not self.words("target").search(lead):
            return self._past(opened.time)
        if self._asked_then(left, start, draft):
            return self._past(None)
        return WaveReading()

    def _past(self, when: DatePhrase | None) -> WaveReading:
        dated = when is not None and when is not _THEN
        resolved = when.resolve(self.reader.published)[1] if when is not None and dated else None
        return WaveReading("previous", resolved, True)

    def _within(self, start: int, end: int, *kinds: str) -> list[_Cue]:
        return [cue for cue in self.cues if start <= cue.start and cue.end <= end and cue.kind in kinds]

    def _date_after(self, end: int, right: int, draft: PollDraft | None) -> DatePhrase | None:
        """The past date that follows a figure in its clause."""
        stop = min(right, end + REACH)
        parted = self.words("clause_end").search(self.text, end, stop)
        stop = parted.start() if parted else stop
        for cue in self._within(end, stop, "time", "then"):
            if self._within(end, cue.start, "compare", "from", "change", "now"):
                return None
            if cue.kind == "then":
                return _THEN
            if cue.time is None or self.reader.own(cue) or self._names_thing(cue):
                continue
            if self._within(max(end, cue.start - 12), cue.start, "since", "future"):
                continue
            if self.reader.is_past(cue.time, draft):
                return cue.time
            return None
        return None

    def _placed(self, end: int, when: DatePhrase) -> bool:
        """Whether the date stands where it dates the figure: "46 percent in May", and no poll of that date is told."""
        if when is _THEN:
            return True
        cue = next(cue for cue in self.cues if cue.start >= end and cue.time == when)
        if self._within(end, cue.end + 40, "future"):
            return False
        if self.words("opinion").search(self.words("pointing").sub("", self.text[end : cue.start])):
            return False
        return not any(m.mention.time is not None and not m.previous for m in self.sentence.mentions)

    def _compares(self, left: int, start: int) -> bool:
        return bool(self._within(max(left, start - 60), start, "compare", "when", "change", "from"))

    def _came_from(self, number: int) -> bool:
        left = self.figures[number - 1].end_char if number else self.sentence.start
        return self.words("origin").search(self.text[left : self.figures[number].start_char]) is not None

    def _is_change(self, left: int, start: int, tail: str, after: DatePhrase | None) -> bool:
        """Whether "from 44 percent" is where a change began, not "support from 44 percent of voters"."""
        if after is not None or self.words("target").search(tail):
            return True
        near = self._within(max(self.sentence.start, start - 90), start, "change", "from")
        return any(cue.kind == "change" or self.text[cue.start : cue.end].lower() != "from" for cue in near)

    def _tells_now(self, left: int, start: int, end: int, right: int, number: int) -> bool:
        """Whether "now", "in the new poll" stands between the last figure and this one, or right behind this one."""
        near = self._within(max(left, start - 70), start, "now")
        if near and not self._within(near[-1].end, start, "compare", "from", "when"):
            return True
        return bool(self._within(end, min(right, end + 25), "now"))

    def _goes_on(self, lead: str, left: int, start: int) -> bool:
        """Whether the list of older values goes on: "56 percent in November and 52 percent a year ago"."""
        if self._within(left, start, "now", "change") or self.words("target").search(lead):
            return False
        if self._within(self.sentence.start, left, "when") and not self.words("turn").search(lead):
            return True
        return self.words("list").match(lead) is not None and not self.words("turn").search(lead)

    def _pair_end(self, number: int) -> int:
        """Where the text of a figure and its partner ("47 to 41 percent") ends: the next figure or the sentence."""
        following = number + 1
        while following < len(self.figures) and self.words("pair").match(
            self.text[self.figures[following - 1].end_char : self.figures[following].start_char]
        ):
            following += 1
        return self.figures[following].start_char if following < len(self.figures) else self.sentence.end

    def _date_before(self, left: int, start: int, draft: PollDraft | None) -> DatePhrase | None:
        """A past date right before a figure ("in 1976, at 72 percent"), or after a comparison ("than in May (52)")."""
        dates = self._within(max(left, start - 40), start, "time")
        if not dates:
            return None
        cue = dates[-1]
        if (
            cue.time is None
            or self.reader.own(cue)
            or self._names_thing(cue)
            or not self.reader.is_past(cue.time, draft)
        ):
            return None
        if self._within(cue.start - 12, cue.start, "since"):
            return None
        if self._within(left, cue.start, "compare", "from") and self.words("near").match(self.text[cue.end : start]):
            return cue.time
        return cue.time if self.words("at").match(self.text[cue.end : start]) else None

    def _names_thing(self, cue: _Cue) -> bool:
        """Whether a year or weekday is part of a name ("the 2010 health law"), not a date of the figure."""
        if cue.time is None or cue.time.kind not in ("year", "weekday"):
            return False
        return self.words("year_lead").search(self.text[max(0, cue.start - 12) : cue.start]) is None

    def _undone(self, left: int, start: int, tail: str) -> bool:
        """Whether a lead is told to be gone: "his 10-point lead has evaporated", "erasing a 16-point lead"."""
        if self._within(max(left, start - 40), start, "undone"):
            return True
        end = start
        return self.words("has").search(tail[:60]) is not None and bool(
            self._within(end, end + 110, "change") and self.words("has").search(tail[:60])
        )

    def _opened(self, start: int, draft: PollDraft | None) -> _Cue | None:
        """The past date or "back then" that opens the sentence, if no "now" stands between it and the figure."""
        for cue in self._within(self.sentence.start, min(start, self.sentence.start + 60), "time", "then"):
            if not self.words("opening").match(self.text[self.sentence.start : cue.start]):
                return None
            if self._within(cue.end, start, "now"):
                return None
            if cue.kind == "then":
                return cue
            if cue.time is None or self.reader.own(cue) or not self.reader.is_past(cue.time, draft):
                continue
            return cue
        return None

    def _asked_then(self, left: int, start: int, draft: PollDraft | None) -> bool:
        """ "unchanged from last month when it was 42 percent"."""
        whens = self._within(left, start, "when")
        if not whens:
            return False
        dates = self._within(left, whens[-1].start, "time", "earlier")
        return any(cue.time is None or self.reader.is_past(cue.time, draft) for cue in dates)
