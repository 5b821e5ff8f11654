"""What is loaded: each document with how much of it is carried out below, and how the links stand."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from graph import coverage, questions
from graph.answers import DocumentCard
from graph.coverage import Share
from graph.keeping import kept
from graph.model import LEVELS, Level, LinkStatus
from graph.queries import Reader
from graph.store import Store
from graph.waiting import WAITING
from graph.web import Web


@dataclass(frozen=True, slots=True)
class LoadedDocument:
    """A loaded document, and how much of it is carried out below."""

    card: DocumentCard
    share: Share


@dataclass(frozen=True, slots=True)
class LevelOverview:
    """The loaded documents of a level (None: the level is unknown): those with links first, then the newest."""

    level: Level | None
    documents: tuple[LoadedDocument, ...]


@dataclass(frozen=True, slots=True)
class Overview:
    """All levels from the nation down, each there even where nothing is loaded, the unknown one only with documents.

    `cited` are documents that are only cited. `links` counts the links by status, those of documents' own task lists
    too; `waiting` are those that nobody decided yet.
    """

    levels: tuple[LevelOverview, ...]
    cited: tuple[DocumentCard, ...]
    links: dict[LinkStatus, int]
    waiting: int


def overview(store: Store, *, below: bool = False) -> Overview:
    """What is loaded, from one state of the store; with `below` only documents below which others are loaded."""
    whole = kept(store.snapshot(), overview_in)
    if not below:
        return whole
    levels = [
        replace(level, documents=tuple(item for item in level.documents if item.share.below)) for level in whole.levels
    ]
    return replace(whole, levels=_there(levels), cited=())


def overview_in(now: Reader) -> Overview:
    """All that is loaded in this state."""
    cards = questions.documents_in(now)
    shares = coverage.shares(kept(now, Web.of), now)
    loaded = [LoadedDocument(card, shares[card.id]) for card in cards if card.loaded]
    found = {row["status"]: row["links"] for row in now.run("browse/link_counts")}
    return Overview(
        levels=_there([_level(level, loaded) for level in (*LEVELS, None)]),
        cited=tuple(card for card in cards if not card.loaded),
        links=found,
        waiting=sum(found.get(status, 0) for status in WAITING),
    )


def _there(levels: Iterable[LevelOverview]) -> tuple[LevelOverview, ...]:
    """The levels, the unknown one only with documents."""
    return tuple(each for each in levels if each.level or each.documents)


def _level(level: Level | None, loaded: list[LoadedDocument]) -> LevelOverview:
    found = [item for item in loaded if item.card.level == level]
    return LevelOverview(level, tuple(sorted(found, key=lambda item: _newest_linked(item.card), reverse=True)))


def _newest_linked(card: DocumentCard) -> tuple[bool, str]:
    return card.uppers + card.lowers > 0, card.issued or card.year or ""
