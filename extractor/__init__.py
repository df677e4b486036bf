"""pollcheck: typed, checked records of the poll figures in news articles.

`extract` reads one page, `check` tests stored records, `run` processes a batch into a dataset; the record
classes (`Article`, `Poll`, `Question`, `Figure`, `Flag`, `Comparison`, …) are here too.  Nothing is imported before
it is asked for: spaCy only with the first extraction.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from extractor.api import check as check
    from extractor.api import extract as extract
    from extractor.batch import RunSummary as RunSummary
    from extractor.batch import run as run
    from extractor.models import Article as Article
    from extractor.models import Comparison as Comparison
    from extractor.models import Dataset as Dataset
    from extractor.models import Evidence as Evidence
    from extractor.models import Extraction as Extraction
    from extractor.models import Figure as Figure
    from extractor.models import Flag as Flag
    from extractor.models import Poll as Poll
    from extractor.models import Population as Population
    from extractor.models import Question as Question
    from extractor.models import Response as Response
    from extractor.models import Sample as Sample

_HOMES = {
    "extractor.api": ("check", "extract"),
    "extractor.batch": ("RunSummary", "run"),
    "extractor.models": (
        "Article",
        "Comparison",
        "Dataset",
        "Evidence",
        "Extraction",
        "Figure",
        "Flag",
        "Poll",
        "Population",
        "Question",
        "Response",
        "Sample",
    ),
}
_HOME = {name: home for home, names in _HOMES.items() for name in names}

__all__ = sorted(_HOME)  # noqa: PLE0605  (made from the table above)


def __getattr__(name: str) -> Any:
    """Import a public name from its home the first time it is asked for."""
    if name not in _HOME:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(import_module(_HOME[name]), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted([*globals(), *_HOME])
