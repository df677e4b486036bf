"""Cues of time in a text, what a sentence tells of a figure's wave, and which dates lie before the reported one."""

from dataclasses import dataclass
from datetime import date, timedelta

from extractor.assembly.poll_plan import PollDraft
from extractor.models import Wave
from extractor.parsing.calendar import SEASONS, Point
from extractor.parsing.dates import DatePhrase

#: The date of "then".
THEN = DatePhrase(0, 0, Point(), Point(), "then")
#: Days before publication within which a date is the poll's own.
OWN = 21
#: Years that part two polls, where neither is of the day.
APART = 2
#: The length of a date that tells the month.
_MONTH = len("2000-01")
#: Years before publication that make a poll one of long ago.
LONG_PAST = 3


@dataclass(frozen=True, slots=True)
class Cue:
    """A cue of time in the text; `time` for a date."""

    start: int
    end: int
    kind: str
    time: DatePhrase | None


@dataclass(frozen=True, slots=True)
class WaveReading:
    """A figure's wave, its date, and whether the sentence tells it.

    `dated` tells that only a date makes it an older one; where no newer value stands beside it, it is the reported one.
    """

    wave: Wave = "current"
    when: str | None = None
    told: bool = True
    dated: bool = False


@dataclass(frozen=True, slots=True)
class WaveDates:
    """Tells past dates from the reported poll's own: those at offsets `own` date its fieldwork.

    `latest` is the last year that the text names, which stands for the date of a text that shows none, as the `months`
    of its fieldwork do.
    """

    published: date | None
    own: frozenset[int]
    latest: int | None = None
    months: frozenset[int] = frozenset()

    def resolve(self, phrase: DatePhrase | None) -> str | None:
        """The last day, month or year of a date phrase; None for "then"."""
        return phrase.resolve(self.published)[1] if phrase is not None and phrase is not THEN else None

    def is_long_past(self, phrase: DatePhrase | None) -> bool:
        """Whether a date lies years before publication."""
        when = self.resolve(phrase)
        if when is None or self.published is None:
            return False
        return self.published.year - int(when[:4]) >= LONG_PAST

    def is_month_before(self, phrase: DatePhrase) -> bool:
        """Whether a date lies in a month before the one of publication."""
        when = self.resolve(phrase)
        if when is None or self.published is None or len(when) < _MONTH:
            return False
        return when[:_MONTH] < self.published.isoformat()[:_MONTH]

    def is_past(self, phrase: DatePhrase, draft: PollDraft | None) -> bool:
        """Whether a date lies before the reported wave: before its fieldwork, or well before publication."""
        if phrase.first.unit == "day" and phrase.first.count == 0:
            return False
        if self.published is None:
            return self._is_past_undated(phrase)
        when = phrase.resolve(self.published)[1]
        if when is None:
            return phrase.last.count < 0
        if phrase.kind == "season" and phrase.last.year_offset == -1:
            when = f"{when[:4]}-{SEASONS[phrase.last.season][1]:02}"  # "last summer" is over
        start = draft.field_start if draft and draft.field_start else None
        limit = start or (self.published - timedelta(days=OWN)).isoformat()
        if phrase.kind == "relative" and phrase.last.unit in ("week", "month", "year") and phrase.last.count < 0:
            return True
        size = min(len(when), len(limit))
        return when[:size] < limit[:size]

    def _is_past_undated(self, phrase: DatePhrase) -> bool:
        year = phrase.last.year
        if year is not None and self.latest is not None:
            return year < self.latest
        if phrase.kind == "month":
            return phrase.last.month not in self.months
        return phrase.kind in ("relative", "season") and phrase.last.count < 0
