"""One figure told of two populations by two reports of one poll: the ground of XSR05.

What is compared are facets.  A figure of an age group told of another that overlaps it, or a figure of a subgroup told
of everyone, is a misattribution only if nothing else explains it.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from extractor.checks.answers import is_printed
from extractor.checks.intervals import same_number
from extractor.checks.keys import is_everyone, population_key, words
from extractor.checks.sources import Telling, agree
from extractor.checks.swaps import swapped_figures
from extractor.checks.views import DatasetView
from extractor.models import Comparison, Figure

_AGE = re.compile(r"(?P<low>\d+)?(?:-(?P<high>\d+)|\+)?$")
_OLDEST, _YOUNGEST = 120, 18
#: Facets by which polls are broken down everywhere: here two groups often have one value by chance.
_USUAL = frozenset(("sex", "age", "party", "voters", "race", "religion", "education", "ideology", "region", "income"))
#: Facets of everyone polled, where a poll is of one state or of voters.
_UNIVERSES = frozenset(("voters", "region"))
#: How far before a figure its group may have been named.
_BEFORE = 400
_SMALL = 5
#: With so many candidates at most a figure is held.
_FEW = 8


@dataclass(frozen=True, slots=True)
class Misattribution:
    """`told` gives its figure to another population than `named` does."""

    named: Telling
    told: Telling
    comparison: Comparison
    others: tuple[Telling, ...]
    """Reports that side with `named`."""


def misattributions(view: DatasetView) -> list[Misattribution]:
    """Every such pair that no swap explains, in a fixed order."""
    known: list[Misattribution] | None = view.memo.get("misattributions")
    if known is None:
        swapped = swapped_figures(view)
        known = view.memo["misattributions"] = [
            found for found in _found(view) if not {found.named.figure.figure_id, found.told.figure.figure_id} & swapped
        ]
    return known


def _found(view: DatasetView) -> Iterator[Misattribution]:
    answers: dict[tuple[str, str, str], list[Comparison]] = defaultdict(list)
    several = {cluster for cluster, polls in view.clusters.items() if len({p.article_id for p in polls}) > 1}
    for comparison in view.comparisons:
        if comparison.poll_cluster in several:
            key = comparison.poll_cluster, comparison.question_cluster, comparison.response
            answers[key].append(comparison)
    questions: dict[tuple[str, str], list[list[Comparison]]] = defaultdict(list)
    for key, comparisons in sorted(answers.items()):
        questions[key[:2]].append(sorted(comparisons, key=lambda c: c.comparison_id))
    for columns in questions.values():
        yield from _in_question(view, columns)


def _in_question(view: DatasetView, columns: list[list[Comparison]]) -> Iterator[Misattribution]:
    """`columns` are the answers of one question, each with one comparison for each population."""
    for column in columns:
        groups = [(comparison, found) for comparison in column if (found := _tellings(view, comparison))]
        for _, named in groups:
            for told_of, told in groups:
                if named is not told and _are_related(named[0].figure, told[0].figure):
                    pair = _between(view, named, told, columns)
                    if pair is not None:
                        siding = [t for t in named if t.source != pair[0].source and agree(t.figure, pair[0].figure)]
                        yield Misattribution(*pair, told_of, tuple(siding))


def _are_related(named: Figure, told: Figure) -> bool:
    """Whether the figure of the one population may be given to the other by mistake."""
    one, other = named.population, told.population
    if (
        named.kind != "share"
        or told.kind != "share"
        or (one.country and other.country and one.country != other.country)
    ):
        return False
    to_everyone = is_everyone(population_key(other)) and not is_everyone(population_key(one))
    return to_everyone or _ages_overlap(named, told)


def _between(
    view: DatasetView, named: list[Telling], told: list[Telling], columns: list[list[Comparison]]
) -> tuple[Telling, Telling] | None:
    """A report that names a population and one that gives the same figure to the other, if there are such."""
    tells_named = {telling.source for telling in named}
    tells_told = {telling.source for telling in told}
    wrong_ones: dict[float, list[Telling]] = defaultdict(list)
    for telling in told:
        if telling.source not in tells_named and is_printed(telling.figure):
            wrong_ones[telling.figure.value].append(telling)
    for right in named:
        if not is_printed(right.figure):
            continue
        for wrong in wrong_ones.get(right.figure.value, ())[:_FEW]:
            if _ages_overlap(right.figure, wrong.figure):
                # Of two such reports the one with more on its side is right; between equals the smaller id.
                if right.source not in tells_told and _rank(named, right) < _rank(told, wrong):
                    return right, wrong
            elif (
                _is_a_part(view, right)
                and _is_of_everyone(right, wrong)
                and _is_proved(view, right, wrong, told, columns)
            ):
                return right, wrong
    return None


def _rank(tellings: list[Telling], one: Telling) -> tuple[int, str]:
    return -len({t.source for t in tellings if agree(t.figure, one.figure)}), one.source


def _ages_overlap(a: Figure, b: Figure) -> bool:
    first, second = dict(a.population.facets), dict(b.population.facets)
    one, two = _ages(first.pop("age", "")), _ages(second.pop("age", ""))
    if first != second or one is None or two is None or _are_one(one, two):
        return False
    return one[0] <= two[1] and two[0] <= one[1]


def _are_one(one: tuple[int, int], two: tuple[int, int]) -> bool:
    """Whether two spans of age are one group of adults: "under 30" and "18 to 29", "over 64" and "65 and older"."""
    from_youngest = max(one[0], two[0]) <= _YOUNGEST and abs(one[1] - two[1]) <= 1
    to_oldest = one[1] == two[1] == _OLDEST and abs(one[0] - two[0]) <= 1
    return one == two or from_youngest or to_oldest


def _ages(text: str) -> tuple[int, int] | None:
    match = _AGE.match(text)
    if match is None or not (match["low"] or match["high"]):
        return None
    low = int(match["low"] or 0)
    return low, int(match["high"]) if match["high"] else _OLDEST if text.endswith("+") else low


def _is_a_part(view: DatasetView, right: Telling) -> bool:
    """Whether the report that names the group tells of everyone as well, so that the group is not its whole poll."""
    return any(
        is_everyone(population_key(figure.population)) or set(figure.population.facets) <= _UNIVERSES
        for figure in view.figures_by_poll.get(right.figure.poll_id, ())
    )


def _is_of_everyone(right: Telling, wrong: Telling) -> bool:
    """Whether `wrong` tells everyone's figure where `right` names a subgroup, and does not name it nearby itself."""
    facets = right.figure.population.facets
    if facets and (set(facets) <= _UNIVERSES or facets.get("voters") == "primary"):
        return False
    naming = set(words(_group_noun(right.figure))) - set(words(wrong.figure.population.label))
    start, end = wrong.figure.evidence.start, wrong.figure.evidence.end
    near = f"{wrong.article.text[max(0, start - _BEFORE) : end + _BEFORE // 2]} {wrong.figure.evidence.sentence}"
    return bool(naming) and naming.isdisjoint(words(near))


