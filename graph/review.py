"""What people have to look at: links that nobody decided yet, and decisions whose texts changed."""

from dataclasses import dataclass
from typing import Literal

from graph import lookup, records
from graph.answers import ClauseCard
from graph.decisions import DecisionCard, decision_cards, id_of
from graph.model import Decision, Implements
from graph.store import Store

Waiting = Literal["proposed", "candidate"]
WAITING: tuple[Waiting, ...] = ("proposed", "candidate")
LIMIT = 20  # links that a person looks at in one go


@dataclass(frozen=True, slots=True)
class Suspect:
    """A decision whose text changed at `ends`, with its clauses as they are now."""

    card: DecisionCard
    source: ClauseCard
    target: ClauseCard


@dataclass(frozen=True, slots=True)
class WaitingLink:
    """A link that nobody decided yet, with its clauses."""

    link: Implements
    source: ClauseCard
    target: ClauseCard


@dataclass(frozen=True, slots=True)
class ReviewAnswer:
    """What waits: all suspect decisions by their ends, then the best of `total` links by score."""

    suspect: tuple[Suspect, ...]
    waiting: tuple[WaitingLink, ...]
    total: int


@dataclass(frozen=True, slots=True)
class Reviewed:
    """What is now decided of a pair of clauses, None where that was taken back, and the link between them, None where
    there is none. A link of method hand is there because a person says so."""

    source: str
    target: str
    decision: Decision | None
    link: Implements | None


def review(
    store: Store,
    *,
    document: str | None = None,
    status: Waiting | None = None,
    min_score: float = 0.0,
    limit: int = LIMIT,
) -> ReviewAnswer:
    """What people have to look at.

    `document` is one as people write it: only what has an end in it. `status` and `min_score` narrow the links, and
    `limit` is how many of them. Raises UnknownReference, AmbiguousReference.
    """
    now = store.snapshot()
    within = lookup.meant(now, document) if document else None
    asked = {"statuses": [status] if status else list(WAITING), "document": within, "min_score": min_score}
    links = [records.fact(Implements, row) for row in now.run("browse/waiting", **asked, limit=limit)]
    doubted = [
        item
        for item in decision_cards(now)
        if item.state == "suspect" and (within is None or within in _documents(item.decision))
    ]
    pairs = [*map(_ends, links), *(_ends(item.decision) for item in doubted)]
    cards = {card.id: card for card in lookup.cards_of(now, sorted({end for pair in pairs for end in pair}))}
    return ReviewAnswer(
        suspect=tuple(Suspect(item, *(cards[end] for end in _ends(item.decision))) for item in doubted),
        waiting=tuple(WaitingLink(link, *(cards[end] for end in _ends(link))) for link in links),
        total=now.run("browse/waiting_count", **asked)[0]["links"],
    )


def _ends(item: Decision | Implements) -> tuple[str, str]:
    return item.source, item.target


def _documents(decision: Decision) -> set[str]:
    return {end.rpartition("/")[0] for end in _ends(decision)}


def reviewed(store: Store, source: str, target: str) -> Reviewed:
    """What is decided of the pair of these clauses, and the link between them."""
    now = store.snapshot()
    found = now.run("read/decisions_between", ids=[id_of(source, target)])
    links = now.run("read/link", source=source, target=target)
    return Reviewed(
        source,
        target,
        records.fact(Decision, found[0]) if found else None,
        records.fact(Implements, links[0]) if links else None,
    )


def pair(store: Store, source: str, target: str) -> tuple[str, str]:
    """The ids of two clauses as people write them, or as a decision has them whose clauses are gone. Raises
    UnknownReference, AmbiguousReference."""
    now = store.snapshot()
    if now.run("read/decisions_between", ids=[id_of(source, target)]):
        return source, target
    return lookup.meant(now, source), lookup.meant(now, target)
