"""The Python API for one page and for stored records."""

from typing import Any

from extractor.models import Dataset, Extraction, Flag


def extract(
    page: str | bytes, *, url: str | None = None, published: str | None = None, source_path: str = ""
) -> Extraction:
    """All poll records of one page: HTML, or plain text.

    `published` (ISO 8601) is used where the page states no date; relative fieldwork dates are resolved against it.
    Raises `errors.UnreadableInput` for a page that cannot be read as an article.
    """
    from extractor.assembly.extraction import extract_article  # noqa: PLC0415  (spaCy comes with it)
    from extractor.reading.page import read_article  # noqa: PLC0415

    return extract_article(read_article(page, source_path=source_path, url=url, published=published))


def check(dataset: Dataset, *, settings: dict[str, Any] | None = None) -> list[Flag]:
    """Every inconsistency in `dataset`, within articles and between them, ordered by check and article.

    Needs no spaCy.  The clusters and reprints in the records are worked out anew.  `settings` are those of
    `checks.Settings`; raises `errors.UsageError` for an unknown check or option.
    """
    from extractor.checks import Settings, run_checks  # noqa: PLC0415
    from extractor.matching import compare, link_with_reasons  # noqa: PLC0415

    linked = link_with_reasons(dataset)
    chosen = Settings.model_validate(settings or {})
    return list(run_checks(linked.dataset, compare(linked.dataset), chosen, reasons=linked.reasons).flags)