def _group_noun(figure: Figure) -> str:
    """What a group is called; of "readers of the Gazette" the readers, for the paper may be named as who paid."""
    label = figure.population.label
    if set(figure.population.facets) != {"other"}:
        return label
    return " ".join(word for word in label.split() if not word[0].isupper()) or label


def _is_proved(
    view: DatasetView, right: Telling, wrong: Telling, told: list[Telling], columns: list[list[Comparison]]
) -> bool:
    """Whether chance is ruled out: no other report gives the figure to everyone, and several answers went the same way.

    For a group that polls are seldom broken down by (readers of one newspaper) one answer is enough.
    """
    total = [t for t in told if t.source != wrong.source]
    if any(agree(t.figure, wrong.figure) for t in total):
        return False
    if not _USUAL & set(right.figure.population.facets):
        return True
    return _answers_in_common(view, right, wrong, columns) >= 2


def _answers_in_common(view: DatasetView, one: Telling, two: Telling, columns: Iterable[list[Comparison]]) -> int:
    """How many answers the first article tells of the group and the second, with the same value, of everyone."""
    count = 0
    for column in columns:
        values: dict[str, Figure] = {}
        for comparison in column:
            for telling in _tellings(view, comparison):
                for side in (one, two):
                    same_article = telling.article.article_id == side.article.article_id
                    if same_article and telling.figure.population == side.figure.population:
                        values[side.article.article_id] = telling.figure
        if len(values) == 2:
            # Small shares are equal by chance.
            count += same_number(*values.values()) and min(figure.value for figure in values.values()) > _SMALL
    return count


def _tellings(view: DatasetView, comparison: Comparison) -> list[Telling]:
    found = []
    for value in comparison.values:
        article, figure = view.articles.get(value.article_id), view.figures.get(value.figure_id)
        if article is not None and figure is not None:
            found.append(Telling(figure, article, article.reprint_of or article.article_id))
    return found
