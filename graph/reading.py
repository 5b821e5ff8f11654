"""A document as it is read: its clauses in order, each with all that is known of it."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from graph import lookup
from graph.coverage import CoveredClause, Share, Standing, coverage_in
from graph.errors import InputError
from graph.exempt import Exemption
from graph.facts import read_document
from graph.ids import split_clause_id
from graph.keeping import kept
from graph.model import (
    Assignment,
    Carried,
    Citation,
    Clause,
    Discrepancy,
    Document,
    DocumentFacts,
    Doubt,
    Indicator,
    Level,
    LinkStatus,
    Scope,
)
from graph.queries import Reader, Row
from graph.store import Store
from graph.web import Web, rank

Fact = TypeVar("Fact")


@dataclass(frozen=True, slots=True)
class Neighbour:
    """A clause at the other end of a link that holds."""

    clause: str
    document: str
    title: str
    level: Level | None
    region: str | None
    region_name: str | None
    score: float
    status: LinkStatus
    carried: Carried
    scope: Scope


@dataclass(frozen=True, slots=True)
class ReadClause:
    """A clause with what was found in it, what it carries out (`above`), and what carries it out (`below`), both by
    links that hold, from the nation down.

    `depth` counts the clauses around it. `standing` and `open` say how it is covered below (see graph.coverage); where
    `exempt` says why it does not count, and where nothing is loaded below, standing is None. `near_above` and
    `near_below` count near misses. `doubts` are those of the reader on its lines.
    """

    clause: Clause
    depth: int
    indicators: tuple[Indicator, ...]
    assignments: tuple[Assignment, ...]
    citations: tuple[Citation, ...]
    discrepancies: tuple[Discrepancy, ...]
    doubts: tuple[Doubt, ...]
    above: tuple[Neighbour, ...]
    below: tuple[Neighbour, ...]
    standing: Standing | None
    exempt: Exemption | None
    open: tuple[str, ...]
    near_above: int
    near_below: int


@dataclass(frozen=True, slots=True)
class CitedIn:
    """Where a document is cited: a clause, None for what stands outside clauses."""

    document: str
    clause: str | None
    as_written: str
    relation: str


@dataclass(frozen=True, slots=True)
class Reading:
    """A document with its clauses in order, what it cites outside them, the doubts that belong to no clause, and where
    it is cited. One that is only cited has no clauses."""

    document: Document
    region_name: str | None
    share: Share
    clauses: tuple[ReadClause, ...]
    citations: tuple[Citation, ...]
    doubts: tuple[Doubt, ...]
    cited_in: tuple[CitedIn, ...]


def reading(store: Store, document: str) -> Reading:
    """The document that people call `document`, as it is read. Raises UnknownReference, AmbiguousReference, and
    InputError for a clause."""
    now = store.snapshot()
    id = lookup.meant(now, document)
    if now.run("browse/cards", clauses=[id]):
        raise InputError(f"{id} is a clause: give its document")
    found = lookup.document_of(now, id)
    cited = tuple(_cited_in(row) for row in now.run("browse/citing", document=id))
    if not found.loaded:
        return Reading(found, None, Share(0, 0, 0, 0), (), (), (), cited)
    return _loaded(now, id, cited)


def _loaded(now: Reader, id: str, cited: tuple[CitedIn, ...]) -> Reading:
    facts, web = read_document(now, id), kept(now, Web.of)
    covered = coverage_in(web, now, id)
    everywhere, places = covered.columns[0], {column.document for column in covered.columns if column.document}
    own = {clause.id for clause in facts.clauses}
    doubts = _doubts(facts)
    return Reading(
        document=facts.document,
        region_name=covered.region_name,
        share=Share(len(places), covered.counted, everywhere.deep, everywhere.partly),
        clauses=tuple(_clauses(web, facts, covered.clauses, doubts, below=bool(places))),
        citations=tuple(each for each in facts.citations if each.source not in own),
        doubts=doubts.get("", ()),
        cited_in=cited,
    )


def _clauses(
    web: Web,
    facts: DocumentFacts,
    covered: Sequence[CoveredClause],
    doubts: Mapping[str, tuple[Doubt, ...]],
    *,
    below: bool,
) -> Iterator[ReadClause]:
    indicators, assignments = _by(facts.indicators, _source), _by(facts.assignments, _source)
    citations, differing = _by(facts.citations, _source), _differing(facts.discrepancies)
    depths: dict[str | None, int] = {None: -1}
    for clause, cover in zip(facts.clauses, covered, strict=True):
        depths[clause.id] = depths.get(clause.parent, -1) + 1
        yield ReadClause(
            clause=clause,
            depth=depths[clause.id],
            indicators=indicators.get(clause.id, ()),
            assignments=assignments.get(clause.id, ()),
            citations=citations.get(clause.id, ()),
            discrepancies=differing.get(clause.id, ()),
            doubts=doubts.get(clause.id, ()),
            above=_neighbours(web, web.above.get(clause.id, ()), "target"),
            below=_neighbours(web, web.below.get(clause.id, ()), "source"),
            standing=cover.cells[0].standing if below and cover.exempt is None else None,
            exempt=cover.exempt,
            open=cover.open if below and cover.exempt is None else (),
            near_above=web.near_above.get(clause.id, 0),
            near_below=cover.near,
        )


def _neighbours(web: Web, rows: Sequence[Row], end: str) -> tuple[Neighbour, ...]:
    found = [_neighbour(web, row, row[end]) for row in rows]
    return tuple(sorted(found, key=lambda item: (rank(item.level), item.region or "", item.document, -item.score)))


def _neighbour(web: Web, row: Row, clause: str) -> Neighbour:
    document = web.document_of(clause)
    return Neighbour(
        clause=clause,
        document=document.id,
        title=document.title,
        level=document.level,
        region=document.region,
        region_name=web.region_name(document),
        score=row["score"],
        status=row["status"],
        carried=row["carried"],
        scope=row["scope"],
    )


def _doubts(facts: DocumentFacts) -> dict[str, tuple[Doubt, ...]]:
    """The doubts by the clause in whose lines they are; those before the first clause by ""."""
    starts = sorted((clause.lines[0][1], clause.order, clause.id) for clause in facts.clauses if clause.lines)
    lines = [line for line, _, _ in starts]

    def clause_of(doubt: Doubt) -> str:
        place = bisect_right(lines, doubt.line)
        return starts[place - 1][2] if place else ""

    return _by(facts.doubts, clause_of)


def _differing(items: Iterable[Discrepancy]) -> dict[str, tuple[Discrepancy, ...]]:
    """Discrepancies by each of their ends."""
    found: dict[str, tuple[Discrepancy, ...]] = defaultdict(tuple)
    for item in items:
        for end in dict.fromkeys((item.a, item.b)):
            found[end] += (item,)
    return found


def _source(fact: Indicator | Assignment | Citation) -> str:
    return fact.source


def _by(items: Iterable[Fact], key: Callable[[Fact], str]) -> dict[str, tuple[Fact, ...]]:
    found: dict[str, list[Fact]] = defaultdict(list)
    for item in items:
        found[key(item)].append(item)
    return {name: tuple(group) for name, group in found.items()}


def _cited_in(row: Row) -> CitedIn:
    try:
        document, _ = split_clause_id(row["source"])
    except ValueError:
        return CitedIn(row["source"], None, row["as_written"], row["relation"])
    return CitedIn(document, row["source"], row["as_written"], row["relation"])
