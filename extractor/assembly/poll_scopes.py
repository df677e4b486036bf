"""Which poll a sentence speaks of: mentions are resolved to polls in reading order, figures bound to mentions.

A named mention goes to the poll of the same pollster, or opens one; "the survey" goes on with the poll at hand;
"another poll" opens one; a poll told for comparison ("consistent with a Gallup poll") closes with its paragraph.
"""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from spacy.tokens import Doc, Span

from extractor.components.doc_text import sentence_ranges, text_of
from extractor.components.poll_names import Directory, directory
from extractor.components.poll_patterns import Patterns, patterns
from extractor.components.poll_values import FIELDWORK, POLLS, PollMention
from extractor.parsing.dates import DatePhrase

#: Sentences after which an unnamed "another poll" no longer waits for its name.
PATIENCE = 4
#: Days before publication up to which a poll can be the news of an article.
RECENT = 75
#: Days before publication after which an undated poll's dated mention is of an older wave.
OLDER_WAVE = 20


@dataclass(slots=True)
class PollState:
    """A poll while the article is read: its pollsters as printed and what was said of it."""

    names: list[str] = field(default_factory=list)
    sponsors: list[str] = field(default_factory=list)
    title: str = ""
    time: DatePhrase | None = None
    average: bool = False
    waiting: int | None = None
    transient: bool = False
    mentions: list[tuple[int, int]] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class BoundMention:
    """A mention with the poll it was resolved to; `previous` if it speaks of an older wave of that poll."""

    start: int
    end: int
    poll: int
    mention: PollMention
    previous: bool = False


@dataclass(slots=True)
class SentenceScope:
    """A sentence: its mentions, the poll that holds where it begins, and the poll of what it says on its own."""

    start: int
    end: int
    mentions: list[BoundMention]
    carried: int | None
    current: int | None


