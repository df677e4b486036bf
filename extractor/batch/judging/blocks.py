"""Which blocks and components a change touches, worked out inside the store so that memory stays bounded.

The zone is every record that shares a key with a changed one.  All blocks of the zone are compared anew and every match
that touches the zone is replaced; a match between two records outside it cannot have changed, because every block that
holds both is as it was.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter
from typing import Any

from extractor.store.sqlite import Store


@dataclass(frozen=True, slots=True)
class Graph:
    """One kind of matching in the store: the table of its records, their keys with the id column, and their matches."""

    records: str
    keys: str
    member: str
    matches: str
    order: str
    """Columns that bring records near each other which are likely to share keys."""


POLLS = Graph("polls", keys="poll_keys", member="poll_id", matches="poll_matches", order="pollsters, field_end")
COPIES = Graph("articles", keys="copy_keys", member="article_id", matches="copies", order="article_id")


def mark_zone(store: Store, graph: Graph, changed: str) -> None:
    """Fill the temporary table ``zone`` with what shares a key with a changed record, ``blocks`` with the keys it has.

    `changed` is a query for (id, fresh).  A fresh record that shares no key is left out: nothing is to be done for it.
    """
    for table in ("zone", "blocks", "changed"):
        store.execute(f"DROP TABLE IF EXISTS temp.{table}")
    store.execute("CREATE TEMP TABLE zone (id TEXT PRIMARY KEY) WITHOUT ROWID")
    store.execute("CREATE TEMP TABLE blocks (key INTEGER PRIMARY KEY)")
    store.execute("CREATE TEMP TABLE changed (id TEXT PRIMARY KEY, fresh BOOLEAN) WITHOUT ROWID")
    store.execute(f"INSERT OR REPLACE INTO changed {changed}")
    left = f"SELECT EXISTS (SELECT 1 FROM {graph.records} WHERE {graph.member} NOT IN (SELECT id FROM changed))"
    if store.execute(left).fetchone()[0]:
        _mark_blocks(store, graph, of="changed")
        _mark_members(store, graph)
        store.execute("DELETE FROM blocks")
        _mark_blocks(store, graph, of="zone")
    else:  # as in a first run: every block, in one pass over the keys
        store.execute(f"INSERT INTO blocks SELECT key FROM {graph.keys} GROUP BY key HAVING count(*) > 1")
        _mark_members(store, graph)


def _mark_blocks(store: Store, graph: Graph, of: str) -> None:
    """Add the keys of `of` that several records have."""
    store.execute(
        f"INSERT INTO blocks SELECT key FROM {graph.keys} WHERE key IN"
        f" (SELECT key FROM {graph.keys} JOIN {of} ON {graph.member} = id) GROUP BY key HAVING count(*) > 1"
    )


def _mark_members(store: Store, graph: Graph) -> None:
    store.execute("INSERT OR IGNORE INTO zone SELECT id FROM changed WHERE NOT fresh")
    store.execute(f"INSERT OR IGNORE INTO zone SELECT {graph.member} {_members(graph)}")


def _members(graph: Graph) -> str:
    return f"FROM blocks CROSS JOIN {graph.keys} USING (key)"


def zone_blocks(store: Store, graph: Graph) -> Iterator[tuple[str, ...]]:
    """The members of every block of the zone, each set of members once; sets that overlap mostly come near each other.

    Most keys of a poll lead to the same few reports, so there are far fewer sets than keys; they are held as numbers.
    """
    names = [
        name
        for (name,) in store.execute(
            f"SELECT {graph.member} FROM {graph.records} WHERE {graph.member} IN"
            f" (SELECT {graph.member} {_members(graph)}) ORDER BY {graph.order}, {graph.member}"
        )
    ]
    place = {name: number for number, name in enumerate(names)}
    rows = store.execute(f"SELECT key, {graph.member} {_members(graph)} ORDER BY blocks.key")
    sets = {tuple(sorted(place[name] for _, name in found)) for _, found in groupby(rows, itemgetter(0))}
    del place
    for block in sorted(sets):
        yield tuple(names[number] for number in block)


def clear_matches(store: Store, graph: Graph) -> None:
    """Drop every match that touches the zone."""
    store.execute(f"DELETE FROM {graph.matches} WHERE a IN (SELECT id FROM zone) OR b IN (SELECT id FROM zone)")


def zone_components(store: Store, graph: Graph) -> Iterator[list[str]]:
    """The connected components that touch the zone, members sorted; a record without a match is one by itself."""
    seen: set[str] = set()
    both = f"SELECT b FROM {graph.matches} WHERE a = ?1 UNION ALL SELECT a FROM {graph.matches} WHERE b = ?1"
    for (start,) in store.execute("SELECT id FROM zone ORDER BY id").fetchall():
        if start in seen:
            continue
        seen.add(start)
        component, front = [start], [start]
        while front:
            for (name,) in store.execute(both, (front.pop(),)):
                if name not in seen:
                    seen.add(name)
                    component.append(name)
                    front.append(name)
        yield sorted(component)


def matches_within(store: Store, graph: Graph, component: Iterable[str], fields: str) -> list[tuple[Any, ...]]:
    """The matches of a component, sorted, with the columns `fields`."""
    sql = f"SELECT {fields} FROM {graph.matches} WHERE a = ?"
    return sorted(row for name in component for row in store.execute(sql, (name,)))
