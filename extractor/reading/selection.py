"""Corrects the choice of main text by its place in the page.

The extractor sometimes takes one of several containers of a story, drops a table of results, or keeps pointers to
other stories.  All rules here look at structure (parents, class names, share of links); none at the story's words.
"""

import re
from collections import Counter
from functools import cache

from lxml.html import HtmlElement

from extractor.lexicons.loader import load
from extractor.lexicons.schemas.pages import PageWords
from extractor.reading.markup import Parts, lexicon, words_of
from extractor.reading.patterns import any_of
from extractor.reading.runs import Run
from extractor.reading.tables import data_tables, holds_results, holds_shares

_LONG = 60  # letters of a paragraph that reads like prose
_MOSTLY_LINK = 0.5
_ONLY_LINK = 0.85
_POINTING_LINK = 0.6
_SHORT_NOTICE = 200
_POOR = 600  # a story shorter than this may be a wrong choice
_CONTAINER = 400  # letters of prose that make a container of the story
_STORY = 3  # paragraphs that make a cell of a table the place of the story
_MAX_PRUNED = 0.3  # furniture that makes up more of the choice than this is none
_DIGITS = re.compile(r"\d+")


def choose(runs: list[Run], chosen: set[int]) -> set[int]:
    """Indexes of the runs of the story's body, given those that the extractor chose."""
    parts = Parts()
    prose = _prose_by_parent(runs, parts)
    if _is_poor(runs, chosen, prose):
        best = max(prose, key=lambda parent: (prose[parent], -_depth(parent)))
        chosen = {n for n, run in enumerate(runs) if run.element.getparent() is best and _is_prose(run)}
    if not chosen:
        return {n for n, run in enumerate(runs) if len(run.text) >= _LONG and not parts.is_furniture(run.element)}
    main = _common_ancestor(runs, chosen)
    parts = Parts(main)
    chosen = chosen | _continued(runs, chosen, prose, parts) | _results(runs, chosen, main, parts)
    chosen = chosen | _headings(runs, chosen, main, parts)
    return _without_furniture(runs, chosen - _side_cells(runs, chosen), parts)


# ---- what was missed -----------------------------------------------------------------------------------------------


def _is_prose(run: Run) -> bool:
    return run.kind in ("paragraph", "list_item", "quote") and run.links < _MOSTLY_LINK and len(run.text) >= _LONG


def _prose_by_parent(runs: list[Run], parts: Parts) -> Counter[HtmlElement]:
    """How much prose stands in paragraphs under each parent, furniture left out."""
    found: Counter[HtmlElement] = Counter()
    for run in runs:
        if run.element.tag == "p" and _is_prose(run) and not parts.is_furniture(run.element):
            found[run.element.getparent()] += len(run.text)
    return found


def _is_poor(runs: list[Run], chosen: set[int], prose: Counter[HtmlElement]) -> bool:
    """Whether the choice is short while some part of the page holds several times as much."""
    size = sum(len(runs[n].text) for n in chosen if _is_prose(runs[n]))
    return size < _POOR and max(prose.values(), default=0) > 3 * size


def _continued(runs: list[Run], chosen: set[int], prose: Counter[HtmlElement], parts: Parts) -> set[int]:
    """Paragraphs of further containers of the story: like the one that was taken, or inside it."""
    own: Counter[HtmlElement] = Counter()
    for n in chosen:
        parent = runs[n].element.getparent()
        if _is_prose(runs[n]) and parent is not None:
            own[parent] += len(runs[n].text)
    total = sum(own.values())
    alike = {
        _look(parent) for parent, size in own.items() if size >= max(_CONTAINER, 0.15 * total) and parent.get("class")
    }
    mains = {parent for parent, size in own.items() if size >= max(300, 0.3 * total)}
    captions = lexicon().captions
    more = set()
    for parent, size in prose.items():
        if own[parent] * 2 >= size or not words_of(parent).isdisjoint(captions):
            continue
        nested = size >= 0.2 * total and any(around in mains for around in parent.iterancestors())
        if nested or parent in own or (size >= _CONTAINER and _look(parent) in alike):
            more.add(parent)
    if not more:
        return set()
    return {
        n
        for n, run in enumerate(runs)
        if run.element.getparent() in more
        and run.element.tag == "p"
        and _is_prose(run)
        and not parts.is_furniture(run.element)
    }


def _look(element: HtmlElement) -> tuple[str, str]:
    return str(element.tag), _DIGITS.sub("#", element.get("class") or "")


