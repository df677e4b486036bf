"""How much one input may hold: guards against gigantic files and decompression bombs."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """Settings of the reader, all of them upper bounds.

    `max_bytes` is the size of one document after decompression; `max_archive_bytes` that of everything in one zip or
    gzip file; `max_ratio` how many times larger than its compressed form content may be (judged once it is larger than
    a megabyte); `max_members` the number of files in a zip archive.
    """

    max_bytes: int = 10_000_000
    max_archive_bytes: int = 64_000_000_000
    max_ratio: int = 250
    max_members: int = 100_000


DEFAULT = Limits()
