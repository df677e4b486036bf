"""The rules by which one sentence tells the wave of its figures, in the order in which they are asked."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from re import Pattern

from spacy.tokens import Span

from extractor.assembly.poll_plan import PollDraft
from extractor.assembly.poll_state import BoundMention, SentenceScope
from extractor.models import Wave
from extractor.parsing.calendar import Point
from extractor.parsing.dates import DatePhrase

_THEN = DatePhrase(0, 0, Point(), Point(), "then")
#: Cues that set a figure against another wave.
_COMPARING = ("compare", "when", "change", "from")
#: How far behind a figure (characters) the date of its wave may stand.
REACH = 75
#: Days before publication within which a date is the poll's own.
OWN = 21


@dataclass(frozen=True, slots=True)
class Cue:
    """A cue of time in the text; `time` for a date."""

    start: int
    end: int
    kind: str
    time: DatePhrase | None


@dataclass(frozen=True, slots=True)
class WaveReading:
    """A figure's wave, its date, and whether the sentence tells it."""

    wave: Wave = "current"
    when: str | None = None
    told: bool = True


@dataclass(frozen=True, slots=True)
class _Place:
    """A figure in its sentence: its neighbours' ends, the text between them, and the past date behind it."""

    number: int
    kind: str
    left: int
    start: int
    end: int
    right: int
    lead: str
    tail: str
    draft: PollDraft | None
    after: DatePhrase | None


@dataclass(frozen=True, slots=True)
class WaveDates:
    """Tells past dates from the reported poll's own: those at offsets `own` date its fieldwork."""

    published: date | None
    own: frozenset[int]

    def resolve(self, phrase: DatePhrase | None) -> str | None:
        """The last day, month or year of a date phrase; None for "then"."""
        return phrase.resolve(self.published)[1] if phrase is not None and phrase is not _THEN else None

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