def _results(runs: list[Run], chosen: set[int], main: HtmlElement, parts: Parts) -> set[int]:
    """Cells and captions of data tables that were taken in part, or that hold results and stand in the story."""
    taken = {runs[n].table for n in chosen if runs[n].table is not None}
    wanted = {
        table
        for table, members in data_tables(runs).items()
        if table in taken
        or (
            holds_results(members)
            and holds_shares(members)
            and _is_inside(table, main)
            and not parts.is_furniture(table)
        )
    }
    if not wanted:
        return set()
    figures = {
        figure for figure in (next(table.iterancestors("figure"), None) for table in wanted) if figure is not None
    }
    return {
        n
        for n, run in enumerate(runs)
        if run.table in wanted
        or (run.kind == "caption" and figures and any(around in figures for around in run.element.iterancestors()))
    }


def _headings(runs: list[Run], chosen: set[int], main: HtmlElement, parts: Parts) -> set[int]:
    """Headings inside the story that stand directly over text that was taken."""
    return {
        n
        for n, run in enumerate(runs)
        if run.kind == "heading"
        and n + 1 in chosen
        and n not in chosen
        and run.links < _MOSTLY_LINK
        and _is_inside(run.element, main)
        and not parts.is_furniture(run.element)
    }


def _is_inside(element: HtmlElement, container: HtmlElement) -> bool:
    return any(around is container for around in element.iterancestors())


def _depth(element: HtmlElement) -> int:
    return sum(1 for _ in element.iterancestors())


def _common_ancestor(runs: list[Run], chosen: set[int]) -> HtmlElement:
    """The innermost element that holds at least four fifths of the chosen text."""
    weights: Counter[HtmlElement] = Counter()
    total = 0
    for n in chosen:
        size = len(runs[n].text)
        total += size
        for around in runs[n].element.iterancestors():
            weights[around] += size
    return max((e for e, size in weights.items() if size >= 0.8 * total), key=_depth, default=runs[0].element)


# ---- what does not belong ------------------------------------------------------------------------------------------


def _without_furniture(runs: list[Run], chosen: set[int], parts: Parts) -> set[int]:
    kept = {n for n in chosen if not _is_pointer(runs[n])}
    inside = {n for n in kept if parts.is_furniture(runs[n].element)}
    size = sum(len(runs[n].text) for n in kept)
    if sum(len(runs[n].text) for n in inside) <= _MAX_PRUNED * size:
        kept -= inside
    return kept - _idle_headings(runs, kept)


def _side_cells(runs: list[Run], chosen: set[int]) -> set[int]:
    """Short lines in the other cells of a table that lays out the page, where one cell holds the story."""
    prose = [runs[n].element for n in chosen if runs[n].element.tag == "p" and len(runs[n].text) >= _LONG]
    cells = Counter(next(element.iterancestors("td"), None) for element in prose)
    cell, count = cells.most_common(1)[0] if cells else (None, 0)
    layout = next(cell.iterancestors("table"), None) if cell is not None else None
    if cell is None or layout is None or count < max(_STORY, 0.8 * len(prose)):
        return set()
    return {
        n
        for n in chosen
        if len(runs[n].text) < _LONG and _is_inside(runs[n].element, layout) and not _is_inside(runs[n].element, cell)
    }


def _is_pointer(run: Run) -> bool:
    """Whether a run leads to another story or speaks about the site."""
    if run.kind == "table_cell":
        return False
    if run.links >= _ONLY_LINK and len(run.text) >= 25:
        return True
    openings = _openings()
    if run.links >= _POINTING_LINK and openings[0].match(run.text):
        return True
    return len(run.text) < _SHORT_NOTICE and openings[1].match(run.text) is not None


@cache
def _openings() -> tuple[re.Pattern[str], re.Pattern[str]]:
    words = load(PageWords, "en", "page")

    def opening(phrases: tuple[str, ...]) -> re.Pattern[str]:
        return re.compile(rf"[\W_]*{any_of(phrases)}(?!\w)", re.I)

    return opening(words.pointers), opening(words.notices)


def _idle_headings(runs: list[Run], kept: set[int]) -> set[int]:
    """Headings after which no text follows: those of boxes whose content was left out."""
    idle = set()
    following: int | None = None
    for n in sorted(kept, reverse=True):
        after = runs[following] if following is not None else None
        is_heading = runs[n].kind == "heading"
        if is_heading and (after is None or (after.kind == "heading" and _rank(after) < _rank(runs[n]))):
            idle.add(n)
        else:
            following = n
    return idle


def _rank(run: Run) -> str:
    return str(run.element.tag)
