"""How many pages the inputs of a run hold, so that progress can tell the time left."""

from collections.abc import Iterable
from pathlib import Path

from extractor.reading.sources import STDIN, input_files

#: Files that hold one page; any other may hold many.
_ONE_PAGE = (".html", ".htm", ".xhtml", ".txt", ".html.gz", ".htm.gz", ".txt.gz")


def count_pages(paths: Iterable[Path]) -> int | None:
    """How many pages there are; None where that takes reading (archives, JSON Lines, standard input).

    Raises `UsageError` where there is no input, or one is not there.
    """
    total = 0
    for name in input_files(paths):
        if name == STDIN or not name.lower().endswith(_ONE_PAGE):
            return None
        total += 1
    return total
