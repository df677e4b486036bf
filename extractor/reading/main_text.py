"""Which runs of a page are the story: trafilatura's choice, found again in the source tree and corrected there."""

import logging

from lxml import etree
from lxml.html import HtmlElement
from trafilatura import bare_extraction

from extractor.reading.alignment import align
from extractor.reading.runs import Run, key_of, tidy
from extractor.reading.selection import choose
from extractor.reading.tables import data_tables, join_cells

# Extraction problems come back as results; lines on the error stream would only disturb the progress display.
for _name in ("trafilatura", "htmldate", "readability", "justext"):
    logging.getLogger(_name).setLevel(logging.CRITICAL)

_EXTRACTED_BREAKS = frozenset(
    (
        "body",
        "p",
        "head",
        "item",
        "list",
        "quote",
        "cell",
        "row",
        "table",
        "lb",
        "code",
        "div",
        "fw",
        "ab",
        "doc",
        "main",
    )
)

_LITTLE = 500  # characters of a story below which the choice is doubtful


def main_runs(tree: HtmlElement, runs: list[Run]) -> list[Run]:
    """The runs of the story's body, in document order, a data cell as one run; `tree` is left as it is."""
    chosen = align([key_of(text) for text in _extracted(tree)], runs)
    body = [runs[number] for number in sorted(choose(runs, chosen))]
    return list(join_cells(body, data_tables(body)))


def _extracted(tree: HtmlElement) -> list[str]:
    """The paragraphs that trafilatura takes for the story.

    Its own rules first; only where they find little are its other extractors asked, which double the time.
    """
    texts = _attempt(tree, fast=True)
    return texts if sum(map(len, texts)) >= _LITTLE else _attempt(tree, fast=False)


def _attempt(tree: HtmlElement, *, fast: bool) -> list[str]:
    try:
        found = bare_extraction(tree, favor_precision=True, include_comments=False, fast=fast)
    except Exception:  # whatever a hostile page provokes in the extractor, `selection` still reads it
        return []
    body = getattr(found, "body", None)
    return _texts(body) if body is not None else []


def _texts(body: etree._Element) -> list[str]:
    texts: list[str] = []
    pieces: list[str] = []

    def flush() -> None:
        text = tidy("".join(pieces))
        pieces.clear()
        if text:
            texts.append(text)

    for event, element in etree.iterwalk(body, events=("start", "end")):
        if element.tag in _EXTRACTED_BREAKS:
            flush()
        piece = element.text if event == "start" else element.tail
        if piece and (event == "start" or element is not body):
            pieces.append(piece)
    flush()
    return texts
