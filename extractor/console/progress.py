"""How a run shows that it goes on: a bar on a terminal, plain lines in a log, JSON events for machines."""

import json
import sys
import time
from dataclasses import asdict
from types import TracebackType
from typing import TYPE_CHECKING, Protocol, Self, TextIO

from extractor.batch.events import Listener, Progress

if TYPE_CHECKING:
    from rich.progress import TaskID

#: Seconds between two plain lines, and between two JSON events of progress.
LINE_EVERY = 5.0
EVENT_EVERY = 0.5
_WAITING = "another run is writing to this output; waiting for it"


class View(Listener, Protocol):
    """A listener that is shown for the time of a ``with`` block."""

    def __enter__(self) -> Self: ...

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None: ...


def view(*, as_json: bool, quiet: bool) -> View:
    """The view that suits where the output goes."""
    if as_json:
        return Events(sys.stdout)
    if quiet:
        return Lines(sys.stderr, every=float("inf"))
    return Bar() if sys.stderr.isatty() else Lines(sys.stderr)


class _Clocked:
    """Knows when the run began and when it last said something."""

    def __init__(self, every: float) -> None:
        self._every = every
        self.began = time.monotonic()
        self._said = self.began
        self._first: tuple[float, int] | None = None

    def due(self) -> bool:
        """Whether it is time to say something again."""
        now = time.monotonic()
        if now - self._said < self._every:
            return False
        self._said = now
        return True

    def rate(self, moment: Progress) -> float:
        """Pages a second since the first one was done: loading is no part of it."""
        now = time.monotonic()
        if self._first is None and moment.done:
            self._first = now, moment.done
        if self._first is None or moment.done == self._first[1]:
            return 0.0
        return (moment.done - self._first[1]) / max(now - self._first[0], 1e-6)

    def left(self, moment: Progress) -> float | None:
        """Seconds left, where the number of pages is known."""
        rate = self.rate(moment)
        return max(moment.total - moment.done, 0) / rate if moment.total is not None and rate else None


class Lines:
    """Plain lines, one every few seconds, for a log."""

    def __init__(self, out: TextIO, every: float = LINE_EVERY) -> None:
        self._out = out
        self._clock = _Clocked(every)
        self._quiet = every == float("inf")

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        """Nothing is left to show."""

    def progress(self, moment: Progress) -> None:
        """Say how far the run is, if it is time."""
        if moment.stage == "waiting":
            self._say(_WAITING)
        elif moment.stage == "reading" and self._clock.rate(moment) and self._clock.due():
            self._say(self._line(moment))
        elif moment.stage == "done" and not self._quiet:
            self._say(f"done in {time.monotonic() - self._clock.began:.1f} s")

    def quarantine(self, source_path: str, reason: str) -> None:
        """Say which input was set aside."""
        self._say(f"set aside: {source_path}: {reason}")

    def _line(self, moment: Progress) -> str:
        total = f" of {moment.total}" if moment.total is not None else ""
        left = self._clock.left(moment)
        parts = [f"read {moment.done}{total} pages", f"{self._clock.rate(moment):.0f}/s"]
        parts += [f"{left:.0f} s left"] if left is not None else []
        return ", ".join([*parts, f"{moment.figures} figures", f"{moment.flags} flags so far"])

    def _say(self, text: str) -> None:
        print(text, file=self._out, flush=True)


class Events:
    """One JSON object a line: ``progress``, ``quarantined``; the summary follows as ``done``."""

    def __init__(self, out: TextIO) -> None:
        self._out = out
        self._clock = _Clocked(EVENT_EVERY)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        """Nothing is left to show."""

    def progress(self, moment: Progress) -> None:
        """Tell every change of stage, and progress within a stage now and then."""
        if moment.stage != "reading" or self._clock.due():
            left = self._clock.left(moment)
            rate = {"pages_per_second": round(self._clock.rate(moment), 1)} if moment.stage == "reading" else {}
            seconds = {"seconds_left": round(left)} if left is not None else {}
            self._tell({"event": "progress", **asdict(moment), **rate, **seconds})

    def quarantine(self, source_path: str, reason: str) -> None:
        """Tell which input was set aside."""
        self._tell({"event": "quarantined", "source_path": source_path, "reason": reason})

    def _tell(self, event: dict[str, object]) -> None:
        print(json.dumps(event, ensure_ascii=False), file=self._out, flush=True)


class Bar:
    """A progress bar with pages done, rate, time left and flags so far."""

    def __init__(self) -> None:
        from rich.console import Console
        from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

        self._clock = _Clocked(0.0)
        self._bar = Progress(
            TextColumn("{task.description}"),
            BarColumn(),
            MofNCompleteColumn(),
            TextColumn("{task.fields[rate]}"),
            TimeRemainingColumn(),
            TextColumn("{task.fields[found]}"),
            console=Console(stderr=True),
            transient=True,
        )
        self._task: TaskID = self._bar.add_task("reading", total=None, rate="", found="")

    def __enter__(self) -> Self:
        self._bar.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._bar.stop()

    def progress(self, moment: Progress) -> None:
        """Move the bar."""
        if moment.stage == "reading":
            self._bar.update(
                self._task,
                completed=moment.done,
                total=moment.total,
                rate=f"{self._clock.rate(moment):.0f}/s",
                found=f"{moment.figures} figures, {moment.flags} flags",
            )
        else:
            self._bar.update(self._task, description=_WAITING if moment.stage == "waiting" else moment.stage)

    def quarantine(self, source_path: str, reason: str) -> None:
        """Show above the bar which input was set aside."""
        self._bar.console.print(f"set aside: {source_path}: {reason}", markup=False, highlight=False, soft_wrap=True)
