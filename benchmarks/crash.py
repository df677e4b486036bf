"""Runs that are killed at any moment, and a disk that is full: nothing stored is lost, the end is the same.

    python benchmarks/crash.py [--kills 50] [--pages 88] [--seed 1] [--json FILE]

Each time a run is killed with SIGKILL at a random moment of its life and then started again; the datasets must be byte
for byte those of an undisturbed run.  The full disk is a small tmpfs; where it may not be mounted it is left out.
"""

import os
import random
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

from benchmarks import measure, synthetic

_FILES = ("articles", "polls", "questions", "figures", "flags", "comparisons")


def main() -> int:
    """Print the table; 1 if any end differs."""
    given = measure.arguments(
        __doc__,
        kills={"type": int, "default": 50},
        pages={"type": int, "default": 88},
        seed={"type": int, "default": 1},
    )
    chance = random.Random(given.seed)
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        synthetic.write(given.pages, folder / "pages")
        began = time.monotonic()
        finish(folder, "undisturbed")
        life = time.monotonic() - began
        expected = read(folder / "undisturbed")
        ends = Counter(kill_once(folder, f"killed-{n}", chance.uniform(0, life), expected) for n in range(given.kills))
        full = full_disk(folder, expected)
    rows = [(f"killed and resumed: {end}", count) for end, count in sorted(ends.items())]
    rows.append(("full disk", full))
    measure.report(("", "runs"), rows, {"life": life, "ends": ends, "full_disk": full}, given.json)
    return 0 if set(ends) == {"identical"} and full in ("identical", "left out") else 1


def start(folder: Path, output: str) -> "subprocess.Popen[bytes]":
    """A run over the pages of `folder`."""
    command = [sys.executable, "-m", "extractor", "run", "pages", "-o", output, "--jobs", "2", "--quiet"]
    environment = {**os.environ, "PYTHONPATH": str(measure.ROOT)}
    return subprocess.Popen(command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, env=environment)


def finish(folder: Path, output: str) -> tuple[int, str]:
    """A run that is let be: its exit code and what it said on standard error."""
    with start(folder, output) as process:
        _, errors = process.communicate()
    return process.returncode, errors.decode()


def read(output: Path) -> dict[str, bytes]:
    """The bytes of everything a run has written for its readers."""
    names = [*(f"{name}.jsonl" for name in _FILES), "run.json"]
    return {name: (output / name).read_bytes() for name in names}


def kill_once(folder: Path, output: str, after: float, expected: dict[str, bytes]) -> str:
    """Kill a run after some seconds and start it again; how that ends."""
    with start(folder, output) as process:
        time.sleep(after)
        process.send_signal(signal.SIGKILL)
        process.communicate()
    if (folder / output / "pollcheck.db").exists() and not is_sound(folder / output / "pollcheck.db"):
        return "store damaged"
    code, errors = finish(folder, output)
    if code:
        return f"failed with {code}: {errors[-200:]}"
    return "identical" if read(folder / output) == expected else "different"


def is_sound(path: Path) -> bool:
    """Whether a store is a whole database."""
    connection = sqlite3.connect(path)
    try:
        return connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    finally:
        connection.close()


def full_disk(folder: Path, expected: dict[str, bytes]) -> str:
    """Fill a small disk, then give it room: a clear error, what was stored kept, the same end."""
    place = folder / "small"
    place.mkdir()
    size = sum(map(len, expected.values()))
    mount = ["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", place]
    if subprocess.run(mount, check=False, capture_output=True).returncode:
        return "left out"
    try:
        code, errors = finish(folder, "small/output")
        if code != 4 or "No space left" not in errors or "Traceback" in errors:
            return f"ended with {code}: {errors[-200:]}"
        store = place / "output" / "pollcheck.db"
        if not is_sound(store):
            return "store damaged"
        kept = stored(store)
        subprocess.run(["mount", "-o", f"remount,size={20 * size}", place], check=True)
        code, _ = finish(folder, "small/output")
        if code or stored(store) < kept:
            return "lost what was stored"
        return "identical" if read(place / "output") == expected else "different"
    finally:
        subprocess.run(["umount", "-l", place], check=True)


def stored(path: Path) -> int:
    """How many inputs a store knows."""
    connection = sqlite3.connect(path)
    try:
        return int(connection.execute("SELECT count(*) FROM sources").fetchone()[0])
    finally:
        connection.close()


if __name__ == "__main__":
    sys.exit(main())