class ScopeReader:
    """Reads the mentions of a document in order; afterwards `polls` and `sentences` tell what was found."""

    def __init__(self, doc: Doc, figures: Sequence[Span], published: date | None) -> None:
        self.published = published
        self.doc = doc
        self.text = text_of(doc)
        language = doc.lang_ or "en"
        self.names: Directory = directory(language)
        self.words: Patterns = patterns(language)
        self.polls: list[PollState] = []
        self.sentences: list[SentenceScope] = []
        self.current: int | None = None
        self.recent: int | None = None
        self.thread: int | None = None
        self.number = 0
        self._figures = sorted(figure.start_char for figure in figures)
        self._read(sorted(doc.spans.get(POLLS, ()), key=lambda span: (span.start, span.end)))

    def poll_of(self, figure: Span) -> tuple[int | None, BoundMention | None]:
        """The poll of a figure and the mention that told it, None where it was carried."""
        sentence = self._sentence_at(figure.start_char)
        if sentence is None:
            return self.current, None
        mention = self._mention_for(figure.start_char, figure.end_char, sentence)
        if mention is not None:
            return mention.poll, mention
        return sentence.carried if sentence.carried is not None else sentence.current, None

    def fact_poll(self, start: int, end: int) -> tuple[int | None, bool]:
        """The poll that a fact of method at ``start:end`` belongs to, and whether it is of an older wave."""
        sentence = self._sentence_at(start)
        if sentence is None:
            return self.current, False
        before = [m for m in sentence.mentions if m.start <= start]
        chosen = before[-1] if before else (sentence.mentions[0] if sentence.mentions else None)
        if chosen is not None:
            return chosen.poll, chosen.previous
        return sentence.current, False

    def sentence_of(self, offset: int) -> SentenceScope | None:
        """The sentence that holds `offset`."""
        return self._sentence_at(offset)

    def _sentence_at(self, offset: int) -> SentenceScope | None:
        low, high = 0, len(self.sentences)
        while low < high:
            middle = (low + high) // 2
            if self.sentences[middle].end <= offset:
                low = middle + 1
            else:
                high = middle
        return self.sentences[low] if low < len(self.sentences) else None

    def _read(self, spans: list[Span]) -> None:
        at = before = 0
        for start, end in sentence_ranges(self.doc):
            if "\n" in self.text[before:start]:
                self._new_paragraph()
            before = start
            carried = self.current
            bound: list[BoundMention] = []
            while at < len(spans) and spans[at].start_char < end:
                found = self._resolve(spans[at], bound)
                if found is not None:
                    bound.append(found)
                at += 1
            following = next((s.start_char for s in spans[at:] if not _points_back(s._.poll)), len(self.text))
            told = self._has_figure(start, end) or (
                not all(found.mention.weak for found in bound) and self._has_figure(end, following)
            )
            if bound and (self.thread is None or told):
                self._follow(bound, start)
            self.sentences.append(SentenceScope(start, end, bound, carried, self.current))
            if bound and self.thread is not None and self._is_aside(bound[-1], start):
                self.current = self.thread
            self.number += 1

    def _has_figure(self, start: int, end: int) -> bool:
        at = bisect_left(self._figures, start)
        return at < len(self._figures) and self._figures[at] < end

    def _follow(self, bound: list[BoundMention], sentence_start: int) -> None:
        """Let the article go on with the last poll that the sentence does not merely compare with."""
        for found in reversed(bound):
            if self.thread is None or found.poll == self.thread or not self._is_aside(found, sentence_start):
                self.thread = found.poll
                return

    def _is_aside(self, found: BoundMention, sentence_start: int) -> bool:
        if found.mention.average and not found.mention.newest:
            return True
        if found.mention.time is not None and self._is_old(found.mention.time):
            return True
        return self.words["aside"].search(self.text[sentence_start : found.start]) is not None

    def _is_old(self, phrase: DatePhrase, days: int = RECENT) -> bool:
        """Whether a poll of that date is too old to be the news of the article."""
        if self.published is None:
            return False
        when = phrase.resolve(self.published)[1]
        limit = (self.published - timedelta(days=days)).isoformat()
        return when is not None and when < limit[: len(when)]

    def _new_paragraph(self) -> None:
        if self.thread is not None:
            self.current = self.recent = self.thread

    def _resolve(self, span: Span, bound: list[BoundMention]) -> BoundMention | None:
        mention: PollMention = span._.poll
        index, previous = self._find(mention, span, bound)
        if index is None:
            return None
        previous = previous or any(found.previous and found.poll == index for found in bound)
        poll = self.polls[index]
        poll.mentions.append((span.start_char, span.end_char))
        self._learn(poll, mention, previous)
        if not poll.transient:
            self.current = self.recent = index
        return BoundMention(span.start_char, span.end_char, index, mention, previous)

    def _learn(self, poll: PollState, mention: PollMention, previous: bool) -> None:
        for name in mention.names:
            same = next((i for i, known in enumerate(poll.names) if self.names.same(known, name)), None)
            if same is None:
                if not poll.names or not mention.weak or mention.conductor:
                    poll.names.append(name)
            elif len(name) > len(poll.names[same]):
                poll.names[same] = name
        poll.sponsors += [name for name in mention.sponsors if name not in poll.sponsors]
        if len(mention.title) > len(poll.title):
            poll.title = mention.title
        if poll.time is None and not previous:
            poll.time = mention.time
        poll.average = poll.average or mention.average
        if mention.names:
            poll.waiting = None

    def _find(self, mention: PollMention, span: Span, bound: list[BoundMention]) -> tuple[int | None, bool]:
        """The poll of a mention, opened if need be, and whether the mention is of an older wave of it."""
        if mention.conductor:
            return (self.recent if self.recent is not None else self._open(mention)), False
        if mention.names:
            return self._find_named(mention)
        return self._find_unnamed(mention, span, bound)

    def _find_named(self, mention: PollMention) -> tuple[int | None, bool]:
        same = [i for i, poll in enumerate(self.polls) if poll.names and self._compatible(poll, mention)]
        if same and mention.reference != "other":
            best = self.current if self.current in same else same[-1]
            exact = [i for i in same if len(self.polls[i].names) == len(mention.names)]
            if exact and best not in exact:
                best = exact[-1]
            return self._by_time(best, same, mention)
        if mention.weak and mention.plural:
            return None, False
        waiting = self._waiting()
        if waiting is not None and mention.reference not in ("other", "earlier") and not mention.average:
            return waiting, False
        return self._open(mention), False

    def _by_time(self, best: int | None, same: list[int], mention: PollMention) -> tuple[int | None, bool]:
        if mention.reference == "earlier":
            return best, True
        if mention.time is None:
            return best, False
        agreeing = [i for i in same if self.polls[i].time is not None and _agree(self.polls[i].time, mention.time)]
        if agreeing:
            return agreeing[-1], False
        if not self._is_old(mention.time, OLDER_WAVE):
            return best, False
        undated = best is not None and self.polls[best].time is None
        if undated and (mention.reference == "definite" or mention.time.kind in ("month", "relative")):
            return best, True
        return self._open(mention), False

    def _find_unnamed(self, mention: PollMention, span: Span, bound: list[BoundMention]) -> tuple[int | None, bool]:
        if mention.reference == "earlier":
            return self.recent, self.recent is not None
        if mention.reference == "generic" or (mention.plural and mention.reference == "definite"):
            shows = self.words["shows_figure"].match(self.text, span.end_char) and self._has_figure(
                span.end_char, span.sent.end_char
            )
            return (self._open(mention, transient=True) if self.polls and shows and not bound else None), False
        if mention.reference == "other":
            return self._open(mention, waiting=True), False
        if mention.reference == "fresh" and not self.polls:
            return self._open(mention, waiting=True), False
        if self.recent is None:
            return self._open(mention, waiting=True), False
        if mention.average and not self.polls[self.recent].average:
            return self._open(mention), False
        older = self._of_older_wave(mention, span)
        if mention.reference == "fresh" and not bound and not older and self._brings_own(self.recent, span):
            return self._open(mention, waiting=True), False
        return self.recent, older

    def _brings_own(self, index: int, span: Span) -> bool:
        """Whether "a poll" comes with a figure of its own, after figures of the poll at hand."""
        first = self.polls[index].mentions
        told = first and self._has_figure(first[0][0], span.start_char)
        return bool(told) and self._has_figure(span.end_char, span.sent.end_char)

    def _of_older_wave(self, mention: PollMention, span: Span) -> bool:
        """Whether "the same poll in May", "a survey taken May 9-12" is dated before the reported wave."""
        if mention.time is not None:
            return self._is_old(mention.time, OLDER_WAVE)
        if mention.reference != "fresh" or mention.newest or not self.polls[self.recent or 0].mentions:
            return False
        dated = [s for s in self.doc.spans.get(FIELDWORK, ()) if s._.fieldwork.dates is not None]
        here = next((s for s in dated if span.end <= s.start < span.sent.end), None)
        if here is None or not self._is_old(here._.fieldwork.dates, OLDER_WAVE):
            return False
        when = here._.fieldwork.dates.resolve(self.published)[1] or ""
        others = (s._.fieldwork.dates.resolve(self.published)[1] for s in dated if s is not here)
        return any(other is not None and other > when for other in others)

    def _waiting(self) -> int | None:
        """An unnamed poll that may still get its name: the first of the article, or one opened just now."""
        for index in range(len(self.polls) - 1, -1, -1):
            poll = self.polls[index]
            if poll.waiting is None or poll.names:
                continue
            if index == 0 or self.number - poll.waiting <= PATIENCE:
                return index
        return None

    def _open(self, mention: PollMention, *, waiting: bool = False, transient: bool = False) -> int:
        self.polls.append(PollState(waiting=self.number if waiting else None, transient=transient, time=mention.time))
        return len(self.polls) - 1

    def _compatible(self, poll: PollState, mention: PollMention) -> bool:
        """Whether all members of the shorter list of pollsters are in the longer."""
        if poll.average != mention.average and not mention.weak:
            return False
        few, many = sorted((poll.names, list(mention.names)), key=len)
        return all(any(self.names.same(one, other) for other in many) for one in few)

    def _mention_for(self, start: int, end: int, sentence: SentenceScope) -> BoundMention | None:
        mentions = sentence.mentions
        if not mentions:
            return None
        before = next((m for m in reversed(mentions) if m.end <= start), None)
        after = next((m for m in mentions if m.start >= end), None)
        if len({m.poll for m in mentions}) == 1 and not any(m.previous for m in mentions):
            if before is not None or after is None:
                return before or mentions[0]
            return None if self._parted(end, after.start) and sentence.carried not in (None, after.poll) else after
        if after is not None and self.words["attached"].match(self.text[end : after.start]):
            return after
        if before is not None and after is not None:
            return after if self._parted(before.end, start) and not self._parted(end, after.start) else before
        if before is not None:
            return before
        if after is not None and (not self._parted(end, after.start) or sentence.carried is None):
            return after
        return None

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


def _agree(one: DatePhrase | None, two: DatePhrase) -> bool:
    if one is None:
        return False
    a, b = one.last, two.last
    years = a.year is None or b.year is None or a.year == b.year
    months = a.month is None or b.month is None or a.month == b.month
    return years and months and (a.unit, a.count) == (b.unit, b.count)


def names_of(mentions: Iterable[PollMention]) -> list[str]:
    """All pollsters of some mentions, in order, once each."""
    return list(dict.fromkeys(name for mention in mentions for name in mention.names))
