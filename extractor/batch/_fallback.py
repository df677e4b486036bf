"""Stand-in for `reading.page` until it lands."""

import hashlib
from typing import Any

from extractor.ids import content_id
from extractor.models import Article, Block


def read_article(data: bytes | str, *, source_path: str = "", url: str | None = None, published: str | None = None, **_: Any) -> Article:
    """A rough article: trafilatura's paragraphs, no XPaths."""
    raw = data.encode() if isinstance(data, str) else data
    text = raw.decode("utf-8", "replace")
    title = None
    if "<html" in text[:2000].lower() or "<!doctype" in text[:200].lower():
        import trafilatura

        found = trafilatura.bare_extraction(text, favor_precision=True, with_metadata=True)
        fields = found.as_dict() if found else {}
        title, published = fields.get("title"), published or fields.get("date")
        parts = [p for p in (fields.get("text") or "").split("\n") if p.strip()]
        if title and (not parts or parts[0] != title):
            parts.insert(0, title)
    else:
        parts = [p.strip() for p in text.split("\n") if p.strip()]
        title = parts[0] if parts else None
    blocks, at = [], 0
    for n, part in enumerate(parts):
        blocks.append(Block(start=at, end=at + len(part), kind="title" if n == 0 and part == title else "paragraph"))
        at += len(part) + 2
    digest = hashlib.sha256(raw).hexdigest()
    return Article(
        article_id=content_id("art", source_path, digest), source_path=source_path, sha256=digest, url=url, title=title,
        published=published, text="\n\n".join(parts), blocks=tuple(blocks),
    )
