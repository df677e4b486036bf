"""What a run shows while it goes on."""

import io
import json

import pytest

from extractor.batch.events import Progress
from extractor.console import progress
from extractor.console.progress import Bar, Events, Lines


class Clock:
    """A clock that a test turns on."""

    now = 100.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    found = Clock()
    monkeypatch.setattr(progress.time, "monotonic", found)
    return found


def test_lines_tell_done_rate_time_left_and_flags(clock: Clock) -> None:
    out = io.StringIO()
    with Lines(out) as lines:
        clock.now += 30  # loading
        lines.progress(Progress("reading", done=1, total=101))
        clock.now += 4
        lines.progress(Progress("reading", done=41, total=101, figures=7, flags=2))
        clock.now += 1
        lines.progress(Progress("reading", done=51, total=101, figures=9, flags=2))
        lines.quarantine("a.html", "empty")
        lines.progress(Progress("done"))
    assert out.getvalue().splitlines() == [
        "read 41 of 101 pages, 10/s, 6 s left, 7 figures, 2 flags so far",
        "set aside: a.html: empty",
        "done in 35.0 s",
    ]


def test_where_the_number_of_pages_is_not_known(clock: Clock) -> None:
    out = io.StringIO()
    with Lines(out, every=0) as lines:
        for done in (1, 11):
            lines.progress(Progress("reading", done=done))
            clock.now += 1
    assert out.getvalue() == "read 11 pages, 10/s, 0 figures, 0 flags so far\n"


def test_quiet_lines_still_tell_what_was_set_aside(clock: Clock) -> None:
    out = io.StringIO()
    with Lines(out, every=float("inf")) as lines:
        for moment in (Progress("reading", done=1), Progress("reading", done=9), Progress("done")):
            clock.now += 60
            lines.progress(moment)
        lines.quarantine("a.html", "empty")
    assert out.getvalue() == "set aside: a.html: empty\n"


def test_events_are_json(clock: Clock) -> None:
    out = io.StringIO()
    with Events(out) as events:
        for done in (1, 2, 3):
            clock.now += 0.4
            events.progress(Progress("reading", done=done, total=9))
        events.progress(Progress("matching"))
    first, second = map(json.loads, out.getvalue().splitlines())
    assert (first["event"], first["stage"], first["done"], first["total"]) == ("progress", "reading", 2, 9)
    assert second["stage"] == "matching"


def test_the_bar_takes_every_moment() -> None:
    with Bar() as bar:
        for moment in (Progress("waiting"), Progress("reading", done=3, total=9), Progress("writing")):
            bar.progress(moment)
        bar.quarantine("[a].html", "empty")
