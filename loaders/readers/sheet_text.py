"""From sheets to lines: what is no text left out, columns in their order, tables as rows, paragraphs told apart."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from loaders.readers.breaks import INDENT
from loaders.readers.page import Line
from loaders.readers.sheet_columns import Column, gutters, in_order
from loaders.readers.sheet_margins import without_margins
from loaders.readers.sheet_paragraphs import Written, begins, setting_of
from loaders.readers.sheet_rows import Piece, Row, bounds, joined, rows
from loaders.readers.sheet_tables import Cell, Grid, alike, goes_on, inside, mended, read_grid
from loaders.readers.sheets import Sheet

TRUSTED = 8
"""Lines from which a column may show by itself where its edges are."""
REACHING = 0.3
"""Part of the lines of such a column that reach its right edge: in lists of short entries fewer do."""
NARROWER = 0.8
"""Part of the room of a column that its lines take when they fill it."""
SAME = 4.0
"""Points by which the edges of one column differ from page to page."""


Item = Written | tuple[int, Grid]
Edges = tuple[float, float]
"""The left and the right edge of a column, in points."""


def read_sheets(sheets: Iterable[Sheet]) -> tuple[Line, ...]:
    """The lines of a document; their numbers run through it, and `page` is the sheet of each."""
    found: list[list[Row]] = []
    grids: list[list[Grid]] = []
    shapes: list[tuple[int, int]] = []
    for sheet, tables in _with_tables(list(sheets)):
        words = [glyph for glyph in sheet.glyphs if not any(inside(glyph, grid.box) for grid in tables)]
        places = [(Piece("", grid.box[0], grid.box[2], grid.box[1], 1.0, table=n),) for n, grid in enumerate(tables)]
        found.append(sorted([*rows(words), *places], key=lambda row: row[0].base))
        grids.append(tables)
        shapes.append((sheet.number, round(sheet.width)))
    return tuple(_lines(_mended(_items(shapes, without_margins(found), grids))))


def _with_tables(sheets: Sequence[Sheet]) -> Iterator[tuple[Sheet, list[Grid]]]:
    """The sheets with their tables, without frames and without those in a cell of another.

    A single row is one where it has the columns of a table in the document: its page had room for no other."""
    ruled = [[read_grid(boxes, sheet.glyphs) for boxes in sheet.tables] for sheet in sheets]
    listing = [grid for grids in ruled for grid in grids if grid.lists]
    for sheet, grids in zip(sheets, ruled, strict=True):
        tables = [grid for grid in grids if grid.lists or any(alike(grid, other) for other in listing)]
        inner = {id(grid) for grid in tables for other in tables if other is not grid and _holds(other, grid)}
        yield sheet, [grid for grid in tables if id(grid) not in inner]


def _holds(outer: Grid, inner: Grid) -> bool:
    left, top, right, bottom = outer.box
    return left <= inner.box[0] and top <= inner.box[1] and right >= inner.box[2] and bottom >= inner.box[3]


def _items(
    shapes: Sequence[tuple[int, int]], sheets: Sequence[Sequence[Row]], grids: Sequence[Sequence[Grid]]
) -> list[Item]:
    """Lines and tables in the order in which they are read; `shapes` are number and width of each sheet."""
    columns: list[tuple[int, Column]] = []
    for width in sorted({own for _, own in shapes}):
        alike = [n for n, (_, own) in enumerate(shapes) if own == width]
        left, right = _bounds(sheets[n] for n in alike)
        known = gutters((sheets[n] for n in alike), left, right)
        columns += ((n, column) for n in alike for column in in_order(sheets[n], left, right, known))
    columns.sort(key=lambda pair: pair[0])
    sure = [bounds(_text(column.rows)) for _, column in columns if _is_set(column)]
    items: list[Item] = []
    for n, column in columns:
        text, page = _text(column.rows), shapes[n][0]
        left, right = bounds(text) if _is_set(column) else _near(text, sure, (column.left, column.right))
        for row in column.rows:
            table = row[0].table
            items.append(Written(joined(row), page, left, right) if table is None else (page, grids[n][table]))
    return items


def _bounds(sheets: Iterable[Sequence[Row]]) -> Edges:
    """Between where and where text stands on these sheets, tables aside."""
    pieces = [piece for found in sheets for row in found for piece in row if piece.table is None]
    return bounds(pieces) if pieces else (0.0, 0.0)


def _text(found: Sequence[Row]) -> list[Piece]:
    return [joined(row) for row in found if row[0].table is None]


def _is_set(column: Column) -> bool:
    """Whether a column shows by itself where its edges are: it has some lines, many of them reach its right edge, and
    they leave little of its room."""
    text = _text(column.rows)
    if len(text) < TRUSTED:
        return False
    left, right = bounds(text)
    reaching = sum(right - piece.right < piece.size for piece in text)
    return reaching >= REACHING * len(text) and right - left >= NARROWER * (column.right - column.left)


def _near(text: Sequence[Piece], sure: Sequence[Edges], room: Edges) -> Edges:
    """The edges of the narrowest column that shows its own and in which one that does not would fit; else those of the
    room that it has."""
    own = bounds(text) if text else room
    around = [(left, right) for left, right in sure if left <= own[0] + SAME and own[1] <= right + SAME]
    return min(around, key=lambda edges: edges[1] - edges[0], default=room)


def _mended(items: Sequence[Item]) -> list[Item]:
    """The items, tables that go on over a page break put together."""
    found: list[Item] = []
    head: Grid | None = None
    for item in items:
        above = found[-1] if found else None
        if isinstance(item, Written) or isinstance(above, Written) or above is None:
            head = None if isinstance(item, Written) else item[1]
        elif head and goes_on(above[1], item[1], item[0] - above[0]):
            upper, lower = mended(head, above[1], item[1])
            found[-1] = (above[0], upper)
            found.append((item[0], lower))
            continue
        found.append(item)
    return found


def _lines(items: Sequence[Item]) -> list[Line]:
    """The lines, numbered through the document: a line goes on with the one above where the print shows that it does.

    Where it does not show, it stands by itself without an indent, for the reading to decide by what it says."""
    written = [item for item in items if isinstance(item, Written)]
    setting = setting_of(written)
    found: list[Line] = []
    above: Written | None = None
    count = 0
    for item in items:
        if isinstance(item, tuple):
            listed = _rows_of(item)
            found += (replace(row, number=count + n) for n, row in enumerate(listed, 1))
            count, above = count + len(listed), None
            continue
        count += 1
        starts = above is None or begins(above, item, setting)
        if starts is False:
            found[-1] = _longer(found[-1], item.piece)
        else:
            text = f"{INDENT}{item.piece.text}" if starts else item.piece.text
            found.append(Line(text, count, page=item.page, confidence=item.piece.confidence))
        above = item
    return found


def _rows_of(item: tuple[int, Grid]) -> list[Line]:
    page, grid = item
    return [_row(row, page) for row in grid.rows if any(cell.text for cell in row)]


def _row(row: Sequence[Cell], page: int) -> Line:
    texts = tuple(cell.text for cell in row)
    sure = [cell.confidence for cell in row if cell.confidence is not None]
    return Line("\t".join(texts), 0, texts, page=page, confidence=min(sure, default=None))


def _longer(line: Line, piece: Piece) -> Line:
    between = " " if re.search(r"[A-Za-z]$", line.text) and re.match(r"[A-Za-z]", piece.text) else ""
    sure = [one for one in (line.confidence, piece.confidence) if one is not None]
    return replace(line, text=f"{line.text}{between}{piece.text}", confidence=min(sure, default=None))
