"""What can be asked of a policy graph: typed answers from `store.run(query)`, which CLI, HTTP and files share."""

from dataclasses import dataclass, field
from typing import Literal

from graph.model import Carried, Clause, Document, Evidence, Indicator, Level, LinkStatus, Role, Scope
from graph.store import Store

Direction = Literal["up", "down", "both"]
DEPTH_LIMIT = 20  # hops; no real cascade comes near


@dataclass(frozen=True, slots=True)
class DocumentCard:
    """A document as lists show it; `uppers` and `lowers` count documents that it is linked to."""

    id: str
    title: str
    number: str | None
    level: Level | None
    region: str | None
    region_name: str | None
    issued: str | None
    status: str | None
    loaded: bool
    clauses: dict[str, int]  # by type
    tasks: int
    uppers: int
    lowers: int


@dataclass(frozen=True, slots=True)
class ClauseCard:
    """A clause as answers show it."""

    id: str
    document: str
    document_title: str
    address: str
    type: str
    heading: str | None
    text: str
    task: bool
    level: Level | None
    region: str | None
    region_name: str | None


@dataclass(frozen=True, slots=True)
class Unit:
    """An organization that must do a clause."""

    name: str
    role: Role
    as_written: str
    collective: bool


@dataclass(frozen=True, slots=True)
class LinkStep:
    """One link of a path: `source` implements `target`."""

    source: str
    target: str
    score: float
    method: str
    scope: Scope
    status: LinkStatus
    carried: Carried
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class DerivedTask:
    """A task below, with the best path up to the clause asked for.

    `score` is the product of the path's link scores; the best path has the highest, then the fewest steps, then the
    first ids. `other_paths` counts the further simple paths.
    """

    clause: ClauseCard
    score: float
    path: tuple[LinkStep, ...]  # from the task up to the clause asked for
    other_paths: int
    units: tuple[Unit, ...]
    indicators: tuple[Indicator, ...]


@dataclass(frozen=True, slots=True)
class TasksAnswer:
    """All tasks that derive from `clause`, by level, then document, then order in it."""

    clause: ClauseCard
    tasks: tuple[DerivedTask, ...]


@dataclass(frozen=True, slots=True)
class LineageNode:
    """A clause of a lineage: `distance` in links, negative above; `further` counts links on beyond the depth."""

    clause: ClauseCard
    distance: int
    further: int


@dataclass(frozen=True, slots=True)
class LineageAnswer:
    """The clauses above and below `clause` up to `depth` links away, and the links between them."""

    clause: ClauseCard
    direction: Direction
    depth: int
    nodes: tuple[LineageNode, ...]
    links: tuple[LinkStep, ...]


@dataclass(frozen=True, slots=True)
class ClauseAnswer:
    """One clause with all that hangs on it."""

    clause: ClauseCard
    parent: str | None
    children: tuple[str, ...]
    units: tuple[Unit, ...]
    indicators: tuple[Indicator, ...]
    implements: tuple[LinkStep, ...]
    implemented_by: tuple[LinkStep, ...]
    citations: tuple[str, ...] = field(default=())


def documents(store: Store) -> tuple[DocumentCard, ...]:
    """All documents, loaded ones first, by level, then id."""
    raise NotImplementedError


def document(store: Store, id: str) -> Document:
    """The document with this id. Raises UnknownReference."""
    raise NotImplementedError


def clauses(store: Store, document: str) -> tuple[Clause, ...]:
    """The clauses of a document in order. Raises UnknownReference."""
    raise NotImplementedError


def clause(store: Store, id: str) -> ClauseAnswer:
    """One clause with its units, indicators and links. Raises UnknownReference."""
    raise NotImplementedError


def resolve(store: Store, text: str) -> str:
    """The id of the document or clause that `text` means: see graph.ids.resolve."""
    raise NotImplementedError


def tasks(
    store: Store, clause: str, *, level: Level | None = None, region: str | None = None, min_score: float = 0.0
) -> TasksAnswer:
    """Every task below that derives from `clause` over any number of links.

    `clause` is an id or what people write; `region` a code or name, with what it contains; `min_score` bounds the
    path's score. Raises UnknownReference, AmbiguousReference.
    """
    raise NotImplementedError


def lineage(store: Store, clause: str, *, direction: Direction = "both", depth: int = 1) -> LineageAnswer:
    """The lineage of `clause` (as in `tasks`) upward (依据), downward (落实) or both."""
    raise NotImplementedError
