"""What reading a page or a text gives, before it becomes an `Article`."""

from dataclasses import dataclass

from extractor.models import BlockKind


@dataclass(frozen=True, slots=True)
class Given:
    """What is known of an article besides its content: from the call, a JSON Lines record, a WARC header."""

    url: str | None = None
    title: str | None = None
    published: str | None = None
    outlet: str | None = None


@dataclass(frozen=True, slots=True)
class Piece:
    """One block of text: what it says, what it is, and the XPath of its element ("" for plain text)."""

    text: str
    kind: BlockKind
    xpath: str = ""


@dataclass(frozen=True, slots=True)
class Reading:
    """Header and body of one article; `title` is not among the `body` pieces."""

    title: Piece | None
    body: tuple[Piece, ...]
    byline: tuple[str, ...] = ()
    outlet: str | None = None
    language: str = "en"
    published: str | None = None
    updated: str | None = None
    url: str | None = None
