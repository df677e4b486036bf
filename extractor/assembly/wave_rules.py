"""The rules by which one sentence tells the wave of its figures, in the order in which they are asked."""

from dataclasses import dataclass, replace

from extractor.assembly.poll_plan import PollDraft
from extractor.assembly.poll_state import BoundMention
from extractor.assembly.wave_cues import THEN, WaveReading
from extractor.assembly.wave_mentions import tells
from extractor.assembly.wave_times import COMPARED, COMPARING, SentenceTimes
from extractor.parsing.dates import DatePhrase

#: How far before "who" (characters) a comma may stand that parts it from the time told before.
_CLOSE = 40


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


class SentenceReading:
    """The wave rules over one sentence."""

    def __init__(self, times: SentenceTimes) -> None:
        self.times = times
        self.text, self.words, self.dates = times.text, times.words, times.dates
        self.sentence, self.figures = times.sentence, times.figures

    def figure(
        self, number: int, mention: BoundMention | None, draft: PollDraft | None, before: WaveReading | None
    ) -> WaveReading:
        """The wave of the figure at `number`, by the first rule that speaks; the reported one if none does."""
        figure = self.figures[number]
        if figure._.figure.kind == "change":
            return WaveReading()
        if mention is not None and mention.previous and tells(mention, number, self.times):
            when = mention.mention.time
            return self._past(when, dated=when is not None)
        if mention is not None and mention.mention.names and self.dates.is_long_past(mention.mention.time):
            return self._past(mention.mention.time, dated=True)
        place = self._place(number, draft)
        rules = (
            self._by_contrast,
            self._by_pair,
            self._by_record,
            self._by_word,
            self._by_now,
            self._by_base,
            self._by_turn,
            self._by_date,
            self._by_list,
            self._by_loss,
            self._by_opening,
            self._by_event,
        )
        return next((found for rule in rules if (found := rule(place, before)) is not None), WaveReading())

    def _place(self, number: int, draft: PollDraft | None) -> _Place:
        figure = self.figures[number]
        left = self.figures[number - 1].end_char if number else self.sentence.start
        right = self.figures[number + 1].start_char if number + 1 < len(self.figures) else self.sentence.end
        after = self.times.date_after(number, left, draft)
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

    def _by_contrast(self, place: _Place, before: WaveReading | None) -> WaveReading | None:
        """ "That compares with 33 percent for and 62 percent against in the poll of May": both are of that poll."""
        first = self.figures[0].start_char
        if not self.times.within(self.sentence.start, first, "compare"):
            return None
        for told in self.sentence.mentions:
            if (
                told.previous
                and told.start >= place.end
                and not self.words("hard_turn").search(self.text[first : told.start])
            ):
                return self._past(told.mention.time)
        return None

    def _by_pair(self, place: _Place, before: WaveReading | None) -> WaveReading | None:
        """ "47 percent to 41 percent": both are of one wave."""
        if before is None or not self.words("pair").match(place.lead):
            return None
        if self.words("onward").match(place.lead):
            if self.words("onward").match(place.tail):
                return before  # "from 70 to 64 to 60": only the last is of the reported wave
            if self._onward(place.number - 1) and before.wave == "previous":
                return WaveReading()
        apart = self._came_from(place.number - 1) and not self.words("score").match(place.lead)
        return None if apart else before  # "from 47 to 41", but "from 52-48"

    def _by_record(self, place: _Place, before: WaveReading | None) -> WaveReading | None:
        """ "the lowest since 44 percent in May", "the lowest since May (44 percent)"."""
        if place.kind != "share" or "(" in place.tail[:2]:
            return None
        if self.words("since_value").search(place.lead):
            return self._past(place.after)
        if self.words("since_date").search(place.lead):
            dates = self.times.within(place.left, place.start, "time")
            return self._past(dates[-1].time) if dates else None
        return None

    def _by_word(self, place: _Place, before: WaveReading | None) -> WaveReading | None:
        """ "Having been 86 percent", "which was 48 percent in May", "46-35 last time", "3 in the poll before"."""
        beyond = self.text[self.times.pair_end(place.number)[0] : place.right + _CLOSE]
        told = self.words("had_been").search(place.lead) or self.words("last_time").match(beyond)
        return self._past(place.after) if told else None

    def _by_now(self, place: _Place, before: WaveReading | None) -> WaveReading | None:
        """ "now 45 percent", "45 percent in the new poll"."""
        near = self.times.within(max(place.left, place.start - 70), place.start, "now")
        if near and not self.times.within(near[-1].end, place.start, "compare", "from", "when"):
            return WaveReading()
        behind = self.times.within(place.end, min(place.right, place.end + 25), "now")
        apart = behind and self.words("new_clause").search(self.text[place.end : behind[0].start])
        return WaveReading() if behind and not apart else None

    def _by_base(self, place: _Place, before: WaveReading | None) -> WaveReading | None:
        """ "up by 7 points on +53 in June": what a change is counted from."""
        changed = place.number > 0 and self.figures[place.number - 1]._.figure.kind == "change"
        if not changed or not self.words("base").match(place.lead):
            return None
        now = place.after is None and self.words("level").match(place.lead)
        return None if now else self._past(place.after)  # "up two points on 39 percent" is where it stands

    def _by_turn(self, place: _Place, before: WaveReading | None) -> WaveReading | None:
        """ "In 2016, 46 percent agreed, but by 2019 it was 34", "In March it was 17 percent, now it is 12"."""
        if place.number + 1 >= len(self.figures) or self.words("target").search(place.lead):
            return None
        opened = self.times.opening_date(place.start)
        if opened is None or not self.times.turned(opened, place.end):
            return None
        return self._past(opened.time)

    def _by_date(self, place: _Place, before: WaveReading | None) -> WaveReading | None:
        """ "up from 44 percent in June", "compared with 40 a year ago", "in 1976, at 72 percent"."""
        after = place.after
        target = self.words("target").search(place.lead)  # "fell four points from last month to 28 percent"
        if self.words("origin").search(place.lead) and not target and self._is_change(place):
            return self._past(after)
        if after is not None and self._compares(place):
            return self._past(after)
        if after is not None and self.times.placed(place.end, after):
            return self._past(after, dated=after is not THEN)
        if self.words("extreme").search(place.lead) and (hit := self._dated_behind(place)):
            return self._past(hit)  # "near the low of 33 percent that he hit in May"
        ahead = self.times.date_before(place.left, place.start, place.draft)
        if ahead is None or self._is_of_figure_before(place, ahead, before):
            return None
        return self._past(ahead, dated=not self.times.within(place.left, place.start, "compare", "from"))

    def _by_list(self, place: _Place, before: WaveReading | None) -> WaveReading | None:
        """ "against 48 percent last spring and 45 percent in winter"."""
        if before is None or before.wave == "current" or not self._goes_on(place):
            return None
        return replace(before, told=False) if place.after is None else self._past(place.after)

    def _by_loss(self, place: _Place, before: WaveReading | None) -> WaveReading | None:
        """ "his 10-point lead has evaporated", "erasing a 16-point lead"."""
        if place.kind != "difference":
            return None
        undone = self.times.within(max(place.left, place.start - 40), place.start, "undone")
        gone = self.words("has").search(place.tail[:120]) and self.times.within(place.end, place.end + 110, "change")
        return self._past(None) if undone or gone else None

    def _by_opening(self, place: _Place, before: WaveReading | None) -> WaveReading | None:
        """ "In November, 38 percent said ...", "unchanged from last month when it was 42 percent"."""
        opened = self.times.opened(place.start, place.draft)
        if opened is not None:
            later = self.times.turned(opened, place.end)  # "in 2016 it was 46, a share that fell to 34 in 2019"
            old = not later and self.dates.is_long_past(opened.time)  # "by 1975, support had fallen to 41 percent"
            if old or not self.words("target").search(place.lead):
                return self._past(opened.time, dated=opened.time is not None)
        return self._past(None) if self._asked_then(place) else None

    def _by_event(self, place: _Place, before: WaveReading | None) -> WaveReading | None:
        """ "before the debate it was 40 percent", "compared with 42 right after the vote", "peaked at 60 percent"."""
        if self.words("peak").search(place.lead) or self.words("first_asked").search(place.lead):
            return self._past(None)
        opening = self.text[self.sentence.start : place.start]
        if self.words("event_opened").match(opening) and self.words("had_done").match(place.tail):
            return self._past(None)
        compared = self.times.within(max(place.left, place.start - COMPARED), place.start, "compare")
        if compared and self.words("event_after").match(place.tail):
            return self._past(None)
        start = self.text[self.sentence.start : place.start]
        opened = self.words("event").match(start)
        if opened is not None and place.number and self.words("turn").search(place.lead):
            return None  # "before the debate he led by 2, but 4 points ..."
        opened = opened or self.words("taken_before").search(start)
        if opened is None or self.words("target").search(place.lead):
            return None
        return None if self.times.within(self.sentence.start, place.start, "now") else self._past(None)

    def _past(self, when: DatePhrase | None, *, dated: bool = False) -> WaveReading:
        return WaveReading("previous", self.dates.resolve(when), dated=dated)

    def _compares(self, place: _Place) -> bool:
        return bool(self.times.within(max(place.left, place.start - COMPARED), place.start, *COMPARING))

    def _came_from(self, number: int) -> bool:
        left = self.figures[number - 1].end_char if number else self.sentence.start
        return self.words("origin").search(self.text[left : self.figures[number].start_char]) is not None

    def _onward(self, number: int) -> bool:
        """Whether a figure goes on from the one before it: the 64 of "from 70 to 64 to 60"."""
        if number < 1:
            return False
        between = self.text[self.figures[number - 1].end_char : self.figures[number].start_char]
        return self.words("onward").match(between) is not None

    def _is_change(self, place: _Place) -> bool:
        """Whether "from 44 percent" is where a change began, not "support from 44 percent of voters"."""
        partner, right = self.times.pair_end(place.number)
        onward = self.text[place.end : place.right], self.text[partner:right]
        if place.after is not None or any(self.words("target").search(text) for text in onward):
            return True
        if place.number and self.words("origin_next").match(place.lead):
            return True  # "12 percent in the north, from 9 percent"
        if self.words("won_from").search(place.lead):
            return False
        near = self.times.within(max(self.sentence.start, place.start - 90), place.start, "change", "from")
        return any(cue.kind == "change" or not self.times.is_plain(cue) for cue in near)

    def _goes_on(self, place: _Place) -> bool:
        """Whether a list of older values goes on, with no "now" or "but" and no target of a change between."""
        if self.times.within(place.left, place.start, "now", "change") or self.words("target").search(place.lead):
            return False
        if place.lead.lstrip(" %").startswith(", ") and self._is_aside(place.number - 1):
            return False  # "10 percent, up from 5 percent, would go, and 36 percent would stay"
        if ")" in place.lead and "(" not in place.lead:
            return False  # "41 percent (up from 35), 24 percent of others": the brackets held the older value alone
        told_when = self.times.within(self.sentence.start, place.left, "when")
        own = self.words("own_lead").search(place.lead) and self.words("own_clause").match(place.tail)
        if own and not told_when:
            return False  # "from 47 percent, and only 31 percent have hope"
        if self.words("hard_turn" if told_when else "turn").search(place.lead):
            return False
        return bool(told_when) or self.words("list").match(place.lead) is not None

    def _dated_behind(self, place: _Place) -> DatePhrase | None:
        """The past date that closely follows a figure, whatever verb stands between."""
        near = self.times.within(place.end, min(place.right, place.end + _CLOSE), "time")
        return next((cue.time for cue in near if cue.time and self.dates.is_past(cue.time, place.draft)), None)

    def _is_aside(self, number: int) -> bool:
        """Whether an older value stands apart between commas: ", up from 5 percent, would go, and 36 percent"."""
        start = self.figures[number - 1].end_char if number else self.sentence.start
        return self.words("aside").search(self.text[start : self.figures[number].start_char]) is not None

    def _is_of_figure_before(self, place: _Place, ahead: DatePhrase, before: WaveReading | None) -> bool:
        """Whether a date closes the clause of the figure before: "80 percent moved a year ago, 10 percent in May"."""
        told = place.number > 0 and before is not None and before.wave == "current"
        at = place.lead.rfind(self.text[ahead.start : ahead.end]) if ahead is not THEN else -1
        return told and at > 0 and "," not in place.lead[:at] and self.words("next_item").search(place.lead) is not None

    def _asked_then(self, place: _Place) -> bool:
        """ "unchanged from last month when it was 42 percent"."""
        whens = self.times.within(place.left, place.start, "when")
        if not whens:
            return False
        when = whens[-1]
        parted = "," in self.text[when.start - _CLOSE : when.start] and self.words("whom").match(self.text, when.start)
        if parted:
            return False  # "up from 8 percent in March, the share of those who like him is 26"
        cues = self.times.within(place.left, when.start, "time", "earlier", "from")
        near = when.start - _CLOSE
        return any(
            cue.start >= near and self.dates.is_past(cue.time, place.draft)
            if cue.time is not None
            else not self.times.is_plain(cue)
            for cue in cues
        )
