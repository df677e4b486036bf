"""Whether a named mention speaks of a poll told of before: by pollsters, place and dates."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from extractor.assembly.poll_state import PollState
from extractor.components.poll_names import Directory
from extractor.components.poll_values import PollMention
from extractor.parsing.dates import DatePhrase


@dataclass(frozen=True, slots=True)
class Told:
    """What a sentence tells of a mention: the regions it names and the fieldwork dates in the mention's clause.

    `compared` is true where the mention only gives a value to compare with ("down from a Harbor poll in May"),
    `contrasted` where its sentence says so further ahead ("that compares with 41 in the Harbor poll").
    """

    places: frozenset[str] = frozenset()
    dates: tuple[DatePhrase, ...] = ()
    compared: bool = False
    contrasted: bool = False


@dataclass(frozen=True, slots=True)
class Resolution:
    """The poll of a mention, and whether the mention is of an older wave of it."""

    poll: int
    previous: bool = False


class Identity:
    """Compares mentions with the polls of an article published on a date."""

    def __init__(self, polls: Sequence[PollState], names: Directory, published: date | None) -> None:
        self._polls, self._names, self._published = polls, names, published

    def alike(self, mention: PollMention) -> list[int]:
        """The polls that have the pollsters of the mention."""
        return [i for i, poll in enumerate(self._polls) if poll.names and self._compatible(poll, mention)]

    def of_place(self, alike: list[int], mention: PollMention, told: Told) -> list[int]:
        """Those of them that were not taken elsewhere; a poll that the mention points back to is kept."""
        there = [i for i in alike if self._polls[i].places & told.places]
        if there or not told.places or mention.reference != "fresh":
            return there or alike
        return [i for i in alike if not self._polls[i].places]

    def of_dates(self, alike: list[int], told: Told) -> list[int] | None:
        """Those of them with the fieldwork dates of the mention; None if dates do not tell."""
        dated = [i for i in alike if self._dates(i)]
        if not told.dates or not dated:
            return None
        return [i for i in dated if any(self._meet(one, two) for one in self._dates(i) for two in told.dates)]

    def _dates(self, poll: int) -> list[DatePhrase]:
        """The fieldwork dates of a poll, else the year that it is called by."""
        state = self._polls[poll]
        named = state.time is not None and state.time.kind == "year"
        return state.dates or ([state.time] if named and state.time else [])

    def _meet(self, one: DatePhrase, two: DatePhrase) -> bool:
        """Whether two phrases can tell the end of the same fieldwork: equal to the precision of the vaguer."""
        a, b = one.resolve(self._published)[1], two.resolve(self._published)[1]
        if a is None or b is None:
            return _alike(one, two)
        size = min(len(a), len(b))
        return a[:size] == b[:size]

    def of_time(self, poll: int, time: DatePhrase) -> bool:
        """Whether a poll is called by that month or year, or was in the field then."""
        state = self._polls[poll]
        return any(self._meet(one, time) for one in (*state.dates, *((state.time,) if state.time else ())))

    def _compatible(self, poll: PollState, mention: PollMention) -> bool:
        """Whether all members of the shorter list of pollsters are in the longer."""
        if poll.average != mention.average and not mention.weak:
            return False
        told = [*poll.names, *poll.sponsors]
        few, many = (poll.names, mention.names) if len(poll.names) < len(mention.names) else (mention.names, told)
        return all(any(self._names.same(one, other) for other in many) for one in few)


def _alike(one: DatePhrase, two: DatePhrase) -> bool:
    """Whether nothing written tells two dates apart."""
    a, b = one.last, two.last
    told = ((a.year, b.year), (a.month, b.month), (a.day, b.day))
    return all(x is None or y is None or x == y for x, y in told) and (a.unit, a.count) == (b.unit, b.count)
