"""Precision on unseen pages from judgements by eye, and on how many articles each construction fires.

    python -m benchmarks.generalisation [--judged CSV] [--data DATASET_DIR ...] [--lexicons DIR]

The judgements hold one row a figure: whether it is a poll figure, and for each field ``ok``, ``loose`` (the scorer's
overlap of words would take the label, a data desk would have to mend it) or ``wrong``; families of error, one a fault.
The letter of a family names its field: ``p.`` population, ``r.`` response, ``w.`` wave, ``n.`` no poll figure.
With ``--data`` (folders written by ``pollcheck run``) the constructions of all their figures are counted
too, and the entries of the lexicons that stand in the text of one article only.
"""

import argparse
import csv
import json
import re
import sys
import tomllib
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from pathlib import Path

Row = dict[str, str]
JUDGED = Path(__file__).with_name("generalisation.csv")
LEXICONS = Path(__file__).parent.parent / "extractor" / "lexicons"
PLAIN = re.compile(r"[\w\s.,/&'’%-]+")
FIELDS = ("value", "kind", "wave", "population", "response")
#: Standard normal quantile of a two-sided interval of 95 percent.
Z = 1.959963984540054


def judgements(path: Path = JUDGED) -> list[Row]:
    """The rows of the judgement file; a verdict that is none of the known ones is a `ValueError`."""
    with path.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    for row in rows:
        known = {"ok", "loose", "wrong"} if row["poll"] == "ok" else {""}
        if row["poll"] not in {"ok", "wrong"} or not {row[field] for field in FIELDS} <= known:
            raise ValueError(f"{row['article']} {row['start']}: unknown verdict")
    return rows


def right(row: Row, *, strict: bool) -> bool:
    """Whether a figure is right in every field; `strict` takes no loose label."""
    good = {"ok"} if strict else {"ok", "loose"}
    return row["poll"] == "ok" and all(row[field] in good for field in FIELDS)


def wilson(hits: int, total: int) -> tuple[float, float]:
    """The score interval of a share with 95 percent confidence (Wilson 1927); (0, 1) where nothing was counted."""
    if not total:
        return 0.0, 1.0
    share = hits / total
    middle = share + Z * Z / (2 * total)
    half = Z * (share * (1 - share) / total + Z * Z / (4 * total * total)) ** 0.5
    whole = 1 + Z * Z / total
    return max(0.0, (middle - half) / whole), min(1.0, (middle + half) / whole)


def clustered(groups: Iterable[tuple[int, int]]) -> tuple[float, float]:
    """95 percent interval of a ratio of sums over groups of (hits, total): figures of one article are not independent.

    Linearised variance of a ratio estimator (Cochran 1977, 6.4), groups taken as drawn with replacement.
    """
    pairs = [pair for pair in groups if pair[1]]
    count, total = len(pairs), sum(size for _, size in pairs)
    if count < 2:
        return 0.0, 1.0
    share = sum(hits for hits, _ in pairs) / total
    spread = sum((hits - share * size) ** 2 for hits, size in pairs)
    half = Z * (count / (count - 1) * spread) ** 0.5 / total
    return max(0.0, share - half), min(1.0, share + half)


def line(name: str, rows: list[Row], good: Callable[[Row], bool]) -> str:
    """One row of the table of precision."""
    hits = sum(map(good, rows))
    low, high = wilson(hits, len(rows))
    return f"| {name} | {hits} of {len(rows)} | {hits / max(len(rows), 1):.3f} | {low:.3f} to {high:.3f} |"


def precision(rows: list[Row]) -> list[str]:
    """Full precision, with and without leniency, and precision by field."""
    scored = [row for row in rows if row["optional"] != "yes"]
    polls = [row for row in scored if row["poll"] == "ok"]
    out = ["| what | right | precision | 95 % |", "| --- | --- | --- | --- |"]
    for name, some, strict in (
        ("full, labels as the scorer takes them", scored, False),
        ("full, labels as a desk would print them", scored, True),
        ("full with the optional ones, as the scorer", rows, False),
    ):
        out.append(line(name, some, lambda row, strict=strict: right(row, strict=strict)))  # type: ignore[misc]
    out.append(line("is a poll figure", scored, lambda row: row["poll"] == "ok"))
    for field in FIELDS:
        out.append(line(f"{field}, of poll figures", polls, lambda row, field=field: row[field] != "wrong"))  # type: ignore[misc]
        if any(row[field] == "loose" for row in polls):
            out.append(line(f"{field}, strict", polls, lambda row, field=field: row[field] == "ok"))  # type: ignore[misc]
    groups: dict[str, list[Row]] = defaultdict(list)
    for row in scored:
        groups[row["article"]].append(row)
    low, high = clustered((sum(right(row, strict=False) for row in group), len(group)) for group in groups.values())
    shares = [sum(right(row, strict=False) for row in group) / len(group) for group in groups.values()]
    largest = sorted(groups, key=lambda name: (-len(groups[name]), name))[:2]
    rest = [row for row in scored if row["article"] not in largest]
    perfect = sum(all(right(row, strict=False) for row in group) for group in groups.values())
    out += ["", f"Interval of the first line when articles, not figures, are drawn: {low:.3f} to {high:.3f}."]
    out.append(f"Articles with a scored figure: {len(groups)}; with all of them right: {perfect}.")
    out.append(f"Mean of the articles' own precisions: {sum(shares) / max(len(shares), 1):.3f}.")
    out.append(
        line("first line without the two articles with most figures", rest, lambda row: right(row, strict=False))
    )
    return out


