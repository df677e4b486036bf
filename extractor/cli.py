"""The command ``pollcheck``: arguments in, exit codes out; the work is done in the modules imported where needed.

Exit codes: 0 done, 1 with ``--fail-on`` and such flags, 2 usage or a broken dataset, 3 nothing readable, 4 the output
cannot be used (another run, disk full), 130 stopped by Ctrl-C.
"""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

app = typer.Typer(
    name="pollcheck",
    help="Read news articles about opinion polls into typed records, and flag figures that contradict each other.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)


class FailOn(StrEnum):
    """From which severity flags make a command end with exit code 1."""

    error = "error"
    warning = "warning"


Inputs = Annotated[list[str], typer.Argument(help="Files or folders of pages, archives, or - for standard input.")]
Output = Annotated[Path, typer.Option("--output", "-o", help="Folder of the store and the datasets.")]
Data = Annotated[Path, typer.Option("--data", "-d", help="Folder that a run has written.")]
Jobs = Annotated[int | None, typer.Option("--jobs", "-j", min=1, help="Processes; by default one a core.")]
NoGate = Annotated[bool, typer.Option("--no-gate", help="Read also pages that look like no poll story.")]
Prune = Annotated[bool, typer.Option("--prune", help="Drop what is stored of inputs that are gone.")]
TimeLimit = Annotated[float, typer.Option(min=0.1, help="Seconds for one page; then it is set aside.")]
Wait = Annotated[float, typer.Option(min=0, help="Seconds to wait for another run on the same output.")]
Select = Annotated[list[str] | None, typer.Option(help="Run only these checks: SUM01, or SUM for all of them.")]
Ignore = Annotated[list[str] | None, typer.Option(help="Leave these checks out.")]
Config = Annotated[Path | None, typer.Option(help="Settings file; by default pollcheck.toml or pyproject.toml.")]
Fail = Annotated[FailOn | None, typer.Option(help="Exit with 1 if there are such flags, or worse.")]
AsJson = Annotated[bool, typer.Option("--json", help="JSON for machines instead of text.")]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="No progress.")]


def _version(asked: bool) -> None:
    if asked:
        from importlib import metadata

        typer.echo(f"pollcheck {metadata.version('pollcheck')}")
        raise typer.Exit


@app.callback()
def root(
    _: Annotated[bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version.")] = False,
) -> None:
    """Read news articles about opinion polls into typed records, and flag figures that contradict each other."""


@app.command()
def run(
    inputs: Inputs,
    output: Output = Path("output"),
    jobs: Jobs = None,
    no_gate: NoGate = False,
    prune: Prune = False,
    time_limit: TimeLimit = 60.0,
    wait: Wait = 60.0,
    select: Select = None,
    ignore: Ignore = None,
    config: Config = None,
    fail_on: Fail = None,
    as_json: AsJson = False,
    quiet: Quiet = False,
) -> None:
    """Extract, check and write the datasets; unchanged inputs are not read again."""
    from extractor.console import commands, exits, settings

    with exits.told("stopped; what was read is kept. Run the same command again to go on."):
        chosen = settings.load(config, select or (), ignore or ())
        commands.run(
            inputs,
            output,
            view=commands.view(as_json=as_json, quiet=quiet),
            as_json=as_json,
            fail_on=fail_on,
            jobs=jobs,
            gate=not no_gate,
            prune=prune,
            time_limit=time_limit,
            wait=wait,
            settings=chosen,
        )


@app.command()
def extract(inputs: Inputs, no_gate: NoGate = False) -> None:
    """Print the records of each page as one line of JSON, without checking or storing them."""
    from extractor.console import commands, exits

    with exits.told():
        commands.extract(inputs, gate=not no_gate)


@app.command()
def check(
    dataset: Annotated[Path, typer.Argument(help="Folder of datasets, or a pollcheck.db.")],
    output: Annotated[Path | None, typer.Option("--output", "-o", help="Write there, not in the dataset.")] = None,
    select: Select = None,
    ignore: Ignore = None,
    config: Config = None,
    fail_on: Fail = None,
    as_json: AsJson = False,
) -> None:
    """Check stored records again, without reading any article; writes flags and comparisons anew."""
    from extractor.console import commands, exits, settings

    with exits.told():
        chosen = settings.load(config, select or (), ignore or ())
        commands.check(dataset, output, chosen, fail_on=fail_on, as_json=as_json)


@app.command()
def accept(
    flag_id: Annotated[str, typer.Argument(help="Id of a flag, as `check` prints it.")],
    reason: Annotated[str, typer.Option(help="Why this is no fault.")],
    data: Data = Path("output"),
) -> None:
    """Accept a flag: it is silent in later runs until its figures change."""
    from extractor.console import commands, exits

    with exits.told():
        commands.accept(data, flag_id, reason)


@app.command()
def explain(
    figure_id: Annotated[str, typer.Argument(help="Id of a figure, as in figures.jsonl.")],
    data: Data = Path("output"),
) -> None:
    """Tell how a figure was read: its sentence, rule, cues, what competed and what was inferred."""
    from extractor.console import commands, exits

    with exits.told():
        commands.explain(data, figure_id)


@app.command()
def evaluate(
    gold: Annotated[Path, typer.Argument(help="Folder of gold or annotations, one JSON file a document.")],
    docs: Annotated[Path, typer.Option(help="Folder of the raw documents that the gold names.")],
    data: Data = Path("output"),
    mistakes: Annotated[int, typer.Option(min=0, help="How many mistakes to print.")] = 0,
    as_json: AsJson = False,
) -> None:
    """Measure how right a dataset is against gold."""
    from extractor.console import evaluation, exits

    with exits.told():
        evaluation.evaluate(gold, docs, data, mistakes=mistakes, as_json=as_json)


@app.command()
def schema(
    output: Annotated[Path, typer.Option("--output", "-o", help="Folder to write to.")] = Path("schemas"),
) -> None:
    """Write the JSON Schema of every record."""
    from extractor.console import exits
    from extractor.schemas import write_schemas

    with exits.told():
        for path in write_schemas(output):
            typer.echo(path)


@app.command()
def watch(
    folder: Annotated[Path, typer.Argument(help="Folder to watch.")],
    output: Output = Path("output"),
    jobs: Jobs = None,
    no_gate: NoGate = False,
    config: Config = None,
    as_json: AsJson = False,
) -> None:
    """Process a folder, then whatever arrives in it, until Ctrl-C."""
    from extractor.console import exits, settings, watching

    with exits.told("stopped; what was read is kept."):
        watching.watch(folder, output, jobs=jobs, gate=not no_gate, settings=settings.load(config), as_json=as_json)


@app.command()
def spark(
    inputs: Annotated[list[str], typer.Argument(help="WARC files or JSON Lines; folders or patterns of them.")],
    output: Output,
    master: Annotated[str, typer.Option(help="Spark master, such as local[*] or yarn.")] = "local[*]",
    no_gate: NoGate = False,
    config: Config = None,
) -> None:
    """Do the work of `run` on Apache Spark: Parquet and JSON Lines out."""
    from extractor.console import exits, settings

    with exits.told():
        from extractor import spark as engine

        engine.run(inputs, output, master=master, gate=not no_gate, settings=settings.load(config))


def main() -> None:
    """Entry point of the console script."""
    app()