class SentenceReading:
    """The wave rules over one sentence."""

    def __init__(
        self,
        text: str,
        words: Callable[[str], Pattern[str]],
        dates: WaveDates,
        *,
        sentence: SentenceScope,
        figures: Sequence[Span],
        cues: Sequence[Cue],
    ) -> None:
        self.text, self.words, self.dates = text, words, dates
        self.sentence, self.figures, self.cues = sentence, figures, cues

    def figure(
        self, number: int, mention: BoundMention | None, draft: PollDraft | None, before: WaveReading | None
    ) -> WaveReading:
        """The wave of the figure at `number`, by the first rule that speaks; the reported one if none does."""
        figure = self.figures[number]
        if figure._.figure.kind == "change":
            return WaveReading()
        if mention is not None and mention.previous:
            return self._past(mention.mention.time)
        place = self._place(number, draft)
        rules = (self._by_pair, self._by_now, self._by_date, self._by_list, self._by_loss, self._by_opening)
        return next((found for rule in rules if (found := rule(place, before)) is not None), WaveReading())

    def _place(self, number: int, draft: PollDraft | None) -> _Place:
        figure = self.figures[number]
        left = self.figures[number - 1].end_char if number else self.sentence.start
        right = self.figures[number + 1].start_char if number + 1 < len(self.figures) else self.sentence.end
        after = self._date_after(figure.end_char, self._pair_end(number), draft, figure._.figure.kind)
        return _Place(
            number,
            figure._.figure.kind,
            left,
            figure.start_char,
            figure.end_char,
            right,
            self.text[left : figure.start_char],
            self.text[figure.end_char : right],
            draft,
            after,
        )

    def _by_pair(self, place: _Place, before: WaveReading | None) -> WaveReading | None:
        """ "47 percent to 41 percent": both are of one wave."""
        if before is None or not self.words("pair").match(place.lead):
            return None
        onward = self.words("onward").match(place.lead) and self.words("onward").match(place.tail)
        return before if onward or not self._came_from(place.number - 1) else None

    def _by_now(self, place: _Place, before: WaveReading | None) -> WaveReading | None:
        """ "now 45 percent", "45 percent in the new poll"."""
        near = self._within(max(place.left, place.start - 70), place.start, "now")
        if near and not self._within(near[-1].end, place.start, "compare", "from", "when"):
            return WaveReading()
        return WaveReading() if self._within(place.end, min(place.right, place.end + 25), "now") else None

    def _by_date(self, place: _Place, before: WaveReading | None) -> WaveReading | None:
        """ "up from 44 percent in June", "compared with 40 a year ago", "in 1976, at 72 percent"."""
        after = place.after
        if self.words("origin").search(place.lead) and self._is_change(place):
            return self._past(after)
        if after is not None and (self._compares(place) or self._placed(place.end, after)):
            return self._past(after)
        ahead = self._date_before(place.left, place.start, place.draft)
        return self._past(ahead) if ahead is not None else None

    def _by_list(self, place: _Place, before: WaveReading | None) -> WaveReading | None:
        """ "up from 52 percent a year ago and 56 percent in November"."""
        if before is None or before.wave == "current" or not self._goes_on(place):
            return None
        return replace(before, told=False) if place.after is None else self._past(place.after)

    def _by_loss(self, place: _Place, before: WaveReading | None) -> WaveReading | None:
        """ "his 10-point lead has evaporated", "erasing a 16-point lead"."""
        if place.kind != "difference":
            return None
        undone = self._within(max(place.left, place.start - 40), place.start, "undone")
        gone = self.words("has").search(place.tail[:120]) and self._within(place.end, place.end + 110, "change")
        return self._past(None) if undone or gone else None

    def _by_opening(self, place: _Place, before: WaveReading | None) -> WaveReading | None:
        """ "In November, 38 percent said ...", "unchanged from last month when it was 42 percent"."""
        opened = self._opened(place.start, place.draft)
        if opened is not None and not self.words("target").search(place.lead):
            return self._past(opened.time)
        return self._past(None) if self._asked_then(place) else None

    def _past(self, when: DatePhrase | None) -> WaveReading:
        return WaveReading("previous", self.dates.resolve(when))

    def _within(self, start: int, end: int, *kinds: str) -> list[Cue]:
        return [cue for cue in self.cues if start <= cue.start and cue.end <= end and cue.kind in kinds]

    def _date_after(self, end: int, right: int, draft: PollDraft | None, kind: str) -> DatePhrase | None:
        """The past date that follows a figure in its clause."""
        stop = min(right, end + REACH)
        parted = self.words("clause_end").search(self.text, end, stop)
        stop = parted.start() if parted else stop
        for cue in self._within(end, stop, "time", "then"):
            between = self._within(end, cue.start, "compare", "from", "change", "now")
            if not all(kind == "difference" and self._is_plain(other) for other in between):
                return None
            if cue.kind == "then":
                return _THEN
            if cue.time is None or cue.start in self.dates.own or self._names_thing(cue):
                continue
            if self._within(max(end, cue.start - 12), cue.start, "since", "future"):
                continue
            if self.dates.is_past(cue.time, draft):
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

    def _compares(self, place: _Place) -> bool:
        return bool(self._within(max(place.left, place.start - 60), place.start, *_COMPARING))

    def _came_from(self, number: int) -> bool:
        left = self.figures[number - 1].end_char if number else self.sentence.start
        return self.words("origin").search(self.text[left : self.figures[number].start_char]) is not None

    def _is_change(self, place: _Place) -> bool:
        """Whether "from 44 percent" is where a change began, not "support from 44 percent of voters"."""
        if place.after is not None or self.words("target").search(place.tail):
            return True
        near = self._within(max(self.sentence.start, place.start - 90), place.start, "change", "from")
        return any(cue.kind == "change" or not self._is_plain(cue) for cue in near)

    def _goes_on(self, place: _Place) -> bool:
        """Whether a list of older values goes on, with no "now" or "but" and no target of a change between."""
        if self._within(place.left, place.start, "now", "change") or self.words("target").search(place.lead):
            return False
        told_when = self._within(self.sentence.start, place.left, "when")
        if self.words("hard_turn" if told_when else "turn").search(place.lead):
            return False
        return bool(told_when) or self.words("list").match(place.lead) is not None

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
            or cue.start in self.dates.own
            or self._names_thing(cue)
            or not self.dates.is_past(cue.time, draft)
        ):
            return None
        if self._within(cue.start - 12, cue.start, "since"):
            return None
        if self._within(left, cue.start, "compare", "from") and self.words("near").match(self.text[cue.end : start]):
            return cue.time
        return cue.time if self.words("at").match(self.text[cue.end : start]) else None

    def _names_thing(self, cue: Cue) -> bool:
        """Whether a year or weekday is part of a name ("the 2010 health law"), not a date of the figure."""
        if cue.time is None or cue.time.kind not in ("year", "weekday"):
            return False
        return self.words("year_lead").search(self.text[max(0, cue.start - 12) : cue.start]) is None

    def _opened(self, start: int, draft: PollDraft | None) -> Cue | None:
        """The past date or "back then" that opens the sentence, if no "now" stands between it and the figure."""
        for cue in self._within(self.sentence.start, min(start, self.sentence.start + 60), "time", "then"):
            if not self.words("opening").match(self.text[self.sentence.start : cue.start]):
                return None
            if self._within(cue.end, start, "now"):
                return None
            if cue.kind == "then":
                return cue
            if cue.time is None or cue.start in self.dates.own or not self.dates.is_past(cue.time, draft):
                continue
            return cue
        return None

    def _asked_then(self, place: _Place) -> bool:
        """ "unchanged from last month when it was 42 percent"."""
        whens = self._within(place.left, place.start, "when")
        cues = self._within(place.left, whens[-1].start, "time", "earlier", "from") if whens else []
        return any(
            self.dates.is_past(cue.time, place.draft) if cue.time is not None else not self._is_plain(cue)
            for cue in cues
        )

    def _is_plain(self, cue: Cue) -> bool:
        """Whether the cue is a bare "from", not "down from"."""
        return cue.kind == "from" and " " not in self.text[cue.start : cue.end].strip()
