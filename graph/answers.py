"""The answers to the questions that can be asked of a policy graph, frozen."""

from dataclasses import dataclass, field
from typing import Literal

from graph.model import Carried, Evidence, Indicator, Level, LinkStatus, Role, Scope

Direction = Literal["up", "down", "both"]
DEPTH_LIMIT = 20  # hops; no real cascade comes near
OTHER_PATHS_LIMIT = 99  # 99 means 99 or more: nobody reads on, and the number of paths can grow without bound


@dataclass(frozen=True, slots=True)
class DocumentCard:
    """A document as lists show it; `uppers` and `lowers` count documents that it is linked to. `year` is that of issue,
    else of print, else of the number."""

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
    year: str | None = None


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
    """An organization that must do a clause.

    `through` is the id of the row of the document's own task list that hands the clause out, None where the clause
    itself names the organization.
    """

    name: str
    role: Role
    as_written: str
    collective: bool
    through: str | None = None


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
    first ids. A path goes on only where two links carry the same measure of the clause in which they meet.
    `other_paths` counts the further simple paths, up to OTHER_PATHS_LIMIT.
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
