"""How many corrupted figures do the checks find, and how often do they alarm on clean articles?

    python -m benchmarks.mutations [--json FILE] [--texts N]

Consistent articles (our corpus without the pages of its planted faults, and the development articles of
``../shared`` where present) are corrupted one figure at a time, the checks run again, and new flags that name the
corrupted figure count.  A corruption counts as *contradicted* when it breaks a tie to another statement; see
`mutation_rules`.  Nobody can find the others.

- *records*: records made from gold; values are changed in them.  What the checks can do on right records.
- *texts*: the printed number is changed in the article's text, which is extracted again.  What a user gets.

The hint about disclosure (DIS01) does not count as an alarm, nor as a find.
"""

import argparse
import json
import re
import sys
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path

from benchmarks.gold_records import dataset_of, extractions
from benchmarks.mutation_kinds import Mutation, mutations
from benchmarks.mutation_rules import Tie, ties
from extractor.assembly.extraction import extract_article
from extractor.checks import run_checks
from extractor.matching import compare, link
from extractor.models import Article, Dataset, Extraction, Figure, Flag

ROOT = Path(__file__).parent.parent
SHARED = ROOT.parent / "shared"
HINTS = {"DIS01", "MOE02"}
TARGET = 0.85


@dataclass
class Score:
    """Counts of one kind of corruption."""

    made: int = 0
    contradicted: int = 0
    found: int = 0
    loud: int = 0
    """Found by an error or a warning, not by a hint alone."""
    missed: dict[str, int] = field(default_factory=lambda: defaultdict(int))
    """Contradicted and not found, by the name of the tie that breaks."""

    @property
    def share(self) -> float | None:
        """Found out of contradicted."""
        return self.found / self.contradicted if self.contradicted else None


def clean_corpus() -> list[Extraction]:
    """The sample pages as gold records, those with planted faults left out."""
    readme = (ROOT / "corpus" / "README.md").read_text(encoding="utf-8")
    faulty = set(re.findall(r"^\| (\d\d) \|", readme.partition("## Planted faults")[2], re.MULTILINE))
    parts = extractions(ROOT / "corpus" / "gold", ROOT / "corpus" / "text")
    return [part for part in parts if part.article.source_path[:2] not in faulty]


def shared_articles() -> list[Extraction]:
    """The development articles as gold records; none where they are not present."""
    gold = SHARED / "gold" / "train"
    return list(extractions(gold, SHARED / "articles" / "train" / "text")) if gold.is_dir() else []


def linked(parts: list[Extraction]) -> tuple[Dataset, list[Flag]]:
    """Records matched across articles, and all their flags."""
    dataset = link(dataset_of(parts))
    return dataset, list(run_checks(dataset, compare(dataset)).flags)


def judge(parts: list[Extraction], scores: dict[str, Score], *, every: int = 1) -> list[Flag]:
    """Corrupt the records of articles that are checked together, one fault at a time; the alarms on clean records.

    `every` takes each n-th corruption only.
    """
    dataset, before = linked(parts)
    known = {flag.flag_id for flag in before}
    relations = ties(dataset, compare(dataset))
    by_member = defaultdict(list)
    for tie in relations:
        for member in tie.members:
            by_member[member].append(tie)
    for mutation in islice(mutations(dataset), 0, None, every):
        score = scores[mutation.kind]
        score.made += 1
        broken = _broken(mutation, dataset, by_member)
        if not broken:
            continue
        score.contradicted += 1
        mutant = link(mutation.apply(dataset))
        flags = run_checks(mutant, compare(mutant)).flags
        _count(score, [flag for flag in flags if flag.flag_id not in known and _names(flag, mutation, dataset)], broken)
    return [flag for flag in before if flag.severity != "info"]


def _broken(mutation: Mutation, dataset: Dataset, by_member: dict[str, list[Tie]]) -> list[str]:
    """Names of the ties that the corruption breaks."""
    changed = [name for name, _ in mutation.values] + ([mutation.poll_id] if mutation.poll_id else [])
    concerned = {id(tie): tie for name in changed for tie in by_member.get(name, ())}
    if not concerned:
        return []
    mutant = mutation.apply(dataset)
    figures = {figure.figure_id: figure for figure in mutant.figures}
    polls = {poll.poll_id: poll for poll in mutant.polls}
    return sorted(tie.name for tie in concerned.values() if not tie.holds(figures, polls))


def _names(flag: Flag, mutation: Mutation, dataset: Dataset) -> bool:
    """Whether a flag names what was corrupted."""
    if flag.check in HINTS:
        return False
    if mutation.poll_id is None:
        return any(name in flag.figure_ids for name, _ in mutation.values)
    article = next(poll.article_id for poll in dataset.polls if poll.poll_id == mutation.poll_id)
    return article in flag.article_ids


def _count(score: Score, new: list[Flag], broken: list[str]) -> None:
    score.found += bool(new)
    score.loud += any(flag.severity != "info" for flag in new)
    if not new:
        score.missed[broken[0]] += 1


