"""Several outlets on one poll: which planted faults are flagged, what else is, and which figures are seen to agree.

    python -m benchmarks.stories [SET ...] [--json FILE]

Each set (``stories/*.toml``) holds short stories in words of our own about one or two polls, some with a planted
fault, and reports of other polls on the same topic.  The pages are written out as different sites would mark them up
and go through the whole of `run`: reading, extraction, matching, checks.
"""

import argparse
import json
import sys
import tempfile
import tomllib
from dataclasses import dataclass, field
from html import escape
from pathlib import Path
from typing import Any

from extractor import run

SETS = Path(__file__).parent / "stories"
#: At least such shares of the planted faults and of the agreeing figures are found, with so many other alarms at most.
FLAGGED, AGREED, ALARMS = 0.7, 0.35, 2

_NAV = '<nav><a href="/">Home</a> <a href="/news">News</a> <a href="/money">Shares up 2%</a></nav>'
_RELATED = '<aside><h3>Most read</h3><ul><li><a href="/a">Rates rise to 4.5%</a></li></ul></aside>'


@dataclass(frozen=True)
class Wanted:
    """A planted fault: any of the `checks` on the `page`; `observed` stands among the values of the flag."""

    checks: tuple[str, ...]
    page: str
    observed: str

    def is_told_by(self, flag: "Alarm") -> bool:
        """Whether the flag tells the fault.  Of one source against one, either value may be called the observed one."""
        return flag.check in self.checks and self.page in flag.pages and self.observed in flag.values

    def explains(self, flag: "Alarm") -> bool:
        """Whether the flag comes of the fault: a share that is wrong may also make a sum that is."""
        return flag.check in self.checks and self.page in flag.pages


@dataclass(frozen=True)
class Alarm:
    """An error or a warning, with the names of its pages."""

    check: str
    pages: frozenset[str]
    values: str
    message: str


@dataclass
class Outcome:
    """What a run says of one set."""

    flagged: list[Wanted] = field(default_factory=list)
    missed: list[Wanted] = field(default_factory=list)
    told: list[Alarm] = field(default_factory=list)
    """All errors and warnings, in the order of the dataset."""
    alarms: list[Alarm] = field(default_factory=list)
    """Errors and warnings that nothing planted explains."""
    agreed: int = 0
    apart: list[dict[str, Any]] = field(default_factory=list)
    """Figures that several sources tell, of which fewer were seen to agree."""


def names() -> list[str]:
    """The sets."""
    return sorted(path.stem for path in SETS.glob("*.toml"))


def read_set(name: str) -> dict[str, Any]:
    """A set: ``page``, ``expect`` and ``agree`` tables."""
    return tomllib.loads((SETS / f"{name}.toml").read_text(encoding="utf-8"))


def play(name: str, folder: Path) -> Outcome:
    """Write the pages of a set to `folder`, run, and hold what comes out against what was planted."""
    found = read_set(name)
    pages, output = folder / "pages", folder / "output"
    pages.mkdir(parents=True)
    for page in found["page"]:
        make, suffix = _SHELLS[page["shell"]]
        (pages / f"{page['name']}{suffix}").write_text(make(page), encoding="utf-8")
    run([pages], output)
    stems = {row["article_id"]: Path(row["source_path"]).stem for row in rows(output, "articles")}
    told = [
        Alarm(
            row["check"],
            frozenset(stems[article] for article in row["article_ids"]),
            f"{row['expected']} {row['observed']}",
            row["message"],
        )
        for row in rows(output, "flags")
        if row["severity"] != "info"
    ]
    outcome = Outcome(told=told)
    wanted = [_wanted(row) for row in found.get("expect", ())]
    for one in wanted:
        (outcome.flagged if any(map(one.is_told_by, told)) else outcome.missed).append(one)
    outcome.alarms = [alarm for alarm in told if not any(one.explains(alarm) for one in wanted)]
    comparisons = rows(output, "comparisons")
    for row in found.get("agree", ()):
        if _sources(row, comparisons) >= row["sources"]:
            outcome.agreed += 1
        else:
            outcome.apart.append(row)
    return outcome


