"""What the spans around polls stand for: mentions of polls, sample sizes and margins, fieldwork dates and modes.

| key in doc.spans | extension | payload         |
| ---------------- | --------- | --------------- |
| polls            | poll      | `PollMention`   |
| samples          | sample    | `SampleFact`    |
| fieldwork        | fieldwork | `FieldworkFact` |
| wave_cues        | wave      | `WaveCue`       |
"""

from dataclasses import dataclass
from typing import Literal

from spacy.tokens import Span

from extractor.models import Mode
from extractor.parsing.dates import DatePhrase

POLLS = "polls"
SAMPLES = "samples"
FIELDWORK = "fieldwork"
WAVE_CUES = "wave_cues"

#: How a mention refers: to a poll told of ("the poll"), to one not told of yet ("a poll"), to yet another ("a
#: separate survey"), to an older one ("the previous poll"), or to polls at large ("polls show").
Reference = Literal["definite", "fresh", "other", "earlier", "generic"]


@dataclass(frozen=True, slots=True)
class PollMention:
    """A phrase that names or points to a poll.

    `names` are the pollsters as printed, joint names split ("ABC News", "Washington Post"); empty for "the survey".
    `time` is a date that tells the poll itself ("a September 2016 Gallup poll").  `average` marks aggregates of polls,
    `newest` the words "new", "latest"; `weak` a bare pollster name without survey vocabulary ("Gallup found");
    `conductor` one said to have carried out the poll at hand ("Marist, which conducted the poll"); `asking` one said to
    have asked people ("Marist interviewed 900 adults"); `pointing` words that may go back to a poll told of and name
    its maker for the first time ("the survey by Marist found").
    """

    names: tuple[str, ...] = ()
    sponsors: tuple[str, ...] = ()
    reference: Reference = "definite"
    newest: bool = False
    plural: bool = False
    average: bool = False
    weak: bool = False
    conductor: bool = False
    pointing: bool = False
    asking: bool = False
    time: DatePhrase | None = None
    title: str = ""


#: A mention in a sentence: start, end, mention.
Found = tuple[int, int, PollMention]


@dataclass(frozen=True, slots=True)
class SampleFact:
    """A sample size with its population as printed, a margin of error (points) or a confidence level (percent)."""

    size: int | None = None
    population: str = ""
    margin: float | None = None
    confidence: float | None = None


@dataclass(frozen=True, slots=True)
class FieldworkFact:
    """When interviews were held, or how.  `mode` for a mode cue, `dates` for a date phrase after a fieldwork verb."""

    mode: Mode | None = None
    dates: DatePhrase | None = None


@dataclass(frozen=True, slots=True)
class WaveCue:
    """A cue of time near a figure; `kind` is ``time`` (with the date phrase) or a cue list of ``waves.toml``."""

    kind: str
    time: DatePhrase | None = None


def register() -> None:
    """Declare the span extensions; calling it again changes nothing."""
    for name in ("poll", "sample", "fieldwork", "wave"):
        if not Span.has_extension(name):
            Span.set_extension(name, default=None)
