"""Reports of one real poll, found block by block and joined into clusters whose members bear each other out."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping

from extractor.ids import content_id
from extractor.matching.evidence import compare_figures
from extractor.matching.graph import agglomerate, components, pairs_of_block
from extractor.matching.names import agreement
from extractor.matching.profiles import PollProfile
from extractor.matching.scoring import Match, combined, match

#: So many reports stand for a group.
_FULLEST = 3


def match_block(
    block: Iterable[PollProfile], known: dict[tuple[str, str], Match | None] | None = None
) -> tuple[Match, ...]:
    """The matches among reports that share a blocking key, sorted; a pure function of the set of reports.

    Linear in the size of the block; a block of many reports of one poll yields a few matches for each, not all pairs.
    `known` remembers results between blocks, where one process handles several; it changes nothing else.
    """
    results = {} if known is None else known
    members = sorted({profile.poll_id: profile for profile in block}.values(), key=lambda p: p.poll_id)
    found: dict[tuple[str, str], Match] = {}

    def same(a: PollProfile, b: PollProfile) -> bool:
        pair = (a.poll_id, b.poll_id)
        if pair not in results:
            results[pair] = match(a, b)
        result = results[pair]
        if result is not None:
            found[pair] = result
        return result is not None

    for _ in pairs_of_block(members, same, lambda profile: profile.traits):
        pass
    return tuple(found[pair] for pair in sorted(found))


def poll_components(matches: Iterable[Match]) -> dict[str, str]:
    """The connected component of every matched report, named by its smallest id."""
    return components((found.a, found.b) for found in matches)


def cluster_component(profiles: Iterable[PollProfile], matches: Iterable[Match]) -> dict[str, str]:
    """`poll_cluster` of each report of one component (or of any set of reports that no match leads out of).

    A chain of matches does not suffice: two groups are joined only if, taken together, they do not contradict each
    other (two reports in one article; two of other pollsters, other days and other sizes; figures of their fullest
    reports that differ where the reports themselves do not match).
    """
    summaries = {profile.poll_id: _Summary.of(profile) for profile in profiles}
    groups = agglomerate(summaries, [(found.score, found.a, found.b) for found in matches])
    return {member: cluster_id(group[0]) for group in groups for member in group}


def cluster_id(smallest: str) -> str:
    """The id of the cluster whose smallest member is `smallest`."""
    return content_id("pollcluster", smallest)


def reasons_of(matches: Iterable[Match], clusters: Mapping[str, str]) -> dict[str, str]:
    """For each cluster of several reports one sentence on why they are one poll."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    members: dict[str, set[str]] = defaultdict(set)
    for found in matches:
        cluster = clusters[found.a]
        if cluster == clusters[found.b]:
            members[cluster].update((found.a, found.b))
            counts[cluster].update(_kind(text) for text, weight in found.reasons if weight > 0)
    return {cluster: combined(counts[cluster], len(members[cluster])) for cluster in sorted(counts)}


def _kind(reason: str) -> str:
    return reason.lstrip("0123456789 ")


class _Summary:
    """What the reports of a group say together; the most frequent value of each fact counts."""

    __slots__ = ("articles", "days", "fullest", "names", "sizes")

    def __init__(self) -> None:
        self.articles: set[str] = set()
        self.names: Counter[tuple] = Counter()  # type: ignore[type-arg]
        self.days: Counter[int] = Counter()
        self.sizes: Counter[frozenset[int]] = Counter()
        self.fullest: list[PollProfile] = []

    @classmethod
    def of(cls, profile: PollProfile) -> "_Summary":
        summary = cls()
        summary.articles.add(profile.article_id)
        summary.fullest.append(profile)
        if profile.names:
            summary.names[profile.names] += 1
        if profile.field_end and profile.field_end.is_day:
            summary.days[profile.field_end.first] += 1
        if profile.sizes:
            summary.sizes[profile.sizes] += 1
        return summary

    def absorb(self, other: "_Summary") -> None:
        self.articles |= other.articles
        self.names += other.names
        self.days += other.days
        self.sizes += other.sizes
        self.fullest = sorted(self.fullest + other.fullest, key=lambda p: (-len(p.items), p.poll_id))[:_FULLEST]

    def contradicts(self, other: "_Summary") -> bool:
        if not self.articles.isdisjoint(other.articles):
            return True
        mine, theirs = _usual(self.names), _usual(other.names)
        other_names = bool(mine and theirs) and agreement(mine, theirs) == "disjoint"
        day, their_day = _usual(self.days), _usual(other.days)
        other_days = bool(day and their_day) and day != their_day
        sizes, their_sizes = _usual(self.sizes), _usual(other.sizes)
        other_sizes = bool(sizes and their_sizes) and not sizes & their_sizes
        if len(self.articles) == len(other.articles) == 1:
            return False  # a single pair has been weighed already
        # One fact may be misprinted.
        if other_names + other_days + other_sizes >= 2:
            return True
        matched = [(a, b, match(a, b) is not None) for a in self.fullest for b in other.fullest]
        # Two reports with a misprint each may be at odds, where the others bear both of them out.
        at_odds = sum(not found and _at_odds(a, b) for a, b, found in matched)
        return at_odds > 0 and 2 * at_odds >= sum(found for _, _, found in matched)


def _at_odds(a: PollProfile, b: PollProfile) -> bool:
    """Whether figures tell two reports apart; one that differs may be a misprint where the pollster is the same."""
    figures = compare_figures(a, b)
    misprint = agreement(a.names, b.names) in ("equal", "part")
    return figures.conflict > figures.agree + figures.crossed + figures.swapped + misprint


def _usual(counts: Counter):  # type: ignore[no-untyped-def, type-arg]
    return min(counts, key=lambda key: (-counts[key], repr(key))) if counts else None
