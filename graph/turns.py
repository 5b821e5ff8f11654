"""What waits for a person, one after the other: `turn`."""

from dataclasses import dataclass

from graph import lookup
from graph.decisions import decision_cards
from graph.explaining import explain
from graph.explanations import Explanation
from graph.queries import Reader
from graph.review import WAITING, Waiting
from graph.review import pair as pair_of
from graph.store import Store


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


def turn(
    store: Store,
    pair: Pair | None = None,
    *,
    document: str | None = None,
    status: Waiting | None = None,
    min_score: float = 0.0,
) -> Turn:
    """The pair, and those before and after it in what `review` lists; the first of these where none is given.

    `document`, `status` and `min_score` narrow what waits as they do there; documents and clauses are what people
    write. Raises UnknownReference, AmbiguousReference.
    """
    line, suspect = _line(store.snapshot(), document, status, min_score)
    asked = Pair(*pair_of(store, pair.source, pair.target)) if pair else None
    at = asked or next(iter(line), None)
    place = line.index(at) + 1 if at in line else 0
    return Turn(
        place=place,
        total=len(line),
        suspect=suspect,
        at=explain(store, at.source, at.target) if at else None,
        previous=line[place - 2] if place > 1 else None,
        next=line[place] if place < len(line) else None,
    )


def _line(now: Reader, document: str | None, status: Waiting | None, min_score: float) -> tuple[list[Pair], int]:
    """All that waits in its order, and how many of it are suspect decisions, which come first."""
    within = lookup.meant(now, document) if document else None
    statuses = [status] if status else list(WAITING)
    rows = now.run("browse/waiting_pairs", statuses=statuses, document=within, min_score=min_score)
    doubted = _doubted(now, within)
    return [*doubted, *(Pair(row["source"], row["target"]) for row in rows)], len(doubted)


def _doubted(now: Reader, within: str | None) -> list[Pair]:
    suspect = (item.decision for item in decision_cards(now) if item.state == "suspect")
    return [
        Pair(item.source, item.target) for item in suspect if within in (None, *_documents(item.source, item.target))
    ]


def _documents(*clauses: str) -> list[str]:
    return [clause.rpartition("/")[0] for clause in clauses]
