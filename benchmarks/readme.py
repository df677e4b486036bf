"""Renew the output shown in README.md, or check that it is what the commands print.

    python benchmarks/readme.py [--check]

A ```` ```console ```` block holds one command after ``$ `` and what it prints.  The commands run one after the other in
an empty folder that holds nothing but the sample pages.
"""

import argparse
import os
import re
import shlex
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parent.parent
README = ROOT / "README.md"
BLOCK = re.compile(r"(?<=^```console\n)\$ (?P<command>[^\n]+)\n(?P<output>.*?)(?=^```$)", re.MULTILINE | re.DOTALL)


def printed(command: str, folder: Path) -> str:
    """What `command`, one of pollcheck's, prints on standard output when it runs in `folder`."""
    program, *arguments = shlex.split(command)
    if program != "pollcheck":
        raise ValueError(f"not a command of pollcheck: {command}")
    done = subprocess.run(
        [sys.executable, "-m", "extractor", *arguments],
        cwd=folder,
        env=os.environ | {"COLUMNS": "100", "NO_COLOR": "1"},
        capture_output=True,
        text=True,
        check=True,
    )
    return "".join(f"{line.rstrip()}\n" for line in done.stdout.splitlines())


def renewed(text: str) -> str:
    """`text` with the output of its console blocks as the commands print it now."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "corpus").symlink_to(ROOT / "corpus")
        return BLOCK.sub(lambda match: f"$ {match['command']}\n{printed(match['command'], folder)}", text)


def main() -> int:
    """Write the README anew, or with `--check` exit with 1 if it shows something else."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--check", action="store_true", help="write nothing; exit 1 if the README is outdated")
    args = parser.parse_args()
    text = README.read_text(encoding="utf-8")
    now = renewed(text)
    if now != text:
        print("README.md shows outdated output; run python benchmarks/readme.py" if args.check else "README.md renewed")
        if not args.check:
            README.write_text(now, encoding="utf-8")
    return 1 if now != text and args.check else 0


if __name__ == "__main__":
    sys.exit(main())
