"""The cross-source work that needs no store, in parcels: each holds all that it takes, so any process can do it.

What comes of a parcel depends on nothing else, and is the same wherever and whenever it is done.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Protocol

from extractor.batch.judging.clusters import judge_cluster
from extractor.batch.judging.lookback import judge_quotes
from extractor.batch.judging.records import Reports, Row
from extractor.checks.settings import Settings
from extractor.matching.packed import unpack_profile
from extractor.matching.polls import cluster_component, cluster_id, match_block
from extractor.matching.profiles import PollProfile
from extractor.matching.scoring import Match
from extractor.models import Comparison, Flag, Question
from extractor.store.columns import compact, to_row

#: How many profiles, and results of comparing two of them, a process holds between parcels; bounds its memory.
HELD = 4_000
_REMEMBERED = 100_000
#: Packed profiles with the article that each goes back to, by poll.
Packed = dict[str, tuple[str, str]]


class Hands:
    """What a process needs to work parcels off: the checks, and what it has come to know on the way."""

    def __init__(self, settings: Settings) -> None:
        self.checks = settings.chosen()
        self._unpack = lru_cache(maxsize=HELD)(unpack_profile)
        self._known: dict[tuple[str, str], Match | None] = {}

    def __call__(self, parcel: "Parcel") -> Any:
        """What comes of a parcel."""
        return parcel.work(self)

    def all(self, parcels: "Iterable[Parcel]") -> Iterator[Any]:
        """What comes of each parcel, in this process."""
        return map(self, parcels)

    def profiles(self, packed: Packed, names: Iterable[str]) -> Iterator[PollProfile]:
        """The profiles of some polls."""
        return (self._unpack(*packed[name]) for name in names)

    def known(self) -> dict[tuple[str, str], Match | None]:
        """Results of comparing two reports, remembered between blocks."""
        if len(self._known) > _REMEMBERED:
            self._known.clear()
        return self._known


class Parcel(Protocol):
    """A piece of work."""

    def work(self, hands: Hands) -> Any:
        """Do it."""


@dataclass(frozen=True, slots=True)
class Blocks:
    """Blocks of polls that are to be compared."""

    blocks: tuple[tuple[str, ...], ...]
    packed: Packed

    def work(self, hands: Hands) -> list[Row]:
        """The matches as rows, sorted, each once."""
        found: dict[tuple[str, str], Match] = {}
        for block in self.blocks:
            matches = match_block(hands.profiles(self.packed, block), hands.known())
            found.update(((match.a, match.b), match) for match in matches)
        return [(a, b, match.score, compact(match.reasons)) for (a, b), match in sorted(found.items())]


@dataclass(frozen=True, slots=True)
class Components:
    """Components of matched polls, each with its matches, that are to be clustered."""

    components: tuple[tuple[tuple[str, ...], tuple[Match, ...]], ...]
    packed: Packed

    def work(self, hands: Hands) -> list[dict[str, str]]:
        """The cluster of each poll, by component."""
        return [
            cluster_component(hands.profiles(self.packed, members), matches)
            if len(members) > 1
            else {members[0]: cluster_id(members[0])}
            for members, matches in self.components
        ]


@dataclass(frozen=True, slots=True)
class Verdict:
    """What was told of a group of records (a cluster, or a report's quoted values), as rows of the store."""

    group: str
    questions: tuple[tuple[str | None, str], ...]
    """Cluster and question."""
    comparisons: tuple[Row, ...]
    flags: tuple[Row, ...]
    flag_articles: tuple[tuple[str, tuple[str, ...]], ...]
    tested: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Clusters:
    """Clusters that are to be judged: each with its name, its reports and the matches among them."""

    clusters: tuple[tuple[str, Reports, tuple[Match, ...]], ...]

    def work(self, hands: Hands) -> list[Verdict]:
        """What is told of each cluster."""
        found = []
        for name, reports, matches in self.clusters:
            judged = judge_cluster(name, reports.dataset(), matches, hands.checks)
            found.append(_verdict(name, judged.flags, judged.tested, judged.questions, judged.comparisons))
        return found


@dataclass(frozen=True, slots=True)
class Quotes:
    """Reports whose quoted values are to be held against the record: the name of the group, the report, what is on
    record, and why its clusters are one poll each."""

    quotes: tuple[tuple[str, Reports, Reports, dict[str, str]], ...]

    def work(self, hands: Hands) -> list[Verdict]:
        """What is told of each report."""
        found = []
        for name, report, record, reasons in self.quotes:
            judged = judge_quotes(report.dataset(), record.dataset(), reasons, hands.checks)
            found.append(_verdict(name, judged.flags, judged.tested))
        return found


def _verdict(
    name: str,
    flags: tuple[Flag, ...],
    tested: frozenset[str],
    questions: tuple[Question, ...] = (),
    comparisons: tuple[Comparison, ...] = (),
) -> Verdict:
    return Verdict(
        group=name,
        questions=tuple((question.question_cluster, question.question_id) for question in questions),
        comparisons=tuple(map(to_row, comparisons)),
        flags=tuple(map(to_row, flags)),
        flag_articles=tuple((flag.flag_id, flag.article_ids) for flag in flags),
        tested=tuple(sorted(tested)),
    )
