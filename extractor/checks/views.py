"""Indexes over the records, built once in linear time: one article, or a whole dataset with its clusters."""

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set
from functools import cached_property
from typing import Any

from extractor.checks.keys import PopulationKey, figure_key, is_everyone, is_name, response_key
from extractor.checks.words import words_of
from extractor.models import Article, Comparison, Dataset, Figure, Poll, Question, Response

#: A "sentence" with more figures than twice this is a list or table; looking at all for each would be quadratic.
_NEIGHBOURS = 20
_BLANK_LINE = re.compile(r"\n\n+")

GroupKey = tuple[str, str, PopulationKey, str, str]


class ArticleView:
    """The records of one article, figures in the order of the text."""

    def __init__(
        self, article: Article, polls: tuple[Poll, ...], questions: tuple[Question, ...], figures: tuple[Figure, ...]
    ) -> None:
        self.article = article
        self.polls = {poll.poll_id: poll for poll in polls}
        self.questions = {question.question_id: question for question in questions}
        self.figures = tuple(sorted(figures, key=lambda f: (f.evidence.start, f.evidence.end, f.figure_id)))
        self.memo: dict[str, Any] = {}
        """What helpers of several checks derive once from this view, by the helper's name."""
        self._sentence_starts: dict[str, int] = {}

    @cached_property
    def homes(self) -> dict[str, str]:
        """The country of each poll whose figures name exactly one country."""
        countries: dict[str, set[str]] = defaultdict(set)
        for figure in self.figures:
            if figure.population.country:
                countries[figure.poll_id].add(figure.population.country)
        return {poll_id: next(iter(names)) for poll_id, names in countries.items() if len(names) == 1}

    def population(self, figure: Figure) -> PopulationKey:
        """The key of the figure's population within its poll."""
        return self.key(figure)[2]

    def answer(self, figure: Figure) -> str:
        """The key of the figure's answer; "Alvarez" and "Maria Alvarez" are one where the article uses both."""
        return self._answers[figure.figure_id]

    def same_answer(self, a: Figure, b: Figure) -> bool:
        """Whether two figures are of one answer: the same key and no opposite sides."""
        return self.answer(a) == self.answer(b) and {a.response.stance, b.response.stance} != {"favor", "oppose"}

    def covers_everyone(self, figure: Figure) -> bool:
        """Whether the figure is of the whole sample."""
        return is_everyone(self.population(figure))

    def key(self, figure: Figure) -> GroupKey:
        """Poll, question, population and wave of a figure."""
        return self._keys[figure.figure_id]

    @cached_property
    def shares(self) -> dict[GroupKey, list[Figure]]:
        """Shares by poll, question, population and wave, each list in the order of the text."""
        return self._grouped("share")

    @cached_property
    def changes(self) -> dict[GroupKey, list[Figure]]:
        """Changes by poll, question, population and wave."""
        return self._grouped("change")

    @cached_property
    def differences(self) -> list[Figure]:
        """Leads, gaps and nets, in the order of the text."""
        return [figure for figure in self.figures if figure.kind == "difference"]

    @cached_property
    def sentences(self) -> dict[int, list[Figure]]:
        """Figures by where their sentence starts in the text, in order."""
        groups: dict[int, list[Figure]] = defaultdict(list)
        for figure in self.figures:
            groups[self.sentence_start(figure)].append(figure)
        return dict(groups)

    def sentence_start(self, figure: Figure) -> int:
        """Where the sentence of `figure` starts in the text (the figure's own place if it is not found)."""
        known = self._sentence_starts.get(figure.figure_id)
        if known is None:
            known = self._sentence_starts[figure.figure_id] = self._find_sentence(figure)
        return known

    def _find_sentence(self, figure: Figure) -> int:
        evidence = figure.evidence
        earliest = max(0, evidence.end - len(evidence.sentence))
        found = self.article.text.find(evidence.sentence, earliest, evidence.start + len(evidence.sentence))
        return found if found >= 0 else evidence.start

    def same_sentence(self, figure: Figure) -> list[Figure]:
        """The figures of the sentence, the given one among them; of very long lists only its neighbours."""
        figures = self.sentences[self.sentence_start(figure)]
        if len(figures) <= 2 * _NEIGHBOURS:
            return figures
        at = self._positions[figure.figure_id]
        return figures[max(0, at - _NEIGHBOURS) : at + _NEIGHBOURS]

    def between(self, first: Figure, second: Figure) -> str:
        """The text between two figures, the earlier first."""
        return self.article.text[first.evidence.end : second.evidence.start]

    def before(self, figure: Figure) -> str:
        """The figure's sentence up to the figure."""
        return self.article.text[self.sentence_start(figure) : figure.evidence.start]

    def after(self, figure: Figure) -> str:
        """The figure's sentence from the figure on."""
        start = self.sentence_start(figure)
        return self.article.text[figure.evidence.end : max(start + len(figure.evidence.sentence), figure.evidence.end)]

    def between_places(self, low: int, high: int) -> tuple[Figure, ...]:
        """The figures that start from `low` to `high`, both included."""
        return self.figures[bisect_left(self._starts, low) : bisect_right(self._starts, high)]

    def clause(self, figure: Figure) -> tuple[str, str]:
        """The sentence before and after the figure, from the figure before to the one after (80 and 60 characters)."""
        figures = self.same_sentence(figure)
        at = index_of(figures, figure)
        start = max(self.sentence_start(figure), figure.evidence.start - 80)
        end = min(figure.evidence.end + 60, figure.evidence.end + len(self.after(figure)))
        before = [other.evidence.end for other in figures[:at] if other.evidence.end <= figure.evidence.start]
        after = [other.evidence.start for other in figures[at + 1 :] if other.evidence.start >= figure.evidence.end]
        text, place = self.article.text, figure.evidence
        return text[max([start, *before]) : place.start], text[place.end : min([end, *after])]

    def paragraph(self, figure: Figure) -> int:
        """The number of the paragraph that holds the figure; blank lines part paragraphs."""
        return bisect_right(self._paragraphs, figure.evidence.start)

    def kind_of_place(self, figure: Figure) -> str:
        """The kind of the block that holds the figure; `paragraph` where no block is known."""
        place = figure.evidence.start
        low, high = 0, len(self._blocks)
        while low < high:
            middle = (low + high) // 2
            start, end, kind = self._blocks[middle]
            if place < start:
                high = middle
            elif place >= end:
                low = middle + 1
            else:
                return kind
        return "paragraph"

    @cached_property
    def _paragraphs(self) -> list[int]:
        return [match.end() for match in _BLANK_LINE.finditer(self.article.text)]

    @cached_property
    def _positions(self) -> dict[str, int]:
        return {figure.figure_id: at for figures in self.sentences.values() for at, figure in enumerate(figures)}

    @cached_property
    def _answers(self) -> dict[str, str]:
        labels = {figure.response.label for figure in self.figures}
        last_names = {label for label in labels if is_name(label) and " " not in label}
        keys = {}
        for figure in self.figures:
            label = figure.response.label
            last = label.rpartition(" ")[2]
            short = last in last_names and is_name(label)
            keys[figure.figure_id] = response_key(Response(label=last) if short else figure.response)
        return keys

    @cached_property
    def _keys(self) -> dict[str, GroupKey]:
        of_voters = self._polls_of_voters
        return {
            figure.figure_id: figure_key(figure, self.homes.get(figure.poll_id), of_voters=figure.poll_id in of_voters)
            for figure in self.figures
        }

    @cached_property
    def _polls_of_voters(self) -> set[str]:
        """The polls whose figures are of nobody but "voters" as far as whole samples go: there voters are everyone."""
        kinds: dict[str, set[str]] = defaultdict(set)
        for figure in self.figures:
            adults = not words_of().adults.isdisjoint(figure.population.label.casefold().split())
            kinds[figure.poll_id].add(figure.population.facets.get("voters", "adults" if adults else ""))
        return {poll_id for poll_id, found in kinds.items() if "voters" in found and found <= {"voters", ""}}

    @cached_property
    def _starts(self) -> list[int]:
        return [figure.evidence.start for figure in self.figures]

    @cached_property
    def _blocks(self) -> list[tuple[int, int, str]]:
        return sorted((block.start, block.end, block.kind) for block in self.article.blocks)

    def _grouped(self, kind: str) -> dict[GroupKey, list[Figure]]:
        groups: dict[GroupKey, list[Figure]] = defaultdict(list)
        for figure in self.figures:
            if figure.kind == kind:
                groups[self.key(figure)].append(figure)
        return dict(groups)


