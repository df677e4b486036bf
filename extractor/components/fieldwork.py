"""Marks when and how interviews were held in ``doc.spans["fieldwork"]``: dates after a fieldwork verb, mode cues."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import replace
from typing import get_args

from spacy.language import Language
from spacy.tokens import Doc, Span

from extractor.components.doc_text import mark, sentence_ranges, spans_of, text_of
from extractor.components.poll_values import FIELDWORK, POLLS, FieldworkFact, register
from extractor.lexicons.loader import load
from extractor.lexicons.phrasebook import phrasebook
from extractor.lexicons.schemas.pages import DateWords
from extractor.lexicons.screens import Screen
from extractor.models import Mode
from extractor.parsing.calendar import Point
from extractor.parsing.dates import DatePhrase, find_dates

#: How far before a date (characters) the verb that governs it may stand.
VERB_REACH = 130
#: The same for a spell of days, which hardly dates anything else.
SPELL_REACH = 240
#: The same for a bare year, which dates many things, and for verbs that need not be of fieldwork.
YEAR_REACH = 40
#: Kinds of phrases that may open a sentence on who asked.
FRONTED = ("range", "month", "year", "season")
#: Days of the shortest month.
SHORTEST_MONTH = 28


@Language.factory("poll_fieldwork", assigns=["doc.spans", "span._.fieldwork"], requires=["doc.sents"])
def create(nlp: Language, name: str) -> "FieldworkMarker":
    """Factory of `FieldworkMarker`."""
    return FieldworkMarker(nlp.lang or "en")


class FieldworkMarker:
    """Looks only at sentences that speak of a survey."""

    def __init__(self, language: str) -> None:
        register()
        self.reader = FieldworkReader(language)

    def __call__(self, doc: Doc) -> Doc:
        """Mark the fieldwork facts of `doc`."""
        spans: list[Span] = []
        whole = text_of(doc)
        told = [span.start_char for span in spans_of(doc, POLLS)]
        for offset, stop in sentence_ranges(doc):
            names_poll = bisect_left(told, offset) < bisect_left(told, stop)
            for start, end, fact in self.reader.read(whole[offset:stop], names_poll=names_poll):
                span = doc.char_span(offset + start, offset + end, label="fieldwork", alignment_mode="expand")
                if span is not None:
                    span._.fieldwork = fact
                    spans.append(span)
        mark(doc, FIELDWORK, sorted(spans, key=lambda span: (span.start, span.end)))
        return doc


class FieldworkReader:
    """Reads fieldwork facts from one sentence."""

    def __init__(self, language: str) -> None:
        self.book = phrasebook(language, "fieldwork")
        self.counts = load(DateWords, language, "dates").counts
        self.modes: dict[Mode, Screen] = {
            mode: self.book.screen(f"mode_{mode.replace('-', '_')}") for mode in get_args(Mode)
        }

    def read(self, text: str, *, names_poll: bool = False) -> Iterator[tuple[int, int, FieldworkFact]]:
        """The facts of the sentence `text`, as (start, end, fact); `names_poll` if it mentions a poll by its name."""
        bracketed = "(" in text and self.book.screen("bracketed").search(text)
        if not names_poll and not bracketed and not self.book.screen("survey").search(text):
            return
        yield from self._dates(text)
        yield from self._mode(text)

    def _dates(self, text: str) -> Iterator[tuple[int, int, FieldworkFact]]:
        verbs = [match.span() for match in self.book.pattern("verb").finditer(text)]
        told: list[DatePhrase] = []
        begun: DatePhrase | None = None
        for phrase in self._exact(text):
            if begun is not None and self.book.pattern("ended_next").fullmatch(text, begun.end, phrase.start):
                told.append(replace(phrase, start=begun.start, first=begun.first, kind="range"))
                begun = None
                continue
            begun = phrase if self.book.pattern("begun").search(text[: phrase.start]) else None
            closing = self._closing(text, phrase)
            if closing is not None:
                told.append(closing)
            elif told and self._goes_on(text, told[-1], phrase):
                told[-1] = replace(told[-1], end=phrase.end, last=phrase.last, kind="range")
            elif self._governed(text, phrase, verbs):
                told.append(phrase)
        for phrase in told:
            yield phrase.start, phrase.end, FieldworkFact(dates=phrase)

    def _exact(self, text: str) -> Iterator[DatePhrase]:
        """The dates of `text`; weekdays that days of the month restate give way to those: "Monday, May 3"."""
        weekdays: DatePhrase | None = None
        for told in find_dates(text, quarters=True):
            phrase = told
            if weekdays is not None:
                between = self.book.pattern("restated").fullmatch(text, weekdays.end, told.start)
                if told.first.day and between:
                    phrase = replace(told, start=weekdays.start)
                else:
                    yield weekdays
            weekdays = phrase if phrase.first.weekday is not None else None
            if weekdays is None:
                yield phrase
        if weekdays is not None:
            yield weekdays

    def _goes_on(self, text: str, before: DatePhrase, phrase: DatePhrase) -> bool:
        """Whether days of the month are more of those told right before: "on May 3 and on May 5-6"."""
        days = before.last.day and phrase.first.day and phrase.first.year == before.last.year
        return bool(days) and self.book.pattern("continued").fullmatch(text, before.end, phrase.start) is not None

    def _closing(self, text: str, phrase: DatePhrase) -> DatePhrase | None:
        """The days of "the three-day poll, which ended on Sunday": a last day and how many there were."""
        if phrase.kind not in ("day", "weekday"):
            return None
        start = max(0, phrase.start - VERB_REACH)
        lasted = self.book.pattern("lasted").search(text[start : phrase.start])
        if lasted is None and self.book.pattern("last_day").search(text[start : phrase.start]):
            return replace(phrase, first=Point())
        if lasted is None or self.book.pattern("compared").search(text[: start + lasted.start()]):
            return None
        told = (lasted["before"] or lasted["after"]).lower()
        days = int(told) if told.isdigit() else self.counts[told]
        if lasted["began"]:
            last = _days_later(phrase.first, days - 1)
            return replace(phrase, last=last, kind="range") if last else None
        return replace(phrase, first=Point(unit="span", count=days), kind="range")

    def _governed(self, text: str, phrase: DatePhrase, verbs: list[tuple[int, int]]) -> bool:
        """Whether a poll noun or a fieldwork verb governs the date, with no verb of publishing between."""
        lead = text[max(0, phrase.start - VERB_REACH) : phrase.start]
        if phrase.kind in FRONTED and self._is_fronted(text, phrase):
            return True
        if phrase.kind == "range" and phrase.first.day and self.book.pattern("note").match(text):
            return True
        if phrase.kind == "range" and (
            self.book.pattern("noun_next").match(text, phrase.end)
            or self.book.pattern("noun_before").search(lead)
            or self.book.pattern("bracket").search(lead)
        ):
            return True
        if phrase.first == Point(unit="month") and self.book.pattern("own_month").match(text, phrase.end):
            return True
        reach = SPELL_REACH if phrase.kind == "range" and phrase.first.day else VERB_REACH
        near = [span for span in verbs if span[1] <= phrase.start and phrase.start - span[1] <= reach]
        return any(self._governs(text, verb, phrase) for verb in reversed(near))

    def _governs(self, text: str, verb: tuple[int, int], phrase: DatePhrase) -> bool:
        start, nearest = verb
        if self.book.pattern("earlier").search(text[:nearest]):
            return False
        between = self.book.pattern("by_the_way").sub("", text[nearest : phrase.start])
        if self.book.pattern("released").search(between) or ";" in between:
            return False
        return self._is_sure(text, phrase, start, between)

    def _is_fronted(self, text: str, phrase: DatePhrase) -> bool:
        """Whether the days open a sentence that tells who asked: "From May 3 to 9, the institute polled 900 adults"."""
        opens = self.book.pattern("opens").fullmatch(text[: phrase.start])
        return opens is not None and self.book.pattern("then_asked").match(text, phrase.end) is not None

    def _is_sure(self, text: str, phrase: DatePhrase, verb: int, between: str) -> bool:
        """Whether a date of its kind may stand so far behind the verb at `verb`: vaguer ones date many things."""
        near = len(between) <= YEAR_REACH
        if phrase.kind in ("relative", "season"):
            told = self.book.pattern("next_to").fullmatch(between) is not None
            return told and not self.book.pattern("before_event").search(text[phrase.start : phrase.end])
        if phrase.kind in ("year", "quarter") and not (near and self.book.pattern("in").search(between)):
            return False
        loose = phrase.kind != "range" and not (near and phrase.kind == "month")
        loose = loose and self.book.pattern("counted").search(between) is None
        return not (loose and self.book.pattern("loose_verb").match(text, verb))

    def _first(self, cues: Screen, text: str) -> re.Match[str] | None:
        """The first mode cue that is not of something else ("voting by mail", "any telephone poll")."""
        if not cues.passes(text):
            return None
        elsewhere = self.book.pattern("not_mode")
        return next((cue for cue in cues.pattern.finditer(text) if not elsewhere.search(text[: cue.start()])), None)

    def _mode(self, text: str) -> Iterator[tuple[int, int, FieldworkFact]]:
        if not self.book.screen("method").search(text):
            return
        found = {mode: match for mode, pattern in self.modes.items() if (match := self._first(pattern, text))}
        if not found:
            return
        explicit = self.book.pattern("outright").search(text)
        if explicit and "mixed" not in found:
            inside = {m: match for m, match in found.items() if explicit.start() - 1 <= match.start() < explicit.end()}
            found = inside or found
        mode: Mode = next(iter(found)) if len(found) == 1 else "mixed"
        first = min(found.values(), key=lambda match: match.start())
        yield first.start(), first.end(), FieldworkFact(mode=mode)


def _days_later(first: Point, days: int) -> Point | None:
    """The weekday or, within every month, the day so many days after `first`."""
    if first.weekday is not None:
        return Point(weekday=(first.weekday + days) % 7)
    if first.day is None or first.day + days > SHORTEST_MONTH:
        return None
    return replace(first, day=first.day + days)
