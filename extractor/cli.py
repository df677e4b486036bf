"""The command ``pollcheck``."""

from pathlib import Path
from typing import Annotated

import typer

app = typer.Typer(no_args_is_help=True, add_completion=False, rich_markup_mode=None)


@app.callback()
def root() -> None:
    """Read poll stories, write checked data."""


@app.command()
def run(inputs: list[Path], output: Annotated[Path, typer.Option("--output", "-o")], jobs: int | None = None) -> None:
    """Extract, check and write the datasets."""
    from extractor.batch import run as run_batch  # noqa: PLC0415

    summary = run_batch(inputs, output, jobs=jobs)
    for name, reason in summary.quarantined.items():
        typer.echo(f"set aside: {name}: {reason}")
    typer.echo(
        f"{summary.counts['articles']} articles, {summary.counts['figures']} figures, {summary.flags} in {output}"
    )


def main() -> None:
    """Entry point of the console script."""
    app()