class DatasetView:
    """A whole dataset for cross-source checks: records by id, reports by cluster, comparisons.

    `reasons` tells for a poll cluster why its reports are held to be one poll (a sentence from the matching).
    """

    def __init__(
        self, dataset: Dataset, comparisons: tuple[Comparison, ...] = (), reasons: Mapping[str, str] | None = None
    ) -> None:
        self.dataset = dataset
        self.comparisons = comparisons
        self.reasons = reasons or {}
        self.memo: dict[str, Any] = {}
        """What helpers of several checks derive once from this view, by the helper's name."""
        self.articles = {article.article_id: article for article in dataset.articles}
        self.polls = {poll.poll_id: poll for poll in dataset.polls}
        self.questions = {question.question_id: question for question in dataset.questions}
        self.figures = {figure.figure_id: figure for figure in dataset.figures}

    @cached_property
    def clusters(self) -> dict[str, list[Poll]]:
        """The reports of each real poll that has at least two reports, by poll cluster, sorted by id."""
        groups: dict[str, list[Poll]] = defaultdict(list)
        for poll in sorted(self.dataset.polls, key=lambda poll: poll.poll_id):
            if poll.poll_cluster is not None:
                groups[poll.poll_cluster].append(poll)
        return {cluster: polls for cluster, polls in groups.items() if len(polls) > 1}

    @cached_property
    def figures_by_poll(self) -> dict[str, list[Figure]]:
        """Figures of each report of a poll, by poll id, in the order of the text."""
        groups: dict[str, list[Figure]] = defaultdict(list)
        for figure in sorted(self.dataset.figures, key=lambda f: (f.evidence.start, f.figure_id)):
            groups[figure.poll_id].append(figure)
        return dict(groups)

    def in_clusters(self) -> Iterator[ArticleView]:
        """A view of each article that reports a poll which other articles report too, one by one."""
        return self.article_views({poll.article_id for polls in self.clusters.values() for poll in polls})

    def article_views(self, only: Set[str] | None = None) -> Iterator[ArticleView]:
        """One view per article that reports a poll (of those in `only`, if given), in the order of article ids."""
        for name in sorted(self.articles):
            if name in self._by_article and (only is None or name in only):
                yield self.article_view(name)

    def article_view(self, article_id: str) -> ArticleView:
        """A view of one article."""
        polls, questions, figures = self._by_article[article_id]
        return ArticleView(self.articles[article_id], tuple(polls), tuple(questions), tuple(figures))

    @cached_property
    def _by_article(self) -> dict[str, tuple[list[Poll], list[Question], list[Figure]]]:
        """The records of each article that has a poll or a figure."""
        found: dict[str, tuple[list[Poll], list[Question], list[Figure]]] = {}
        for poll in self.dataset.polls:
            found.setdefault(poll.article_id, ([], [], []))[0].append(poll)
        for figure in self.dataset.figures:
            found.setdefault(figure.article_id, ([], [], []))[2].append(figure)
        for question in self.dataset.questions:
            if question.article_id in found:
                found[question.article_id][1].append(question)
        return found


def index_of(figures: Sequence[Figure], figure: Figure) -> int:
    """Where a figure stands in a list, by its id."""
    return next(at for at, other in enumerate(figures) if other.figure_id == figure.figure_id)
