"""The clauses of one document across the places below it: `matrix`, the coverage of each place with the ways there."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace

from graph import lookup, records
from graph.answers import ClauseCard, LinkStep
from graph.coverage import DEFINITIONS, Column, CoverageAnswer, CoveredClause, Standing, coverage_in
from graph.errors import UnknownReference
from graph.exempt import Exemption
from graph.ids import split_clause_id
from graph.keeping import kept
from graph.model import LEVELS, Implements, Level
from graph.queries import Reader
from graph.store import Store
from graph.web import Web, follows


@dataclass(frozen=True, slots=True)
class Place:
    """A level and region with its documents (id and title) that can carry out the document, and how many of the clauses
    that count are covered there. A document of unknown level or region is a place of its own. `related` tells whether
    something there is carried out, or a document of it cites the one above; others may be of other subjects."""

    level: Level | None
    region: str | None
    region_name: str | None
    documents: tuple[tuple[str, str], ...]
    deep: int
    partly: int
    none: int
    related: bool = True

    @property
    def key(self) -> str:
        """What `matrix` calls it: the code of its region, or else its document."""
        return self.region if self.level and self.region else self.documents[0][0]


@dataclass(frozen=True, slots=True)
class TakenUp:
    """A clause below that carries the clause out, over links from that one down: one link, or more over clauses in
    between."""

    clause: ClauseCard
    path: tuple[LinkStep, ...]

    @property
    def direct(self) -> bool:
        """Whether one link joins both."""
        return len(self.path) == 1


@dataclass(frozen=True, slots=True)
class PlaceCell:
    """How a clause is covered at a place: how many of its measures are carried, by which clauses, and what came near
    there but is no link."""

    standing: Standing
    carried: int
    by: tuple[TakenUp, ...]
    near: tuple[Implements, ...]


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """A clause with a cell for each place, and why it does not count where it is exempt; `open` are the measures that
    nothing below carries."""

    clause: ClauseCard
    measures: int
    exempt: Exemption | None
    counted_with: tuple[str, ...]
    open: tuple[str, ...]
    cells: tuple[PlaceCell, ...]

    @property
    def bare(self) -> bool:
        """Whether the clause is exempt, and indeed nothing takes it up."""
        return self.exempt is not None and not any(cell.by for cell in self.cells)


@dataclass(frozen=True, slots=True)
class Selection:
    """Which part of a matrix is asked for: the places of a level, and `at` a region (code or name) or a document below.

    Without `unrelated` places that are not related are left out, where none is asked for. Of a whole document, `only`
    keeps the clauses that count and stand so at one of these places or more; without `exempt` those that do not count
    are left out.
    """

    level: Level | None = None
    at: str | None = None
    only: Standing | None = None
    exempt: bool = True
    unrelated: bool = True


ALL = Selection()


@dataclass(frozen=True, slots=True)
class Matrix:
    """The clauses of a document, or one of them, across the places below.

    `levels` are all on which there are places and `all_places` all of these; `level`, `at` (the code of a region, or a
    document) and `only` are what was asked for, `places` and `rows` what that leaves. Of the clauses of the whole
    document `counted` have to be carried out; `exempt` are not counted, by `reasons`. `standings` counts how many of
    those that are counted stand so at one of `places` or more.
    """

    document: str
    title: str
    number: str | None
    clause: ClauseCard | None
    level: Level | None
    levels: tuple[Level, ...]
    counted: int
    exempt: int
    places: tuple[Place, ...]
    rows: tuple[MatrixRow, ...]
    at: str | None = None
    only: Standing | None = None
    all_places: tuple[Place, ...] = ()
    reasons: Mapping[Exemption, int] = field(default_factory=dict)
    standings: Mapping[Standing, int] = field(default_factory=dict)


def matrix(store: Store, id: str, asked: Selection = ALL) -> Matrix:
    """How the document or clause `id` is taken up at each place below, or at those that are asked for: the cells of
    `coverage`.

    Raises UnknownReference, AmbiguousReference, and InputError for a document that is only cited.
    """
    now = store.snapshot()
    meant = lookup.meant(now, id)
    clause = next(iter(lookup.cards_of(now, [meant])), None)
    web = kept(now, Web.of)
    answer = coverage_in(web, now, clause.document if clause else lookup.loaded_document(now, meant))
    places = dict(_all_places(web, now, answer))
    ranks = _ranks(now, answer, places, asked)
    own = [item for item in answer.clauses if clause is None or item.clause.id == clause.id]
    rows = tuple(_rows(now, web, own, [(rank, _documents(answer, answer.columns[rank])) for rank in ranks]))
    return Matrix(
        document=answer.document,
        title=answer.title,
        number=web.documents[answer.document].number,
        clause=clause,
        level=asked.level,
        levels=tuple(one for one in LEVELS if any(column.level == one for column in answer.columns)),
        counted=answer.counted,
        exempt=sum(answer.exempt.values()),
        places=tuple(places.get(rank) or place_at(answer, answer.columns[rank]) for rank in ranks),
        rows=rows if clause else tuple(row for row in rows if _wanted(row, asked)),
        at=_key(answer.columns[ranks[0]]) if asked.at else None,
        only=asked.only,
        all_places=tuple(places.values()),
        reasons=answer.exempt,
        standings={name: sum(_wanted(row, Selection(only=name)) for row in rows) for name in DEFINITIONS},
    )


def _all_places(web: Web, now: Reader, answer: CoverageAnswer) -> Iterator[tuple[int, Place]]:
    """The places by the rank of their columns."""
    for rank, column in enumerate(answer.columns):
        if column.is_place:
            place = place_at(answer, column)
            cited = any(follows(web, now, document, answer.document) for document, _ in place.documents)
            yield rank, replace(place, related=cited or place.deep + place.partly > 0)


def _ranks(now: Reader, answer: CoverageAnswer, places: Mapping[int, Place], asked: Selection) -> Sequence[int]:
    """Which columns are the places that are asked for."""
    of_level = {rank: place for rank, place in places.items() if asked.level in (None, place.level)}
    if not asked.at:
        return [rank for rank, place in of_level.items() if asked.unrelated or place.related]
    of_region = [rank for rank, place in of_level.items() if asked.at in (place.region, place.region_name)]
    if of_region:
        return of_region
    document = _below(now, answer, asked.at)
    return [rank for rank, column in enumerate(answer.columns) if column.document == document]


def _below(now: Reader, answer: CoverageAnswer, at: str) -> str:
    """The document below that people call `at`. Raises UnknownReference, with what there is below."""
    below = [column for column in answer.columns if column.document]
    with suppress(UnknownReference):
        meant = lookup.meant(now, at)
        if any(column.document == meant for column in below):
            return meant
    names = [name for column in below if (name := column.region_name or column.document)]
    raise UnknownReference(at, list(dict.fromkeys(names)))


def _key(column: Column) -> str | None:
    return column.document or column.region


def _wanted(row: MatrixRow, asked: Selection) -> bool:
    if row.exempt:
        return asked.exempt and asked.only is None
    return asked.only is None or any(cell.standing == asked.only for cell in row.cells)


def _documents(answer: CoverageAnswer, place: Column) -> dict[str, str]:
    """The titles of the documents of a place, by id."""
    spot = (place.level, place.region)
    return {
        column.document: column.title or column.document
        for column in answer.columns
        if column.document and (column.level, column.region) == spot and place.document in (None, column.document)
    }


def place_at(answer: CoverageAnswer, column: Column) -> Place:
    """The place that a column of coverage is, with its documents."""
    documents = tuple(_documents(answer, column).items())
    return Place(column.level, column.region, column.region_name, documents, column.deep, column.partly, column.none)


def _rows(
    now: Reader, web: Web, rows: Sequence[CoveredClause], places: Sequence[tuple[int, Collection[str]]]
) -> Iterator[MatrixRow]:
    """The rows, with the cells that stand at the rank of each place and are of its documents."""
    ends = lookup.cards_of(now, sorted({end for item in rows for end in item.cells[0].by}))
    cards = {card.id: card for card in ends}
    near = _near(now, {item.clause.id for item in rows})
    for item in rows:
        paths = _paths(web, item.clause.id)
        cells = [
            PlaceCell(
                standing=item.cells[rank].standing,
                carried=item.cells[rank].carried,
                by=tuple(TakenUp(cards[end], path) for end, path in paths.items() if end in item.cells[rank].by),
                near=tuple(link for link in near[item.clause.id] if _document(link.source) in documents),
            )
            for rank, documents in places
        ]
        yield MatrixRow(item.clause, item.measures, item.exempt, item.counted_with, item.open, tuple(cells))


def _paths(web: Web, clause: str) -> dict[str, tuple[LinkStep, ...]]:
    """The shortest way to each clause that carries this one out, what one link joins first."""
    found: dict[str, tuple[LinkStep, ...]] = {}
    for passage in sorted(web.passages(clause, "down"), key=lambda passage: len(passage.path)):
        if passage.end not in found:
            found[passage.end] = tuple(map(lookup.step_of, passage.path))
    return found


def _near(now: Reader, clauses: Collection[str]) -> Mapping[str, Sequence[Implements]]:
    """What came near these clauses from below, best first, by the clause."""
    found: dict[str, list[Implements]] = defaultdict(list)
    for row in now.run("lineage/any_below", clauses=sorted(clauses)):
        if row["status"] == "candidate":
            found[row["target"]].append(records.fact(Implements, row))
    return found


def _document(clause: str) -> str:
    return split_clause_id(clause)[0]
