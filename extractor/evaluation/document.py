"""One document against its gold: which figures were found, which of them are right, and how they are grouped."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from extractor.evaluation.alignment import Span, Stream, places
from extractor.evaluation.counts import Accuracy, Hits, grouping
from extractor.evaluation.gold import Gold
from extractor.evaluation.labels import same_population, same_response

Row = Mapping[str, Any]

_SAME_VALUE = 1e-9


@dataclass
class DocumentScore:
    """What one document adds to the totals; `matched` pairs each gold finding with the figure taken for it."""

    detected: Hits = field(default_factory=Hits)
    full: Hits = field(default_factory=Hits)
    fields: Accuracy = field(default_factory=Accuracy)
    matched: list[tuple[Row, Row]] = field(default_factory=list)
    mistakes: list[str] = field(default_factory=list)

    @property
    def same_questions(self) -> Hits:
        """Pairs of matched figures that gold and dataset put under one question."""
        return grouping(
            [gold["question"] for gold, _ in self.matched], [got.get("question_id") for _, got in self.matched]
        )

    def same_polls(self, gold: Gold) -> Hits:
        """Pairs of matched figures that gold and dataset put under one poll."""
        surveys = [gold["questions"][row["question"]]["survey"] for row, _ in self.matched]
        return grouping(surveys, [got.get("poll_id") for _, got in self.matched])


def required(gold: Gold) -> list[Row]:
    """The findings that count."""
    return [finding for finding in gold["findings"] if not finding["optional"]]


def span_of(finding: Row) -> Span:
    """The place of a gold finding in its document."""
    return finding["figure"]["start"], finding["figure"]["end"]


def score_missing(gold: Gold) -> DocumentScore:
    """The score of a document that the dataset does not hold."""
    wanted = required(gold)
    lost = DocumentScore(Hits(fn=len({span_of(finding) for finding in wanted})), Hits(fn=len(wanted)))
    lost.mistakes.append("no article in the dataset")
    return lost


def score_document(gold: Gold, document: Stream, article: Stream, figures: Iterable[Row]) -> DocumentScore:
    """Compare the figures of one article with its gold, place by place."""
    by_span: dict[Span, list[Row]] = defaultdict(list)
    for finding in gold["findings"]:
        by_span[span_of(finding)].append(finding)
    found, stray = _align(by_span, document, article, figures)
    score = DocumentScore()
    for span, findings in by_span.items():
        _score_place(findings, found.get(span, []), score)
    for (_, exact), rows in stray.items():
        score.detected.fp += 1
        score.full.fp += len(rows)
        score.mistakes.append(f"{exact!r} is no poll figure: {str(rows[0]['evidence'].get('sentence', ''))[:120]}")
    score.full.fn = len(required(gold)) - score.full.tp
    return score


def _align(
    by_span: Mapping[Span, Any], document: Stream, article: Stream, figures: Iterable[Row]
) -> tuple[dict[Span, list[Row]], dict[tuple[int, str], list[Row]]]:
    """The figures by the gold place they stand at, and those that stand at none, by their own place."""
    found: dict[Span, list[Row]] = defaultdict(list)
    stray: dict[tuple[int, str], list[Row]] = defaultdict(list)
    for figure in figures:
        evidence = figure["evidence"]
        hits = (
            span
            for start, end in places(article, document, evidence["start"], evidence["end"])
            for span in by_span
            if start < span[1] and span[0] < end
        )
        span = next(hits, None)
        if span:
            found[span].append(figure)
        else:
            stray[evidence["start"], evidence["exact"]].append(figure)
    return found, stray


def _score_place(findings: Sequence[Row], figures: Sequence[Row], score: DocumentScore) -> None:
    """Pair the findings of one place with its figures, the most alike first, and count.

    Optional findings take part in the pairing but count neither for nor against.
    """
    counts = any(not finding["optional"] for finding in findings)
    if counts:
        score.detected.add(Hits(tp=1) if figures else Hits(fn=1))
    pairs = _pair(findings, figures)
    for finding, figure in pairs:
        score.matched.append((finding, figure))
        if not finding["optional"]:
            _count_pair(finding, figure, score)
    paired = {id(finding) for finding, _ in pairs}
    for finding in findings:
        if id(finding) not in paired and not finding["optional"]:
            label = f"{finding['population'][0]} | {finding['response'][0]}"
            score.mistakes.append(f"{finding['figure']['exact']!r} missed: {label}")
    if counts:
        score.full.fp += len(figures) - len(pairs)


def _pair(findings: Sequence[Row], figures: Sequence[Row]) -> list[tuple[Row, Row]]:
    likeness = [
        (-sum(right_fields(finding, figure).values()), g, p)
        for g, finding in enumerate(findings)
        for p, figure in enumerate(figures)
    ]
    pairs, used_findings, used_figures = [], set(), set()
    for _, g, p in sorted(likeness):
        if g not in used_findings and p not in used_figures:
            used_findings.add(g)
            used_figures.add(p)
            pairs.append((findings[g], figures[p]))
    return pairs


def _count_pair(finding: Row, figure: Row, score: DocumentScore) -> None:
    right = right_fields(finding, figure)
    for name, ok in right.items():
        score.fields.add(name, ok)
    if all(right.values()):
        score.full.tp += 1
        return
    score.full.fp += 1
    wrong = ", ".join(name for name, ok in right.items() if not ok)
    want = (finding["value"], finding["kind"], finding["wave"], finding["population"][0], finding["response"][0])
    got = (figure["value"], figure["kind"], figure.get("wave"), label(figure, "population"), label(figure, "response"))
    told = ["{:g} {} {} | {} | {}".format(*side) for side in (want, got)]
    score.mistakes.append(f"{finding['figure']['exact']!r} wrong {wrong}: gold {told[0]} <> got {told[1]}")


def right_fields(finding: Row, figure: Row) -> dict[str, bool]:
    """Which fields of a figure are those of the gold finding."""
    return {
        "value": abs(float(figure["value"]) - finding["value"]) < _SAME_VALUE,
        "kind": figure["kind"] == finding["kind"],
        "wave": (figure.get("wave") or "current") == finding["wave"],
        "population": same_population(label(figure, "population"), finding["population"]),
        "response": same_response(label(figure, "response"), finding["response"]),
    }


def label(figure: Row, name: str) -> str:
    """The label of a figure's population or response; empty where there is none."""
    return (figure.get(name) or {}).get("label") or ""
