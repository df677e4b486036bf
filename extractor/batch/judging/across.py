"""The cross-source work over a store: what changed since it was last done, and nothing else.

The result is that of `matching.link`, `matching.compare` and the cross-source checks over all records at once, because
every block and component that a change touches is worked out anew as a whole.
"""

from collections.abc import Iterable

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
from extractor.batch.judging.clusters import JudgedCluster, judge_cluster
from extractor.batch.judging.keys import hashed
from extractor.batch.judging.quotes import judge_stale, mark_stale
from extractor.batch.judging.records import Records
from extractor.checks.base import Check
from extractor.checks.settings import Settings
from extractor.matching.blocking import blocking_keys
from extractor.matching.polls import cluster_component, cluster_id, match_block
from extractor.matching.reprints import match_copies, originals
from extractor.matching.scoring import Match
from extractor.models import Poll
from extractor.store.columns import compact, to_row
from extractor.store.sqlite import Store

#: So many results of comparing two reports are remembered between blocks.
_REMEMBERED = 100_000
_CHANGED_ARTICLES = "SELECT article_id, fresh FROM pending"
#: A poll changes with its article, and when the article becomes a reprint or ceases to be one.
_CHANGED_POLLS = "SELECT poll_id, fresh FROM polls JOIN pending USING (article_id)"


def judge_across(store: Store, settings: Settings) -> bool:
    """Bring clusters, comparisons and cross-source flags up to date, in one transaction; whether there was anything."""
    waiting = "SELECT EXISTS (SELECT 1 FROM pending) OR EXISTS (SELECT 1 FROM stale_quotes)"
    if not store.execute(waiting).fetchone()[0]:
        return False
    checks = settings.chosen()
    with store.transaction():
        records = Records(store)
        _find_reprints(store, records)
        touched = sorted(_cluster_polls(store, records))
        # A flag that moves from one cluster to another keeps its id, so all that is old goes before the new is put.
        for cluster in touched:
            _drop(store, cluster)
        for cluster in touched:
            _judge(store, records, cluster, checks)
        _mark_quotes(store, touched)
        judge_stale(store, records, checks)
        store.execute("DELETE FROM pending")
    return True


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
                _rekey(store, records, name)


def _rekey(store: Store, records: Records, article_id: str) -> None:
    """Key the polls of an article anew, for a reprint is keyed by its original; it and those it met become pending."""
    mark_neighbours(store, article_id)
    store.execute("INSERT OR REPLACE INTO pending VALUES (?, FALSE)", (article_id,))
    for poll in records.where(Poll, "article_id", article_id):
        store.execute("DELETE FROM poll_keys WHERE poll_id = ?", (poll.poll_id,))
        keys = blocking_keys(records.profile(poll.poll_id))
        store.execute_many("INSERT OR IGNORE INTO poll_keys VALUES (?, ?)", ((hashed(k), poll.poll_id) for k in keys))


def _cluster_polls(store: Store, records: Records) -> set[str]:
    """Set `poll_cluster`; gives the clusters whose content is to be judged again, among them some that are gone."""
    mark_zone(store, POLLS, _CHANGED_POLLS)
    clear_matches(store, POLLS)
    known: dict[tuple[str, str], Match | None] = {}
    for block in zone_blocks(store, POLLS):
        if len(known) > _REMEMBERED:
            known.clear()
        _keep(store, match_block(map(records.profile, block), known))
    changed = {name for (name,) in store.execute("SELECT id FROM changed")}
    touched: set[str] = set()
    for component in zone_components(store, POLLS):
        touched |= _cluster(store, records, component, changed)
    return touched


def _keep(store: Store, matches: Iterable[Match]) -> None:
    rows = ((found.a, found.b, found.score, compact(found.reasons)) for found in matches)
    store.execute_many("INSERT OR IGNORE INTO poll_matches VALUES (?, ?, ?, ?)", rows)


def _cluster(store: Store, records: Records, component: list[str], changed: set[str]) -> set[str]:
    """Cluster one component; gives the clusters, old and new, that gained, lost or changed a member."""
    if len(component) == 1:
        found = {component[0]: cluster_id(component[0])}
    else:
        found = cluster_component(map(records.profile, component), records.matches(component))
    touched: set[str] = set()
    for name in component:
        (before,) = store.execute("SELECT poll_cluster FROM polls WHERE poll_id = ?", (name,)).fetchone()
        if before != found[name]:
            store.execute("UPDATE polls SET poll_cluster = ? WHERE poll_id = ?", (found[name], name))
            touched |= {before, found[name]}
        elif name in changed:
            touched.add(before)
    return touched


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


def _judge(store: Store, records: Records, cluster: str, checks: list[Check]) -> None:
    """Store what is told about a cluster; nothing for one that has no report any more."""
    polls = records.where(Poll, "poll_cluster", cluster)
    if polls:
        matches = records.matches(poll.poll_id for poll in polls)
        _put(store, cluster, judge_cluster(cluster, records.reports(polls), matches, checks))


def _put(store: Store, cluster: str, judged: JudgedCluster) -> None:
    store.execute_many(
        "UPDATE questions SET question_cluster = ?1 WHERE question_id = ?2 AND question_cluster IS NOT ?1",
        ((question.question_cluster, question.question_id) for question in judged.questions),
    )
    store.insert("comparisons", map(to_row, judged.comparisons))
    store.insert("flags", map(to_row, judged.flags))
    put_flags(store, cluster, ((flag.flag_id, flag.article_ids) for flag in judged.flags), judged.tested)
