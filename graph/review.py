"""What people have to look at: links that nobody decided yet, and decisions whose texts changed."""

from dataclasses import dataclass

from graph import lookup, records
from graph.answers import ClauseCard
from graph.decisions import DecisionCard, decision_cards, id_of
from graph.explanations import Caution
from graph.model import Decision, Implements
from graph.queries import Reader
from graph.store import Store
from graph.waiting import Asked, stand_in, waiting

EVERYTHING = Asked()
LIMIT = 20  # links that a person looks at in one go


@dataclass(frozen=True, slots=True)
class Suspect:
    """A decision whose text changed at `ends`, with its clauses as they are now."""

    card: DecisionCard
    source: ClauseCard
    target: ClauseCard


@dataclass(frozen=True, slots=True)
class WaitingLink:
    """A link that nobody decided yet, with its clauses and what speaks against it."""

    link: Implements
    source: ClauseCard
    target: ClauseCard
    cautions: tuple[Caution, ...] = ()


@dataclass(frozen=True, slots=True)
class ReviewAnswer:
    """What waits: all suspect decisions by their ends, then the first of `total` links."""

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


def review(store: Store, asked: Asked = EVERYTHING, *, limit: int = LIMIT) -> ReviewAnswer:
    """What people have to look at: the first `limit` of the links that are asked for, after the suspect decisions in
    the same documents. Raises UnknownReference, AmbiguousReference."""
    now = store.snapshot()
    found, doubted = waiting(now, asked), suspects(now, asked)
    shown = found[:limit]
    pairs = [*(_ends(item.link) for item in shown), *(_ends(item.decision) for item in doubted)]
    cards = {card.id: card for card in lookup.cards_of(now, sorted({end for pair in pairs for end in pair}))}
    return ReviewAnswer(
        suspect=tuple(Suspect(item, *(cards[end] for end in _ends(item.decision))) for item in doubted),
        waiting=tuple(
            WaitingLink(item.link, cards[item.link.source], cards[item.link.target], item.cautions) for item in shown
        ),
        total=len(found),
    )


def suspects(now: Reader, asked: Asked) -> tuple[DecisionCard, ...]:
    """The suspect decisions in the documents that are asked for, whatever their links. Raises UnknownReference,
    AmbiguousReference."""
    within = asked.within(now)
    found = (item for item in decision_cards(now) if item.state == "suspect")
    return tuple(item for item in found if stand_in(within, *_ends(item.decision)))


def _ends(item: Decision | Implements) -> tuple[str, str]:
    return item.source, item.target


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
