"""Which poll a sentence speaks of, and which poll each figure is of.

A poll that is told only for comparison ("consistent with a Gallup poll") closes with its sentence, one that is told
without figures with its paragraph; any other is gone on with until the next is told.
"""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from spacy.tokens import Doc, Span

from extractor.assembly.poll_figures import PollFigures
from extractor.assembly.poll_mentions import MentionResolver
from extractor.assembly.poll_state import BoundMention, PollState, SentenceScope
from extractor.components.doc_text import sentence_ranges, spans_of, text_of
from extractor.components.poll_names import Directory, directory
from extractor.components.poll_patterns import Patterns, patterns
from extractor.components.poll_places import place_reader
from extractor.components.poll_values import POLLS, PollMention

#: Most characters of a heading.
HEADING = 70
#: How much of a paragraph's first sentence (characters) may name the state that it is about.
OPENING = 60
#: How far behind a sample size (characters) the state it is of may stand.
PLACE_REACH = 20


class ScopeReader:
    """Reads the mentions of a document in order; afterwards `polls` and `sentences` tell what was found."""

    def __init__(self, doc: Doc, figures: Sequence[Span], published: date | None) -> None:
        language = doc.lang_ or "en"
        self.text = text_of(doc)
        self.names: Directory = directory(language)
        self.words: Patterns = patterns(language)
        self.sentences: list[SentenceScope] = []
        self._figures = PollFigures(self.text, figures)
        self._resolver = MentionResolver(
            doc, self.text, words=self.words, names=self.names, published=published, figures=self._figures
        )
        self._current: int | None = None
        self._thread: int | None = None
        self._read(sentence_ranges(doc), sorted(spans_of(doc, POLLS), key=lambda span: (span.start, span.end)))

    @property
    def polls(self) -> list[PollState]:
        """The polls in order of mention."""
        return self._resolver.polls

    def poll_of(self, figure: Span) -> tuple[int | None, BoundMention | None]:
        """The poll of a figure and the mention that told it, None where it was carried."""
        sentence = self.sentence_of(figure.start_char)
        if sentence is None:
            return self._current, None
        mention = self._mention_for(figure.start_char, figure.end_char, sentence)
        if mention is not None:
            return mention.poll, mention
        return sentence.carried if sentence.carried is not None else sentence.current, None

    def fact_polls(self, start: int, end: int) -> list[int]:
        """The polls that the fact of method at ``start:end`` belongs to, none if it is of an older wave.

        It is of several where "the Harbor polls" have each their state: of those of the state told behind the fact,
        else of all.
        """
        sentence = self.sentence_of(start)
        if sentence is None or sentence.current is None:
            return [0] if self.polls else []  # the facts before the first poll are those of the first
        before = [mention for mention in sentence.mentions if mention.start <= start]
        chosen = before[-1:] or sentence.mentions[:1]
        if chosen and chosen[0].previous:
            return []
        poll = chosen[0].poll if chosen else sentence.current
        together = bool(chosen) and chosen[0].mention.plural and bool(chosen[0].mention.names)
        alike = self._resolver.alike(chosen[0].mention) if together else []
        alike = alike or list(self._resolver.parts.siblings(poll))
        there = place_reader().read(self.text[end : end + PLACE_REACH]) or place_reader().before_bracket(
            self.text[max(0, start - PLACE_REACH) : start]
        )
        return [i for i in alike if self.polls[i].places & there] or alike or [poll]

    def sentence_of(self, offset: int) -> SentenceScope | None:
        """The sentence that holds `offset`."""
        at = bisect_right(self.sentences, offset, key=lambda sentence: sentence.end)
        return self.sentences[at] if at < len(self.sentences) else None

    def _read(self, ranges: Sequence[tuple[int, int]], spans: list[Span]) -> None:
        at = before = 0
        for number, (start, end) in enumerate(ranges):
            self._resolver.sentence = number
            if "\n" in self.text[before:start] and self._thread is not None:
                self._current = self._resolver.recent = self._thread
            opening = "\n" in self.text[before:start]
            before = start
            carried = self._current
            bound: list[BoundMention] = []
            while at < len(spans) and spans[at].start_char < end:
                left = spans[at - 1].end_char if at and spans[at - 1].start_char >= start else start
                right = spans[at + 1].start_char if at + 1 < len(spans) else end
                found = self._resolver.resolve(spans[at], (left, min(right, end)), end, bound)
                bound += [found] if found is not None else []
                at += 1
            if bound:
                self._current = self._resolver.recent
                self._follow(bound, start, end, spans[at:])
            if not bound and opening:
                carried = self._turn_to_place(start, end, carried)
            self.sentences.append(SentenceScope(start, end, bound, carried, self._current))
            if bound and self.words["source"].match(self.text, start, end):
                self._credit(bound[-1].poll)
            if bound and opening and bound[-1].mention.names and self._is_heading(start, end):
                self._thread = self._current = bound[-1].poll
            elif bound and self._thread is not None and self._is_aside(bound[-1], start):
                kept = self._figures.inside(start, end) and (
                    (opening and bound[-1].mention.average) or self._is_told_for_itself(bound[-1], start)
                )
                self._current = bound[-1].poll if kept else self._thread

    def _is_heading(self, start: int, end: int) -> bool:
        """Whether a sentence that opens a block is all of it, short and without figures: "The Gallup averages"."""
        line = self.text[start:end].strip()
        alone = "\n" in self.text[start + len(line) : end + 2]
        return alone and len(line) <= HEADING and line[-1:].isalnum() and not self._figures.inside(start, end)

    def _turn_to_place(self, start: int, end: int, carried: int | None) -> int | None:
        """Go on with the poll of a state that heads a part ("Ohio"), where several were told of together."""
        if self._thread is None or not self.polls[self._thread].plural:
            return carried
        told = place_reader().read(self.text[start : min(end, start + OPENING)])
        opens = next(iter(told)) if len(told) == 1 else None
        heads = place_reader().named(self.text[start:end].strip()) if self._is_heading(start, end) else None
        there = heads or (opens if opens in self._resolver.parts.places_of(self._thread) else None)
        if there is None:
            return carried
        self._thread = self._current = self._resolver.recent = self._resolver.parts.of_place(self._thread, there)
        return self._current

    def _credit(self, poll: int) -> None:
        """Give the sentences before "Source: a Harbor poll", back to the last that tells a poll, to that poll."""
        for at in range(len(self.sentences) - 2, -1, -1):
            if self.sentences[at].mentions:
                return
            self.sentences[at] = replace(self.sentences[at], carried=poll, current=poll)

    def _follow(self, bound: list[BoundMention], start: int, end: int, following: list[Span]) -> None:
        """Go on with the last poll of the sentence, unless it is only compared with or has no figure."""
        until = next((span.start_char for span in following if not _points_back(span._.poll)), len(self.text))
        introduces = self.text[start:end].rstrip().endswith(":")
        strong = introduces or not all(found.mention.weak for found in bound)
        if self._thread is not None and not (
            self._figures.inside(start, end) or (strong and self._figures.inside(end, until))
        ):
            return
        for found in reversed(bound):
            if self.polls[found.poll].transient:
                continue
            if self._thread is None or found.poll == self._thread or not self._is_aside(found, start):
                self._thread = found.poll
                return

    def _is_aside(self, found: BoundMention, sentence_start: int) -> bool:
        """Whether a poll is told for comparison: an average, an old poll, "consistent with a Gallup poll"."""
        mention = found.mention
        if (mention.average and not mention.newest) or mention.reference == "generic":
            return True
        if mention.time is not None and self._resolver.times.is_old(mention.time):
            opened = 0 if self._thread is None else self.polls[self._thread].mentions[0][0]
            return self._figures.inside(opened, sentence_start)  # else the thread has told nothing yet
        if self.text.startswith("(", sentence_start) and self._ends_bracket(found.end):
            return True
        return self.words["aside"].search(self.text[sentence_start : found.start]) is not None

    def _ends_bracket(self, start: int) -> bool:
        """Whether the sentence that goes on at `start` ends its paragraph and a bracket: "(A Harbor poll found 4)"."""
        end = self.text.find("\n", start)
        return self.text[start : end if end >= 0 else len(self.text)].rstrip().endswith(")")

    def _is_told_for_itself(self, found: BoundMention, sentence_start: int) -> bool:
        """Whether an old poll is gone on with until the paragraph ends: a named one, not held against another."""
        mention = found.mention
        if mention.reference != "fresh" or mention.weak or mention.average or found.previous:
            return False
        own = mention.names or found.poll != self._thread
        return bool(own) and not self.words["comparison"].search(self.text[sentence_start : found.start])

    def _mention_for(self, start: int, end: int, sentence: SentenceScope) -> BoundMention | None:
        """The mention in whose clause a figure stands; the last one before it where no clause decides."""
        mentions = sentence.mentions
        before = next((mention for mention in reversed(mentions) if mention.end <= start), None)
        after = next((mention for mention in mentions if mention.start >= end), None)
        if after is None:
            return before or next(iter(mentions), None)
        near = not self._parted(end, after.start) or (before is None and self._credits(sentence, after, end))
        if len({mention.poll for mention in mentions}) == 1 and not any(mention.previous for mention in mentions):
            return before or (after if near or sentence.carried in (None, after.poll) else None)
        if self.words["attached"].match(self.text[end : after.start]):
            return after
        if before is not None:
            return after if near and self._parted(before.end, start) else before
        return after if near or sentence.carried is None else None

    def _credits(self, sentence: SentenceScope, after: BoundMention, end: int) -> bool:
        """Whether the one poll at the end of a sentence is what all of it goes by: "... – 53-36 – in a Harbor poll"."""
        if len(sentence.mentions) > 1 or self._figures.inside(after.end, sentence.end):
            return False
        if not self.words["credited"].search(self.text[end : after.start]):
            return False
        closed = self.text.count("–", sentence.start, after.start) + self.text.count("—", sentence.start, after.start)
        return closed % 2 == 0 and not self.words["hard_boundary"].search(self.text[end : after.start])

    def _parted(self, start: int, end: int) -> bool:
        return self.words["boundary"].search(self.text[start:end]) is not None


def _points_back(mention: PollMention) -> bool:
    """Whether the mention goes on with a poll told of ("the survey")."""
    return not mention.names and mention.reference == "definite"


def respectively(
    text: str, mentions: Sequence[BoundMention], figures: Sequence[Span], words: Patterns
) -> dict[int, BoundMention]:
    """Figures bound to mentions in order, where a sentence says "respectively" and the numbers agree."""
    if not words["respectively"].search(text) or len(mentions) != len(figures):
        return {}
    return {figure.start_char: mention for figure, mention in zip(figures, mentions, strict=True)}
