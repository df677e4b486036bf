"""Author, dates, outlet, language and address of a story, from everything the page says about itself."""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from urllib.parse import urlsplit

from htmldate import find_date
from lxml.html import HtmlElement

from extractor.lexicons.loader import load
from extractor.lexicons.schemas.pages import PageWords
from extractor.reading.bylines import byline_after_date, byline_in, names_in
from extractor.reading.head import Head
from extractor.reading.jsonld import LinkedData
from extractor.reading.markup import Parts, lexicon, words_of
from extractor.reading.page_dates import parse_timestamp
from extractor.reading.patterns import any_of
from extractor.reading.runs import Run

_URL_DATE = re.compile(r"/((?:19|20)\d\d)[/-](\d{1,2})[/-](\d{1,2})(?:/|-|$|\.)")
_AMERICAN_DOMAINS = frozenset(("com", "org", "net", "us", "gov", "edu", "co", "in"))  # used far from home: tell nothing
_HEADER_RUNS = 40
_DATELINE = 90  # characters of a line that tells a date rather than a story
_LANGUAGE = re.compile(r"[a-z]{2,3}(?=$|[-_])", re.I)


def dates(
    tree: HtmlElement, linked: LinkedData, head: Head, header: list[Run], url: str | None
) -> tuple[str | None, str | None]:
    """Publication and update time: the most explicit statement of each, down to htmldate's search of the page."""
    day_first = _is_day_first(tree, head, url)

    def first(values: Iterable[str]) -> str | None:
        return next(filter(None, (parse_timestamp(value, day_first=day_first) for value in values)), None)

    shown_published, shown_updated = _shown_dates(header, day_first)
    published = (
        first([linked.published, *head.published])
        or first(_marked(tree, "datepublished", "pubdate"))
        or shown_published
        or first(_times(tree))
        or _date_in_url(url)
    )
    updated = first([linked.modified, *head.updated]) or first(_marked(tree, "datemodified")) or shown_updated
    return published or _searched(tree, url) or updated, updated


def byline(tree: HtmlElement, linked: LinkedData, head: Head, header: list[Run]) -> tuple[str, ...]:
    """The authors: as JSON-LD or meta elements state them, else as the page shows them."""
    stated = names_in(name for name in linked.authors if "://" not in name) or names_in(head.authors)
    if stated:
        return stated
    marked = [
        element.text_content()[:200]
        for element in tree.iter("a", "span", "p", "div", "address")
        if element.attrib and (element.get("rel") == "author" or element.get("itemprop") in ("author", "creator"))
    ]
    shown = [run.text for run in header if not words_of(run.element).isdisjoint(lexicon().byline)]
    return (
        names_in(marked)
        or names_in(shown[:1])
        or next(filter(None, (byline_in(run.text) or byline_after_date(run.text) for run in header)), ())
    )


def language(tree: HtmlElement, linked: LinkedData, head: Head) -> str:
    """The primary language subtag; English where nothing is declared."""
    for tag in (
        tree.get("lang"),
        tree.get("{http://www.w3.org/XML/1998/namespace}lang"),
        linked.language,
        head.language,
    ):
        match = _LANGUAGE.match((tag or "").strip())
        if match:
            return match[0].lower()
    return "en"


def outlet(linked: LinkedData, head: Head, beside_title: str, url: str | None) -> str | None:
    """The name of the site; where it gives none, what stands beside the story's title, else the host of its address."""
    host = (urlsplit(url).hostname or "").removeprefix("www.") if url and "://" in url else ""
    return head.outlet or linked.publisher or beside_title or host or None


def address(tree: HtmlElement, head: Head) -> str | None:
    """The page's own address, as it declares it."""
    for link in tree.iter("link"):
        if (link.get("rel") or "").lower() == "canonical" and "://" in (link.get("href") or ""):
            return str(link.get("href")).strip()
    found = head.first(("og:url",))
    return found if "://" in found else None


