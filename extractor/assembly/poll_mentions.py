"""Resolves mentions to polls in reading order.

A named mention goes to the poll of the same pollsters, or opens one; "the survey" goes on with the poll at hand;
"another poll" opens one; "the previous poll", "the same poll in May" speak of an older wave.
"""

from dataclasses import replace
from datetime import date

from spacy.tokens import Doc, Span

from extractor.assembly.poll_figures import PollFigures
from extractor.assembly.poll_identity import Identity, Resolution, Told
from extractor.assembly.poll_parts import PollParts
from extractor.assembly.poll_state import BoundMention, PollState
from extractor.assembly.poll_times import OLDER_WAVE, Times, is_of_year
from extractor.components.doc_text import spans_of
from extractor.components.poll_names import Directory
from extractor.components.poll_patterns import Patterns
from extractor.components.poll_places import place_reader
from extractor.components.poll_values import FIELDWORK, SAMPLES, PollMention

#: Sentences after which an unnamed poll, other than the article's first, no longer waits for its name.
PATIENCE = 4
#: How far before "polls" (characters) the figure may stand that they show.
LEAD_REACH = 160
#: How far behind "the institute asked" (characters) the number of those asked may stand.
ASKED_REACH = 60
#: How far around a mention (characters) the place may stand that it is of.
PLACE_REACH = 80
#: Most letters of a word that does not tell one body from another.
MINOR = 3
#: Paragraphs, with the title, in which "polls show" tells of the poll that is named below.
LEDE = 3


