"""One figure as several articles report it: the records of ``comparisons.jsonl``."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from itertools import combinations

from extractor.ids import content_id
from extractor.matching.alignment import Cell, Entry, align
from extractor.matching.labels import Universe, country_words, read_label
from extractor.matching.profiles import profile_item
from extractor.matching.universes import shared_universe, universes_of
from extractor.matching.values import Reading
from extractor.models import ComparedValue, Comparison, Dataset, Figure, Question, Status

_TOLD_AS = {"change": "change", "difference": "difference"}


def compare(dataset: Dataset) -> tuple[Comparison, ...]:
    """Every figure of every clustered question with its value in each article, sorted by id.

    Needs the clusters and `reprint_of` that `link` sets; a question without a cluster is compared with nothing.
    Equal to joining `compare_question` over the question clusters.
    """
    roots = {article.article_id: article.reprint_of or article.article_id for article in dataset.articles}
    polls = {poll.poll_id: poll.poll_cluster for poll in dataset.polls}
    figures: dict[str, list[Figure]] = defaultdict(list)
    by_poll: dict[str, list[Figure]] = defaultdict(list)
    for figure in dataset.figures:
        figures[figure.question_id].append(figure)
        by_poll[figure.poll_id].append(figure)
    reports: dict[str, list[Universe]] = defaultdict(list)
    for poll_id, universe in universes_of(dataset.polls, by_poll).items():
        reports[polls[poll_id] or ""].append(universe)
    clusters: dict[tuple[str, str], list[Question]] = defaultdict(list)
    for question in dataset.questions:
        poll_cluster = polls.get(question.poll_id)
        if question.question_cluster and poll_cluster:
            clusters[poll_cluster, question.question_cluster].append(question)
    found = [
        comparison
        for (poll_cluster, question_cluster), questions in clusters.items()
        for comparison in compare_question(
            poll_cluster,
            question_cluster,
            questions,
            [f for q in questions for f in figures[q.question_id]],
            roots,
            universe=shared_universe(reports[poll_cluster]),
        )
    ]
    return tuple(sorted(found, key=lambda comparison: comparison.comparison_id))


def compare_question(
    poll_cluster: str,
    question_cluster: str,
    questions: Iterable[Question],
    figures: Iterable[Figure],
    roots: Mapping[str, str],
    *,
    universe: Universe = frozenset(),
) -> list[Comparison]:
    """The comparisons of one question cluster; `roots` maps each article to the one it is a reprint of, or to itself.

    `universe` are facets that everyone polled has, in all reports of the poll.

    Status: `single` if only one source tells the figure, `agree` if every two printed values can stand for one number
    (60.3 and 60 can), else `conflict`.  Shares, changes and differences, current and previous values are apart.
    """
    figures = sorted(figures, key=lambda figure: figure.figure_id)
    by_id = {figure.figure_id: figure for figure in figures}
    words = frozenset[str]().union(*(read_label(question.text).words for question in questions))
    if len({figure.population.country for figure in figures} - {None}) > 1:
        # "A good impression of Spain" and "of Denmark" are one answer, where neighbours were asked about each other.
        words |= country_words()
    entries = [Entry(figure.article_id, profile_item(figure, universe)) for figure in figures]
    cells = align(entries, words)
    names = _Names(cells, by_id)
    return [_comparison((poll_cluster, question_cluster), cell, names, by_id, roots) for cell in cells]


class _Names:
    """One label for each population and each answer of a question: the one that most figures bear."""

    def __init__(self, cells: Iterable[Cell], figures: Mapping[str, Figure]) -> None:
        populations: dict[str, list[str]] = defaultdict(list)
        answers: dict[tuple[str, ...], list[str]] = defaultdict(list)
        for cell in cells:
            members = [figures[entry.item.figure_id] for entry in cell.entries]
            populations[cell.population] += [figure.population.label for figure in members]
            answers[cell.answer] += [figure.response.label for figure in members]
        self.populations = {key: _usual(labels) for key, labels in populations.items()}
        self.answers = {key: _usual(labels) for key, labels in answers.items()}

    def response(self, cell: Cell) -> str:
        """The answer, with what sets a change, a difference or an older value apart from a share."""
        apart = [_TOLD_AS[cell.kind]] if cell.kind in _TOLD_AS else []
        if cell.previous:
            # A wave without a month is told by its value in the key, not in the label.
            apart.append(f"previous wave {cell.wave}" if "-" in cell.wave else "previous wave")
        return ", ".join([self.answers[cell.answer], *apart])


def _comparison(
    clusters: tuple[str, str], cell: Cell, names: _Names, figures: Mapping[str, Figure], roots: Mapping[str, str]
) -> Comparison:
    chosen = _one_for_each_article(cell.entries, figures)
    members = [figures[entry.item.figure_id] for entry in chosen]
    sources = {roots.get(entry.article_id, entry.article_id) for entry in chosen}
    key = (*clusters, cell.population, *cell.answer, cell.kind, cell.previous, cell.wave)
    return Comparison(
        comparison_id=content_id("comparison", *key),
        poll_cluster=clusters[0],
        question_cluster=clusters[1],
        population=names.populations[cell.population],
        response=names.response(cell),
        values=tuple(
            ComparedValue(article_id=f.article_id, figure_id=f.figure_id, value=f.value, decimals=f.decimals)
            for f in members
        ),
        independent_sources=len(sources),
        status=_status([entry.item.reading for entry in chosen]),
    )


def _status(readings: list[Reading]) -> Status:
    if len(readings) == 1:
        return "single"
    unique = sorted(set(readings), key=lambda r: (r.value, r.decimals, r.low, r.high))
    return "agree" if all(a.agrees(b) for a, b in combinations(unique, 2)) else "conflict"


def _one_for_each_article(entries: Iterable[Entry], figures: Mapping[str, Figure]) -> list[Entry]:
    """The figure that stands for an article: if it tells several values, the one that most others agree with, then the
    most precise, then the first in the text."""
    groups: dict[str, list[Entry]] = defaultdict(list)
    for entry in entries:
        groups[entry.article_id].append(entry)
    votes = Counter(
        entry.item.reading.value for group in groups.values() for entry in {_value(e): e for e in group}.values()
    )

    def rank(entry: Entry) -> tuple[int, int, int, str]:
        place = figures[entry.item.figure_id].evidence.start
        return -votes[_value(entry)], -entry.item.reading.decimals, place, entry.item.figure_id

    return [min(groups[article], key=rank) for article in sorted(groups)]


def _value(entry: Entry) -> float:
    return entry.item.reading.value


def _usual(labels: Iterable[str]) -> str:
    """The most frequent label, then the shortest, then the first of the alphabet."""
    counts = Counter(labels)
    return min(counts, key=lambda label: (-counts[label], len(label), label))
