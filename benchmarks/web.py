"""What ordinary web pages cost, from a WARC to the store: nearly all of them hold no poll and end at the gate.

    python benchmarks/web.py [--times 20] [--jobs 2] [--json FILE]

Needs the real pages of `../shared/html`; they are written to a WARC.gz as many times as asked for, as crawls come.
"""

import io
import sys
import tempfile
from pathlib import Path

from benchmarks import measure
from benchmarks.speed import real_pages


def main() -> int:
    """Print the table; 2 where the pages are not at hand."""
    given = measure.arguments(__doc__, times={"type": int, "default": 20}, jobs={"type": int, "default": 2})
    pages = real_pages()
    if not pages:
        print("the pages of ../shared/html are not at hand", file=sys.stderr)
        return 2
    with tempfile.TemporaryDirectory() as scratch:
        warc, output = Path(scratch, "pages.warc.gz"), Path(scratch, "output")
        write(warc, pages, given.times)
        first = measure.run(warc, output, "--jobs", str(given.jobs))
        again = measure.run(warc, output, "--jobs", str(given.jobs))
    count, megabytes = len(pages) * given.times, sum(map(len, pages)) * given.times / 1e6
    rows = [
        (name, count, f"{run.seconds:.1f}", f"{run.cpu / count * 1000:.2f}", f"{count / run.seconds:.0f}",
         f"{megabytes / run.seconds:.0f}", run.summary["gated"], run.summary["counts"]["articles"])
        for name, run in (("first run", first), ("nothing new", again))
    ]  # fmt: skip
    head = ("", "pages", "s", "CPU ms each", "pages/s", "MB/s", "gated", "articles")
    measure.report(head, rows, {"megabytes": megabytes, "first": first, "again": again}, given.json)
    return 0


def write(path: Path, pages: list[bytes], times: int) -> None:
    """The pages as responses of a crawl."""
    from warcio.statusandheaders import StatusAndHeaders
    from warcio.warcwriter import WARCWriter

    with path.open("wb") as file:
        writer = WARCWriter(file, gzip=True)
        for turn in range(times):
            for number, page in enumerate(pages):
                head = StatusAndHeaders("200 OK", [("Content-Type", "text/html")], protocol="HTTP/1.1")
                url = f"https://www.example.org/{turn}/{number}"
                record = writer.create_warc_record(url, "response", payload=io.BytesIO(page), http_headers=head)
                writer.write_record(record)


if __name__ == "__main__":
    sys.exit(main())
