"""Which blocks and components a change touches, worked out inside the store so that memory stays bounded.

The zone is every record that shares a key with a changed one.  All blocks of the zone are compared anew and every match
that touches the zone is replaced; a match between two records outside it cannot have changed, because every block that
holds both is as it was.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from extractor.store.sqlite import Store


@dataclass(frozen=True, slots=True)
class Graph:
    """One kind of matching in the store: its table of keys with the id column, and its table of matches."""

    keys: str
    member: str
    matches: str


POLLS = Graph(keys="poll_keys", member="poll_id", matches="poll_matches")
COPIES = Graph(keys="copy_keys", member="article_id", matches="copies")


def mark_zone(store: Store, graph: Graph, changed: str) -> None:
    """Fill the temporary table ``zone`` with what shares a key with a changed record.

    `changed` is a query for (id, fresh).  A fresh record that shares no key is left out: nothing is to be done for it.
    """
    store.execute("DROP TABLE IF EXISTS temp.zone")
    store.execute("DROP TABLE IF EXISTS temp.blocks")
    store.execute("DROP TABLE IF EXISTS temp.changed")
    store.execute("CREATE TEMP TABLE zone (id TEXT PRIMARY KEY) WITHOUT ROWID")
    store.execute("CREATE TEMP TABLE changed (id TEXT PRIMARY KEY, fresh BOOLEAN) WITHOUT ROWID")
    store.execute(f"INSERT OR REPLACE INTO changed {changed}")
    store.execute(_blocks(graph, of="changed"))
    store.execute("INSERT OR IGNORE INTO zone SELECT id FROM changed WHERE NOT fresh")
    store.execute(
        f"INSERT OR IGNORE INTO zone SELECT {graph.member} FROM {graph.keys} WHERE key IN (SELECT key FROM blocks)"
    )
    store.execute("DROP TABLE blocks")
    store.execute(_blocks(graph, of="zone"))


def _blocks(graph: Graph, of: str) -> str:
    """A statement that makes ``blocks``: the keys of `of` that several records have, each with its first record."""
    return (
        f"CREATE TEMP TABLE blocks AS SELECT key, min({graph.member}) AS first FROM {graph.keys} WHERE key IN"
        f" (SELECT key FROM {graph.keys} JOIN {of} ON {graph.member} = id) GROUP BY key HAVING count(*) > 1"
    )


def zone_blocks(store: Store, graph: Graph) -> Iterator[tuple[str, ...]]:
    """The members of every block of the zone, each set of members once, those with the same first member together."""
    done: set[tuple[str, ...]] = set()
    current = None
    members = f"SELECT {graph.member} FROM {graph.keys} WHERE key = ? ORDER BY 1"
    for key, first in store.execute("SELECT key, first FROM blocks ORDER BY first, key"):
        if first != current:
            current = first
            done.clear()
        block = tuple(name for (name,) in store.execute(members, (key,)))
        if block not in done:
            done.add(block)
            yield block


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
