"""The local engine: sources through workers into the store, matching and checks over the store, datasets out."""

import itertools
import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from extractor.batch import export, versions
from extractor.batch.events import Listener, Progress, Silent
from extractor.batch.ingest import Ingest, forget
from extractor.batch.inline import map_inline
from extractor.batch.inputs import count_pages
from extractor.batch.judging.across import judge_across
from extractor.batch.judging.again import judge_again
from extractor.batch.pool import Pool
from extractor.batch.summary import RunSummary, summarise
from extractor.batch.work import Outcome, Setup, Task, digest, quarantined
from extractor.batch.worker import Maker
from extractor.checks.settings import Settings
from extractor.reading.sources import Rejected, iter_sources
from extractor.store.lock import output_lock
from extractor.store.sqlite import FILE_NAME, SourceState, Store

#: Up to this many pages are processed without starting processes.
FEW = 8


@dataclass(frozen=True, slots=True)
class Options:
    """How a run goes about it; `run` tells what each means."""

    jobs: int
    gate: bool
    prune: bool
    time_limit: float
    settings: dict[str, Any] = field(default_factory=dict)


def run(
    inputs: Iterable[str | Path],
    output: str | Path,
    *,
    jobs: int | None = None,
    gate: bool = True,
    prune: bool = False,
    time_limit: float = 60.0,
    wait: float = 60.0,
    settings: dict[str, Any] | None = None,
    listener: Listener | None = None,
) -> RunSummary:
    """Extract and check everything under `inputs`, and write the datasets to `output`.

    Incremental: an input whose bytes and extraction version the store knows is not read again.  A run that was
    killed goes on where it was.

    Args:
        inputs: files and folders of pages, archives, or ``-`` for standard input.
        output: the folder of the store and the datasets; made if it is not there.
        jobs: processes, by default one a core.
        gate: leave out pages that, by their bytes, cannot hold a poll story.
        prune: drop what is stored of inputs that are not among `inputs` any more.
        time_limit: seconds for one page, after which it is quarantined.
        wait: seconds to wait for another run on the same output.
        settings: which checks run and with what thresholds, as `checks.Settings`.
        listener: is told how the run goes.

    Raises:
        UsageError: an input is not there, or a setting is unknown.
        StoreError: another run holds the output, the store cannot be used, or the disk is full.
    """
    paths = [Path(item) for item in inputs]
    total = count_pages(paths)
    options = Options(jobs or _cores(), gate, prune, time_limit, settings or {})
    checks = Settings.model_validate(options.settings)
    checks.chosen()  # unknown codes are told before anything is written
    folder = Path(output)
    told = listener or Silent()
    with (
        output_lock(folder, wait, on_wait=lambda: told.progress(Progress("waiting"))),
        Store(folder / FILE_NAME) as store,
    ):
        judge_again(store, options.settings)
        summary = _Reading(store, paths, options, told, total).go(RunSummary(folder))
        told.progress(Progress("matching"))
        judge_across(store, checks, options.jobs)
        told.progress(Progress("writing"))
        summary.files = (*export.export(store, folder), store.path)
        summarise(summary)
        told.progress(Progress("done"))
    return summary


def _cores() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


class _Reading:
    """The part of a run that reads inputs: what is new goes to the workers, what they give into the store."""

    def __init__(
        self, store: Store, paths: list[Path], options: Options, listener: Listener, total: int | None
    ) -> None:
        self._store = store
        self._paths = paths
        self._options = options
        self._listener = listener
        self._version = versions.extraction()
        self._moment = Progress("reading", total=total)

    def go(self, summary: RunSummary) -> RunSummary:
        """Read everything that is new or has changed."""
        if self._options.prune:
            self._store.execute("CREATE TEMP TABLE seen (source_path TEXT PRIMARY KEY) WITHOUT ROWID")
        self._listener.progress(self._moment)
        with Ingest(self._store, self._version) as ingest:
            for outcome in self._process(self._tasks(ingest)):
                self._take(ingest, outcome)
        summary.processed = self._moment.done - self._moment.unchanged
        summary.unchanged = self._moment.unchanged
        summary.readable = self._moment.done - self._moment.quarantined
        if self._options.prune:
            summary.removed = self._drop_gone()
        return summary

    def _process(self, tasks: Iterator[Task]) -> Iterator[Outcome]:
        """The outcome of each task: in this process where they are few, else in workers."""
        make = Maker(Setup(self._options.gate, self._options.settings))
        few = list(itertools.islice(tasks, FEW + 1))
        everything = itertools.chain(few, tasks)
        if len(few) <= FEW or self._options.jobs == 1:
            yield from map_inline(everything, make(), self._options.time_limit)
            return
        with Pool(self._options.jobs, make, self._options.time_limit) as pool:
            yield from pool.map(everything)

    def _tasks(self, ingest: Ingest) -> Iterator[Task]:
        """The inputs that are to be read; what cannot be opened is set aside, what is known is skipped."""
        for source in iter_sources(self._paths):
            self._see(source.source_path)
            if isinstance(source, Rejected):
                self._take(ingest, quarantined(source.source_path, "", source.reason))
                continue
            task = Task(source, digest(source))
            if self._is_known(self._store.source(task.name), task):
                self._tell(unchanged=1)
            else:
                yield task

    def _is_known(self, state: SourceState | None, task: Task) -> bool:
        return (
            state is not None
            and (state.digest, state.version) == (task.digest, self._version)
            and (self._options.gate or state.outcome != "gated")
        )

    def _take(self, ingest: Ingest, outcome: Outcome) -> None:
        ingest.add(outcome)
        if outcome.reason is not None:
            self._listener.quarantine(outcome.source_path, outcome.reason)
        records = outcome.rows.records if outcome.rows else {}
        self._tell(
            quarantined=int(outcome.result == "quarantined"),
            figures=len(records.get("figures", ())),
            flags=len(records.get("flags", ())),
        )

    def _tell(self, *, unchanged: int = 0, quarantined: int = 0, figures: int = 0, flags: int = 0) -> None:
        moment = self._moment
        self._moment = replace(
            moment,
            done=moment.done + 1,
            unchanged=moment.unchanged + unchanged,
            quarantined=moment.quarantined + quarantined,
            figures=moment.figures + figures,
            flags=moment.flags + flags,
        )
        self._listener.progress(self._moment)

    def _see(self, source_path: str) -> None:
        if self._options.prune:
            self._store.execute("INSERT OR IGNORE INTO seen VALUES (?)", (source_path,))

    def _drop_gone(self) -> int:
        """Drop what is stored of inputs that this run did not see."""
        gone = self._store.execute("SELECT source_path FROM sources EXCEPT SELECT source_path FROM seen").fetchall()
        with self._store.transaction():
            for (source_path,) in gone:
                forget(self._store, source_path)
        return len(gone)
