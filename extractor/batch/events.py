"""What a run tells while it goes on; the command line turns it into a bar, plain lines or JSON."""

from dataclasses import dataclass
from typing import Literal, Protocol

Stage = Literal["waiting", "reading", "matching", "writing", "done"]


@dataclass(frozen=True, slots=True)
class Progress:
    """A moment of a run.  `total` is None as long as the number of inputs is not known."""

    stage: Stage
    done: int = 0
    total: int | None = None
    unchanged: int = 0
    quarantined: int = 0
    figures: int = 0
    flags: int = 0


class Listener(Protocol):
    """Takes the events of a run."""

    def progress(self, moment: Progress) -> None:
        """The run has come this far."""

    def quarantine(self, source_path: str, reason: str) -> None:
        """An input was set aside."""


class Silent:
    """Listens and says nothing."""

    def progress(self, moment: Progress) -> None:
        """Do nothing."""

    def quarantine(self, source_path: str, reason: str) -> None:
        """Do nothing."""
