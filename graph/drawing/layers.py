"""Which layer each box of a picture stands in: by level, and within a level by who carries out whom."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

import networkx as nx

TALL, SHAPE = 2400.0, 1.6  # pixels, and heights to a width: a picture that is taller than both is spread
STEP, FRAME, GAP, PASSING = 260.0, 70.0, 8.0, 6.0
"""About how many pixels a layer with its lines is wide, and what adds to its height: a frame, a box, a line past it."""
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


def spread(items: Sequence[Item], layer: dict[str, int], edges: Sequence[Edge]) -> tuple[dict[str, int], set[int]]:
    """The layers, cut into several side by side where the picture would be much taller than wide, and which of them are
    pieces. A block is cut only where it is taller than a piece; what was in order stays in order."""
    within = [[item for item in items if layer[item.id] == rank] for rank in range(max(layer.values(), default=-1) + 1)]
    lines = [sum(layer[end] == rank for edge in edges for end in edge) for rank in range(len(within))]
    parts = _parts([_height(found) for found in within], lines)
    places, cut, first = dict[str, int](), set[int](), 0
    for found, count in zip(within, parts, strict=True):
        pieces = _cut(found, count)
        places |= {item.id: first + rank for rank, piece in enumerate(pieces) for item in piece}
        cut |= set(range(first, first + len(pieces))) if len(pieces) > 1 else set()
        first += len(pieces)
    return places, cut


def _parts(heights: Sequence[float], lines: Sequence[int]) -> list[int]:
    """In how many pieces each layer of such a height, which so many lines meet, is cut: the tallest in one more, until
    the picture is not too tall, or cutting makes it no lower, for lines to one piece pass the others."""
    parts = [1] * len(heights)

    def tall(rank: int, count: int) -> float:
        return heights[rank] / count + PASSING * lines[rank] * (1 - 1 / count)

    while parts:
        tallest = max(range(len(parts)), key=lambda rank: tall(rank, parts[rank]))
        now = tall(tallest, parts[tallest])
        if now <= max(TALL, SHAPE * STEP * sum(parts)) or tall(tallest, parts[tallest] + 1) >= now:
            break
        parts[tallest] += 1
    return parts


def _cut(items: Sequence[Item], parts: int) -> list[list[Item]]:
    """The items in about so many pieces of nearly one height."""
    room = _height(items) / parts
    pieces: list[list[Item]] = [[]]
    for block in _by_block(items):
        for unit in [block] if _height(block) <= room else [[item] for item in block]:
            if pieces[-1] and (_height(pieces[-1]) + _height([*pieces[-1], *unit])) / 2 > room:
                pieces.append([])
            pieces[-1] += unit
    return pieces


def _by_block(items: Iterable[Item]) -> list[list[Item]]:
    return [list(found) for _, found in groupby(items, key=lambda item: item.block)]


def _height(items: Sequence[Item]) -> float:
    return sum(FRAME + sum(item.height + GAP for item in block) for block in _by_block(items))
