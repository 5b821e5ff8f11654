"""The picture of a cascade as an answer, frozen: what page, pictures, JSON and tables show."""

from dataclasses import dataclass
from typing import Literal

from graph.answers import ClauseCard, Direction, LinkStep
from graph.model import Carried, Level, LinkStatus, Scope

NodeKind = Literal["clause", "section", "document", "level"]
Place = Literal["asked", "above", "below", "beside"]


@dataclass(frozen=True, slots=True)
class CascadeNode:
    """A box of the picture: a clause, or clauses folded into one: of a section of the document asked for, of a
    document, or of several documents of one level (`kind`).

    `id` is that of the clause, section or document, and level:county for a level; it can be given to `expand`.
    `section` is the id of the outermost clause around those here, where one is known. `place` says why it is here: it
    was asked for, the clause asked for derives from it (above), it derives from that (below), or it is beside: a near
    miss, or what an expanded clause is linked to. `score` is that of the best path, 1 for what was asked for; of
    folded clauses the best. `on_the_way` says that the filters do not fit it, but a path leads over it. `up` and
    `down` count the links to clauses that are not in the picture. `inner` counts the links between the clauses folded
    here. What is one document's has its `document`; for a level all of document and region is None.
    """

    id: str
    kind: NodeKind
    place: Place
    level: Level | None
    region: str | None
    region_name: str | None
    document: str | None
    document_title: str | None
    section: str | None
    section_heading: str | None
    clauses: tuple[ClauseCard, ...]  # one for a clause; in the order of the text
    documents: int
    score: float
    on_the_way: bool
    up: int
    down: int
    inner: int = 0

    @property
    def clause(self) -> ClauseCard | None:
        """The clause that this is, None where clauses are folded."""
        return self.clauses[0] if self.kind == "clause" else None


@dataclass(frozen=True, slots=True)
class CascadeLink:
    """A line of the picture: the links from what is at `source` to what is at `target` (ids of nodes), best first.

    Where several are folded into one, `score`, `method` and `scope` are those of the best, `carried` is how most of
    them carry, and `status` is confirmed where all are, else that of the least settled.
    """

    source: str
    target: str
    score: float
    carried: Carried
    status: LinkStatus
    method: str
    scope: Scope
    steps: tuple[LinkStep, ...]


@dataclass(frozen=True, slots=True)
class CascadeColumn:
    """What the picture has of one level, from the nation down; None holds documents of an unknown level, and is last.

    `nodes` are ids in order: by region, document and place in it.
    """

    level: Level | None
    nodes: tuple[str, ...]
    documents: int
    clauses: int


@dataclass(frozen=True, slots=True)
class LeftOut:
    """What the picture does not show.

    folded: clauses in nodes that stand for several (expand, or a higher limit, shows them). further: links on beyond
    the depth. filtered: clauses that derive but do not fit level, region or score. other_measures: clauses within the
    depth that links reach only by other measures, so that they do not derive; `others` are their ids. unlinked: clauses
    of the document asked for that have no link in the picture. near: near misses at what was asked for and between what
    is shown (status candidate shows them).
    """

    folded: int
    further: int
    filtered: int
    other_measures: int
    unlinked: int
    near: int
    others: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class CascadeQuestion:
    """What was asked: `id` is that of the clause or document, `region` a code."""

    id: str
    kind: Literal["clause", "document"]
    document: str
    document_title: str
    address: str | None
    direction: Direction
    depth: int
    min_score: float
    level: Level | None
    region: str | None
    region_name: str | None
    status: tuple[LinkStatus, ...]
    limit: int
    expand: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CascadeView:
    """The cascade around a clause or document.

    `clauses` and `documents` count what the picture shows, folded or not; `derived` the tasks among them that derive
    from what was asked for and fit the filters (as many as graph.questions.tasks finds); `steps` the links, of which
    several may be one line: `direct` of them join what was asked for with other documents, `internal` stand within one
    document (its own task list), the rest join others with one another.
    """

    question: CascadeQuestion
    columns: tuple[CascadeColumn, ...]
    nodes: tuple[CascadeNode, ...]
    links: tuple[CascadeLink, ...]
    clauses: int
    documents: int
    derived: int
    steps: int
    direct: int
    internal: int
    left_out: LeftOut
