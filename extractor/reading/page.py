"""One document to an `Article`: HTML or plain text, bytes or text."""

import hashlib
import re

from extractor.errors import UnreadableInput
from extractor.ids import content_id
from extractor.models import Article, Block
from extractor.reading.encoding import clean, decode
from extractor.reading.limits import DEFAULT, Limits
from extractor.reading.page_dates import parse_timestamp
from extractor.reading.plain import read_plain
from extractor.reading.reading import Given, Reading
from extractor.reading.runs import tidy
from extractor.reading.source import Source

_HTML_NAMES = (".html", ".htm", ".xhtml")
_TEXT_NAMES = (".txt", ".text", ".md")
_MARKUP = re.compile(
    r"\s*(?:<\?xml\b[^>]{0,500}>\s*)?(?:<!--.{0,2000}?-->\s*)*<(?:!doctype\s+html|html|head|body|article|main|div|section|p|h1|table|title|meta)\b",
    re.I | re.S,
)
_ANY_TAG = re.compile(r"</?[a-zA-Z][a-zA-Z0-9]*(?:\s[^<>]{0,2000})?/?>")


def read_article(
    data: bytes | str,
    *,
    source_path: str = "",
    url: str | None = None,
    published: str | None = None,
    title: str | None = None,
    outlet: str | None = None,
    media: str | None = None,
    charset: str | None = None,
    limits: Limits = DEFAULT,
) -> Article:
    """The article in `data`.

    `media` is ``html`` or ``text``; without it the name decides (a ``.txt`` is never taken for HTML), then the content.
    `charset` is what the transport declared.  `url`, `published` (ISO 8601 or as printed), `title` and `outlet` are
    used where the page itself states none; a given `url` and the `title` of a plain text come first.

    Raises `UnreadableInput`, with a reason on one line, for what is empty, binary, larger than `limits.max_bytes`,
    in no known encoding or without text; nothing else.
    """
    raw = data.encode("utf-8", "replace") if isinstance(data, str) else bytes(data)
    if not raw.strip():
        raise UnreadableInput("empty")
    if len(raw) > limits.max_bytes:
        raise UnreadableInput(f"{len(raw):,} bytes, more than the limit of {limits.max_bytes:,}")
    text = clean(data) if isinstance(data, str) else decode(raw, charset=charset)
    given = Given(url or None, title or None, published or None, outlet or None)
    try:
        reading = _read(text, media or _media(source_path, text), given)
    except UnreadableInput:
        raise
    except (MemoryError, RecursionError) as error:
        raise UnreadableInput("too deeply nested to be read") from error
    return _article(reading, raw, source_path, given)


def read_source(source: Source, *, limits: Limits = DEFAULT) -> Article:
    """The article of a `Source`, with what its container says about it."""
    meta = source.meta
    return read_article(
        source.data, source_path=source.source_path, url=meta.url, published=meta.published, title=meta.title,
        outlet=meta.outlet, media=meta.media, charset=meta.charset, limits=limits,
    )  # fmt: skip


def _media(source_path: str, text: str) -> str:
    name = source_path.lower().removesuffix(".gz")
    if name.endswith(_TEXT_NAMES):
        return "text"
    if name.endswith(_HTML_NAMES):
        return "html" if _ANY_TAG.search(text) else "text"
    return "html" if _MARKUP.match(text) else "text"


def _read(text: str, media: str, given: Given) -> Reading:
    if media == "html":
        from extractor.reading.html import read_html  # noqa: PLC0415  (trafilatura takes its time to import)

        return read_html(text, given)
    return read_plain(text, given)


def _article(reading: Reading, raw: bytes, source_path: str, given: Given) -> Article:
    parts = ([reading.title] if reading.title else []) + list(reading.body)
    blocks, at = [], 0
    for part in parts:
        blocks.append(Block(start=at, end=at + len(part.text), kind=part.kind, xpath=part.xpath))
        at += len(part.text) + 2
    digest = hashlib.sha256(raw).hexdigest()
    return Article(
        article_id=content_id("art", digest, place=source_path),
        source_path=source_path,
        sha256=digest,
        url=reading.url,
        outlet=tidy(reading.outlet) or None if reading.outlet else None,
        title=reading.title.text if reading.title else None,
        byline=reading.byline,
        language=reading.language,
        published=reading.published or parse_timestamp(given.published),
        updated=reading.updated,
        text="\n\n".join(part.text for part in parts),
        blocks=tuple(blocks),
    )
