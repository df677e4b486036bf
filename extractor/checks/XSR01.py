"""XSR01: same poll, question, population, response; different figure."""

import re
from collections.abc import Iterator, Sequence

from extractor.checks.answers import is_printed
from extractor.checks.base import Check, Collector
from extractor.checks.rebasing import fits, forms_across
from extractor.checks.sources import (
    Cell,
    Consensus,
    Telling,
    agree,
    bear_out,
    cells_of,
    changes_decision,
    consensus,
    is_one_question,
    lacks_object,
    outlets,
    reports,
    same_label,
    tells_elsewhere,
    tells_too,
    tells_twice,
    value,
    why,
)
from extractor.checks.subgroups import misattributions
from extractor.checks.swaps import swapped_figures
from extractor.checks.views import DatasetView
from extractor.checks.wording import listed, outlet, printed
from extractor.models import Figure

#: Sentences up to this length ("Approve: 48 percent.") may stand anywhere.
_SHORT = 40
_DIGITS = re.compile(r"\d+(?:[.,]\d+)*")


class SameFigureEverywhere(Check):
    """Reports of one poll give different figures for one question, population and response.

    The figure that most independent sources give is expected, and the article that stands alone is named; a reprint
    is no source of its own and is held against its original.  Where one source stands against one, both are named,
    and only if the two agree on other figures of the poll.  Hedged figures and roundings of one number agree.  What a
    swap, another population or a share without "don't know" explains is left to the checks of these.

    Bad: ``The Ledger: 37 percent of Japanese opposed. Three other reports of the poll: 30 percent.``
    Good: ``The Ledger: 60 percent in favor. The Courier: 60.3 percent in favor.``
    Source: interval arithmetic on printed numbers; majority of independent sources.
    """

    code = "XSR01"
    title = "same poll, question, population, response; different figure"
    severity = "warning"
    scope = "cross_source"
    needs = "a figure that at least two articles report from one poll"

    def across(self, view: DatasetView, out: Collector) -> None:
        """Test every figure that several articles tell, then every reprint against its original."""
        explained = (
            swapped_figures(view)
            | {found.told.figure.figure_id for found in misattributions(view)}
            | {form.figure.figure_id for forms in forms_across(view) for form in forms if fits(form)}
        )
        flagged: set[str] = set()
        for cell in cells_of(view):
            out.tested(telling.figure for telling in cell.tellings)
            if cell.comparison.status != "conflict":
                continue
            tellings = [telling for telling in cell.tellings if telling.figure.figure_id not in explained]
            common = consensus(tellings)
            if common is None:
                if tellings:
                    self._undecided(view, out, cell, tellings)
                continue
            for alone in common.against:
                if not _is_certain(view, cell, alone, common):
                    continue
                flagged.add(alone.figure.figure_id)
                self._alone(view, out, cell, alone, common)
        for original, copy in _altered(view):
            if not {original.figure.figure_id, copy.figure.figure_id} & (flagged | explained):
                self._reprint(out, original, copy)

    @staticmethod
    def _alone(view: DatasetView, out: Collector, cell: Cell, alone: Telling, common: Consensus) -> None:
        original = next((t for t in common.supporters if t.article.article_id == alone.source), None)
        if original is not None and common.support == 1:
            SameFigureEverywhere._reprint(out, original, alone)
            return
        copied = f", although it reprints a story of {outlet(original.article)}" if original is not None else ""
        out.flag(
            f"{outlet(alone.article)} gives {_told(alone.figure, cell)}{copied}; {reports(common.support)} of the "
            f"same poll ({listed(outlets(common.supporters))}) {'gives' if common.support == 1 else 'give'} "
            f"{value(common.figure)}.{why(view, cell.comparison.poll_cluster)}",
            figures=[alone.figure, *(telling.figure for telling in common.supporters)],
            expected=value(common.figure),
            observed=value(alone.figure),
            tolerance=0.5 * 10.0 ** -min(alone.figure.decimals, common.figure.decimals),
            decision_changing=changes_decision(view, cell, alone.figure, common.figure),
        )

    @staticmethod
    def _undecided(view: DatasetView, out: Collector, cell: Cell, tellings: Sequence[Telling]) -> None:
        """Two sources, or two camps of equal size: flagged once if the articles agree on the rest."""
        first = tellings[0]
        second = next((t for t in tellings if not agree(first.figure, t.figure) and t.source != first.source), None)
        if second is None:
            return
        if tells_elsewhere(view, cell, first, second.figure) or tells_elsewhere(view, cell, second, first.figure):
            return
        if tells_twice(view, first) or tells_twice(view, second):
            return
        sure = is_one_question(view, cell, first, second)
        if not sure and not same_label(view, first.figure, second.figure):
            return
        vague = lacks_object(view, first.figure, second.figure) or lacks_object(view, second.figure, first.figure)
        if vague and not sure:
            return
        if not (is_printed(first.figure) and is_printed(second.figure)) or not bear_out(view, cell, first, second):
            return
        out.flag(
            f"{outlet(first.article)} gives {_told(first.figure, cell)}; {outlet(second.article)} gives "
            f"{value(second.figure)} from the same poll.{why(view, cell.comparison.poll_cluster)}",
            figures=[first.figure, second.figure],
            expected=value(first.figure),
            observed=value(second.figure),
            tolerance=0.5 * 10.0 ** -min(first.figure.decimals, second.figure.decimals),
            decision_changing=changes_decision(view, cell, first.figure, second.figure),
        )

    @staticmethod
    def _reprint(out: Collector, original: Telling, copy: Telling) -> None:
        out.flag(
            f"{outlet(copy.article)} reprints a story of {outlet(original.article)} but gives "
            f"{printed(copy.figure)} of {copy.figure.population.label} for “{copy.figure.response.label}”, where the "
            f"original gives {value(original.figure)}.",
            figures=[original.figure, copy.figure],
            expected=value(original.figure),
            observed=value(copy.figure),
            tolerance=0,
            decision_changing=original.figure.kind == "share"
            and (original.figure.value > 50) != (copy.figure.value > 50),
        )


