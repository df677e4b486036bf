"""The same clusters however the work is ordered, split or repeated."""

import random
from collections import defaultdict
from dataclasses import replace
from unittest.mock import patch

from hypothesis import given, settings
from hypothesis import strategies as st

from extractor.ids import content_id
from extractor.matching import (
    Match,
    blocking_keys,
    cluster_component,
    cluster_id,
    compare,
    link,
    match,
    match_block,
    poll_components,
    polls,
    scoring,
)
from extractor.matching.link import profile_polls
from extractor.models import Article, Dataset, Evidence, Figure, Poll, Population, Question, Response, Sample

POLLSTERS = ("Gallup", "Pew Research Center", "ABC News/Washington Post", "Kyodo News")
TOPICS = (
    "whether the dam should be built",
    "approval of the job the president does",
    "whether trade helps the country",
)
COUNTRIES = {"JP": "Japanese", "KR": "South Koreans"}


def reports(count: int, polls_in_all: int, seed: int = 5) -> Dataset:
    """`count` articles on `polls_in_all` polls of a few pollsters and months; some facts are lacking in each."""
    chosen = random.Random(seed)
    facts = [
        (chosen.choice(POLLSTERS), chosen.randint(1, 28), chosen.randint(500, 2500), chosen.choices(range(5, 80), k=12))
        for _ in range(polls_in_all)
    ]
    found: dict[str, list[object]] = defaultdict(list)
    for number in range(count):
        pollster, day, size, values = chosen.choice(facts)
        name = content_id("article", seed, number)
        text = " ".join(chosen.choices(TOPICS, k=3))
        found["articles"].append(
            Article(
                article_id=name,
                source_path=name,
                sha256="0" * 64,
                published=f"2025-06-{min(day + 1, 28):02}",
                text=text,
            )
        )
        poll = content_id("poll", name)
        samples = (Sample(size=size),) if chosen.random() < 0.6 else ()
        ended = f"2025-06-{day:02}" if chosen.random() < 0.6 else None
        found["polls"].append(
            Poll(poll_id=poll, article_id=name, pollsters=(pollster,), field_end=ended, samples=samples)
        )
        for topic, wording in enumerate(TOPICS):
            question = content_id("question", name, topic)
            found["questions"].append(Question(question_id=question, article_id=name, poll_id=poll, text=wording))
            for place, (country, label) in enumerate(COUNTRIES.items()):
                for side, stance in enumerate(("favor", "oppose")):
                    value = values[4 * topic + 2 * place + side]
                    found["figures"].append(
                        Figure(
                            figure_id=content_id("figure", question, country, stance),
                            article_id=name,
                            poll_id=poll,
                            question_id=question,
                            kind="share",
                            value=value,
                            population=Population(label=label, country=country),
                            response=Response(label=stance, stance=stance),  # type: ignore[arg-type]
                            evidence=Evidence(exact=f"{value}%", prefix="", suffix="", start=0, end=3, sentence=""),
                            rule="made",
                        )
                    )
    return Dataset(**{name: tuple(records) for name, records in found.items()})  # type: ignore[arg-type]


MANY = reports(24, 4)


def clusters(records: Dataset) -> dict[str, tuple[str | None, ...]]:
    linked = link(records)
    return (
        {poll.poll_id: (poll.poll_cluster,) for poll in linked.polls}
        | {question.question_id: (question.question_cluster,) for question in linked.questions}
        | {article.article_id: (article.reprint_of,) for article in linked.articles}
    )


EXPECTED = clusters(MANY)


@settings(max_examples=5, deadline=None)
@given(st.randoms(use_true_random=False))
def test_order_of_records_does_not_matter(chosen: random.Random) -> None:
    shuffled = {
        name: tuple(chosen.sample(getattr(MANY, name), len(getattr(MANY, name)))) for name in Dataset.model_fields
    }
    records = Dataset(**shuffled)
    assert clusters(records) == EXPECTED
    assert compare(link(records)) == compare(link(MANY))


def test_linking_again_changes_nothing() -> None:
    linked = link(MANY)
    assert link(linked) == linked


@settings(max_examples=4, deadline=None)
@given(st.randoms(use_true_random=False))
def test_block_by_block_gives_the_same_clusters(chosen: random.Random) -> None:
    """As a store or a cluster does it: blocks in any order, matches made distinct, components one by one."""
    profiles = profile_polls(MANY, MANY.articles)
    blocks = defaultdict(list)
    for profile in chosen.sample(profiles, len(profiles)):
        for key in blocking_keys(profile):
            blocks[key].append(profile)
    known: dict[tuple[str, str], Match | None] = {}
    matches = {found for key in chosen.sample(sorted(blocks), len(blocks)) for found in match_block(blocks[key], known)}
    component = poll_components(matches)
    groups = defaultdict(list)
    for profile in profiles:
        groups[component.get(profile.poll_id, profile.poll_id)].append(profile)
    found: dict[str, str] = {}
    for name, members in groups.items():
        inside = chosen.sample(sorted(matches, key=str), len(matches))
        inside = [match for match in inside if component[match.a] == name]
        found |= (
            cluster_component(members, inside)
            if len(members) > 1
            else {members[0].poll_id: cluster_id(members[0].poll_id)}
        )
    assert found == {poll: EXPECTED[poll][0] for poll in found}
    assert len(found) == len(profiles)


def test_polls_that_differ_are_found_and_kept_apart() -> None:
    sizes = defaultdict(set)
    cluster_of = {poll_id: cluster for poll_id, (cluster,) in EXPECTED.items()}
    for figure in MANY.figures:
        sizes[cluster_of[figure.poll_id]].add(
            (figure.question_id, figure.population.label, figure.response.label, figure.value)
        )
    # One value for each answer within a cluster: no two polls were joined.
    for members in sizes.values():
        topics = {(TOPICS, population, response, value) for _, population, response, value in members}
        assert len(topics) <= 12
    assert len(sizes) == 4


def evaluations(count: int) -> int:
    """How many pairs are weighed for `count` reports of one poll and month."""
    hot = reports(count, 1)
    with patch.object(polls, "match", wraps=polls.match) as weighed:
        assert len({poll.poll_cluster for poll in link(hot).polls}) == 1
    return weighed.call_count


def test_a_hot_poll_costs_as_many_comparisons_as_it_has_reports() -> None:
    assert evaluations(160) < 2.6 * evaluations(80)


def test_hot_pollster_with_many_polls_stays_linear() -> None:
    def weighed(count: int) -> int:
        with patch.object(polls, "match", wraps=polls.match) as calls:
            link(reports(count, count // 2, seed=9))
        return calls.call_count

    assert weighed(160) < 3 * weighed(80)


def test_what_is_out_of_reach_is_no_match_anyway() -> None:
    """Pairs that are settled without their figures come to the same with them."""
    profiles = profile_polls(MANY, MANY.articles)
    undated = [replace(one, published=None, field_end=None, sizes=frozenset()) for one in profiles[::3]]
    unnamed = [replace(one, names=()) for one in profiles[::4]]
    pairs = [(a, b) for a in profiles for b in (*profiles, *undated, *unnamed)]
    quick = [match(a, b) for a, b in pairs]
    with patch.object(scoring, "_in_reach", return_value=True):
        assert [match(a, b) for a, b in pairs] == quick
    with patch.object(scoring, "compare_figures", side_effect=scoring.compare_figures) as compared:
        assert [match(a, b) for a, b in pairs] == quick
    assert compared.call_count < sum(a.article_id != b.article_id for a, b in pairs)
