"""The visible text of a page as runs: stretches of inline text, each with the block element that holds it."""

import re
import unicodedata
from dataclasses import dataclass

from lxml import etree
from lxml.html import HtmlElement

from extractor.models import BlockKind

#: Elements whose content is never text of the page.
SKIPPED = frozenset(
    (
        "head", "script", "style", "noscript", "template", "svg", "math", "iframe", "object", "embed", "canvas",
        "audio", "video", "map", "select", "option", "textarea", "input", "button", "datalist", "progress",
        "meter", "amp-img", "amp-ad", "amp-analytics",
    )
)  # fmt: skip
#: Elements that end the line of text they stand in.
BREAKING = frozenset(
    (
        "html", "body", "address", "article", "aside", "blockquote", "center", "dd", "details", "dialog", "dir",
        "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5",
        "h6", "header", "hgroup", "hr", "legend", "li", "main", "menu", "nav", "ol", "p", "pre", "section",
        "summary", "table", "caption", "thead", "tbody", "tfoot", "tr", "td", "th", "ul", "amp-sidebar",
        "amp-accordion",
    )
)  # fmt: skip
_KINDS: dict[str, BlockKind] = {
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), "heading"),
    **dict.fromkeys(("li", "dt", "dd"), "list_item"),
    **dict.fromkeys(("td", "th"), "table_cell"),
    **dict.fromkeys(("figcaption", "caption"), "caption"),
    "blockquote": "quote",
}
_INHERITED = frozenset(("list_item", "quote", "caption", "table_cell", "heading"))
_BREAK = "\x1e"  # a line break element; control characters of the page itself were removed on decoding
_KEY = re.compile(r"[\W_]+")
_MARKS = "’‘“”–—…\u00a0"
_ASCII_KEY = {code: None for code in range(128) if not chr(code).isalnum()}
_INVISIBLE = re.compile("[\u00ad\u200b\u200c\u200d\u2060\ufeff]")
_NO_DISPLAY = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.I)
_NOTE_MARK = re.compile(r"\[?(?:\d{1,3}|[*†‡])\]?")
_ENDS_LINE = tuple(".!?:;”\"'’)…")


@dataclass(slots=True, eq=False)
class Run:
    """A stretch of text: normalised `text`, its letters and digits in lower case as `key`, its block `element`.

    `table` and `cell` are the innermost table and cell around it, `links` the share of its characters inside links.
    """

    text: str
    key: str
    element: HtmlElement
    kind: BlockKind
    links: float
    cell: HtmlElement | None
    table: HtmlElement | None


def key_of(text: str) -> str:
    """The letters and digits of `text` in lower case: equal for texts that differ in spacing and punctuation only."""
    if not text.isascii():
        for mark in _MARKS:
            text = text.replace(mark, "")
        if not text.isascii():
            return _KEY.sub("", text).lower()
    return text.translate(_ASCII_KEY).lower()


def tidy(text: str) -> str:
    """`text` on one line: white space collapsed, invisible characters removed, NFC."""
    if text.isascii():
        return " ".join(text.split())
    text = " ".join(_INVISIBLE.sub("", text).split())
    return text if unicodedata.is_normalized("NFC", text) else unicodedata.normalize("NFC", text)


def page_runs(root: HtmlElement) -> list[Run]:
    """All runs of visible text under `root`, in document order."""
    collector = _Collector()
    walker = etree.iterwalk(root, events=("start", "end"))
    skipped = None
    for event, element in walker:
        if event == "start":
            if _is_skipped(element):
                skipped = element
                walker.skip_subtree()
            else:
                collector.open(element)
        else:
            if element is skipped:
                skipped = None
            else:
                collector.close(element)
            if element.tail and element is not root:
                collector.add(element.tail)
    collector.flush()
    return collector.runs


def _is_skipped(element: HtmlElement) -> bool:
    tag = element.tag
    if not isinstance(tag, str) or tag in SKIPPED:
        return True
    if tag == "sup":
        return _is_note_mark(element)
    if not element.attrib:
        return False
    style = element.get("style")
    return element.get("hidden") is not None or (style is not None and _NO_DISPLAY.search(style) is not None)


def _is_note_mark(element: HtmlElement) -> bool:
    """Whether a superscript is the mark of a footnote, not part of the text (as in ``20th``)."""
    mark = "".join(element.itertext()).strip()
    linked = element.find(".//a") is not None or getattr(element.getparent(), "tag", "") == "a"
    return bool(_NOTE_MARK.fullmatch(mark)) and (linked or mark.startswith("["))


class _Collector:
    """Gathers pieces of inline text and closes a run at each block boundary."""

    def __init__(self) -> None:
        self.runs: list[Run] = []
        self._pieces: list[str] = []
        self._linked = 0
        self._link_depth = 0
        self._stack: list[tuple[HtmlElement, BlockKind, HtmlElement | None, HtmlElement | None]] = []

    def open(self, element: HtmlElement) -> None:
        tag = element.tag
        if tag in BREAKING or not self._stack:
            self.flush()
            _, kind, cell, table = self._stack[-1] if self._stack else (None, "paragraph", None, None)
            if tag == "table":
                table, cell = element, None
            elif tag in ("td", "th"):
                cell = element
            own = _KINDS.get(tag)
            inherited = kind if kind in _INHERITED else "paragraph"
            self._stack.append((element, own or ("paragraph" if tag == "table" else inherited), cell, table))  # type: ignore[arg-type]
        elif tag == "br":
            self._pieces.append(_BREAK)
        elif tag == "a":
            self._link_depth += 1
        if element.text:
            self.add(element.text)

    def close(self, element: HtmlElement) -> None:
        tag = element.tag
        if self._stack and element is self._stack[-1][0]:
            self.flush()
            self._stack.pop()
        elif tag == "a" and self._link_depth:
            self._link_depth -= 1

    def add(self, text: str) -> None:
        self._pieces.append(text)
        if self._link_depth:
            self._linked += len(text)

    def flush(self) -> None:
        if not self._pieces:
            return
        joined, linked = "".join(self._pieces), self._linked
        self._pieces.clear()
        self._linked = 0
        if not self._stack or joined.isspace():
            return
        element, kind, cell, table = self._stack[-1]
        links = min(1.0, linked / max(1, len(joined.strip())))
        for text in _lines(joined) if _BREAK in joined else (tidy(joined),):
            if text:
                self.runs.append(Run(text, key_of(text), element, kind, links, cell, table))


def _lines(joined: str) -> list[str]:
    """The lines of a run with break elements; a line that goes on in lower case is one with the line before."""
    lines: list[str] = []
    after_break = 0
    for part in joined.split(_BREAK):
        text = tidy(part)
        after_break += 1
        if not text:
            continue
        if lines and after_break == 1 and text[0].islower() and not lines[-1].endswith(_ENDS_LINE):
            lines[-1] += " " + text
        else:
            lines.append(text)
        after_break = 0
    return lines
