"""A document as an official reads it: its text in order, the tree beside it, and what is known of each clause."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import attrgetter

from fastapi import APIRouter, Request, Response

from api.definitions import stated
from api.inspection import Fact, Piece, cut
from api.page.addresses import address, part
from api.page.serving import TABLES, PageRoute, Takeaway, cascade_pictures, forms, language_of, naming, show
from api.reader_words import doubt_said
from api.routes.common import OpenStore
from api.tables import indicator
from graph.model import Clause
from graph.reading import Neighbour, ReadClause, reading

router = APIRouter(route_class=PageRoute)
LABEL = 24  # characters of a clause without a heading that the tree shows
OPENED = 2  # documents above, and below, whose clauses are named at once


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a row under its column's head."""

    head: str
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class NeighbourDocument:
    """A document above or below, with those of its clauses that a link joins to the one at hand."""

    first: Neighbour
    clauses: tuple[Neighbour, ...]


@dataclass(frozen=True, slots=True)
class ShownClause:
    """A clause as it is shown: its heading and the rest of its text cut at the finds, a row by its cells."""

    read: ReadClause
    heading: tuple[Piece, ...]
    pieces: tuple[Piece, ...]
    cells: tuple[Cell, ...]
    above: tuple[NeighbourDocument, ...]
    below: tuple[NeighbourDocument, ...]


@dataclass(frozen=True, slots=True)
class Block:
    """Clauses that are shown as text, or rows that make one table with these heads."""

    heads: tuple[str, ...]
    clauses: tuple[ShownClause, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the tree: the clause, what it is called there, and the lines inside it."""

    address: str
    label: str
    inside: tuple["Entry", ...]


@router.get("/view/document")
def document(request: Request, store: OpenStore, id: str) -> Response:
    """The document that people call `id`."""
    answer = reading(store, id)
    own = answer.document.id
    takeaways = forms(request, "/reading", TABLES, document=own)
    if answer.document.loaded:
        lang = None if language_of(request) == "zh" else language_of(request)
        takeaways += [
            Takeaway("report", address(f"/report/{part(own)}", lang=lang)),
            Takeaway("word", address(f"/report/{part(own)}", format="docx", lang=lang)),
            *naming("cascade", cascade_pictures(request, of=own)),
        ]
    return show(
        request,
        "document.html" if answer.document.loaded else "cited.html",
        takeaways=takeaways,
        answer=answer,
        facts=address(f"/documents/{part(own)}"),
        blocks=tuple(blocks(answer.clauses)),
        tree=tree(answer.clauses),
        opened=OPENED,
        doubt_said=doubt_said,
        stated=stated if language_of(request) == "zh" else indicator,
    )


def blocks(clauses: Iterable[ReadClause]) -> Iterator[Block]:
    """The clauses in order, rows of one table together."""
    for heads, group in groupby(map(shown, clauses), key=lambda item: tuple(cell.head for cell in item.cells)):
        yield Block(heads, tuple(group))


def shown(read: ReadClause) -> ShownClause:
    """A clause cut at its finds."""
    found: tuple[Fact, ...] = (*read.indicators, *read.assignments, *read.citations)
    pieces = cut(read.clause.text, found)
    heading, rest = split(pieces, _heading_ends(read.clause))
    return ShownClause(
        read=read,
        heading=heading,
        pieces=rest,
        cells=tuple(_cell(read, head, text, found) for head, text in read.clause.cells),
        above=tuple(_by_document(read.above)),
        below=tuple(_by_document(read.below)),
    )


def _cell(read: ReadClause, head: str, text: str, found: Iterable[Fact]) -> Cell:
    """A cell cut at its finds; figures have their place in the text of the clause, which is one of the cells."""
    whole = text == read.clause.text
    return Cell(head, cut(text, found if whole else read.assignments))


def _heading_ends(clause: Clause) -> int:
    """Where the heading ends, its full stop with it; 0 where the text does not begin with one."""
    if not clause.heading or not clause.text.startswith(clause.heading):
        return 0
    end = len(clause.heading)
    return end + 1 if clause.text[end : end + 1] in ("。", "：") else end


def split(pieces: Sequence[Piece], length: int) -> tuple[tuple[Piece, ...], tuple[Piece, ...]]:
    """The pieces of the first `length` characters, and the others; one that lies across is in both with its part."""
    first, rest, position = list[Piece](), list[Piece](), 0
    for piece in pieces:
        here = max(0, min(len(piece.text), length - position))
        first.append(Piece(piece.text[:here], piece.kind, piece.says, piece.fact))
        rest.append(Piece(piece.text[here:], piece.kind, piece.says, piece.fact))
        position += len(piece.text)
    return tuple(piece for piece in first if piece.text), tuple(piece for piece in rest if piece.text)


def _by_document(neighbours: Iterable[Neighbour]) -> Iterator[NeighbourDocument]:
    for _, group in groupby(neighbours, key=attrgetter("document")):
        clauses = tuple(group)
        yield NeighbourDocument(clauses[0], clauses)


def tree(clauses: Sequence[ReadClause]) -> tuple[Entry, ...]:
    """The tree of a document: rows are left out, their table stands there by its annex."""
    inside: dict[str | None, list[Clause]] = {}
    for read in clauses:
        if read.clause.type != "row":
            inside.setdefault(read.clause.parent, []).append(read.clause)

    def entries(parent: str | None) -> tuple[Entry, ...]:
        return tuple(Entry(each.address, _label(each), entries(each.id)) for each in inside.get(parent, ()))

    return entries(None)


def _label(clause: Clause) -> str:
    if clause.type == "paragraph":
        return clause.address
    text = clause.heading or clause.text
    short = text if len(text) <= LABEL else f"{text[:LABEL]}…"
    return f"{clause.number or ''}{short.partition(chr(10))[0]}"
