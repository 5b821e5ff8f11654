"""What derives from some clauses, and what they derive from: the links on the way, with the best path by each."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from graph import lookup
from graph.answers import ClauseCard
from graph.carrying import joins_by_measure
from graph.queries import Reader, Row
from graph.walks import Path, best_by_link, distances_from
from graph.web import Way

Pair = tuple[str, str]
ENDS: dict[Way, tuple[str, str]] = {"down": ("lineage/below", "source"), "up": ("lineage/above", "target")}


@dataclass(frozen=True, slots=True)
class Reach:
    """What lies one way (`up` or `down`) of the clauses `roots`.

    `within` holds all clauses that links lead to within the depth, `paths` for each link (source, target) that derives
    the best path over it from the roots, best first, with the links as they are stored, the one at the far end first.
    `further` counts the links that lead on from `within` to other clauses.
    """

    way: Way
    roots: frozenset[str]
    cards: dict[str, ClauseCard]
    paths: dict[Pair, Path]
    further: int

    @property
    def best(self) -> dict[str, Path]:
        """The best path of each clause that is reached."""
        found: dict[str, Path] = {}
        for (source, target), path in self.paths.items():
            found.setdefault(source if self.way == "down" else target, path)
        return found


def reach(now: Reader, roots: Collection[str], way: Way, depth: int, status: Collection[str]) -> Reach:
    """What lies up to `depth` links away over links of these statuses."""
    query, end = ENDS[way]

    def links_of(front: list[str]) -> list[Row]:
        return [row for row in now.run(query, clauses=front) if row["status"] in status]

    distance, _ = distances_from(links_of, end, roots, depth)
    rows = links_of(sorted(distance))
    cards = {card.id: card for card in lookup.cards_of(now, sorted(distance))}
    inside = [row for row in rows if row[end] in distance]
    paths = _paths(roots, inside, way, {id: card.text for id, card in cards.items()})
    return Reach(way, frozenset(roots), cards, paths, len(rows) - len(inside))


def _paths(roots: Collection[str], rows: Iterable[Row], way: Way, texts: dict[str, str]) -> dict[Pair, Path]:
    """Walks go from target to source; upward the links are turned round, and what joins them too."""
    joins = joins_by_measure(texts)
    if way == "down":
        return {(ids[0], ids[1]): path for ids, path in best_by_link(roots, rows, joins).items()}
    found = best_by_link(roots, map(_turned, rows), lambda far, near: joins(_turned(near), _turned(far)))
    return {(ids[1], ids[0]): Path(path.score, tuple(map(_turned, path.links))) for ids, path in found.items()}


def _turned(row: Row) -> Row:
    return {**row, "source": row["target"], "target": row["source"]}