def rows(output: Path, name: str) -> list[dict[str, Any]]:
    """The lines of a dataset."""
    return [json.loads(line) for line in (output / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()]


def _wanted(row: dict[str, Any]) -> Wanted:
    checks = row["check"] if isinstance(row["check"], list) else [row["check"]]
    return Wanted(tuple(checks), row["page"], row.get("observed", ""))


def _sources(row: dict[str, Any], comparisons: list[dict[str, Any]]) -> int:
    """How many independent sources were seen to tell a figure."""
    return max(
        (
            comparison["independent_sources"]
            for comparison in comparisons
            if any(value["value"] == row["value"] for value in comparison["values"])
            and row.get("population", "") in comparison["population"]
        ),
        default=0,
    )


def _jsonld(page: dict[str, Any]) -> str:
    data = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": page["title"],
        "datePublished": f"{page['published']}T07:00:00Z",
        "publisher": {"@type": "Organization", "name": page["outlet"]},
    }
    title = escape(page["title"])
    return (
        f'<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>{title} | {page["outlet"]}</title>'
        f'<script type="application/ld+json">{json.dumps(data)}</script></head><body>{_NAV}<main><article>'
        f"<h1>{title}</h1>{page['body']}</article></main>{_RELATED}<footer>Contact</footer></body></html>"
    )


def _opengraph(page: dict[str, Any]) -> str:
    title = escape(page["title"])
    return (
        f'<html><head><title>{title}</title><meta property="og:site_name" content="{page["outlet"]}">'
        f'<meta property="og:title" content="{title}"><meta property="og:type" content="article">'
        f'<meta property="article:published_time" content="{page["published"]}"></head><body>'
        f'<div id="menu">{_NAV}</div><div class="story"><h1>{title}</h1><div class="text">{page["body"]}</div>'
        f"</div>{_RELATED}</body></html>"
    )


def _plain(page: dict[str, Any]) -> str:
    return f"{page['title']}\n\n{page['published']}\n{page['body']}"


_SHELLS = {"jsonld": (_jsonld, ".html"), "og": (_opengraph, ".html"), "plain": (_plain, ".txt")}


def main() -> int:
    """Print what was found in each set; 1 if it is less than the targets."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("sets", nargs="*", help="names of sets (all by default)")
    parser.add_argument("--json", type=Path, help="write the counts to this file")
    options = parser.parse_args()
    found: dict[str, Outcome] = {}
    print(f"{'set':<16}{'planted':>9}{'flagged':>9}{'alarms':>9}{'agreeing':>10}{'seen':>7}")
    for name in options.sets or names():
        with tempfile.TemporaryDirectory() as folder:
            one = found[name] = play(name, Path(folder))
        planted, agreeing = len(one.flagged) + len(one.missed), one.agreed + len(one.apart)
        print(f"{name:<16}{planted:>9}{len(one.flagged):>9}{len(one.alarms):>9}{agreeing:>10}{one.agreed:>7}")
    for name, one in found.items():
        for wanted in one.missed:
            print(f"{name}: missed {'/'.join(wanted.checks)} on {wanted.page} {wanted.observed}")
        for alarm in one.alarms:
            print(f"{name}: {alarm.check} {sorted(alarm.pages)} {alarm.message}")
        for row in one.apart:
            print(f"{name}: apart {row}")
    flagged, planted = (sum(len(one.flagged) for one in found.values()), sum(map(_planted, found.values())))
    agreed = sum(one.agreed for one in found.values())
    agreeing = agreed + sum(len(one.apart) for one in found.values())
    alarms = sum(len(one.alarms) for one in found.values())
    counts = {"planted": planted, "flagged": flagged, "alarms": alarms, "agreeing": agreeing, "agreed": agreed}
    print(", ".join(f"{key} {value}" for key, value in counts.items()))
    if options.json:
        options.json.write_text(json.dumps(counts) + "\n", encoding="utf-8")
    return 0 if flagged >= FLAGGED * planted and agreed >= AGREED * agreeing and alarms <= ALARMS else 1


def _planted(outcome: Outcome) -> int:
    return len(outcome.flagged) + len(outcome.missed)


if __name__ == "__main__":
    sys.exit(main())
