"""What several articles say of one figure, and who stands alone: the ground of the cross-source checks.

Sources are independent articles: a reprint belongs to the source of its original, which speaks for both.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from extractor.checks.answers import degree, is_printed
from extractor.checks.base import flips_majority
from extractor.checks.intervals import Interval, same_number
from extractor.checks.keys import is_name, is_negated, population_key, words
from extractor.checks.views import DatasetView
from extractor.checks.wording import number, outlet
from extractor.models import Article, Comparison, Figure

#: How far a hedged number or a fraction in words may lie from the printed one, in points.
_HEDGED = Decimal(3)
#: Whose party it is: "Mary Lou McDonald's Sinn Féin".
_OWNER = re.compile(r"^(?:[^\W\d_][\w.’'-]*\s){0,3}[^\W\d_][\w.-]*['’]s\s")
_NUMBER_WORDS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


@dataclass(frozen=True, slots=True)
class Telling:
    """A figure as one article tells it; `source` is the article that it goes back to."""

    figure: Figure
    article: Article
    source: str

    @property
    def is_reprint(self) -> bool:
        """Whether the article is a copy of its source."""
        return self.source != self.article.article_id


@dataclass(frozen=True, slots=True)
class Cell:
    """One figure in several articles, in the order of article ids."""

    comparison: Comparison
    tellings: tuple[Telling, ...]

    @property
    def question(self) -> tuple[str, str]:
        """Poll and question cluster."""
        return self.comparison.poll_cluster, self.comparison.question_cluster


@dataclass(frozen=True, slots=True)
class Consensus:
    """The figure that most independent sources give, those that give it, and those (and reprints) that do not."""

    figure: Figure
    supporters: tuple[Telling, ...]
    against: tuple[Telling, ...]

    @property
    def support(self) -> int:
        """How many independent sources agree."""
        return len({telling.source for telling in self.supporters})


def cells_of(view: DatasetView) -> list[Cell]:
    """The comparisons of figures that at least two articles tell, in a fixed order."""
    known: list[Cell] | None = view.memo.get("cells")
    if known is None:
        known = view.memo["cells"] = [
            Cell(comparison, tellings)
            for comparison in sorted(view.comparisons, key=lambda comparison: comparison.comparison_id)
            if len(comparison.values) > 1 and len(tellings := _tellings(view, comparison)) > 1
        ]
    return known


def cells_by_question(view: DatasetView) -> dict[tuple[str, str], list[Cell]]:
    """The cells of each question."""
    known: dict[tuple[str, str], list[Cell]] | None = view.memo.get("cells_by_question")
    if known is None:
        known = defaultdict(list)
        for cell in cells_of(view):
            known[cell.question].append(cell)
        view.memo["cells_by_question"] = known
    return known


def _tellings(view: DatasetView, comparison: Comparison) -> tuple[Telling, ...]:
    found = []
    for value in sorted(comparison.values, key=lambda value: (value.article_id, value.figure_id)):
        article, figure = view.articles.get(value.article_id), view.figures.get(value.figure_id)
        if article is not None and figure is not None:
            found.append(Telling(figure, article, article.reprint_of or article.article_id))
    return tuple(found)


def agree(a: Figure, b: Figure) -> bool:
    """Whether two figures can be one number: printed alike up to rounding, or near enough where one is hedged."""
    if same_number(a, b):
        return True
    if is_printed(a) and is_printed(b):
        return False
    return Interval.of(a).gap(Interval.of(b)) <= _HEDGED


def consensus(tellings: Iterable[Telling]) -> Consensus | None:
    """What most independent sources tell, each source having one vote; None where two values have as many votes.

    A source that is known through several articles votes with the original, else with the first of them.  Linear in
    the number of tellings.
    """
    tellings = tuple(tellings)
    votes: dict[str, Telling] = {}
    for telling in tellings:
        if telling.source not in votes or not telling.is_reprint:
            votes[telling.source] = telling
    counts = Counter(_printed_as(vote.figure) for vote in votes.values())
    shown = {_printed_as(telling.figure): telling.figure for telling in reversed(tellings)}
    backed = {
        key: sum(count for other, count in counts.items() if agree(shown[key], shown[other])) for key in sorted(counts)
    }
    if not backed:
        return None
    # The most votes, then a plain number before a hedged one, then the most precise.
    best = min(backed, key=lambda key: (-backed[key], not key[2], -key[1], key[0]))
    if any(count >= backed[best] and not agree(shown[key], shown[best]) for key, count in backed.items()):
        return None
    alike = {key for key, figure in shown.items() if agree(figure, shown[best])}
    return Consensus(
        figure=shown[best],
        supporters=tuple(telling for telling in tellings if _printed_as(telling.figure) in alike),
        against=tuple(telling for telling in tellings if _printed_as(telling.figure) not in alike),
    )


def _printed_as(figure: Figure) -> tuple[float, int, bool]:
    return figure.value, figure.decimals, is_printed(figure)


def bear_out(view: DatasetView, cell: Cell, one: Telling, two: Telling) -> bool:
    """Whether two reports agree on so much else of the poll of `cell` that they are surely of it and read right.

    Two further figures agree (one is enough if sample size or days of fieldwork do too), and at least twice as many as
    differ.
    """
    articles = one.article.article_id, two.article.article_id
    agreed, differ = in_common(view, cell.comparison.poll_cluster, *articles, without=cell.comparison.comparison_id)
    needed = 1 if _same_facts(view, one.figure, two.figure) else 2
    return agreed >= max(needed, 2 * differ)


def in_common(view: DatasetView, poll_cluster: str, one: str, two: str, *, without: str = "") -> tuple[int, int]:
    """How many figures of a poll two articles tell alike, and how many differently (the comparison `without` aside)."""
    index = _cells_by_article(view)
    mine, agreed, differ = index.get((poll_cluster, one), {}), 0, 0
    for cell_id, figure in index.get((poll_cluster, two), {}).items():
        if cell_id in mine and cell_id != without:
            same = agree(mine[cell_id], figure)
            agreed, differ = agreed + same, differ + (not same)
    return agreed, differ


def _cells_by_article(view: DatasetView) -> dict[tuple[str, str], dict[str, Figure]]:
    """The figures of a poll that other articles tell too, by comparison, for each poll cluster and article."""
    known: dict[tuple[str, str], dict[str, Figure]] | None = view.memo.get("cells_by_article")
    if known is None:
        known = defaultdict(dict)
        for cell in cells_of(view):
            for telling in cell.tellings:
                key = cell.comparison.poll_cluster, telling.article.article_id
                known[key][cell.comparison.comparison_id] = telling.figure
        view.memo["cells_by_article"] = known
    return known


def _same_facts(view: DatasetView, a: Figure, b: Figure) -> bool:
    first, second = view.polls.get(a.poll_id), view.polls.get(b.poll_id)
    if first is None or second is None:
        return False
    sizes = [{sample.size for sample in poll.samples if sample.size} for poll in (first, second)]
    days = [(poll.field_start, poll.field_end) for poll in (first, second)]
    return bool(sizes[0] & sizes[1]) or (days[0] == days[1] and len(first.field_end or "") == 10)


def tells_elsewhere(view: DatasetView, cell: Cell, alone: Telling, expected: Figure) -> bool:
    """Whether the article of `alone` gives the expected value too, for the same population and side, in a place that no
    comparison accounts for: then `alone` is rather the answer to another question.
    """
    accounted = _cells_by_article(view).get((cell.comparison.poll_cluster, alone.article.article_id), {})
    known = {figure.figure_id for figure in accounted.values()}
    own = population_key(alone.figure.population)
    return any(
        figure.figure_id not in known
        and figure.kind == expected.kind
        and figure.wave == expected.wave
        and figure.response.stance == alone.figure.response.stance
        and population_key(figure.population) == own
        and same_number(figure, expected)
        for figure in view.figures_by_poll.get(alone.figure.poll_id, ())
    )


def tells_twice(view: DatasetView, telling: Telling) -> bool:
    """Whether the article gives another value for the same question, population and answer: then neither is sure."""
    figure = telling.figure
    own = population_key(figure.population)
    return any(
        other.question_id == figure.question_id
        and (other.kind, other.wave) == (figure.kind, figure.wave)
        and not same_number(other, figure)
        and population_key(other.population) == own
        and same_label(view, other, figure)
        for other in view.figures_by_poll.get(figure.poll_id, ())
    )


def tells_too(view: DatasetView, telling: Telling, other: Figure) -> bool:
    """Whether the article of `telling` gives the value of `other` as well, for the same question, population and side:
    then its question is hardly one, and it bears nobody out."""
    figure = telling.figure
    own = population_key(figure.population)
    return any(
        held.question_id == figure.question_id
        and (held.kind, held.wave) == (figure.kind, figure.wave)
        and same_number(held, other)
        and population_key(held.population) == own
        and (held.response.stance == figure.response.stance or same_label(view, held, figure))
        for held in view.figures_by_poll.get(figure.poll_id, ())
    )


def same_label(view: DatasetView, a: Figure, b: Figure) -> bool:
    """Whether the labels of two figures are one answer beyond doubt.

    They are of one side, or differ in one word at most besides words of their questions.
    """
    first, second = a.response, b.response
    if degree(first) != degree(second) or is_negated(first) != is_negated(second):
        return False
    if {first.stance, second.stance} == {"favor", "oppose"}:
        return False
    if first.stance == second.stance and first.stance in ("favor", "oppose", "dont_know"):
        return True
    one, two = (set(words(_OWNER.sub("", label) if is_name(label) else label)) for label in (first.label, second.label))
    asked = [view.questions[f.question_id].text for f in (a, b) if f.question_id in view.questions]
    differing = (one ^ two).difference(*(words(text) for text in asked))
    return len(differing) <= 1 and (one <= two or two <= one)


def is_one_question(view: DatasetView, cell: Cell, one: Telling, two: Telling) -> bool:
    """Whether the very questions of two figures agree on two other figures, so that they are surely one question."""
    index, asked = _cells_by_article(view), (one.figure.question_id, two.figure.question_id)
    mine, theirs = (index.get((cell.comparison.poll_cluster, t.article.article_id), {}) for t in (one, two))
    agreeing = {
        (figure.value, population_key(figure.population))
        for cell_id, figure in mine.items()
        if cell_id != cell.comparison.comparison_id
        and cell_id in theirs
        and (figure.question_id, theirs[cell_id].question_id) == asked
        and agree(figure, theirs[cell_id])
    }
    return len(agreeing) > 1


def lacks_object(view: DatasetView, one: Figure, other: Figure) -> bool:
    """Whether `one` is told with a side alone ("supported it") where `other` names what was asked, and the question of
    `one` does not name it either: they may be two questions.
    """
    named = set(words(other.response.label))
    asked = view.questions.get(one.question_id)
    own = {*words(one.response.label), *(words(asked.text) if asked else ())}
    return len(words(one.response.label)) <= 1 < len(named) and not named & (own - set(words(one.response.label)))


def changes_decision(view: DatasetView, cell: Cell, observed: Figure, expected: Figure) -> bool:
    """Whether telling `observed` for `expected` makes or unmakes a majority, or puts another answer in the lead."""
    if observed.kind != "share":
        return False
    if flips_majority(observed.value, expected.value):
        return True
    rivals: dict[str, float] = {}
    for other in cells_by_question(view)[cell.question]:
        same_place = other.comparison.population == cell.comparison.population
        if same_place and other.comparison.comparison_id != cell.comparison.comparison_id:
            common = consensus(other.tellings)
            if common is not None and common.figure.kind == "share" and common.figure.wave == observed.wave:
                rivals[other.comparison.response] = common.figure.value
    best = max(rivals.values(), default=None)
    return best is not None and (observed.value - best) * (expected.value - best) < 0


def value(figure: Figure) -> str:
    """The number alone, as printed."""
    return number(figure.value, figure.decimals)


def reports(count: int, *, other: bool = True) -> str:
    """``one other report``, ``three other reports``."""
    word = _NUMBER_WORDS[count] if count < len(_NUMBER_WORDS) else str(count)
    return f"{word}{' other' if other else ''} report{'s' if count != 1 else ''}"


def outlets(tellings: Iterable[Telling]) -> list[str]:
    """The names of the outlets of the sources, each once, sorted; a copy is named only where its original is not."""
    spoken: dict[str, Telling] = {}
    for telling in tellings:
        if telling.source not in spoken or not telling.is_reprint:
            spoken[telling.source] = telling
    return sorted({outlet(telling.article) for telling in spoken.values()})


def why(view: DatasetView, poll_cluster: str) -> str:
    """Why the reports are held to be one poll, as a sentence to add; empty if it is not known."""
    reason = view.reasons.get(poll_cluster)
    return f" Held to be one poll: {reason}." if reason else ""
