"""An HTML page to a `Reading`: parsed once, its story found in the source tree, every block with its XPath."""

from lxml import etree
from lxml.html import HtmlElement, HTMLParser, document_fromstring

from extractor.errors import UnreadableInput
from extractor.reading import header as about
from extractor.reading.head import read_head
from extractor.reading.jsonld import LinkedData, read_linked_data
from extractor.reading.main_text import main_runs
from extractor.reading.markup import Parts
from extractor.reading.paths import Paths
from extractor.reading.reading import Given, Piece, Reading
from extractor.reading.runs import Run, key_of, page_runs, tidy
from extractor.reading.tables import cell_path
from extractor.reading.titles import Title, find_title

_PARSER_OPTIONS = {"collect_ids": False, "default_doctype": False, "remove_comments": True, "remove_pis": True}
_REPEATED = 40  # letters from which an equal paragraph is a repetition
_OPENING = 6  # blocks in which the title may be repeated and author and date may stand


def read_html(text: str, given: Given) -> Reading:
    """The story of the page `text`.

    Raises `UnreadableInput` when there is neither a title nor a paragraph.
    """
    tree = _parse(text)
    runs = page_runs(tree)
    head, linked = read_head(tree), read_linked_data(tree)
    url = given.url or about.address(tree, head)
    title = find_title(
        [linked.headline, *head.titles, *([given.title] if given.title else [])],
        runs,
        [head.outlet, linked.publisher, given.outlet or ""],
    )
    body = main_runs(tree, runs)
    header = about.header_runs(runs, body, Parts())
    published, updated = about.dates(tree, linked, head, header, url)
    outlet = about.outlet(linked, head, given.outlet or (title.outlet if title else ""), url)
    paths = Paths()
    pieces = _pieces(body, title, outlet, paths)
    if not pieces and title is None:
        raise UnreadableInput("no text in the page")
    return Reading(
        title=_title_piece(title, linked, head.title_element, paths),
        body=pieces,
        byline=about.byline(tree, linked, head, header),
        outlet=outlet,
        language=about.language(tree, linked, head),
        published=published,
        updated=updated,
        url=url,
    )


def _parse(text: str) -> HtmlElement:
    try:
        tree = document_fromstring(
            text.encode("utf-8", "replace"), parser=HTMLParser(encoding="utf-8", **_PARSER_OPTIONS)
        )
    except (etree.ParserError, etree.XMLSyntaxError, ValueError, AssertionError) as error:
        raise UnreadableInput("no text in the page") from error
    if tree.find("body") is None and next(tree.iter("body", "p", "div"), None) is None:
        raise UnreadableInput("no text in the page")
    return tree


def _title_piece(
    title: Title | None, linked: LinkedData, title_element: HtmlElement | None, paths: Paths
) -> Piece | None:
    if title is None:
        return None
    element = (
        title.element if title.element is not None else title_element if title_element is not None else linked.script
    )
    return Piece(tidy(title.text), "title", paths.of(element) if element is not None else "")


def _pieces(body: list[Run], title: Title | None, outlet: str | None, paths: Paths) -> tuple[Piece, ...]:
    """The blocks of the story, without its title, its author and date lines, and repetitions."""
    title_key, outlet_key = key_of(title.text) if title else "", key_of(outlet or "")
    seen: set[str] = set()
    pieces: list[Piece] = []
    for run in body:
        opening = len(pieces) < _OPENING
        if not run.key and run.kind != "table_cell":
            continue
        if run.key == title_key and (opening or run.kind == "heading"):
            continue
        if opening and (run.key == outlet_key or about.is_header_line(run)):
            continue
        if len(run.key) >= _REPEATED and run.kind != "table_cell":
            if run.key in seen:
                continue
            seen.add(run.key)
        path = cell_path(run.element, paths) if run.kind == "table_cell" else paths.of(run.element)
        pieces.append(Piece(run.text, run.kind, path))
    return tuple(pieces)
