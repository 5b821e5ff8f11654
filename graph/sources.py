"""What each task derives from: the clauses above it, each over the best path."""

from collections import defaultdict
from dataclasses import dataclass

from graph.answers import DEPTH_LIMIT
from graph.queries import Row
from graph.walks import best_paths, distances
from graph.web import Web, rank


@dataclass(frozen=True, slots=True)
class Source:
    """A clause that a task derives from. `score` is that of the best path (see graph.answers.DerivedTask), `path` the
    ids of the clauses on it, from the task up to this clause."""

    clause: str
    score: float
    path: tuple[str, ...]

    @property
    def direct(self) -> bool:
        """Whether one link leads there."""
        return len(self.path) == 2


def sources(web: Web) -> dict[str, tuple[Source, ...]]:
    """For each task all clauses that it derives from, from the nation down, best first: the task is among the `tasks`
    of each of them, with the same path."""
    found: dict[str, list[Source]] = defaultdict(list)
    for root in web.below:
        for clause, path in best_paths(root, _links_below(web, root), web.joins).items():
            if web.clauses[clause].task:
                ends = [row["target"] for row in path.links]
                found[clause].append(Source(root, path.score, (clause, *ends)))
    places = {clause: place for place, clause in enumerate(web.clauses)}

    def order(source: Source) -> tuple[int, float, int]:
        return rank(web.document_of(source.clause).level), -source.score, places[source.clause]

    return {task: tuple(sorted(above, key=order)) for task, above in found.items()}


def _links_below(web: Web, root: str) -> list[Row]:
    def links_of(front: list[str]) -> list[Row]:
        return [row for clause in front for row in web.below.get(clause, ())]

    return distances(links_of, "source", root, DEPTH_LIMIT)[1]
