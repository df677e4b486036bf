"""What the assembly learns of the polls of an article: drafts of the records, and the poll and wave of each figure."""

from dataclasses import dataclass, field

from extractor.models import Mode, Sample, Wave

#: Character ranges of `Article.text` that a field was read from.
Places = tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class PollDraft:
    """One survey as the article reports it, before it is a record; `evidence` maps field names to places."""

    pollsters: tuple[str, ...] = ()
    sponsors: tuple[str, ...] = ()
    name: str | None = None
    mode: Mode | None = None
    field_start: str | None = None
    field_end: str | None = None
    samples: tuple[Sample, ...] = ()
    evidence: dict[str, Places] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class FigurePlace:
    """Which poll (index into `PollPlan.polls`) and wave a figure is of.

    `inferred` names ``poll`` or ``wave`` where the sentence itself does not tell it.
    """

    poll: int
    wave: Wave = "current"
    wave_date: str | None = None
    inferred: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PollPlan:
    """The polls of an article in order of mention, and a place for each figure span, in the order of the spans."""

    polls: tuple[PollDraft, ...]
    figures: tuple[FigurePlace, ...]