def header_runs(runs: list[Run], body: list[Run], parts: Parts) -> list[Run]:
    """The short runs just before the story begins and its first ones: where author and date stand."""
    first = next(
        (run for run in body if len(run.text) >= _DATELINE and run.kind == "paragraph"), body[0] if body else None
    )
    places = {id(run): place for place, run in enumerate(runs)}
    end = places.get(id(first), min(len(runs), _HEADER_RUNS)) if first is not None else min(len(runs), _HEADER_RUNS)
    return [
        run
        for run in runs[max(0, end - _HEADER_RUNS) : end + 1]
        if len(run.text) <= 2 * _DATELINE and (_is_dateline(run) or not parts.is_furniture(run.element))
    ]


def is_header_line(run: Run, day_first: bool = False) -> bool:
    """Whether a run of the body's beginning only tells author or date."""
    if len(run.text) > _DATELINE or run.kind == "table_cell":
        return False
    if byline_in(run.text):
        return True
    return parse_timestamp(run.text, day_first=day_first) is not None and len(run.text.split()) <= 8


def _is_dateline(run: Run) -> bool:
    return run.element.tag == "time" or not words_of(run.element).isdisjoint(lexicon().dateline)


def _shown_dates(header: list[Run], day_first: bool) -> tuple[str | None, str | None]:
    published: str | None = None
    updated: str | None = None
    cues = _date_cues()
    for run in header:
        if len(run.text) > _DATELINE and not _is_dateline(run):
            continue
        for cue, part in _parts_by_cue(run.text, cues):
            found = parse_timestamp(part, day_first=day_first)
            if found is None:
                continue
            if cue == "updated":
                updated = updated or found
            elif cue == "published" or _is_dateline(run) or len(part.split()) <= 8:
                published = published or found
    return published, updated


def _parts_by_cue(text: str, cues: re.Pattern[str]) -> Iterator[tuple[str, str]]:
    """The stretches of a date line, each with what its opening word says: published, updated, or nothing."""
    last, name = 0, ""
    for match in cues.finditer(text):
        if text[last : match.start()].strip():
            yield name, text[last : match.start()]
        last, name = match.end(), "updated" if match["updated"] else "published"
    yield name, text[last:]


@cache
def _date_cues() -> re.Pattern[str]:
    words = load(PageWords, "en", "page")

    return re.compile(
        rf"\b(?:(?P<updated>{any_of(words.updated)})|(?P<published>{any_of(words.published)}))\b(?:\s+(?:on|at))?:?",
        re.I,
    )


def _marked(tree: HtmlElement, *names: str) -> Iterator[str]:
    """What elements with such an itemprop (or attribute) tell: their machine-readable value, else their text."""
    for element in tree.iter("time", "span", "meta", "abbr", "div", "p"):
        if not element.attrib:
            continue
        if (element.get("itemprop") or "").lower() in names or any(element.get(name) is not None for name in names):
            yield element.get("datetime") or element.get("content") or element.text_content()[:100]


def _times(tree: HtmlElement) -> Iterator[str]:
    parts = Parts()
    for element in tree.iter("time"):
        if not parts.is_furniture(element):
            yield element.get("datetime") or element.text_content()[:100]


def _date_in_url(url: str | None) -> str | None:
    match = _URL_DATE.search(url or "")
    return parse_timestamp(f"{match[1]}-{match[2]}-{match[3]}") if match else None


def _is_day_first(tree: HtmlElement, head: Head, url: str | None) -> bool:
    for tag in (tree.get("lang"), head.first(("og:locale", "content-language"))):
        language, _, region = (tag or "").lower().replace("_", "-").partition("-")
        if region:
            return region[:2] in lexicon().day_first
        if language and language != "en":
            return True
    domain = (urlsplit(url).hostname or "").rpartition(".")[2] if url and "://" in url else ""
    return domain in lexicon().day_first and domain not in _AMERICAN_DOMAINS


def _searched(tree: HtmlElement, url: str | None) -> str | None:
    """htmldate's reading of the page; its bounds are fixed so that it does not depend on today's date."""
    try:
        found = find_date(
            tree, extensive_search=False, original_date=True, url=url, min_date="1995-01-01", max_date="2099-12-31"
        )
    except Exception:  # a date is never worth losing the page
        return None
    return parse_timestamp(found)