def families(rows: list[Row]) -> list[str]:
    """Families of error by count: faults that count as wrong, loose ones, articles, and sole faults of a figure."""
    initial = {"p": "population", "r": "response", "w": "wave", "k": "kind", "v": "value", "n": "poll"}
    wrong, loose, sole, where = Counter[str](), Counter[str](), Counter[str](), defaultdict[str, set[str]](set)
    for row in rows:
        if row["optional"] == "yes":
            continue
        faults = [family for family in row["families"].split() if row[initial[family[0]]] == "wrong"]
        wrong.update(faults)
        loose.update(family for family in row["families"].split() if row[initial[family[0]]] == "loose")
        if len(faults) == 1:
            sole.update(faults)
        for family in row["families"].split():
            where[family].add(row["article"])
    out = ["| family | wrong | alone at fault | loose | articles |", "| --- | --- | --- | --- | --- |"]
    for family in sorted(where, key=lambda name: (-wrong[name], -loose[name], name)):
        out.append(f"| {family} | {wrong[family]} | {sole[family]} | {loose[family]} | {len(where[family])} |")
    return out


def constructions(rows: list[Row]) -> list[str]:
    """The judged constructions: figures, articles, how many are right."""
    found: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        if row["optional"] != "yes":
            found[row["rule"]].append(row)
    out = ["| construction | figures | articles | right |", "| --- | --- | --- | --- |"]
    for rule, some in sorted(found.items(), key=lambda item: (-len(item[1]), item[0])):
        hits = sum(right(row, strict=False) for row in some)
        out.append(f"| {rule} | {len(some)} | {len({row['article'] for row in some})} | {hits / len(some):.2f} |")
    return out


def fired(folders: list[Path]) -> list[str]:
    """Every construction that fires in the datasets, with its figures and its articles."""
    figures, articles = Counter[str](), defaultdict[str, set[str]](set)
    for folder in folders:
        for record in map(json.loads, (folder / "figures.jsonl").read_text(encoding="utf-8").splitlines()):
            figures[record["rule"]] += 1
            articles[record["rule"]].add(record["article_id"])
    out = ["| construction | articles | figures |", "| --- | --- | --- |"]
    for rule in sorted(figures, key=lambda name: (-len(articles[name]), -figures[name], name)):
        out.append(f"| {rule} | {len(articles[rule])} | {figures[rule]} |")
    return out


def lexicon_reach(folders: list[Path], lexicons: Path = LEXICONS) -> list[str]:
    """Per lexicon, how many plain entries stand in the texts of none, one and more articles, and those of one.

    Entries that are patterns are left out; standing in a text is needed for an entry to fire, and does not suffice.
    """
    texts = [
        json.loads(record)["text"].lower().replace("\u2019", "'")
        for folder in folders
        for record in (folder / "articles.jsonl").read_text(encoding="utf-8").splitlines()
    ]
    out = ["| lexicon | entries | in no article | in one | which |", "| --- | --- | --- | --- | --- |"]
    for path in sorted(lexicons.glob("*/*.toml")):
        plain = {entry for entry in _leaves(tomllib.loads(path.read_text("utf-8"))) if entry and PLAIN.fullmatch(entry)}
        reach = {entry: _reach(entry.lower(), texts) for entry in plain}
        once = sorted(entry for entry, count in reach.items() if count == 1)
        none = sum(not count for count in reach.values())
        names = "names of places and firms" if path.stem in {"countries", "pollsters"} else "; ".join(once)
        out.append(f"| {path.parent.name}/{path.stem} | {len(plain)} | {none} | {len(once)} | {names} |")
    return out


def _leaves(node: object) -> Iterator[str]:
    """Every string of a parsed lexicon, keys left out."""
    if isinstance(node, str):
        yield node
    elif isinstance(node, dict | list):
        for child in node.values() if isinstance(node, dict) else node:
            yield from _leaves(child)


def _reach(entry: str, texts: list[str]) -> int:
    """In how many texts the entry stands as whole words, counted up to two."""
    word = re.compile(rf"(?<!\w){re.escape(entry)}(?!\w)")
    return sum(1 for _ in islice((text for text in texts if entry in text and word.search(text)), 2))


def main() -> int:
    """Print the tables of the report."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--judged", type=Path, default=JUDGED)
    parser.add_argument("--lexicons", type=Path, default=LEXICONS)
    parser.add_argument("--data", type=Path, nargs="*", default=[])
    options = parser.parse_args()
    rows = judgements(options.judged)
    more = [fired(options.data), lexicon_reach(options.data, options.lexicons)] if options.data else []
    tables = [precision(rows), families(rows), constructions(rows), *more]
    print("\n\n".join("\n".join(table) for table in tables))
    return 0


if __name__ == "__main__":
    sys.exit(main())
