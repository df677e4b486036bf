"""Phrases for messages: numbers, figures and places as a journalist would name them."""

from collections.abc import Iterable
from decimal import Decimal

from extractor.checks.views import ArticleView
from extractor.models import Article, Figure

_PLACES = {
    "title": "in the headline",
    "heading": "in a heading",
    "caption": "in a caption",
    "table_cell": "in a table",
    "list_item": "in a list",
    "quote": "in a quotation",
}


def number(value: float | Decimal, decimals: int | None = None) -> str:
    """A number as printed: `decimals` places, or as many as it has."""
    if decimals is not None:
        return f"{value:.{decimals}f}"
    text = f"{value:f}" if isinstance(value, Decimal) else repr(value)
    return text.rstrip("0").rstrip(".") if "." in text else text


def printed(figure: Figure) -> str:
    """The value with its unit: ``60 percent``, ``+4 points``."""
    sign = "+" if figure.kind == "change" and figure.value > 0 else ""
    return f"{sign}{number(figure.value, figure.decimals)} {figure.unit}"


def told(figure: Figure) -> str:
    """Value, population and response: ``60 percent of South Koreans for "should be strengthened"``."""
    return f"{printed(figure)} of {figure.population.label} for “{figure.response.label}”"


def outlet(article: Article) -> str:
    """The outlet's name, else the name of the page's file."""
    return article.outlet or article.source_path.rpartition("/")[2] or "the article"


def place(view: ArticleView, figure: Figure) -> str:
    """Where in its article a figure stands: ``in the headline``, ``in the text``."""
    return _PLACES.get(view.kind_of_place(figure), "in the text")


def listed(items: Iterable[str]) -> str:
    """``a``, ``a and b``, ``a, b and c``."""
    parts = list(items)
    return " and ".join([", ".join(parts[:-1]), parts[-1]]) if len(parts) > 1 else "".join(parts)
