"""The Python API for one page and for stored records."""

from extractor.models import Dataset, Extraction, Flag


def extract(
    page: str | bytes, *, url: str | None = None, published: str | None = None, source_path: str = ""
) -> Extraction:
    """All poll records of one page: HTML, or plain text.

    `published` (ISO 8601) is used where the page states no date; relative fieldwork dates are resolved against it.
    Raises `errors.UnreadableInput` for a page that cannot be read as an article.
    """
    from extractor.assembly.extraction import extract_article  # noqa: PLC0415  (spaCy comes with it)

    try:
        from extractor.reading.page import read_article  # noqa: PLC0415
    except ModuleNotFoundError:
        from extractor.batch._fallback import read_article  # type: ignore[assignment]  # noqa: PLC0415

    return extract_article(read_article(page, source_path=source_path, url=url, published=published))


def check(dataset: Dataset) -> list[Flag]:
    """Every inconsistency in `dataset`, within articles and between them; reads no article text and no spaCy."""
    raise NotImplementedError
