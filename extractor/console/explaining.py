"""``pollcheck explain``: a stored figure with its sentence, and how the extraction came to it."""

from pathlib import Path

from extractor.assembly.explain import explain as explain_figure
from extractor.batch.lookup import find_figure
from extractor.models import Article, Figure


def explain(data: Path, figure_id: str) -> str:
    """Everything that is known about a figure of the output in `data`.

    Raises `UsageError` if there is no such figure.
    """
    article, figure = find_figure(data, figure_id)
    return f"{_record(article, figure)}\n\n{explain_figure(article, figure)}"


def _record(article: Article, figure: Figure) -> str:
    evidence = figure.evidence
    place = next((block.xpath for block in article.blocks if block.start <= evidence.start < block.end), "")
    rows = [
        ("figure", f"{figure.value:g} {figure.unit} ({figure.kind}, {figure.wave}, {figure.qualifier})"),
        ("population", figure.population.label),
        ("response", f"{figure.response.label} ({figure.response.stance})"),
        ("sentence", evidence.sentence),
        ("evidence", f"{evidence.exact!r} at {evidence.start}:{evidence.end}{f' in {place}' if place else ''}"),
        ("article", f"{article.title or article.article_id} ({article.source_path})"),
        ("rule", figure.rule),
        ("inferred", ", ".join(figure.inferred) or "nothing: all stands in the sentence"),
    ]
    return "\n".join(f"{name:<11} {text}" for name, text in rows)
