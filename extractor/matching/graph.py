"""Clusters from matches: connected components, cut where their members contradict each other.

All functions are deterministic and independent of the order of their input.
"""

import heapq
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from itertools import combinations
from typing import Protocol, Self, TypeVar

Node = TypeVar("Node")
Label = TypeVar("Label", bound=Hashable)
Member = TypeVar("Member", bound="Group")

#: Blocks up to this size are compared pair by pair; larger ones against the first members of groups found so far.
SMALL_BLOCK = 8
_MEMBERS = 2
_CANDIDATES = 4
_POSTINGS = 256


def pairs_of_block(
    block: Sequence[Node],
    same: Callable[[Node, Node], bool],
    traits: Callable[[Node], Sequence[Hashable]],
    small: int = SMALL_BLOCK,
) -> Iterator[tuple[Node, Node]]:
    """Pairs of a block for which `same` holds: all of them in a small block, enough to join the groups in a large one.

    `block` must be in a fixed order, and so must be the traits of a node, each told once; up to `small` members it
    counts as small.  In a large block a member is compared with the first members of those groups that share the most
    `traits` with it, rare ones before common ones, so the cost grows with the size of the block, not with its square.
    """
    if len(block) <= small:
        yield from ((a, b) for a, b in combinations(block, 2) if same(a, b))
        return
    groups: list[list[Node]] = []
    postings: dict[Hashable, dict[int, None]] = defaultdict(dict)
    for node in block:
        shared: dict[int, float] = defaultdict(float)
        own = traits(node)
        for trait in own:
            if having := postings.get(trait):
                rarity = 1 / len(having)
                for number in having:
                    shared[number] += rarity
        nearest = heapq.nsmallest(_CANDIDATES, shared, key=lambda number: (-shared[number], number))
        joined = None
        for number in nearest:
            for other in groups[number]:
                if same(other, node):
                    joined = number if joined is None else joined
                    yield other, node
        if joined is None:
            joined = len(groups)
            groups.append([])
        if len(groups[joined]) < _MEMBERS:
            groups[joined].append(node)
            for trait in own:
                if len(postings[trait]) < _POSTINGS:
                    postings[trait][joined] = None


def components(pairs: Iterable[tuple[Label, Label]]) -> dict[Label, Label]:
    """The component of each member of `pairs`, named by its smallest member."""
    parent: dict[Label, Label] = {}

    def root(node: Label) -> Label:
        path = []
        while parent.setdefault(node, node) != node:
            path.append(node)
            node = parent[node]
        for passed in path:
            parent[passed] = node
        return node

    for a, b in pairs:
        first, second = sorted((root(a), root(b)))  # type: ignore[type-var]
        parent[second] = first
    return {node: root(node) for node in list(parent)}


class Group(Protocol):
    """What is known of a group of nodes taken together."""

    def contradicts(self, other: Self) -> bool:
        """Whether the two groups cannot be one."""

    def absorb(self, other: Self) -> None:
        """Take over what the other group knows."""


def agglomerate(nodes: Mapping[str, Member], edges: Iterable[tuple[float, str, str]]) -> list[list[str]]:
    """Groups of nodes, joined along the edges from the strongest on, unless two groups contradict each other.

    `nodes` gives what is known of each node alone (it is changed).  Equal strengths are taken in the order of the
    names.  Groups and members come sorted.
    """
    place = {node: node for node in nodes}
    members = {node: [node] for node in nodes}
    for _, a, b in sorted(edges, key=lambda edge: (-edge[0], edge[1], edge[2])):
        first, second = place[a], place[b]
        if first == second or nodes[first].contradicts(nodes[second]):
            continue
        if (len(members[first]), second) < (len(members[second]), first):
            first, second = second, first
        nodes[first].absorb(nodes[second])
        for node in members[second]:
            place[node] = first
        members[first].extend(members.pop(second))
    return sorted(sorted(group) for group in members.values())
