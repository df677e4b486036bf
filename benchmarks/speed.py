"""CPU time of the extraction against trafilatura alone, and against quantulum3 on the same text.

    python benchmarks/speed.py [--pages N] [--rounds 3] [--json FILE]

Every page is processed by each in turn, so that a slower moment of the machine falls on all; what counts are ratios.
Poll pages (`u*` of `../shared/articles`, else the sample pages): HTML to records, without the gate.  Real pages
(`../shared/html`, where present): gate first, what passes is read.  Held to: at most 2.0 times trafilatura on the poll
pages, at most 0.25 times on the real pages.
"""

import gzip
import sys
import time
from collections.abc import Callable

from benchmarks import measure

POLL_PAGES = 2.0
REAL_PAGES = 0.25
_NUMBERS_OF = 40  # pages that quantulum3 is timed on: it is slow


def main() -> int:
    """Print the table; 1 if a bound is broken."""
    given = measure.arguments(__doc__, pages={"type": int, "default": None}, rounds={"type": int, "default": 3})
    polls, real = poll_pages()[: given.pages], real_pages()[: given.pages]
    rows, data, kept = [], {}, True
    for name, pages, bound, ours in (
        ("poll pages", polls, POLL_PAGES, extract),
        ("real pages", real, REAL_PAGES, gated),
    ):
        if not pages:
            continue
        times = timed(pages, {"ours": ours, "trafilatura": trafilatura}, given.rounds)
        ratio = times["ours"] / times["trafilatura"]
        kept &= ratio <= bound
        data[name] = {"pages": len(pages), "ratio": ratio, "bound": bound, **times}
        each = [f"{times[who] / len(pages) * 1000:.2f}" for who in ("ours", "trafilatura")]
        rows.append((f"{name}, against trafilatura", len(pages), *each, f"{ratio:.2f}", bound))
    texts = [text.encode() for text in map(text_of, polls[:_NUMBERS_OF])]
    times = timed(texts, {"ours": records_of, "quantulum3": quantities}, 1)
    ratio = times["ours"] / times["quantulum3"]
    each = [f"{times[who] / len(texts) * 1000:.2f}" for who in ("ours", "quantulum3")]
    rows.append(("text of poll pages, against quantulum3", len(texts), *each, f"{ratio:.3f}", ""))
    data["text"] = {"pages": len(texts), "ratio": ratio, **times}
    measure.report(("", "pages", "ours ms", "other ms", "ratio", "at most"), rows, data, given.json)
    return 0 if kept else 1


def poll_pages() -> list[bytes]:
    """Pages with poll stories."""
    folders = [measure.SHARED / "articles" / name / "html" for name in ("train", "unlabelled")]
    found = sorted(path for folder in folders for path in folder.glob("u*.html"))
    return [path.read_bytes() for path in found or sorted((measure.ROOT / "corpus").glob("*.html"))]


def real_pages() -> list[bytes]:
    """Pages of the web, nearly all without polls."""
    found = sorted((measure.SHARED / "html" / "pages").glob("*.html.gz"))
    return [gzip.decompress(path.read_bytes()) for path in found]


def timed(pages: list[bytes], ways: dict[str, Callable[[bytes], object]], rounds: int) -> dict[str, float]:
    """CPU seconds of each way over all pages, the least of some rounds; the first page is done before, for free."""
    for way in ways.values():
        way(pages[0])
    best: dict[str, float] = {}
    for _ in range(rounds):
        spent = dict.fromkeys(ways, 0.0)
        for page in pages:
            for name, way in ways.items():
                began = time.process_time()
                way(page)
                spent[name] += time.process_time() - began
        best = {name: min(spent[name], best.get(name, spent[name])) for name in ways}
    return {name: round(seconds, 4) for name, seconds in best.items()}


def extract(page: bytes) -> object:
    """HTML to records."""
    import extractor

    return extractor.extract(page)


def gated(page: bytes) -> object:
    """The gate, then HTML to records if it lets the page pass."""
    from extractor.reading.gate import can_hold_poll

    return extract(page) if can_hold_poll(page) else None


def trafilatura(page: bytes) -> object:
    """What reading alone costs."""
    from trafilatura import bare_extraction

    return bare_extraction(page, favor_precision=True, with_metadata=True)


def text_of(page: bytes) -> str:
    """The main text, without its title."""
    import extractor

    return extractor.extract(page).article.text


def records_of(text: bytes) -> object:
    """Plain text to records."""
    import extractor

    return extractor.extract(text.decode(), source_path="page.txt")


def quantities(text: bytes) -> object:
    """The numbers of a text with their units, by its rules alone."""
    from quantulum3 import classifier, parser

    classifier.USE_CLF = False
    return parser.parse(text.decode())


if __name__ == "__main__":
    sys.exit(main())
