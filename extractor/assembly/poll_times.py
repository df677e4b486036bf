"""What dates tell of a mention: whether it is of a poll long past, of an older wave, or of a poll of its own year."""

from collections.abc import Sequence
from datetime import date, timedelta

from spacy.tokens import Span

from extractor.components.poll_values import PollMention
from extractor.parsing.dates import DatePhrase

#: Days before publication up to which a poll can be the news of an article.
RECENT = 75
#: Days before publication after which an undated poll's dated mention is of an older wave.
OLDER_WAVE = 20


class Times:
    """Dates of an article published on a date; `dated` are the fieldwork dates in its text."""

    def __init__(self, dated: Sequence[Span], published: date | None) -> None:
        self.dated, self._published = dated, published

    def is_old(self, phrase: DatePhrase, days: int = RECENT) -> bool:
        """Whether the date lies more than so many days before publication."""
        if self._published is None:
            return False
        when = phrase.resolve(self._published)[1]
        limit = (self._published - timedelta(days=days)).isoformat()
        return when is not None and when < limit[: len(when)]

    def is_of_older_wave(self, mention: PollMention, span: Span, sentence_end: int) -> bool:
        """Whether "the same poll in May", "a survey taken May 9-12" is dated before the reported wave."""
        if mention.time is not None:
            return self.is_old(mention.time, OLDER_WAVE)
        if mention.reference != "fresh" or mention.newest:
            return False
        here = next((s for s in self.dated if span.end_char <= s.start_char < sentence_end), None)
        if here is None or not self.is_old(here._.fieldwork.dates, OLDER_WAVE):
            return False
        when = self._ended(here) or ""
        return any((self._ended(other) or "") > when for other in self.dated if other is not here)

    def _ended(self, span: Span) -> str | None:
        dates: DatePhrase = span._.fieldwork.dates
        return dates.resolve(self._published)[1]


def is_of_year(mention: PollMention) -> bool:
    """Whether a poll is told for itself and dated by its year: "a Harbor survey last year"."""
    time = mention.time
    if time is None or mention.reference != "fresh" or mention.weak:
        return False
    return time.kind == "year" or (time.kind == "relative" and time.last.unit == "year")
