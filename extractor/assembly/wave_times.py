"""The dates and cues of time of one sentence, and which of them stands where it tells a figure's wave."""

from collections.abc import Callable, Sequence
from re import Pattern

from spacy.tokens import Span

from extractor.assembly.poll_plan import PollDraft
from extractor.assembly.poll_state import SentenceScope
from extractor.assembly.wave_cues import THEN, Cue, WaveDates
from extractor.parsing.dates import DatePhrase

#: Cues that set a figure against another wave.
COMPARING = ("compare", "when", "change", "from")
#: How far before a figure (characters) they may stand.
COMPARED = 60
#: How far behind a figure the date of its wave may stand, and before it the date that opens its sentence.
_REACH, _OPENING = 75, 110
#: How far before a date a word may stand that belongs to it.
_LEAD = 12
#: Spans of time so short that they date the news itself.
_RECENT = ("week", "month", "day")


class SentenceTimes:
    """Finds the date of a figure in its sentence."""

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
        self.sentence, self.figures = sentence, figures
        self.cues = _without_parts(cues)

    def within(self, start: int, end: int, *kinds: str) -> list[Cue]:
        """The cues of `kinds` that stand in the text from `start` to `end`."""
        return [cue for cue in self.cues if start <= cue.start and cue.end <= end and cue.kind in kinds]

    def is_plain(self, cue: Cue) -> bool:
        """Whether the cue is a bare "from", not "down from"."""
        return cue.kind == "from" and " " not in self.text[cue.start : cue.end].strip()

    def date_after(self, number: int, left: int, draft: PollDraft | None) -> DatePhrase | None:
        """The past date that follows a figure in its clause."""
        figure = self.figures[number]
        partner, right = self.pair_end(number)
        end, kind = figure.end_char, figure._.figure.kind
        compared = bool(self.within(max(left, figure.start_char - COMPARED), figure.start_char, *COMPARING))
        stop = min(right, end + _REACH)
        bracket = self.text[end : end + 1] == ")"  # "a large share (86%) said so in 2012"
        parted = self.words("clause_end").search(self.text, end + 1 if bracket else end, stop)
        stop = parted.start() if parted else stop
        for cue in self.within(end, stop, "time", "then"):
            between = self.within(partner, cue.start, "compare", "from", "change", "now")
            if not all(kind == "difference" and self.is_plain(other) for other in between):
                return None
            if cue.kind == "then":
                return THEN
            if cue.time is None or cue.start in self.dates.own or (self._names_thing(cue) and not compared):
                continue
            if (
                self._is_since(cue, end)
                or self.words("since").search(self.text[end : cue.start])
                or self.within(max(end, cue.start - _LEAD), cue.start, "future")
            ):
                continue
            if self.text[cue.end : stop].strip() == "(":
                return None  # "2016 (75%) and 2012 (69%)": the date of the figure behind it
            if self.dates.is_past(cue.time, draft):
                return cue.time
            return None
        return None

    def placed(self, end: int, when: DatePhrase) -> bool:
        """Whether the date stands where it dates the figure: "46 percent in May", and no poll of that date is told."""
        if when is THEN:
            return True
        cue = next(cue for cue in self.cues if cue.start >= end and cue.time == when)
        if self.within(end, cue.end + 40, "future") or self._is_recent(cue):
            return False
        if self.words("opinion").search(self.words("pointing").sub("", self.text[end : cue.start])):
            return False
        return not any(m.mention.time is not None and not m.previous for m in self.sentence.mentions)

    def date_before(self, left: int, start: int, draft: PollDraft | None) -> DatePhrase | None:
        """A past date right before a figure ("in 1976, at 72 percent"), or after a comparison ("than in May (52)")."""
        dates = self.within(max(left, start - 40), start, "time")
        if not dates:
            return None
        cue = dates[-1]
        if (
            cue.time is None
            or cue.start in self.dates.own
            or self._names_thing(cue)
            or not self.dates.is_past(cue.time, draft)
            or self.words("target").search(self.text[cue.end : start])  # "from last month to 28 percent"
            or self.words("compared_date").search(self.text[left : cue.start])  # "those of April, at 47 percent"
        ):
            return None
        own = (self._is_recent(cue) or self.dates.published is None) and self._of_poll(cue)
        ahead = self.within(max(left, cue.start - _LEAD), cue.start, "future")  # "before the session ends on May 1, 40"
        if own or ahead or self._is_since(cue, left):
            return None
        if self.within(left, cue.start, "compare", "from") and self.words("near").match(self.text[cue.end : start]):
            return cue.time
        if self._is_recent(cue):
            return None
        return cue.time if self.words("at").match(self.text[cue.end : start]) else None

    def opened(self, start: int, draft: PollDraft | None) -> Cue | None:
        """The past date or "back then" that opens the sentence, if no "now" stands between it and the figure."""
        for cue in self.within(self.sentence.start, min(start, self.sentence.start + _OPENING), "time", "then"):
            lead = self.text[self.sentence.start : cue.start]
            if not self._opens(lead, cue):
                if cue.kind == "then":
                    continue  # "in the poll before that one, of May, ..."
                clause = self.words("when_opening").match(lead) and "," in self.text[cue.end : start]
                return cue if clause and self.dates.is_long_past(cue.time) else None
            if self.within(cue.end, start, "now"):
                return None
            if cue.kind == "then":
                return cue
            if cue.time is None or cue.start in self.dates.own:
                continue
            pluperfect = self.words("pluperfect").search(self.text, cue.end, start)
            if self.dates.is_past(cue.time, draft) or (pluperfect and self.dates.is_month_before(cue.time)):
                return cue
        return None

    def _opens(self, lead: str, cue: Cue) -> bool:
        """Whether the date behind `lead` opens its sentence, alone, as that of a poll or of who was in office."""
        if self.words("opening").match(lead) or self.words("poll_opening").match(lead):
            return True
        return self.text.startswith(",", cue.end) and self.words("under_opening").match(lead) is not None

    def opening_date(self, start: int) -> Cue | None:
        """The date that opens the sentence of the figure at `start`, past or not, alone or in the name of a poll."""
        first = self.sentence.start
        for cue in self.within(first, min(start, first + _OPENING), "time"):
            if cue.time is None or cue.start in self.dates.own:
                continue
            if self.words("opening").match(self.text[first : cue.start]):
                return cue
            named = any(m.start <= cue.start and cue.end <= m.end for m in self.sentence.mentions[:1])
            return cue if named and self.words("in_poll").match(self.text[first : cue.start]) else None
        return None

    def turned(self, opened: Cue, end: int) -> bool:
        """Whether a later date, or "now", follows in the sentence after `end`, with a figure behind it or before."""
        then = self.dates.resolve(opened.time)
        for cue in self.within(end, self.sentence.end, "time", "now"):
            if cue.kind == "now":
                return True
            when = self.dates.resolve(cue.time)
            if then and when and when[: min(len(when), len(then))] > then[: min(len(when), len(then))]:
                return True
        return False

    def pair_end(self, number: int) -> tuple[int, int]:
        """Where a figure and its partner ("47 to 41 percent") end, and where the next figure or sentence begins."""
        following = number + 1
        while following < len(self.figures) and self.words("pair").match(
            self.text[self.figures[following - 1].end_char : self.figures[following].start_char]
        ):
            following += 1
        right = self.figures[following].start_char if following < len(self.figures) else self.sentence.end
        return self.figures[following - 1].end_char, right

    def _is_recent(self, cue: Cue) -> bool:
        """Whether the cue is "last week" or the like: when it was asked, with nothing to compare; not "a week ago"."""
        if cue.time is None or cue.time.kind != "relative" or cue.time.last.unit not in _RECENT:
            return False
        return self.words("bygone").search(self.text, cue.start, cue.end) is None

    def _of_poll(self, cue: Cue) -> bool:
        """Whether the date is that of a poll told for itself: "a poll from last week"."""
        return any(
            found.start <= cue.start <= found.end + _LEAD
            and found.mention.time is not None
            and found.mention.reference == "fresh"
            and not found.previous
            for found in self.sentence.mentions
        )

    def _is_since(self, cue: Cue, left: int) -> bool:
        """Whether the date is one since, until or by which something went on ("since May", "this spring")."""
        if self.words("since_clause").search(self.text[left : cue.start]):
            return True  # "since the fare rose on May 1, 40 percent ride less"
        leads = self.within(max(left, cue.start - _LEAD), cue.start, "since")
        return any(self.words("date_joint").fullmatch(self.text[lead.end : cue.start]) for lead in leads)

    def _names_thing(self, cue: Cue) -> bool:
        """Whether a year or weekday is part of a name ("the 2010 health law"), not a date of the figure."""
        if cue.time is None or cue.time.kind not in ("year", "weekday"):
            return False
        return self.words("year_lead").search(self.text[max(0, cue.start - _LEAD) : cue.start]) is None


def _without_parts(cues: Sequence[Cue]) -> list[Cue]:
    """`cues` without each "this year" that is part of a date: "earlier this year"."""
    dates = [cue for cue in cues if cue.kind == "time"]
    return [
        cue
        for cue in cues
        if cue.kind != "now" or not any(date.start < cue.start and cue.end <= date.end for date in dates)
    ]
