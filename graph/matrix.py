"""The clauses of one document across the places below it: `matrix`, the coverage of each place with the ways there."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from graph import lookup, records
from graph.answers import ClauseCard, LinkStep
from graph.coverage import Column, CoverageAnswer, CoveredClause, Standing, coverage_in
from graph.exempt import Exemption
from graph.ids import split_clause_id
from graph.keeping import kept
from graph.model import LEVELS, Implements, Level
from graph.queries import Reader
from graph.store import Store
from graph.web import Web


@dataclass(frozen=True, slots=True)
class Place:
    """A level and region with its documents (id and title) that can carry out the document, and how many of the clauses
    that count are covered there. A document of unknown level or region is a place of its own."""

    level: Level | None
    region: str | None
    region_name: str | None
    documents: tuple[tuple[str, str], ...]
    deep: int
    partly: int
    none: int


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
class Matrix:
    """The clauses of a document, or one of them, across the places below.

    `levels` are all on which there are places, `level` is the one that was asked for. Of the clauses of the whole
    document `counted` have to be carried out, `exempt` are not counted.
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


def matrix(store: Store, id: str, level: Level | None = None) -> Matrix:
    """How the document or clause `id` is taken up at each place below, or at those of one level: the cells of
    `coverage`.

    Raises UnknownReference, AmbiguousReference, and InputError for a document that is only cited.
    """
    now = store.snapshot()
    meant = lookup.meant(now, id)
    clause = next(iter(lookup.cards_of(now, [meant])), None)
    web = kept(now, Web.of)
    answer = coverage_in(web, now, clause.document if clause else lookup.loaded_document(now, meant))
    ranks = [rank for rank, column in enumerate(answer.columns) if column.is_place and level in (None, column.level)]
    rows = [item for item in answer.clauses if clause is None or item.clause.id == clause.id]
    return Matrix(
        document=answer.document,
        title=answer.title,
        number=web.documents[answer.document].number,
        clause=clause,
        level=level,
        levels=tuple(one for one in LEVELS if any(column.level == one for column in answer.columns)),
        counted=answer.counted,
        exempt=sum(answer.exempt.values()),
        places=tuple(place_at(answer, answer.columns[rank]) for rank in ranks),
        rows=tuple(_rows(now, web, rows, [(rank, _documents(answer, answer.columns[rank])) for rank in ranks])),
    )


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
