"""Gold annotations as records, so that checks can be tested on what articles really say, extraction errors aside.

Labels are the first that gold accepts; facets come from the product's own reading of population labels.  Stances are
guessed from the first words of a label, because gold does not give them.
"""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from extractor.ids import content_id
from extractor.models import (
    Article,
    Block,
    Dataset,
    Evidence,
    Extraction,
    Figure,
    Poll,
    Question,
    Response,
    Sample,
    Stance,
)
from extractor.parsing.populations import describe

_SENTENCE = re.compile(r"(?<=[.!?])[”\"’')]*\s+(?=[A-Z“\"‘'(])|\n\n")
_FAVOR = re.compile(
    r"^(strongly |somewhat |would )?(approv|support|favor|in favor|agree|yes|back|positive|right dir)", re.I
)
_OPPOSE = re.compile(
    r"^(strongly |somewhat |would )?(disapprov|oppos|unfavor|against|disagree|no$|negative|wrong dir|not )", re.I
)
_NO_OPINION = re.compile(r"^(undecided|unsure|not sure|no opinion|don.t know|did not know|didn.t know|uncertain)", re.I)


def sentence_bounds(text: str) -> list[int]:
    """Where sentences start in `text`, the end of the text added."""
    return [0, *(match.end() for match in _SENTENCE.finditer(text)), len(text)]


def stance_of(label: str) -> Stance:
    """A guess at the side of an answer from its first words."""
    for pattern, stance in ((_NO_OPINION, "dont_know"), (_OPPOSE, "oppose"), (_FAVOR, "favor")):
        if pattern.search(label):
            return stance  # type: ignore[return-value]
    return "other"


def records_of(gold: dict[str, Any], text: str, *, optional: bool = False) -> Extraction:
    """One gold document as an extraction; `optional` keeps the findings on which readers may disagree."""
    name = gold["doc"]
    article_id = content_id("art", name)
    bounds = sentence_bounds(text)
    blocks, at = [], 0
    for number, part in enumerate(text.split("\n\n")):
        blocks.append(Block(start=at, end=at + len(part), kind="title" if number == 0 else "paragraph"))
        at += len(part) + 2
    header = gold.get("article", {})
    article = Article(
        article_id=article_id,
        source_path=name,
        sha256="0" * 64,
        title=header.get("title"),
        published=header.get("published"),
        text=text,
        blocks=tuple(blocks),
    )
    polls = {
        key: Poll(
            poll_id=content_id("poll", name, key),
            article_id=article_id,
            pollsters=tuple(survey["pollsters"][:1]),
            mode=survey["mode"],
            field_start=survey["field_start"],
            field_end=survey["field_end"],
            samples=_samples(survey),
        )
        for key, survey in gold["surveys"].items()
    }
    questions = {
        key: Question(
            question_id=content_id("question", name, key),
            article_id=article_id,
            poll_id=polls[question["survey"]].poll_id,
            text=question["text"],
            verbatim=question["verbatim"],
        )
        for key, question in gold["questions"].items()
    }
    figures = [
        _figure(finding, number, text, bounds, questions[finding["question"]])
        for number, finding in enumerate(gold["findings"])
        if optional or not finding["optional"]
    ]
    return Extraction(
        article=article, polls=tuple(polls.values()), questions=tuple(questions.values()), figures=tuple(figures)
    )


def _samples(survey: dict[str, Any]) -> tuple[Sample, ...]:
    """Gold lists sizes and one margin; the margin is told only where there is one size."""
    sizes = survey["sample_sizes"]
    return tuple(
        Sample(size=size, margin_of_error=survey["margin_of_error"] if len(sizes) == 1 else None) for size in sizes
    )


def _figure(finding: dict[str, Any], number: int, text: str, bounds: list[int], question: Question) -> Figure:
    place = finding["figure"]
    start, end = place["start"], place["end"]
    opened = max(bound for bound in bounds if bound <= start)
    closed = min(bound for bound in bounds if bound >= end)
    digits = re.search(r"\d+\.(\d+)", place["exact"])
    label = finding["response"][0]
    exact = place["exact"].casefold()
    return Figure(
        figure_id=content_id("fig", question.question_id, number),
        article_id=question.article_id,
        poll_id=question.poll_id,
        question_id=question.question_id,
        kind=finding["kind"],
        value=finding["value"],
        decimals=len(digits[1]) if digits else 0,
        unit="points" if "point" in exact or (finding["kind"] != "share" and "%" not in exact) else "percent",
        qualifier=finding["qualifier"],
        population=describe(finding["population"][0]),
        response=Response(label=label, stance=stance_of(label)),
        wave=finding["wave"],
        evidence=Evidence(
            exact=place["exact"],
            prefix=place["prefix"],
            suffix=place["suffix"],
            start=start,
            end=end,
            sentence=text[opened:closed].rstrip(),
        ),
        rule="gold",
    )


def extractions(gold: Path, texts: Path, *, optional: bool = False) -> Iterator[Extraction]:
    """Every gold document of a folder as an extraction, in the order of names."""
    for path in sorted(gold.glob("*.json")):
        document = json.loads(path.read_text(encoding="utf-8"))
        yield records_of(document, (texts / document["doc"]).read_text(encoding="utf-8"), optional=optional)


def dataset_of(parts: list[Extraction]) -> Dataset:
    """Extractions joined into one dataset."""
    return Dataset(
        articles=tuple(part.article for part in parts),
        polls=tuple(poll for part in parts for poll in part.polls),
        questions=tuple(question for part in parts for question in part.questions),
        figures=tuple(figure for part in parts for figure in part.figures),
    )
