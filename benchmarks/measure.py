"""What the benches share: a run in a process of its own with its time and memory, tables, JSON."""

import argparse
import json
import os
import subprocess
import sys
import threading
import time
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import psutil

from extractor.console.tables import table

ROOT = Path(__file__).parent.parent
SHARED = ROOT.parent / "shared"
_EVERY = 0.2
_MEGABYTE = 1e6


@dataclass(frozen=True)
class Run:
    """What one run cost: seconds of wall clock and of CPU (with workers), peak memory in MB, files in MB."""

    seconds: float
    cpu: float
    main_memory: float
    worker_memory: float
    store: float
    datasets: float
    summary: dict[str, Any]


def run(inputs: Path | str, output: Path, *options: str) -> Run:
    """Run ``pollcheck run`` and watch it.  Raises `CalledProcessError` if it fails."""
    command = [sys.executable, "-m", "extractor", "run", str(inputs), "-o", str(output), "--json", *options]
    began = time.monotonic()
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, text=True, env={**os.environ, "PYTHONPATH": str(ROOT)}
    ) as process:
        watcher = _Watcher(process.pid)
        assert process.stdout
        last = ""
        for line in process.stdout:
            last = line
        code = process.wait()
    seconds = time.monotonic() - began
    watcher.stop()
    if code:
        raise subprocess.CalledProcessError(code, command)
    store = sum(path.stat().st_size for path in output.glob("pollcheck.db*"))
    datasets = sum(path.stat().st_size for path in output.glob("*.jsonl"))
    return Run(
        seconds=round(seconds, 2),
        cpu=round(watcher.cpu, 2),
        main_memory=round(watcher.main / _MEGABYTE, 1),
        worker_memory=round(watcher.worker / _MEGABYTE, 1),
        store=round(store / _MEGABYTE, 1),
        datasets=round(datasets / _MEGABYTE, 1),
        summary=json.loads(last),
    )


class _Watcher:
    """Looks at a process and those it has started, several times a second; memory is what is resident."""

    def __init__(self, pid: int) -> None:
        self.cpu = 0.0
        self.main = 0.0
        self.worker = 0.0
        self._times: dict[int, float] = {}
        self._process = psutil.Process(pid)
        self._done = threading.Event()
        self._thread = threading.Thread(target=self._watch, daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """End the watching; what was seen stays."""
        self._done.set()
        self._thread.join()
        self.cpu = sum(self._times.values())

    def _watch(self) -> None:
        while not self._done.wait(_EVERY):
            try:
                self._look(self._process, is_main=True)
                for child in self._process.children(recursive=True):
                    self._look(child, is_main=False)
            except psutil.NoSuchProcess:
                continue

    def _look(self, process: psutil.Process, *, is_main: bool) -> None:
        try:
            times = process.cpu_times()
            memory = process.memory_info()
        except (psutil.NoSuchProcess, psutil.AccessDenied):
            return
        self._times[process.pid] = times.user + times.system
        if is_main:
            self.main = max(self.main, memory.rss)
        else:
            self.worker = max(self.worker, memory.rss)


def arguments(description: str | None, **options: dict[str, Any]) -> argparse.Namespace:
    """Command line of a bench: ``--json FILE`` and the given options."""
    parser = argparse.ArgumentParser(description=(description or "").splitlines()[0])
    for name, how in options.items():
        parser.add_argument(f"--{name.replace('_', '-')}", **how)
    parser.add_argument("--json", type=Path, help="write the figures there, too")
    return parser.parse_args()


def report(head: Sequence[str], rows: Iterable[Sequence[object]], data: Any, file: Path | None) -> None:
    """Print a table, and write the figures as JSON where asked to."""
    print(table(head, rows, right=range(1, len(head))))
    if file:
        file.write_text(json.dumps(data, indent=1, default=_plain) + "\n", encoding="utf-8")


def _plain(value: Any) -> Any:
    return asdict(value) if isinstance(value, Run) else str(value)
