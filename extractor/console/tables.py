"""Tables on the terminal: the summary of a run, flags, an evaluation."""

from collections.abc import Iterable, Sequence

from extractor.batch.summary import RunSummary
from extractor.models import Flag
from extractor.store.columns import DATASETS

_SHOWN = 20
_GAP = "  "


def table(head: Sequence[str], rows: Iterable[Sequence[object]], right: Sequence[int] = ()) -> str:
    """Rows as aligned columns under a ruled head; the columns in `right` are flush right."""
    cells = [[str(cell) for cell in row] for row in (head, *rows)]
    widths = [max(len(row[n]) for row in cells) for n in range(len(head))]
    lines = [
        _GAP.join(c.rjust(w) if n in right else c.ljust(w) for n, (c, w) in enumerate(zip(row, widths, strict=True)))
        for row in cells
    ]
    lines.insert(1, _GAP.join("─" * width for width in widths))
    return "\n".join(line.rstrip() for line in lines)


def summary(result: RunSummary) -> str:
    """What a run leaves behind: records and files, flags, what was set aside."""
    files = {path.stem: path for path in result.files}
    rows = [(name, result.counts[name], files.get(name, "")) for name in DATASETS]
    parts = [table(("dataset", "records", "file"), rows, right=(1,))]
    parts.append(f"{_flags(result)}; {result.checkable:.0%} of the figures could be checked.")
    parts.append(_inputs(result))
    others = [path for path in result.files if path.stem not in DATASETS]
    parts.append(f"Also written: {', '.join(map(str, others))}")
    return "\n\n".join([parts[0], "\n".join(parts[1:] + _quarantined(result))])


def _flags(result: RunSummary) -> str:
    told = [f"{result.flags[name]} {name}" for name in ("error", "warning", "info") if result.flags.get(name)]
    accepted = f", {result.accepted} accepted" if result.accepted else ""
    return f"Flags: {', '.join(told) or 'none'}{accepted}"


def _inputs(result: RunSummary) -> str:
    parts = [f"{result.processed} read", f"{result.unchanged} unchanged"]
    parts += [f"{result.removed} removed"] if result.removed else []
    return (
        f"Inputs: {', '.join(parts)}; in all {result.gated} without a poll story, {len(result.quarantined)} set aside."
    )


def _quarantined(result: RunSummary) -> list[str]:
    lines = [f"  {path}: {reason}" for path, reason in list(result.quarantined.items())[:_SHOWN]]
    more = len(result.quarantined) - len(lines)
    return lines + ([f"  … and {more} more, see run.json"] if more > 0 else [])


def flags(found: Iterable[Flag]) -> str:
    """Flags one under the other: what a journalist can act on, and the id to accept it by."""
    order = {"error": 0, "warning": 1, "info": 2}
    ranked = sorted(found, key=lambda flag: (order[flag.severity], flag.check, flag.flag_id))
    return "\n".join(f"{flag.severity:8}{flag.check}  {flag.message}  [{flag.flag_id}]" for flag in ranked)


def show(text: str) -> None:
    """Print to standard output."""
    print(text, flush=True)
