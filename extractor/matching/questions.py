"""Questions of one poll across its reports: the same question is found by wording, answers and figures."""

from collections.abc import Iterable, Iterator

from extractor.ids import content_id
from extractor.matching.graph import agglomerate, pairs_of_block
from extractor.matching.labels import side_words
from extractor.matching.likeness import ENOUGH, Likeness, likeness
from extractor.matching.profiles import QuestionProfile

#: The least likeness of members of two groups that are joined.
_CONSISTENT = 0.75
#: Up to so many questions of a poll, each is held against all the others.
_SMALL_BLOCK = 40
#: Where two questions are each other's best by such a margin, and figures agree, this likeness is enough.
_BEST, _MARGIN = 1.5, 0.75


def cluster_questions(questions: Iterable[QuestionProfile]) -> dict[str, str]:
    """`question_cluster` of each question of one poll cluster; a pure function of the set of questions.

    Two questions of one article are kept apart unless they are nearly the same words about different groups (the
    question was split when it was read).
    """
    members = sorted(
        {question.question_id: question for question in questions}.values(),
        # Those that say most come first: they are what others are compared with.
        key=lambda q: (-len(q.words), -len(q.items), q.question_id),
    )
    edges: set[tuple[float, str, str]] = set()
    weighed: dict[tuple[str, str], dict[tuple[str, str], Likeness]] = {}

    def same(a: QuestionProfile, b: QuestionProfile) -> bool:
        found = likeness(a, b)
        first, second = sorted((a, b), key=lambda question: (question.article_id, question.question_id))
        pair = first.question_id, second.question_id
        if a.article_id != b.article_id:
            weighed.setdefault((first.article_id, second.article_id), {})[pair] = found
        if found.score < ENOUGH or (a.article_id == b.article_id and not _was_split(a, b)):
            return False
        edges.add((found.score, *pair))
        return True

    for _ in pairs_of_block(members, same, _traits, _SMALL_BLOCK):
        pass
    if len(members) <= _SMALL_BLOCK:
        for pairs in weighed.values():
            edges.update(_mutual(pairs, {question.question_id: question for question in members}))
    groups = agglomerate({question.question_id: _Group(question) for question in members}, edges)
    return {
        member: content_id("questioncluster", members[0].poll_cluster, group[0]) for group in groups for member in group
    }


def _mutual(
    pairs: dict[tuple[str, str], Likeness], known: dict[str, QuestionProfile]
) -> Iterator[tuple[float, str, str]]:
    """Of two articles, the questions that have figures in common and are like each other more than any others.

    Two reports of one poll tell few questions, so the best of them need not say much of its wording.  Two figures
    that one report has the other way round say as much as two that agree.  A question of other groups is no rival: it
    may be told of the same one.
    """
    scores = {pair: found.score + found.crossed for pair, found in pairs.items()}
    for (one, two), found in pairs.items():
        score = scores[one, two]
        if found.agree + found.crossed < 1 or score < _BEST or found.score >= ENOUGH:
            continue
        rivals = [
            other
            for (a, b), other in scores.items()
            if (a == one) != (b == two) and not _of_other_groups(known[a], known[one])
            if not _of_other_groups(known[b], known[two])
        ]
        if all(score - rival >= _MARGIN for rival in rivals):
            yield min(score, ENOUGH), one, two


def _traits(question: QuestionProfile) -> list[str]:
    values = {f"{item.population}|{round(item.reading.value)}" for item in question.items}
    return sorted(question.words | values, key=repr)


def _was_split(a: QuestionProfile, b: QuestionProfile) -> bool:
    """Whether two questions of one article are parts of one: of other groups, and in the same words, or one of them in
    no more words than the side that the other names too ("approve", of each party)."""
    short, long = sorted((a.words, b.words), key=len)
    if not short or not (short == long or (short <= long and short <= side_words())):
        return False
    asked = {(item.population, item.country) for item in a.items}
    return asked.isdisjoint((item.population, item.country) for item in b.items)


def _are_parts(a: QuestionProfile, b: QuestionProfile) -> bool:
    """Whether two questions of one article may be one that another article tells whole: of other groups, and alike."""
    if _was_split(a, b):
        return True
    return _of_other_groups(a, b) and likeness(a, b).score >= _CONSISTENT


def _of_other_groups(a: QuestionProfile, b: QuestionProfile) -> bool:
    return {item.population for item in a.items}.isdisjoint(item.population for item in b.items)


def _apart(a: QuestionProfile, b: QuestionProfile) -> bool:
    found = likeness(a, b)
    return found.score + found.crossed < _CONSISTENT


class _Group:
    """Questions held to be one; a few of them stand for all."""

    __slots__ = ("by_article", "samples")

    def __init__(self, question: QuestionProfile) -> None:
        self.samples = [question]
        self.by_article = {question.article_id: [question]}

    def contradicts(self, other: "_Group") -> bool:
        for article in self.by_article.keys() & other.by_article.keys():
            if not all(_are_parts(a, b) for a in self.by_article[article] for b in other.by_article[article]):
                return True
        apart = [_apart(a, b) for a in self.samples for b in other.samples]
        # One of three may tell a figure wrong.
        return 2 * sum(apart) >= len(apart)

    def absorb(self, other: "_Group") -> None:
        merged = sorted(self.samples + other.samples, key=lambda q: (-len(q.words), -len(q.items), q.question_id))
        self.samples = merged[:3]
        for article, questions in other.by_article.items():
            self.by_article.setdefault(article, []).extend(questions)
