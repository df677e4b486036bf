"""Shares recomputed without those who have no opinion: 44 for, 37 against and 19 undecided is 54 for of the decided."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from extractor.checks.answers import AnswerSet, answer_sets, degree, is_printed, object_of, side_of
from extractor.checks.intervals import HUNDRED, Interval, rebased, same_number, total
from extractor.checks.keys import response_key, same_response
from extractor.checks.views import ArticleView, DatasetView, GroupKey
from extractor.checks.words import cue
from extractor.models import Figure, Response

#: So many different answer sets of one question are looked at.
_MOST_SETS = 16


@dataclass(frozen=True, slots=True)
class Rebase:
    """A share told of everyone, and the same share as it is of those with an opinion.

    `told_with` are the ids of the answers that `figure` was told with: "54 to 46" is one statement.
    """

    figure: Figure
    told_of_all: Figure
    possible: Interval
    told_with: frozenset[str]


def decided(answers: AnswerSet) -> tuple[Figure, ...]:
    """The answers of a set without "don't know"; empty where the set leaves nobody out."""
    members = tuple(figure for figure in answers.figures if side_of(figure.response) != "dont_know")
    missing = HUNDRED - total(members)
    return members if len(members) >= 2 and missing > len(members) else ()


def is_complete_without(answers: AnswerSet) -> bool:
    """Whether the answers make up 100 percent with no "don't know" among them."""
    return answers.of("dont_know") is None and abs(HUNDRED - total(answers.figures)) <= len(answers.figures) - 1


def rebased_forms(
    figure: Figure,
    own: AnswerSet | None,
    sets: Iterable[AnswerSet],
    same: Callable[[Response, Response], bool] = same_response,
) -> list[Rebase]:
    """For each set that gives the answer of `figure` another value: what that is without "don't know".

    `own` is the set that the figure itself belongs to.  A figure whose own set leaves people out is not rebased.
    Where it stands alone, the other set must tell the "don't know".  `same` tells which labels are one answer.
    """
    if own is not None and not is_complete_without(own):
        return []
    found = []
    told_with = frozenset(f.figure_id for f in own.figures) if own is not None else frozenset({figure.figure_id})
    for answers in sets:
        if own is answers or (own is None and answers.of("dont_know") is None):
            continue
        members = decided(answers)
        for member in members:
            if same(member.response, figure.response) and not same_number(member, figure):
                found.append(Rebase(figure, member, rebased(member, members), told_with))
    return found


def _is_same_side(a: Response, b: Response) -> bool:
    """Whether two labels of one article are one answer, or one side of it told with more or fewer words."""
    if same_response(a, b):
        return True
    if side_of(a) != side_of(b) or side_of(a) not in ("favor", "oppose") or degree(a) != degree(b):
        return False
    first, second = object_of(a), object_of(b)
    return first <= second or second <= first


def fits(rebase: Rebase) -> bool:
    """Whether the figure is what the share becomes without "don't know"."""
    return rebase.possible.meets(Interval.of(rebase.figure))


def says_rebased(view: ArticleView, figure: Figure) -> bool:
    """Whether the figure's sentence says that those without an opinion are left out."""
    return cue("rebased_cues").search(figure.evidence.sentence) is not None


def forms_within(view: ArticleView) -> list[list[Rebase]]:
    """For each share of an article that is told again beside a set of its question: its rebased forms."""
    sets: dict[GroupKey, list[AnswerSet]] = defaultdict(list)
    for answers in answer_sets(view):
        sets[answers.key].append(answers)
    found = []
    for key, known in sets.items():
        own = {figure.figure_id: answers for answers in known for figure in answers.figures}
        for figure in view.shares[key]:
            if is_printed(figure) and (forms := rebased_forms(figure, own.get(figure.figure_id), known, _is_same_side)):
                found.append(forms)
    return found


def forms_across(view: DatasetView) -> list[list[Rebase]]:
    """For each share that another report of the poll gives beside a set of the question: its rebased forms.

    Reports are joined by poll cluster, question cluster and population.
    """
    known: list[list[Rebase]] | None = view.memo.get("forms_across")
    if known is None:
        known = view.memo["forms_across"] = _forms_across(view)
    return known


def _forms_across(view: DatasetView) -> list[list[Rebase]]:
    sets: dict[tuple[object, ...], list[AnswerSet]] = defaultdict(list)
    figures: dict[tuple[object, ...], list[tuple[Figure, AnswerSet | None]]] = defaultdict(list)
    for article in view.in_clusters():
        own: dict[str, AnswerSet] = {}
        for answers in answer_sets(article):
            key = _shared_key(view, article, answers.figures[0])
            if key is not None:
                sets[key].append(answers)
                own.update((figure.figure_id, answers) for figure in answers.figures)
        for group in article.shares.values():
            key = _shared_key(view, article, group[0])
            if key is not None:
                figures[key].extend((figure, own.get(figure.figure_id)) for figure in group if is_printed(figure))
    found = []
    for key, known in sets.items():
        different = _different(known)
        for figure, own_set in figures[key]:
            elsewhere = [other for alike in different if (other := _of_another(alike, figure)) is not None]
            if forms := rebased_forms(figure, own_set, elsewhere):
                found.append(forms)
    return found


def _of_another(alike: Iterable[AnswerSet], figure: Figure) -> AnswerSet | None:
    """The first set that another article than the figure's own tells."""
    return next((answers for answers in alike if answers.figures[0].article_id != figure.article_id), None)


def _different(sets: Iterable[AnswerSet]) -> list[list[AnswerSet]]:
    """The sets that differ in a value or an answer, the most frequent first; of those that do not, two articles' sets.

    Many reports of one poll tell few different sets, so that looking at these alone costs no more than reading them.
    """
    alike: dict[tuple[object, ...], list[AnswerSet]] = defaultdict(list)
    counts: Counter[tuple[object, ...]] = Counter()
    for answers in sets:
        key = tuple(sorted((response_key(f.response), f.value, f.decimals) for f in answers.figures))
        counts[key] += 1
        members = alike[key]
        if not members or (len(members) == 1 and members[0].figures[0].article_id != answers.figures[0].article_id):
            members.append(answers)
    return [alike[key] for key, _ in counts.most_common(_MOST_SETS)]


def _shared_key(view: DatasetView, article: ArticleView, figure: Figure) -> tuple[object, ...] | None:
    """Clusters, population and wave; nothing where the poll or question is in no cluster."""
    poll, question = view.polls.get(figure.poll_id), view.questions.get(figure.question_id)
    if poll is None or question is None or poll.poll_cluster is None or question.question_cluster is None:
        return None
    return (poll.poll_cluster, question.question_cluster, article.population(figure), figure.wave, figure.wave_date)
