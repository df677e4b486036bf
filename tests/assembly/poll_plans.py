"""Stories with marked figures, and which poll and wave each figure is found to be of.

``<fig poll=1 wave=previous when=2018-03>40 percent</fig>``: `poll` counts from 1 in order of mention.
"""

from extractor.assembly.poll_plan import PollPlan
from extractor.assembly.polls import find_polls
from extractor.components.context import ContextMarker
from extractor.components.values import FIGURES, FigureValue
from extractor.models import Article
from tests.components.poll_pipeline import build
from tests.markup import Mark, parse

PUBLISHED = "2019-11-20"


def plan_of(marked: str, published: str | None = PUBLISHED) -> tuple[PollPlan, list[Mark]]:
    """The plan of a marked story."""
    text, marks = parse(marked, "fig")
    doc = build()(text)
    spans = []
    for mark in marks:
        span = doc.char_span(mark.start, mark.end, alignment_mode="expand")
        kind = mark.attributes.get("kind", "share")
        span._.figure = FigureValue(0, 0, "percent", kind, "exact", "digits")  # type: ignore[arg-type]
        spans.append(span)
    doc.spans[FIGURES] = spans
    article = Article(article_id="a", source_path="a.html", sha256="", text=text, published=published)
    return find_polls(ContextMarker("en")(doc), article), marks
