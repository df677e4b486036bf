"""From records to linked records on one machine; each step is a map or a group-by that a cluster can do as well."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

import numpy as np

from extractor.matching.blocking import FAMILIES
from extractor.matching.polls import cluster_component, cluster_id, match_block, poll_components, reasons_of
from extractor.matching.profiles import PollProfile, profile_item, profile_poll, profile_question
from extractor.matching.questions import cluster_questions
from extractor.matching.reprints import match_copies, originals, reprint_keys, signature
from extractor.matching.scoring import Match
from extractor.matching.universes import universes_of
from extractor.models import Article, Dataset, Figure, Question

Node = TypeVar("Node")
#: Results remembered between families of keys, so that a pair is hardly weighed twice.
_REMEMBERED = 1_000_000


@dataclass(frozen=True, slots=True)
class Linked:
    """A dataset with its clusters, the matches behind them, and a sentence of reasons for each cluster."""

    dataset: Dataset
    matches: tuple[Match, ...]
    reasons: dict[str, str]


def link(dataset: Dataset) -> Dataset:
    """The records with `reprint_of`, `poll_cluster` and `question_cluster` set, in the order given.

    Every poll and question gets a cluster, if only its own.  Earlier values of these fields are replaced.  The result
    does not depend on the order of the records.
    """
    return link_with_reasons(dataset).dataset


def link_with_reasons(dataset: Dataset) -> Linked:
    """As `link`, with the matches and what they rest on."""
    articles = find_reprints(dataset.articles)
    profiles = profile_polls(dataset, articles)
    matches = find_matches(profiles)
    clusters = find_clusters(profiles, matches)
    questions = link_questions(dataset, articles, clusters)
    linked = Dataset.model_construct(
        articles=articles,
        polls=tuple(poll.model_copy(update={"poll_cluster": clusters[poll.poll_id]}) for poll in dataset.polls),
        questions=questions,
        figures=dataset.figures,
    )
    return Linked(linked, matches, reasons_of(matches, clusters))


def find_reprints(articles: Sequence[Article]) -> tuple[Article, ...]:
    """The articles with `reprint_of` set where one is a near-copy of an earlier one, else None."""
    signatures = {found.article_id: found for found in map(signature, articles) if found is not None}
    members = [signatures[article_id] for article_id in sorted(signatures)]
    pairs: set[tuple[str, str]] = set()
    for block in _blocks(members, reprint_keys):
        pairs.update(match_copies(block))
    roots = originals(signatures, pairs)
    return tuple(_with(article, "reprint_of", roots.get(article.article_id)) for article in articles)


def profile_polls(dataset: Dataset, articles: Iterable[Article]) -> list[PollProfile]:
    """A profile of every poll, in the order of ids."""
    by_id = {article.article_id: article for article in articles}
    questions: dict[str, list[Question]] = defaultdict(list)
    figures: dict[str, list[Figure]] = defaultdict(list)
    for question in dataset.questions:
        questions[question.poll_id].append(question)
    for figure in dataset.figures:
        figures[figure.poll_id].append(figure)
    return [
        profile_poll(poll, by_id[poll.article_id], questions[poll.poll_id], figures[poll.poll_id])
        for poll in sorted(dataset.polls, key=lambda poll: poll.poll_id)
    ]


def find_matches(profiles: Sequence[PollProfile]) -> tuple[Match, ...]:
    """Every match in any block, sorted, each once."""
    found: dict[tuple[str, str], Match] = {}
    known: dict[tuple[str, str], Match | None] = {}
    for family in FAMILIES:
        if len(known) > _REMEMBERED:
            known.clear()
        for block in _blocks(profiles, family):
            found.update(((match.a, match.b), match) for match in match_block(block, known))
    return tuple(found[pair] for pair in sorted(found))


def find_clusters(profiles: Iterable[PollProfile], matches: Sequence[Match]) -> dict[str, str]:
    """`poll_cluster` of every poll."""
    component = poll_components(matches)
    groups: dict[str, list[PollProfile]] = defaultdict(list)
    inside: dict[str, list[Match]] = defaultdict(list)
    clusters: dict[str, str] = {}
    for profile in profiles:
        if profile.poll_id in component:
            groups[component[profile.poll_id]].append(profile)
        else:
            clusters[profile.poll_id] = cluster_id(profile.poll_id)
    for match in matches:
        inside[component[match.a]].append(match)
    for name, members in groups.items():
        clusters.update(cluster_component(members, inside[name]))
    return clusters


def link_questions(dataset: Dataset, articles: Iterable[Article], clusters: dict[str, str]) -> tuple[Question, ...]:
    """The questions with `question_cluster` set, given the `poll_cluster` of each poll, in the order given."""
    roots = {article.article_id: article.reprint_of or article.article_id for article in articles}
    figures: dict[str, list[Figure]] = defaultdict(list)
    by_poll: dict[str, list[Figure]] = defaultdict(list)
    for figure in dataset.figures:
        figures[figure.question_id].append(figure)
        by_poll[figure.poll_id].append(figure)
    universes = universes_of(dataset.polls, by_poll)
    polls: dict[str, list[Question]] = defaultdict(list)
    for question in dataset.questions:
        polls[clusters[question.poll_id]].append(question)
    found: dict[str, str] = {}
    for cluster, members in polls.items():
        found.update(
            cluster_questions(
                profile_question(
                    question,
                    (profile_item(f, universes[f.poll_id]) for f in figures[question.question_id]),
                    root=roots[question.article_id],
                    poll_cluster=cluster,
                )
                for question in members
            )
        )
    return tuple(_with(question, "question_cluster", found[question.question_id]) for question in dataset.questions)


def _blocks(members: Sequence[Node], keys: Callable[[Node], Iterable[str]]) -> Iterator[list[Node]]:
    """Members that share a key, for every key that several have.

    Keys are held as 64-bit hashes in one array, so that a million of them fit in a few megabytes.  Two keys that fall
    on one hash make a block too large, never a wrong match.
    """
    hashes: list[int] = []
    owners: list[int] = []
    for number, member in enumerate(members):
        own = {hash(key) for key in keys(member)}
        hashes += own
        owners += [number] * len(own)
    if not hashes:
        return
    array, who = np.array(hashes, dtype=np.int64), np.array(owners, dtype=np.int64)
    order = np.lexsort((who, array))
    array, who = array[order], who[order]
    edges = np.flatnonzero(np.diff(array)) + 1
    starts, ends = np.concatenate(([0], edges)), np.concatenate((edges, [len(array)]))
    several = ends - starts > 1
    runs = sorted({tuple(who[start:end].tolist()) for start, end in zip(starts[several], ends[several], strict=True)})
    for run in runs:
        yield [members[number] for number in run]


def _with(record, field: str, value: str | None):  # type: ignore[no-untyped-def]
    return record if getattr(record, field) == value else record.model_copy(update={field: value})