def judge_texts(parts: list[Extraction], scores: dict[str, Score], limit: int) -> tuple[int, list[Flag]]:
    """Corrupt printed numbers and extract again; at most `limit` corruptions, spread evenly over the articles.

    Gold tells which corruptions are contradicted; the flags are those of the extracted records.
    """
    work = [(part, mutation, broken) for part in parts for mutation, broken in _contradicted(part)]
    step = max(1, len(work) // limit)
    clean: dict[str, list[Flag]] = {}
    for part, mutation, broken in work[::step]:
        article = part.article
        if article.article_id not in clean:
            clean[article.article_id] = _flags(article)
        known = {(flag.check, flag.observed) for flag in clean[article.article_id]}
        flags = _flags(_rewritten(part, mutation))
        score = scores[mutation.kind]
        score.made += 1
        score.contradicted += 1
        new = [flag for flag in flags if flag.check not in HINTS and (flag.check, flag.observed) not in known]
        _count(score, new, broken)
    return len(clean), [flag for flags in clean.values() for flag in flags if flag.severity != "info"]


def _contradicted(part: Extraction) -> Iterator[tuple[Mutation, list[str]]]:
    """Corruptions of one article that its own statements contradict and that can be written into its text."""
    dataset = dataset_of([part])
    by_member = defaultdict(list)
    for tie in ties(dataset):
        for member in tie.members:
            by_member[member].append(tie)
    figures = {figure.figure_id: figure for figure in dataset.figures}
    for mutation in mutations(dataset):
        if mutation.values and all(_digits(figures[name]) for name, _ in mutation.values):
            broken = _broken(mutation, dataset, by_member)
            if broken:
                yield mutation, broken


def _digits(figure: Figure) -> re.Match[str] | None:
    return re.search(r"\d+(?:\.\d+)?", figure.evidence.exact)


def _rewritten(part: Extraction, mutation: Mutation) -> Article:
    """The article with the corrupted values printed in the places of the right ones, its blocks moved along."""
    figures = {figure.figure_id: figure for figure in part.figures}
    text, blocks = part.article.text, part.article.blocks
    for name, value in sorted(mutation.values, key=lambda item: -figures[item[0]].evidence.start):
        figure = figures[name]
        digits = _digits(figure)
        assert digits is not None
        start = figure.evidence.start + digits.start()
        printed = f"{abs(value):.{figure.decimals}f}"
        text = f"{text[:start]}{printed}{text[start + len(digits[0]) :]}"
        longer = len(printed) - len(digits[0])
        blocks = tuple(
            block.model_copy(
                update={
                    "start": block.start + (longer if block.start > start else 0),
                    "end": block.end + (longer if block.end > start else 0),
                }
            )
            for block in blocks
        )
    return part.article.model_copy(update={"text": text, "blocks": blocks})


def _flags(article: Article) -> list[Flag]:
    return list(run_checks(dataset_of([extract_article(article)])).flags)


def table(title: str, scores: dict[str, Score]) -> str:
    """The counts as a text table, all kinds and their sum."""
    whole = Score()
    for score in scores.values():
        whole.made += score.made
        whole.contradicted += score.contradicted
        whole.found += score.found
        whole.loud += score.loud
    lines = [f"{title:<24}{'made':>8}{'contradicted':>14}{'found':>8}{'share':>8}{'loud':>8}"]
    for kind, score in [*sorted(scores.items()), ("all", whole)]:
        share = "–" if score.share is None else f"{score.share:.2f}"
        lines.append(f"{kind:<24}{score.made:>8}{score.contradicted:>14}{score.found:>8}{share:>8}{score.loud:>8}")
    return "\n".join(lines)


def as_data(scores: dict[str, Score], alarms: list[Flag]) -> dict[str, object]:
    """The counts for the JSON output."""
    found, contradicted = (sum(getattr(score, name) for score in scores.values()) for name in ("found", "contradicted"))
    return {
        "kinds": {
            kind: {
                "made": score.made,
                "contradicted": score.contradicted,
                "found": score.found,
                "loud": score.loud,
                "missed": dict(sorted(score.missed.items())),
            }
            for kind, score in sorted(scores.items())
        },
        "share": round(found / contradicted, 4) if contradicted else None,
        "alarms_on_clean": sorted(flag.message for flag in alarms),
    }


def main() -> int:
    """Print tables; 1 if less than the target is found on records, or clean records raise an alarm."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--json", type=Path, help="write the counts to this file")
    parser.add_argument("--texts", type=int, default=200, help="how many corruptions to write into texts (0: none)")
    options = parser.parse_args()
    corpus, shared = clean_corpus(), shared_articles()
    result: dict[str, object] = {}

    records: dict[str, Score] = defaultdict(Score)
    alarms = judge(corpus, records)
    for part in shared:
        alarms += judge([part], records)
    print(table("records", records))
    print(f"alarms on {len(corpus) + len(shared)} clean articles: {len(alarms)}")
    missed = defaultdict(int)
    for score in records.values():
        for name, count in score.missed.items():
            missed[name] += count
    print("missed, by what contradicts them:", dict(sorted(missed.items())) or "none")
    result["records"] = as_data(records, alarms)

    if options.texts:
        texts: dict[str, Score] = defaultdict(Score)
        articles, text_alarms = judge_texts([*corpus, *shared], texts, options.texts)
        print("\n" + table("texts", texts))
        print(f"alarms on {articles} clean articles: {len(text_alarms)}")
        result["texts"] = as_data(texts, text_alarms)
    if options.json:
        options.json.write_text(json.dumps(result, indent=2) + "\n", encoding="utf-8")
    found = sum(score.found for score in records.values())
    contradicted = sum(score.contradicted for score in records.values())
    return 0 if not alarms and found >= TARGET * contradicted else 1


if __name__ == "__main__":
    sys.exit(main())
