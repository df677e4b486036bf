"""The cross-source work over a store: what changed since it was last done, and nothing else.

The result is that of `matching.link`, `matching.compare` and the cross-source checks over all records at once, because
every block and component that a change touches is worked out anew as a whole.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import nullcontext
from functools import partial
from itertools import chain
from typing import Any

from extractor.batch.crew import Crew
from extractor.batch.ingest import drop_group, mark_neighbours, put_flags
from extractor.batch.judging.blocks import (
    COPIES,
    POLLS,
    clear_matches,
    mark_zone,
    matches_within,
    zone_blocks,
    zone_components,
)
from extractor.batch.judging.keys import hashed
from extractor.batch.judging.parcels import Blocks, Clusters, Components, Hands, Parcel, Verdict
from extractor.batch.judging.quotes import drop_stale, mark_stale, stale_quotes
from extractor.batch.judging.records import Records, Reports
from extractor.checks.settings import Settings
from extractor.matching.blocking import blocking_keys
from extractor.matching.reprints import match_copies, originals
from extractor.matching.scoring import Match
from extractor.store.sqlite import Store

#: From so many changed articles on, processes are started for the work.
MANY = 300
#: So many polls make a parcel, or so many places of them in blocks.
_POLLS = 250
_PLACES = 2_500
#: So many reports with all their records make a parcel.
_REPORTS = 40
_CHANGED_ARTICLES = "SELECT article_id, fresh FROM pending"
#: A poll changes with its article, and when the article becomes a reprint or ceases to be one.
_CHANGED_POLLS = "SELECT poll_id, fresh FROM polls JOIN pending USING (article_id)"


Work = Callable[[Iterator[Parcel]], Iterator[Any]]


def judge_across(store: Store, settings: Settings, jobs: int = 1) -> bool:
    """Bring clusters, comparisons and cross-source flags up to date, in one transaction; whether there was anything.

    Where much is to be done, `jobs` processes share it; the result is the same.
    """
    waiting = "SELECT (SELECT count(*) FROM pending), EXISTS (SELECT 1 FROM stale_quotes)"
    pending, stale = store.execute(waiting).fetchone()
    if not pending and not stale:
        return False
    make = partial(Hands, settings)
    with Crew(jobs, make) if jobs > 1 and pending >= MANY else nullcontext() as crew, store.transaction():
        _judge_all(store, crew.map if crew else make().all)
    return True


def _judge_all(store: Store, work: Work) -> None:
    records = Records(store)
    _find_reprints(store, records)
    touched = sorted(_cluster_polls(store, records, work))
    # A flag that moves from one cluster to another keeps its id, so all that is old goes before the new is put.
    for cluster in touched:
        _drop(store, cluster)
    _put(store, work(_clusters(records, touched)))
    _mark_quotes(store, touched)
    drop_stale(store)
    _put(store, work(stale_quotes(store, records)))
    store.execute("DELETE FROM stale_quotes")
    store.execute("DELETE FROM pending")


def _find_reprints(store: Store, records: Records) -> None:
    """Set `reprint_of`; an article where it changes becomes pending, for its polls are matched by it."""
    mark_zone(store, COPIES, _CHANGED_ARTICLES)
    clear_matches(store, COPIES)
    for block in zone_blocks(store, COPIES):
        store.execute_many("INSERT OR IGNORE INTO copies VALUES (?, ?)", match_copies(map(records.signature, block)))
    for component in zone_components(store, COPIES):
        pairs = [(a, b) for a, b in matches_within(store, COPIES, component, "a, b")]
        found = originals({name: records.signature(name) for name in component}, pairs) if pairs else {}
        for name in component:
            changed = store.execute(
                "UPDATE articles SET reprint_of = ?1 WHERE article_id = ?2 AND reprint_of IS NOT ?1",
                (found.get(name), name),
            )
            if changed.rowcount:
                _rekey(store, records, name, found.get(name))


def _rekey(store: Store, records: Records, article_id: str, original: str | None) -> None:
    """Key the polls of an article anew, for a reprint is keyed by its original; it and those it met become pending."""
    mark_neighbours(store, article_id)
    store.execute("INSERT OR REPLACE INTO pending VALUES (?, FALSE)", (article_id,))
    polls = store.execute("SELECT poll_id FROM polls WHERE article_id = ? ORDER BY 1", (article_id,)).fetchall()
    for (name,) in polls:
        store.execute("UPDATE profiles SET root = ? WHERE poll_id = ?", (original or article_id, name))
        store.execute("DELETE FROM poll_keys WHERE poll_id = ?", (name,))
        keys = blocking_keys(records.profile(name))
        store.execute_many("INSERT OR IGNORE INTO poll_keys VALUES (?, ?)", ((hashed(key), name) for key in keys))


def _cluster_polls(store: Store, records: Records, work: Work) -> set[str]:
    """Set `poll_cluster`; gives the clusters whose content is to be judged again, among them some that are gone."""
    mark_zone(store, POLLS, _CHANGED_POLLS)
    clear_matches(store, POLLS)
    for matches in work(_blocks(store, records)):
        store.execute_many("INSERT OR IGNORE INTO poll_matches VALUES (?, ?, ?, ?)", matches)
    changed = dict(store.execute("SELECT id, fresh FROM changed"))
    touched: set[str] = set()
    for clusters in work(_components(store, records)):
        for cluster in clusters:
            touched |= _set_clusters(store, cluster, changed)
    return touched


def _blocks(store: Store, records: Records) -> Iterator[Blocks]:
    """The blocks of the zone, those that lie near each other together."""
    blocks: list[tuple[str, ...]] = []
    names: set[str] = set()
    places = 0
    for block in zone_blocks(store, POLLS):
        blocks.append(block)
        names.update(block)
        places += len(block)
        if len(names) >= _POLLS or places >= _PLACES:
            yield Blocks(tuple(blocks), records.packed(names))
            blocks, names, places = [], set(), 0
    if blocks:
        yield Blocks(tuple(blocks), records.packed(names))


def _components(store: Store, records: Records) -> Iterator[Components]:
    """The components of the zone with their matches."""
    found: list[tuple[tuple[str, ...], tuple[Match, ...]]] = []
    names: list[str] = []
    for component in zone_components(store, POLLS):
        found.append((tuple(component), tuple(records.matches(component)) if len(component) > 1 else ()))
        names += component if len(component) > 1 else ()
        if len(found) >= _POLLS or len(names) >= _POLLS:
            yield Components(tuple(found), records.packed(names))
            found, names = [], []
    if found:
        yield Components(tuple(found), records.packed(names))


def _set_clusters(store: Store, clusters: dict[str, str], changed: dict[str, bool]) -> set[str]:
    """Store the cluster of each poll of a component; gives those, old and new, that gained, lost or changed a member.

    A fresh poll that stays by itself changes nothing: it was judged with its article.
    """
    sizes = Counter(clusters.values())
    touched: set[str] = set()
    for name, cluster in clusters.items():
        (before,) = store.execute("SELECT poll_cluster FROM polls WHERE poll_id = ?", (name,)).fetchone()
        if before != cluster:
            store.execute("UPDATE polls SET poll_cluster = ? WHERE poll_id = ?", (cluster, name))
            touched |= {before, cluster}
        elif name in changed and not (changed[name] and sizes[cluster] == 1):
            touched.add(cluster)
    return touched


def _clusters(records: Records, names: Iterable[str]) -> Iterator[Clusters]:
    """Clusters with their reports; none for those that have no report any more."""
    clusters: list[tuple[str, Reports, tuple[Match, ...]]] = []
    polls = 0
    for name in names:
        reports = records.reports("poll_cluster", name)
        if reports.polls:
            clusters.append((name, reports, tuple(records.matches(row[0] for row in reports.polls))))
            polls += len(reports.polls)
        if polls >= _REPORTS:
            yield Clusters(tuple(clusters))
            clusters, polls = [], 0
    if clusters:
        yield Clusters(tuple(clusters))


def _mark_quotes(store: Store, touched: Iterable[str]) -> None:
    """Mark the reports whose quoted values are new, or may mean a poll that is new or stands in a changed cluster."""
    store.execute("DROP TABLE IF EXISTS temp.touched")
    store.execute("CREATE TEMP TABLE touched (poll_id TEXT PRIMARY KEY) WITHOUT ROWID")
    store.execute("INSERT INTO touched SELECT poll_id FROM polls JOIN pending USING (article_id)")
    store.execute_many(
        "INSERT OR IGNORE INTO touched SELECT poll_id FROM polls WHERE poll_cluster = ?", ((name,) for name in touched)
    )
    store.execute("INSERT OR IGNORE INTO stale_quotes SELECT poll_id FROM quote_words JOIN touched USING (poll_id)")
    mark_stale(store, "SELECT poll_id FROM touched")


def _drop(store: Store, cluster: str) -> None:
    """Delete what is stored about a cluster."""
    drop_group(store, cluster)
    store.execute("DELETE FROM comparisons WHERE poll_cluster = ?", (cluster,))


def _put(store: Store, verdicts: Iterable[list[Verdict]]) -> None:
    """Store what is told of groups of records."""
    for verdict in chain.from_iterable(verdicts):
        store.execute_many(
            "UPDATE questions SET question_cluster = ?1 WHERE question_id = ?2 AND question_cluster IS NOT ?1",
            verdict.questions,
        )
        store.insert("comparisons", verdict.comparisons)
        store.insert("flags", verdict.flags)
        put_flags(store, verdict.group, verdict.flag_articles, verdict.tested)
