"""What a page says about its story in JSON-LD (schema.org NewsArticle and its kin)."""

import html
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from lxml.html import HtmlElement

_ARTICLE = re.compile(r"Article$|^BlogPosting$|^LiveBlogPosting$|^Report$|^SocialMediaPosting$")
_PAGE = frozenset(("WebPage", "CreativeWork", "ItemPage", "MediaObject"))
_MAX_BYTES = 1_000_000
_MAX_NODES = 2_000
_MAX_AUTHORS = 12
_COMMENT = re.compile(
    r"^\s*(?:<!--|//\s*<!\[CDATA\[|/\*\s*<!\[CDATA\[\s*\*/|<!\[CDATA\[)|(?:-->|//\s*\]\]>|/\*\s*\]\]>\s*\*/|\]\]>)\s*$"
)


@dataclass(frozen=True, slots=True)
class LinkedData:
    """The statements of the story's own node; texts as given, empty where there is none."""

    headline: str = ""
    published: str = ""
    modified: str = ""
    authors: tuple[str, ...] = ()
    publisher: str = ""
    language: str = ""
    script: HtmlElement | None = None


def read_linked_data(tree: HtmlElement) -> LinkedData:
    """The first node of an article type among the page's JSON-LD scripts, else the first that describes the page."""
    fallback: LinkedData | None = None
    for script in tree.iter("script"):
        if "ld+json" not in (script.get("type") or "").lower() or not script.text or len(script.text) > _MAX_BYTES:
            continue
        for node in _nodes(_parse(script.text)):
            kinds = [kind for kind in _listed(node.get("@type")) if isinstance(kind, str)]
            if any(_ARTICLE.search(kind) for kind in kinds):
                return _statements(node, script)
            if fallback is None and not _PAGE.isdisjoint(kinds) and (node.get("headline") or node.get("datePublished")):
                fallback = _statements(node, script)
    return fallback or LinkedData()


def _parse(source: str) -> Any:
    source = _COMMENT.sub("", _COMMENT.sub("", source)).strip().rstrip(";")
    try:
        return json.loads(source, strict=False)
    except (ValueError, RecursionError):
        return None


def _nodes(value: Any) -> Iterator[dict[str, Any]]:
    """All objects that may be the story's node: top level, lists, graphs and main entities, breadth first."""
    queue = [value]
    for _ in range(_MAX_NODES):
        if not queue:
            return
        at = queue.pop(0)
        if isinstance(at, list):
            queue.extend(at)
        elif isinstance(at, dict):
            yield at
            queue.extend(
                at[key] for key in ("@graph", "mainEntity", "mainEntityOfPage", "itemListElement", "item") if key in at
            )


def _statements(node: dict[str, Any], script: HtmlElement) -> LinkedData:
    return LinkedData(
        headline=_text(node.get("headline")) or _text(node.get("name")),
        published=_text(node.get("datePublished")) or _text(node.get("dateCreated")),
        modified=_text(node.get("dateModified")),
        authors=tuple(filter(None, map(_name, _listed(node.get("author") or node.get("creator")))))[:_MAX_AUTHORS],
        publisher=next(filter(None, map(_name, _listed(node.get("publisher") or node.get("sourceOrganization")))), ""),
        language=_text(node.get("inLanguage")),
        script=script,
    )


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def _name(value: Any) -> str:
    if isinstance(value, dict):
        return _text(value.get("name"))
    return _text(value)


def _text(value: Any) -> str:
    if isinstance(value, list):
        value = value[0] if value else None
    if isinstance(value, dict):
        value = value.get("@value") or value.get("name")
    if not isinstance(value, str):
        return ""
    return " ".join(html.unescape(value).split())
