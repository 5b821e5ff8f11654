"""What waits for a person, one after the other: `turn`."""

from dataclasses import dataclass

from graph.explaining import explain
from graph.explanations import Explanation
from graph.queries import Reader
from graph.review import EVERYTHING, suspects
from graph.review import pair as pair_of
from graph.store import Store
from graph.waiting import Asked, waiting


@dataclass(frozen=True, slots=True)
class Pair:
    """A lower clause and the upper one that it may carry out, by their ids."""

    source: str
    target: str


@dataclass(frozen=True, slots=True)
class Turn:
    """What is looked at now, as number `place` of `total`, the first `suspect` of which are decisions whose texts
    changed; `place` is 0 for a pair that does not wait. `at` is None where nothing waits and no pair is asked for."""

    place: int
    total: int
    suspect: int
    at: Explanation | None
    previous: Pair | None
    next: Pair | None


def turn(store: Store, pair: Pair | None = None, asked: Asked = EVERYTHING) -> Turn:
    """The pair, and those before and after it in what `review` lists; the first of these where none is given.

    Clauses are what people write. Raises UnknownReference, AmbiguousReference.
    """
    line, suspect = _line(store.snapshot(), asked)
    wanted = Pair(*pair_of(store, pair.source, pair.target)) if pair else None
    at = wanted or next(iter(line), None)
    place = line.index(at) + 1 if at in line else 0
    return Turn(
        place=place,
        total=len(line),
        suspect=suspect,
        at=explain(store, at.source, at.target) if at else None,
        previous=line[place - 2] if place > 1 else None,
        next=line[place] if place < len(line) else None,
    )


def _line(now: Reader, asked: Asked) -> tuple[list[Pair], int]:
    """All that waits in its order, and how many of it are suspect decisions, which come first."""
    doubted = [Pair(item.decision.source, item.decision.target) for item in suspects(now, asked)]
    links = [Pair(item.link.source, item.link.target) for item in waiting(now, asked)]
    return [*doubted, *links], len(doubted)
