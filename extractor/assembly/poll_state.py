"""What is known of a poll, a mention and a sentence while an article is read."""

from dataclasses import dataclass, field

from extractor.components.poll_values import PollMention
from extractor.parsing.dates import DatePhrase


@dataclass(slots=True)
class PollState:
    """A poll while the article is read: its pollsters as printed and what was said of it.

    `waiting` is the number of the sentence in which an unnamed poll was opened that may still get a name; a
    `transient` poll ("polls show") holds for its own sentence only.  `plural` polls were told of together, and
    `part_of` is the number of those that the poll of one place belongs to.  `apart` polls were told as "another",
    `newest` ones as "new".  `places` are the regions it was taken in, `dates` its fieldwork, as sentences that name it
    tell.
    """

    names: list[str] = field(default_factory=list)
    sponsors: list[str] = field(default_factory=list)
    title: str = ""
    time: DatePhrase | None = None
    average: bool = False
    plural: bool = False
    apart: bool = False
    newest: bool = False
    part_of: int | None = None
    places: frozenset[str] = frozenset()
    dates: list[DatePhrase] = field(default_factory=list)
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


@dataclass(frozen=True, slots=True)
class SentenceScope:
    """A sentence: its mentions, the poll that holds where it begins (`carried`) and where it ends (`current`)."""

    start: int
    end: int
    mentions: list[BoundMention]
    carried: int | None
    current: int | None