class MentionResolver:
    """The polls of an article so far; `recent` is the one that "the survey" would mean."""

    def __init__(
        self,
        doc: Doc,
        text: str,
        *,
        words: Patterns,
        names: Directory,
        published: date | None,
        figures: PollFigures,
    ) -> None:
        self.polls: list[PollState] = []
        self.recent: int | None = None
        self._generics: dict[str, Resolution] = {}
        self.sentence = 0
        self._text, self._words, self._names, self._published = text, words, names, published
        self._figures = figures
        self._identity = Identity(self.polls, names, published)
        dated = [span for span in spans_of(doc, FIELDWORK) if span._.fieldwork.dates is not None]
        self.times = Times(dated, published)
        self._sizes = [span.start_char for span in spans_of(doc, SAMPLES) if span._.sample.size is not None]
        self.parts = PollParts(self.polls)
        self._places = place_reader(doc.lang_ or "en")

    def resolve(self, span: Span, clause: tuple[int, int], end: int, bound: list[BoundMention]) -> BoundMention | None:
        """The mention `span` with its poll; None if it speaks of no poll in particular.

        `clause` is what lies between its neighbours in the sentence, which ends at `end`.
        """
        mention = self._spelled_out(span._.poll)
        if (
            mention.reference == "other"
            and not mention.plural
            and not self.polls
            and self._figures.inside(0, clause[0])
        ):
            self.polls.append(PollState())  # the figures before "another poll" are of one that nothing names
        told = Told() if mention.weak else self._read_clause(span, clause)
        found = self._find(mention, told, span, end, bound)
        if found is None:
            return None
        previous = found.previous or any(other.previous and other.poll == found.poll for other in bound)
        poll = self.polls[found.poll]
        poll.mentions.append((span.start_char, span.end_char))
        self._learn(poll, mention, told, previous)
        if not poll.transient:
            self.recent = found.poll
        return BoundMention(span.start_char, span.end_char, found.poll, mention, previous)

    def alike(self, mention: PollMention) -> list[int]:
        """The polls so far that have the pollsters of the mention."""
        return self._identity.alike(mention)

    def _spelled_out(self, mention: PollMention) -> PollMention:
        """A mention with the full name for "a 2019 Center survey": of the last poll by a pollster of such a name."""
        short = mention.names[0] if len(mention.names) == 1 else ""
        if short.lower() not in self._names.generic:
            return mention
        full = (name for poll in reversed(self.polls) for name in poll.names if short in name.split())
        name = next(full, None)
        return replace(mention, names=(name,) if name else ())

    def _find(
        self, mention: PollMention, told: Told, span: Span, sentence_end: int, bound: list[BoundMention]
    ) -> Resolution | None:
        if mention.conductor and self.recent is not None and not self.polls[self.recent].average:
            return Resolution(self.recent)
        if mention.names:
            return self._named(mention, told, span)
        if mention.reference == "generic" or (mention.plural and mention.reference in ("definite", "other")):
            return self._generic(mention, span, sentence_end, bound)
        return self._unnamed(mention, told, span, sentence_end, bound)

    def _read_clause(self, span: Span, clause: tuple[int, int]) -> Told:
        """Where and when a named poll was taken, as its clause tells."""
        start, end = clause
        dates = tuple(s._.fieldwork.dates for s in self.times.dated if span.start_char <= s.start_char < end)
        lead, paragraph = self._text[start : span.start_char], self._text.rfind("\n", 0, start) + 1
        near = max(start, span.start_char - PLACE_REACH), min(end, span.end_char + PLACE_REACH)
        return Told(
            self._places_in(*near, span) or self._places_in(paragraph, start, span),
            dates or ((span._.poll.time,) if span._.poll.time else ()),
            self._words["compared"].search(lead) is not None,
            self._words["contrasted"].search(lead) is not None,
        )

    def _places_in(self, start: int, end: int, span: Span) -> frozenset[str]:
        """The regions told in a part of the text, less those in the pollsters' names (they poll other states too)."""
        words = self._text[start:end]
        for name in span._.poll.names:
            words = words.replace(name, "_")
        return self._places.read(words)

    def _named(self, mention: PollMention, told: Told, span: Span) -> Resolution | None:
        alike = self._identity.alike(mention)
        if alike and mention.reference != "other":
            return self._known(mention, told, self._identity.of_place(alike, mention, told), span)
        if mention.weak and mention.plural:
            return None
        if mention.pointing and self.recent is not None and self._names_maker_of(self.polls[self.recent], mention):
            return Resolution(self.recent)
        headed = self._headed(mention)
        if headed is not None:
            return Resolution(headed)
        waiting = self._waiting(patient=not mention.weak and mention.reference != "fresh", weak=mention.weak)
        if waiting is not None and mention.reference not in ("other", "earlier") and not mention.average:
            return Resolution(waiting)
        asked = self._asked_for(span.end_char) if mention.asking else None
        return Resolution(asked) if asked is not None else self._open(mention)

    def _headed(self, mention: PollMention) -> int | None:
        """The poll that only the title tells, by the first words of the mention's name: "Gallup" for "Gallup Korea"."""
        title = self._text.find("\n")
        for index, poll in enumerate(self.polls):
            if (
                poll.names
                and poll.mentions[-1][1] <= title
                and all(any(_shortens(short, name) for name in mention.names) for short in poll.names)
            ):
                poll.names = []
                return index
        return None

    def _asked_for(self, end: int) -> int | None:
        """The only poll of an article, behind whose figures a note tells who asked how many people."""
        lasting = [i for i, poll in enumerate(self.polls) if not poll.transient and not poll.average]
        noted = self._figures.over(end) and any(end <= size <= end + ASKED_REACH for size in self._sizes)
        return lasting[0] if noted and len(lasting) == len(self.polls) == 1 else None

    def _names_maker_of(self, poll: PollState, mention: PollMention) -> bool:
        """Whether a poll is told by the paper or station that prints it alone, and the mention names one who takes
        polls, who so may be its maker."""
        if not poll.names or poll.average or any(map(self._names.takes_polls, poll.names)):
            return False
        return any(map(self._names.takes_polls, mention.names))

    def _known(self, mention: PollMention, told: Told, same: list[int], span: Span) -> Resolution:
        """Which of its pollsters' polls `same` a mention means; a new one if place or dates speak against all."""
        meeting = self._identity.of_dates(same, told)
        if meeting:
            return Resolution(meeting[-1])
        if same and told.contrasted and any(self.times.is_old(one, 0) for one in told.dates):
            return Resolution(same[-1], True)  # "that compares with 41 in the Harbor poll of May 3-9"
        if not same or (meeting is not None and mention.reference == "fresh"):
            return Resolution(same[-1], True) if same and told.compared else self._open(mention)
        exact = [i for i in same if len(self.polls[i].names) == len(mention.names)]
        recent = self.recent if self.recent in (exact or same) else None
        best = (exact or same)[-1] if recent is None else recent
        own = is_of_year(mention) and not told.compared and self._figures.follow(span.end_char)
        return self._by_time(best, same, mention, own)

    def _by_time(self, best: int, same: list[int], mention: PollMention, own: bool) -> Resolution:
        """Which poll of one pollster a dated mention means: that of the date, an older wave, or another poll."""
        time = mention.time
        if mention.reference == "earlier" or time is None:
            return Resolution(best, mention.reference == "earlier")
        agreeing = [i for i in same if self._identity.of_time(i, time)]
        named_by_month = mention.reference == "definite" and time.kind == "month"
        if agreeing or not self.times.is_old(time, 0 if named_by_month else OLDER_WAVE):
            return Resolution(agreeing[-1] if agreeing else best)
        undated = self.polls[best].time is None
        if undated and not own and (mention.reference == "definite" or time.kind in ("month", "relative")):
            return Resolution(best, self._figures.of(self.polls[best]))
        nameless = [i for i, poll in enumerate(self.polls) if not poll.names and self._identity.of_time(i, time)]
        return Resolution(nameless[-1]) if nameless else self._open(mention)

    def _generic(
        self, mention: PollMention, span: Span, sentence_end: int, bound: list[BoundMention]
    ) -> Resolution | None:
        """ "Polls show 60 percent": nameless polls that hold for the sentence; without a figure, none."""
        if mention.reference == "other":  # what is told next by name is another poll than the one at hand
            for poll in self.polls:
                poll.waiting = None
        start = max(self._text.rfind("\n", 0, span.start_char) + 1, span.start_char - LEAD_REACH)
        shows = self._words["shows_figure"].match(self._text, span.end_char) is not None
        told = shows and self._figures.inside(span.end_char, sentence_end)
        if not told and self._words["polls_lead"].search(self._text[start : span.end_char]):
            told = self._figures.inside(start, sentence_end)
        phrase = self._words["determined"].sub("", span.text.lower())
        exits = self._words["exit"].match(phrase) is not None  # of an election, which is no news
        told = told or (exits and not self.polls and self._figures.follow(span.end_char))
        if not told or not (self.polls or exits or self._text.count("\n\n", 0, span.start_char) > LEDE) or bound:
            return None
        if mention.time is not None:
            phrase += f" {mention.time.resolve(self._published)[1]}"
        known = self._generics.get(phrase)
        if known is None:
            known = self._generics[phrase] = self._open(mention, transient=not exits)
        return known

    def _unnamed(
        self, mention: PollMention, told: Told, span: Span, sentence_end: int, bound: list[BoundMention]
    ) -> Resolution | None:
        recent = self.recent
        if mention.reference == "earlier" or (mention.reference == "other" and told.compared):
            return Resolution(recent, True) if recent is not None else None
        if mention.reference == "other" or recent is None:
            return self._open(mention, waiting=True)
        if mention.newest and mention.reference == "definite" and self.polls[recent].apart:
            news = [i for i, poll in enumerate(self.polls) if poll.newest and not poll.average]
            recent = news[0] if len(news) == 1 else recent  # back to "the new poll" after a word on another
        apart = self._average(mention, recent) or self._of_time(mention, told, recent, span)
        if mention.reference == "fresh" and told.dates and not self._figures.inside(span.end_char, sentence_end):
            apart = apart or self._noted(told, recent, span.start_char)
        if apart is not None:
            return apart
        elsewhere = self._elsewhere(recent, span)
        if elsewhere is not None:
            return Resolution(elsewhere) if elsewhere < len(self.polls) else self._open(mention, waiting=True)
        older = self.times.is_of_older_wave(mention, span, sentence_end)
        fresh = mention.reference == "fresh" and not bound and not older
        own = fresh and (self._is_paid_apart(mention, recent) or self._brings_own(recent, span, sentence_end))
        if own or (not bound and not older and self._is_own_of_others(recent, span, sentence_end)):
            return self._open(mention, waiting=True)
        return Resolution(recent, older)

    def _average(self, mention: PollMention, recent: int) -> Resolution | None:
        """The poll of an average that nothing names, where the poll at hand is none: the one told before, or a new."""
        if not mention.average or self.polls[recent].average:
            return None
        unnamed = [i for i, poll in enumerate(self.polls) if poll.average and not poll.names]
        return Resolution(unnamed[-1]) if unnamed and mention.reference == "definite" else self._open(mention)

    def _of_time(self, mention: PollMention, told: Told, recent: int, span: Span) -> Resolution | None:
        """The poll of its year or month that "the 2016 survey" means; "a 2016 survey" after another opens one."""
        time = mention.time
        if time is None or time.kind == "relative":
            return None
        if self._identity.of_time(recent, time):
            return Resolution(recent)
        known = [i for i in range(len(self.polls)) if self._identity.of_time(i, time)]
        if known:
            return Resolution(known[-1])
        own = mention.reference == "fresh" and not told.compared and self.times.is_old(time, OLDER_WAVE)
        own = own and self._figures.inside(self.polls[recent].mentions[0][0], span.start_char)
        return self._open(mention, waiting=True) if own and self._figures.follow(span.end_char) else None

    def _noted(self, told: Told, recent: int, start: int) -> Resolution | None:
        """The poll of a note on method, "based on a survey taken May 3-5": the one of those dates, else one of its own.

        It may be the last one told, if nothing dates that and no figure of it is told yet.
        """
        meeting = self._identity.of_dates([recent], told)
        if meeting is None:
            return None if self._figures.inside(self.polls[recent].mentions[0][0], start) else Resolution(recent)
        known = meeting or self._identity.of_dates(list(range(len(self.polls))), told)
        return Resolution(known[-1]) if known else self._open(PollMention(reference="fresh"))

    def _elsewhere(self, recent: int, span: Span) -> int | None:
        """The poll of the state that "the Ohio poll" names, where the one at hand is of another; past all if new."""
        places = self._places_in(span.start_char, span.end_char, span)
        here = self.polls[recent].places
        if not places or not here or places & here:
            return None
        return next((i for i in reversed(range(len(self.polls))) if self.polls[i].places & places), len(self.polls))

    def _is_own_of_others(self, index: int, span: Span, sentence_end: int) -> bool:
        """Whether "the union's own survey" has figures and is none of the poll at hand, which others took."""
        poll = self.polls[index]
        if not poll.names or not self._words["own_poll"].search(span.text):
            return False
        if not self._figures.inside(span.end_char, sentence_end):
            return False
        start = max(self._text.rfind("\n", 0, span.start_char) + 1, span.start_char - LEAD_REACH)
        lead = self._text[start : span.start_char].lower()
        telling = (word for name in (*poll.names, *poll.sponsors) for word in name.lower().split() if len(word) > MINOR)
        return self._words["poll_house"].search(lead) is None and not any(word in lead for word in telling)

    def _is_paid_apart(self, mention: PollMention, recent: int) -> bool:
        """Whether "a poll paid for by the Harbor Club" is none of the poll at hand, which others took and paid for."""
        poll = self.polls[recent]
        known = [*poll.names, *poll.sponsors]
        apart = not any(self._names.same(one, paid) for one in known for paid in mention.sponsors)
        return bool(mention.sponsors and poll.names) and apart

    def _brings_own(self, index: int, span: Span, sentence_end: int) -> bool:
        """Whether "a poll" comes with a figure of its own, after figures of the poll at hand."""
        title = self._text.find("\n")
        told = any(
            self._figures.inside(max(title, self._text.rfind("\n", 0, start)), span.start_char)
            for start, _ in self.polls[index].mentions[:1]
        )
        return told and self._figures.inside(span.end_char, sentence_end)

    def _waiting(self, *, patient: bool, weak: bool) -> int | None:
        """An unnamed poll that may still get its name: one opened just now, or the article's first.

        Without `patient` the first waits only while its figures stand in the title: "a Harbor poll", told long after
        figures of another, is one of its own.  So it is after "another poll" that has told its figures, but a `weak`
        "according to Harbor" may name that.
        """
        for index in range(len(self.polls) - 1, -1, -1):
            poll = self.polls[index]
            if poll.waiting is None or poll.names:
                continue
            if index and not (patient or weak) and self._figures.of(poll):
                continue
            first = index == 0 and (patient or not self._figures.of(poll))
            if first or self.sentence - poll.waiting <= PATIENCE:
                return index
        return None

    def _open(self, mention: PollMention, *, waiting: bool = False, transient: bool = False) -> Resolution:
        since = self.sentence if waiting else None
        self.polls.append(PollState(waiting=since, transient=transient, time=mention.time))
        return Resolution(len(self.polls) - 1)

    def _learn(self, poll: PollState, mention: PollMention, told: Told, previous: bool) -> None:
        before = len(poll.names)
        for name in mention.names:
            alike = [self._names.closeness(known, name) for known in poll.names[:before]]
            if any(alike):
                same = alike.index(max(alike))
                poll.names[same] = max(poll.names[same], name, key=len)
            elif not any(self._names.same(paid, name) for paid in poll.sponsors) and (
                not before
                or mention.conductor
                or mention.pointing
                or mention.asking
                or not (mention.weak or mention.plural)
            ):
                poll.names.append(name)
        poll.apart = poll.apart or (mention.reference == "other" and len(poll.mentions) == 1)
        poll.newest = poll.newest or (mention.newest and not mention.average and mention.reference != "other")
        poll.sponsors += [name for name in mention.sponsors if name not in poll.sponsors]
        poll.title = max(poll.title, mention.title, key=len)
        poll.average = poll.average or mention.average
        poll.plural = poll.plural or (mention.plural and bool(mention.names))
        if not previous:
            poll.time = poll.time or mention.time
            poll.places |= told.places if not (poll.places and mention.plural) else frozenset()
            poll.dates += [phrase for phrase in told.dates if phrase is not mention.time or phrase.kind == "range"]
        if mention.names:
            poll.waiting = None


def _shortens(short: str, name: str) -> bool:
    """Whether a name is the first words of another: "Gallup" of "Gallup Korea"."""
    return name.startswith(f"{short} ")
