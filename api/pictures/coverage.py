"""The clauses of a document across the places below: which take it up, how far, by which clauses."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from api.pictures.frame import MOST_ROWS, Frame, brief
from graph.answers import ClauseCard
from graph.coverage import Cell as Covered
from graph.coverage import CoverageAnswer, Standing
from graph.drawing.table import Bar, Cell, Column, Row, Said, Table
from graph.exempt import Exemption
from graph.ids import split_clause_id
from graph.matrix import Matrix, Place, PlaceCell, place_at

SIGNS: dict[Standing, str] = {"deep": "●", "partly": "◐", "none": "○"}
MOST_PLACES = 8
TITLES = 3  # documents that the head of a place names


@dataclass(frozen=True, slots=True)
class Line:
    """A clause with a cell for each place."""

    clause: ClauseCard
    measures: int
    exempt: Exemption | None
    cells: tuple[Covered, ...]


@dataclass(frozen=True, slots=True)
class Across:
    """A document across places. `orphans` are clauses below that carry out nothing above. Where it is not the `whole`
    document, it is one clause of it; `only` is the standing that its lines were asked for."""

    document: str
    title: str
    counted: int
    exempt: int
    places: tuple[Place, ...]
    lines: tuple[Line, ...]
    orphans: int = 0
    whole: bool = True
    only: Standing | None = None


def coverage(answer: CoverageAnswer, frame: Frame) -> Table:
    """Clauses as rows, places as columns, in each cell how far the place takes the clause up."""
    ranks = [rank for rank, column in enumerate(answer.columns) if column.is_place]
    lines = tuple(
        Line(item.clause, item.measures, item.exempt, tuple(item.cells[rank] for rank in ranks))
        for item in answer.clauses
    )
    across = Across(
        document=answer.document,
        title=answer.title,
        counted=answer.counted,
        exempt=sum(answer.exempt.values()),
        places=tuple(place_at(answer, answer.columns[rank]) for rank in ranks),
        lines=lines,
        orphans=len(answer.orphans),
    )
    return _table(across, frame)


def matrix(answer: Matrix, frame: Frame) -> Table:
    """The same of the places of one level, or of one clause."""
    lines = tuple(Line(row.clause, row.measures, row.exempt, tuple(map(_covered, row.cells))) for row in answer.rows)
    across = Across(
        document=answer.document,
        title=answer.title,
        counted=answer.counted,
        exempt=answer.exempt,
        places=answer.places,
        lines=lines,
        whole=answer.clause is None,
        only=answer.only,
    )
    return _table(across, frame)


def _covered(cell: PlaceCell) -> Covered:
    return Covered(cell.standing, cell.carried, tuple(found.clause.id for found in cell.by))


def _table(across: Across, frame: Frame) -> Table:
    ranks = _drawn_places(across.places)
    places = [across.places[rank] for rank in ranks]
    lines = [line for line in across.lines if line.exempt is None or any(line.cells[rank].by for rank in ranks)]
    sums = (_sums(across, places, frame),) if across.whole else ()
    below = [id for place in places for id, _ in place.documents]
    return Table(
        title=frame.word("picture coverage", title=across.title),
        under=(_lead(across, frame),),
        columns=tuple(_columns(places, frame)),
        rows=(*sums, *(_row(line, ranks, frame) for line in lines[:MOST_ROWS])),
        key=(
            *(Said(frame.word(standing), standing, sign) for standing, sign in SIGNS.items()),
            Said(frame.word("picture fraction"), sign="·"),
        ),
        notes=frame.notes(_left_out(across, lines, frame), frame.source([across.document, *below])),
    )


def _drawn_places(places: Sequence[Place]) -> list[int]:
    """Which places are drawn, in their order: those that take something up before the others."""
    order = sorted(range(len(places)), key=lambda rank: not places[rank].deep + places[rank].partly)
    return sorted(order[:MOST_PLACES])


def _lead(across: Across, frame: Frame) -> str:
    if not across.places:
        return frame.word("horizontal no places")
    lead = frame.word("horizontal lead", places=len(across.places), counted=across.counted, exempt=across.exempt)
    kept = "picture only" if len(across.places) > 1 else "picture only here"
    return lead + frame.word(kept, standing=frame.word(across.only)) if across.only else lead


def _columns(places: Sequence[Place], frame: Frame) -> Iterator[Column]:
    yield Column(Cell((Said(frame.word("horizontal clause"), "strong"),)), 280)
    for place in places:
        named = [Said(frame.named(id), "quiet") for id, _ in place.documents[:TITLES]]
        if len(place.documents) > TITLES:
            named.append(Said(frame.word("picture more documents", count=len(place.documents) - TITLES), "quiet"))
        yield Column(Cell((Said(_place(place, frame), "strong"), *named)), 138)


def _place(place: Place, frame: Frame) -> str:
    """样本市（市级）."""
    name, level = place.region_name or place.region, frame.level(place.level)
    return frame.word("picture place", name=name, level=level) if name else level


def _sums(across: Across, places: Sequence[Place], frame: Frame) -> Row:
    """How many of the clauses that count each place takes up."""
    head = Cell((Said(frame.word("picture counted", count=across.counted), "strong"),))
    return Row((head, *(_sum(place, frame) for place in places)))


def _sum(place: Place, frame: Frame) -> Cell:
    counts: tuple[tuple[Standing, int], ...] = (("deep", place.deep), ("partly", place.partly), ("none", place.none))
    told = (Said(f"{frame.word(standing)} {count}", standing, SIGNS[standing]) for standing, count in counts)
    return Cell((Bar(counts), *told))


def _row(line: Line, ranks: Sequence[int], frame: Frame) -> Row:
    label = f"{line.clause.address}　{brief(line.clause.heading or line.clause.text)}"
    why = (Said(frame.word("picture exempt", why=frame.word(f"exempt {line.exempt}")), "quiet"),) if line.exempt else ()
    cells = (_cell(line, line.cells[rank], frame) for rank in ranks)
    return Row((Cell((Said(label), *why)), *cells), line.clause.id)


def _cell(line: Line, found: Covered, frame: Frame) -> Cell:
    if not found.by:
        return Cell((Said("—", "quiet"),)) if line.exempt else Cell((_standing("none", frame),))
    told = _standing(found.standing, frame, f" {found.carried}/{line.measures}")
    addresses = (split_clause_id(id)[1] for id in found.by)
    return Cell((told, Said(frame.words.listed(addresses), "quiet")))


def _standing(standing: Standing, frame: Frame, more: str = "") -> Said:
    return Said(f"{frame.word(standing)}{more}", standing, SIGNS[standing])


def _left_out(across: Across, lines: Sequence[Line], frame: Frame) -> Iterator[str]:
    bare = len(across.lines) - len(lines)
    if bare:
        yield frame.word("picture not counted", count=bare)
    if len(across.places) > MOST_PLACES:
        yield frame.word("picture more places", count=len(across.places) - MOST_PLACES)
    yield from frame.more(lines)
    if across.orphans:
        yield frame.word("picture orphans", count=across.orphans)
