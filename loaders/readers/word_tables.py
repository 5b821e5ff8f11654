"""The tables of Word: cells put back into columns, merged ones filled, and tables that only arrange text told apart."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from xml.etree.ElementTree import Element

from loaders.readers.page import Line
from loaders.readers.word_package import W, child, integer, value
from loaders.readers.word_styles import Styles

MOST_COLUMNS = 63
"""Columns: Word itself makes no more."""
SAME_EDGE = 150
"""Twentieths of a point between edges that are meant as one: tables drawn by hand miss by up to two millimetres."""
LEAST_ROWS = 3
"""Rows with two cells from which a table without upright lines lists something: signatures and imprints are shorter."""
LONG_CELL = 6
"""Paragraphs of one cell that hold most of a table's text: the table is a frame around that text."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell: its lines, the places where it begins and ends among the grid's columns, whether it goes on with the one
    above, and how much of its text stands in tables of its own."""

    start: int
    end: int
    goes_on: bool
    lines: tuple[Line, ...]
    inner: int = 0

    @property
    def text(self) -> str:
        """The words of the cell, its paragraphs parted by line ends."""
        return "\n".join(line.text.strip() for line in self.lines if not line.blank)

    @property
    def number(self) -> int:
        """The place of its first paragraph."""
        return self.lines[0].number if self.lines else 0


Row = Sequence[Cell]


def read_table(table: Element, read_cell: Callable[[Element], Sequence[Line]], styles: Styles) -> tuple[Line, ...]:
    """The lines of a table: one a row, with cells; for a table that only arranges text, the lines of that text."""
    rows = [row for element in parts(table, "tr") if (row := _row(element, read_cell))]
    edges = _edges(table, rows)
    if _arranges(table, rows, edges, styles):
        return tuple(line for row in rows for line in _arranged(row))
    return tuple(_filled(rows, edges))


def parts(element: Element, kind: str) -> Iterator[Element]:
    """The rows of a table or the cells of a row, also those in content controls; those that were deleted left out."""
    for part in element:
        if part.tag == W + kind:
            if child(part, f"{kind}Pr/del") is None and child(part, f"{kind}Pr/cellDel") is None:
                yield part
        elif part.tag in (f"{W}sdt", f"{W}sdtContent", f"{W}customXml", f"{W}ins"):
            yield from parts(part, kind)


def _row(element: Element, read_cell: Callable[[Element], Sequence[Line]]) -> list[Cell]:
    row: list[Cell] = []
    start = _span(value(element, "trPr/gridBefore"), least=0)
    for part in parts(element, "tc"):
        end = start + _span(value(part, "tcPr/gridSpan"), least=1)
        if row and value(part, "tcPr/hMerge") == "continue":
            row[-1] = Cell(row[-1].start, end, row[-1].goes_on, row[-1].lines, row[-1].inner)
        else:
            merge = child(part, "tcPr/vMerge")
            goes_on = merge is not None and merge.get(f"{W}val", "continue") == "continue"
            lines = tuple(read_cell(part))
            row.append(Cell(start, end, goes_on, lines, _inner(part)))
        start = end
    return row


def _span(written: str | None, *, least: int) -> int:
    return max(least, min(integer(written, least), MOST_COLUMNS))


def _inner(cell: Element) -> int:
    """Characters in tables inside the cell."""
    return sum(len(text.text or "") for inner in cell.iter(f"{W}tbl") for text in inner.iter(f"{W}t"))


def _edges(table: Element, rows: Sequence[Row]) -> dict[int, int]:
    """The column of each place where a cell begins. Rows of equally many cells have these as columns, wherever their
    edges are; else edges that nearly meet are one."""
    if len({len(row) for row in rows}) == 1 and not _uneven(rows):
        return {cell.start: column for row in rows for column, cell in enumerate(row)}
    widths = [integer(column.get(f"{W}w"), SAME_EDGE) for column in table.iterfind(f"{W}tblGrid/{W}gridCol")]
    places = [0, *accumulate(max(width, 0) for width in widths)]
    return _met(rows, lambda start: places[start] if start < len(places) else places[-1] + start * SAME_EDGE)


def _met(rows: Sequence[Row], place: Callable[[int], int]) -> dict[int, int]:
    """Columns for the places where cells begin, those that nearly meet as one, unless they stand in one row."""
    found: dict[int, int] = {}
    column, edge = -1, -SAME_EDGE
    taken: set[int] = set()
    rows_of: dict[int, set[int]] = {}
    for index, row in enumerate(rows):
        for cell in row:
            rows_of.setdefault(cell.start, set()).add(index)
    for start in sorted(rows_of):
        if place(start) - edge >= SAME_EDGE or rows_of[start] & taken:
            column, taken = column + 1, set()
        found[start], edge, taken = column, place(start), taken | rows_of[start]
    return found


def _uneven(rows: Sequence[Row]) -> bool:
    """Whether a place is the beginning of different columns, when cells are only counted."""
    columns: dict[int, set[int]] = {}
    for row in rows:
        for column, cell in enumerate(row):
            columns.setdefault(cell.start, set()).add(column)
    return any(len(found) > 1 for found in columns.values())


def _arranges(table: Element, rows: Sequence[Row], edges: dict[int, int], styles: Styles) -> bool:
    """Whether a table only arranges text, as those around letterhead, signature, imprint or a whole text do.

    1. It has one row or one column, or more columns than any table.
    2. It has no upright lines, and fewer rows of two cells than would list anything.
    3. Most of its text stands in tables inside it, or in one long cell.
    """
    if len(rows) < 2 or not 1 < len(set(edges.values())) <= MOST_COLUMNS:
        return True
    cells = [cell for row in rows for cell in row]
    size = sum(len(cell.text) for cell in cells)
    if 2 * sum(cell.inner for cell in cells) > size or any(_holds(cell, size) for cell in cells):
        return True
    listing = sum(sum(bool(cell.text) for cell in row) > 1 for row in rows)
    return listing < LEAST_ROWS and not _has_upright_lines(table, styles)


def _holds(cell: Cell, size: int) -> bool:
    return len(cell.lines) >= LONG_CELL and len(cell.text) > 0.7 * size


def _has_upright_lines(table: Element, styles: Styles) -> bool:
    chain = styles.chain(styles.by_id(value(table, "tblPr/tblStyle")))
    borders = [child(holder, "tblPr/tblBorders") for holder in (table, *chain)]
    borders += [child(cell, "tcPr/tcBorders") for cell in table.iter(f"{W}tc")]
    sides = (child(border, side) for border in borders for side in ("insideV", "left", "right", "start", "end"))
    return any(side is not None and side.get(f"{W}val") not in ("nil", "none") for side in sides)


def _arranged(row: Row) -> Iterator[Line]:
    """The lines of a row that only arranges text: short cells beside each other make one line, as they look."""
    filled = [cell for cell in row if cell.text]
    if len(filled) > 1 and all(len([line for line in cell.lines if not line.blank]) == 1 for cell in filled):
        yield Line("\t".join(cell.text for cell in filled), filled[0].number)
    else:
        yield from (line for cell in row for line in cell.lines)


def _filled(rows: Sequence[Row], edges: dict[int, int]) -> Iterator[Line]:
    """The rows with a cell in each column. A cell that is merged downwards says the same in each row, one that is
    merged across says it in its first column."""
    width = max(edges.values()) + 1
    above: dict[int, Cell] = {}
    for row in rows:
        own = {edges[cell.start]: above.get(edges[cell.start], cell) if cell.goes_on else cell for cell in row}
        above = own
        if any(cell.text for cell in own.values()):
            first = min(cell.number for cell in row) or 1
            cells = tuple(own[column].text if column in own else "" for column in range(width))
            numbers = tuple(own[column].number if column in own else first for column in range(width))
            yield Line("\t".join(cells), first, cells, numbers)