def _told(figure: Figure, cell: Cell) -> str:
    return f"{printed(figure)} of {figure.population.label} for “{cell.comparison.response}”"


def _is_certain(view: DatasetView, cell: Cell, alone: Telling, common: Consensus) -> bool:
    """Whether an outlier is worth a flag: it is printed plainly, and several sources or the rest of the report bear
    the others out."""
    if not is_printed(alone.figure) or not is_printed(common.figure):
        return False
    if tells_elsewhere(view, cell, alone, common.figure) or tells_twice(view, alone):
        return False
    if not any(same_label(view, alone.figure, telling.figure) for telling in common.supporters):
        return False
    if any(tells_too(view, t, alone.figure) for t in common.supporters):
        return False
    return common.support >= 2 or alone.is_reprint or any(bear_out(view, cell, alone, t) for t in common.supporters)


def _altered(view: DatasetView) -> Iterator[tuple[Telling, Telling]]:
    """Figures of a reprint that stand in the same words as in the original, in a report of the same poll, with another
    number."""
    for _, polls in sorted(view.clusters.items()):
        figures: dict[str, list[Figure]] = {}
        for poll in polls:
            figures.setdefault(poll.article_id, []).extend(view.figures_by_poll.get(poll.poll_id, ()))
        for name in sorted(figures):
            root = view.articles[name].reprint_of
            if root is None or root not in figures:
                continue
            places = _places(figures[root])
            for words, figure in _places(figures[name]).items():
                held = places.get(words)
                if held is not None and held.kind == figure.kind and not agree(held, figure):
                    original = Telling(held, view.articles[root], root)
                    yield original, Telling(figure, view.articles[name], root)


def _places(figures: list[Figure]) -> dict[tuple[str, str, str], Figure]:
    """Figures by the words of their sentence and right before and after them; words that occur twice tell no place."""
    found: dict[tuple[str, str, str], Figure] = {}
    twice = set()
    for figure in sorted(figures, key=lambda figure: (figure.evidence.start, figure.figure_id)):
        evidence = figure.evidence
        key = (_words(evidence.sentence), _words(evidence.prefix[-24:]), _words(evidence.suffix[:24]))
        if key in found and found[key].evidence.start != evidence.start:
            twice.add(key)
        found.setdefault(key, figure)
    return {key: figure for key, figure in found.items() if key not in twice and len(key[0]) > _SHORT}


def _words(text: str) -> str:
    """A text without its numbers: the neighbours of a figure may be altered too."""
    return " ".join(_DIGITS.sub("#", text).split()).casefold()
