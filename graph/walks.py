"""Walks over links: what lies around a clause, the best path to each clause below, and how many paths there are.

Links are rows with `source`, `target` and `score`; a path is the tuple of its links from a clause up to the root.
"""

import heapq
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from graph.queries import Row

SCORE_DIGITS = 6  # a product of scores is compared and shown to this many: what is beyond is noise of the arithmetic


Joins = Callable[[Row, Row], bool]
"""Whether a path may go on from a link (the second) to one below it (the first), where the two meet in a clause."""


def always(_lower: Row, _upper: Row) -> bool:
    """Every link goes on."""
    return True


@dataclass(frozen=True, slots=True)
class Path:
    """A path from a clause up to the root, and the product of its scores."""

    score: float
    links: tuple[Row, ...]


def distances(
    links_of: Callable[[list[str]], Sequence[Row]], end: str, start: str, depth: int
) -> tuple[dict[str, int], list[Row]]:
    """The clauses up to `depth` links away from `start`: see `distances_from`."""
    return distances_from(links_of, end, [start], depth)


def distances_from(
    links_of: Callable[[list[str]], Sequence[Row]], end: str, starts: Iterable[str], depth: int
) -> tuple[dict[str, int], list[Row]]:
    """The clauses up to `depth` links away from the nearest of `starts`, nearest first, with their distance, and the
    links on the way.

    `links_of` gives the links on from some clauses; they lead to their `end` (source, target).
    """
    front = sorted(starts)
    distance, links = dict.fromkeys(front, 0), list[Row]()
    for step in range(1, depth + 1):
        found = links_of(front)
        links += found
        front = sorted({row[end] for row in found} - distance.keys())
        if not front:
            break
        distance |= dict.fromkeys(front, step)
    return distance, links


def best_paths(root: str, links: Iterable[Row], joins: Joins = always) -> dict[str, Path]:
    """For each clause below `root` its best path: the highest product of scores, then the fewest links, then the first
    ids from the clause upward. A path goes on from a link to the next below it only where `joins` says so."""
    best: dict[str, Path] = {}
    for (clause, _), path in best_by_link([root], links, joins).items():
        best.setdefault(clause, path)
    return best


def best_by_link(roots: Iterable[str], links: Iterable[Row], joins: Joins = always) -> dict[tuple[str, ...], Path]:
    """For each link by which one of `roots` is reached, as (source, target), the best path that begins with it, the
    best ones first: see `best_paths`."""
    below = _by_target(links)
    best: dict[tuple[str, ...], Path] = {}
    queue: list[tuple[float, int, tuple[str, ...]]] = [(-1.0, 0, (root,)) for root in sorted(roots)]
    trails: dict[tuple[str, ...], tuple[Row, ...]] = {ids: () for _, _, ids in queue}
    while queue:
        cost, length, ids = heapq.heappop(queue)
        if ids[:2] in best:  # a link, not a clause: what may follow depends on the link by which one comes
            continue
        trail = trails[ids]
        if trail:
            best[ids[:2]] = Path(-cost, trail)
        for row in below[ids[0]]:
            if row["source"] not in ids and (not trail or joins(row, trail[0])):
                longer = (row["source"], *ids)
                trails[longer] = (row, *trail)
                heapq.heappush(queue, (round(cost * row["score"], SCORE_DIGITS), length + 1, longer))
    return best


def count_paths(root: str, links: Iterable[Row], limit: int, joins: Joins = always) -> Counter[str]:
    """The number of simple paths up to `root` from each clause below it, counted up to `limit`."""
    below = _by_target(links)
    counts: Counter[str] = Counter()
    stack: list[tuple[str, frozenset[str], Row | None]] = [(root, frozenset({root}), None)]
    while stack:
        clause, seen, above = stack.pop()
        for row in below[clause]:
            source = row["source"]
            if source not in seen and counts[source] < limit and (above is None or joins(row, above)):
                counts[source] += 1
                stack.append((source, seen | {source}, row))
    return counts


def _by_target(links: Iterable[Row]) -> dict[str, list[Row]]:
    found: dict[str, list[Row]] = defaultdict(list)
    for row in links:
        found[row["target"]].append(row)
    return found
