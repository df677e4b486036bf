"""Polls of several states that are told of together ("the Harbor polls"), each in a part of the article of its own."""

from collections.abc import Sequence
from dataclasses import replace

from extractor.assembly.poll_state import PollState


class PollParts:
    """Finds and opens the poll of one place among the polls of an article."""

    def __init__(self, polls: list[PollState]) -> None:
        self._polls = polls

    def siblings(self, poll: int) -> Sequence[int]:
        """The polls of single places that were told of together with `poll`; none if it was told of alone."""
        whole = self._whole(poll)
        return [i for i, one in enumerate(self._polls) if one.part_of == whole]

    def places_of(self, poll: int) -> frozenset[str]:
        """The places of those polls."""
        return frozenset(place for one in self.siblings(poll) for place in self._polls[one].places)

    def of_place(self, poll: int, place: str) -> int:
        """The one of several polls told of together that was taken in `place`; opened where it is new."""
        for number in self.siblings(poll):
            if self._polls[number].places == {place}:
                return number
        whole = self._polls[poll]
        part = replace(whole, part_of=self._whole(poll), places=frozenset((place,)), names=list(whole.names))
        part.sponsors, part.dates, part.mentions = list(whole.sponsors), list(whole.dates), list(whole.mentions)
        self._polls.append(part)
        return len(self._polls) - 1

    def _whole(self, poll: int) -> int:
        part_of = self._polls[poll].part_of
        return poll if part_of is None else part_of
