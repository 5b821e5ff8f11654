"""Which layer each box of a picture stands in: by level, and within a level by who carries out whom."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

import networkx as nx

Edge = tuple[str, str]
"""source, target: the source carries out the target, and stands on the right of it."""


@dataclass(frozen=True, slots=True)
class Item:
    """A box to be placed: `rank` is the place of its level, `block` what it stands together with (its document)."""

    id: str
    rank: int
    block: str
    height: float
    steady: bool = False  # keeps its place among its block


def layers_of(items: Sequence[Item], edges: Iterable[Edge]) -> dict[str, int]:
    """The layer of each item, from 0 without gaps. Levels come one after the other; within one a document stands after
    those that it carries out, and in a document a clause after those that it breaks down. A circle is one layer."""
    links, found, first = list(edges), dict[str, int](), 0
    for rank in sorted({item.rank for item in items}):
        within = [item for item in items if item.rank == rank]
        placed = _within_level(within, links)
        used = {layer: place for place, layer in enumerate(sorted(set(placed.values())), first)}
        found |= {id: used[layer] for id, layer in placed.items()}
        first += len(used)
    return found


def _within_level(items: Sequence[Item], edges: Sequence[Edge]) -> dict[str, int]:
    block = {item.id: item.block for item in items}
    inside = _longest(block, [edge for edge in edges if block.keys() >= set(edge) and block[edge[0]] == block[edge[1]]])
    depth: dict[str, int] = defaultdict(int)
    for id, layer in inside.items():
        depth[block[id]] = max(depth[block[id]], layer + 1)
    across = {(block[source], block[target]) for source, target in edges if {source, target} <= block.keys()}
    start = _longest(set(block.values()), sorted(across), depth)
    return {id: start[block[id]] + layer for id, layer in inside.items()}


def _longest(nodes: Collection[str], edges: Iterable[Edge], depth: dict[str, int] | None = None) -> dict[str, int]:
    """The place of each node after all that its edges lead to, which take up their `depth`; 0 where there are none."""
    graph: nx.DiGraph[str] = nx.DiGraph()
    graph.add_nodes_from(sorted(nodes))
    graph.add_edges_from(edges)
    circles = nx.condensation(graph)
    start: dict[int, int] = {}
    for circle in reversed(list(nx.lexicographical_topological_sort(circles))):
        ends = [start[other] + _depth(circles, other, depth) for other in circles.successors(circle)]
        start[circle] = max(ends, default=0)
    return {node: start[circle] for node, circle in circles.graph["mapping"].items()}


def _depth(circles: "nx.DiGraph[int]", circle: int, depth: dict[str, int] | None) -> int:
    members: set[str] = circles.nodes[circle]["members"]
    return max(depth[member] for member in members) if depth else 1
