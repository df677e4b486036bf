"""What goes to a worker and what comes back: plain data, cheap to send."""

import hashlib
from dataclasses import dataclass, field
from typing import Any, Literal

from extractor.reading.sources import Source

#: What became of an input: its records are stored; no poll story by its bytes; set aside with a reason.
Result = Literal["article", "gated", "quarantined"]
Rows = dict[str, list[tuple[Any, ...]]]


@dataclass(frozen=True, slots=True)
class Setup:
    """What every worker of a run needs to know; `settings` are those of `checks.Settings`."""

    gate: bool = True
    settings: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Task:
    """One input to process, and the digest by which it is known again."""

    source: Source
    digest: str

    @property
    def name(self) -> str:
        """The input's source path."""
        return self.source.source_path


def digest(source: Source) -> str:
    """SHA-256 over the bytes of an input and what its container says about it."""
    found = hashlib.sha256(source.data)
    found.update(repr(source.meta).encode())
    return found.hexdigest()


@dataclass(frozen=True, slots=True)
class ArticleRows:
    """The rows of one article, by table, ready to be stored."""

    article_id: str
    records: Rows
    tested: tuple[str, ...]
    profiles: tuple[tuple[str, str, str], ...]
    """Poll, article and packed profile."""
    poll_keys: tuple[tuple[int, str], ...]
    copy_keys: tuple[int, ...]
    signature: tuple[Any, ...] | None
    record_words: tuple[tuple[int, str, str], ...]
    record_shares: tuple[tuple[str, int, str], ...]
    quote_words: tuple[tuple[int, str, str], ...]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one input: its rows, or why it was set aside.

    `lasting` is false where another run may fare better: a time limit, a worker that died.
    """

    source_path: str
    digest: str
    result: Result
    reason: str | None = None
    rows: ArticleRows | None = None
    lasting: bool = True


def quarantined(source_path: str, digest: str, reason: str, *, lasting: bool = True) -> Outcome:
    """The outcome of an input that is set aside; the reason is cut to one line."""
    line = " ".join(reason.split())[:300] or "no reason given"
    return Outcome(source_path, digest, "quarantined", reason=line, lasting=lasting)
