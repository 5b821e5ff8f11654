"""From sheets to lines: what is no text left out, columns in their order, tables as rows, paragraphs told apart."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median

from loaders.readers.page import Line
from loaders.readers.sheet_columns import Column, gutters, in_order
from loaders.readers.sheet_margins import without_margins
from loaders.readers.sheet_rows import GAP, Piece, Row, bounds, joined, rows
from loaders.readers.sheet_tables import Cell, Grid, alike, goes_on, inside, mended, read_grid
from loaders.readers.sheets import Sheet

INDENT = "\u3000\u3000"
"""What a paragraph begins with in plain text; it tells the reading that nothing goes on there."""
ENDED = re.compile(r"[。！？；：!?;:…][”’」』）)》〉]*$")
INDENTED = 0.8
"""Letters from the left edge of its column from which a line is indented."""
ASKEW = 0.5
"""Letters by which the room left and right of a line may differ that is set in the middle."""
FULL = 1.5
"""Letters from the right edge of its column up to which a line is full: a mark may not begin a line, so a line may
be a letter short."""
SHORT = 4.0
"""Letters from the right edge from which a line ends its paragraph whatever its last mark: no word or number is so long
that it leaves such a gap."""
LARGER = 1.15
"""Times by which letters of a title are larger than those of the text below it."""
APART = 0.3
"""Letters by which a step from line to line is longer than usual where there is a gap between paragraphs."""
FAR = 0.7
"""Letters from which such a gap is none that a tall letter makes."""
LEFT_OVER = 4
"""Lines of room on a page from which the next one begins a paragraph: no more are left to keep lines together."""
TRUSTED = 8
"""Lines from which a column may show by itself where its edges are."""
REACHING = 0.3
"""Part of the lines of such a column that reach its right edge: in lists of short entries fewer do."""
NARROWER = 0.8
"""Part of the room of a column that its lines take when they fill it."""
SAME = 4.0
"""Points by which the edges of one column differ from page to page."""


@dataclass(frozen=True, slots=True)
class Written:
    """A line of text on a page, with the left and right edge of its column."""

    piece: Piece
    page: int
    left: float
    right: float

    @property
    def indent(self) -> float:
        """Letters between the left edge of the column and the line."""
        return (self.piece.left - self.left) / self.piece.size

    @property
    def gap(self) -> float:
        """Letters between the line and the right edge of the column."""
        return (self.right - self.piece.right) / self.piece.size

    @property
    def full(self) -> bool:
        """Whether the line fills its column from edge to edge."""
        return self.indent < INDENTED and self.gap <= FULL

    def middle(self, usual: float) -> bool:
        """Whether the line is set in the middle, and not the first of a paragraph with the `usual` indent."""
        first = usual and abs(self.indent - usual) < INDENTED
        return self.indent >= INDENTED and abs(self.indent - self.gap) < ASKEW and not first


@dataclass(frozen=True, slots=True)
class Setting:
    """How a text is set, in letters: by what its paragraphs are indented (0: not at all), the step from line to line,
    and what is added to it between paragraphs (0: nothing). `foot` is where its lowest line stands, in points."""

    indent: float
    step: float
    space: float
    foot: float


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
    setting = _setting(written)
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
        begins = above is None or _begins(above, item, setting)
        if begins is False:
            found[-1] = _longer(found[-1], item.piece)
        else:
            text = f"{INDENT}{item.piece.text}" if begins else item.piece.text
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


def _setting(written: Sequence[Written]) -> Setting:
    """How the text is set, by the lines below one that ends a sentence and its paragraph."""
    pairs = list(pairwise(written))
    steps = sorted(_step(above, line) for above, line in pairs if _step(above, line) > 0) or [0.0]
    step = steps[len(steps) // 4]  # inside paragraphs, though most may have one line
    starts = [(above, line) for above, line in pairs if ENDED.search(above.piece.text) and above.gap > FULL]
    indents = [line.indent for _, line in starts if INDENTED <= line.indent < SHORT]
    spaces = [_step(above, line) - step for above, line in starts if _step(above, line) > step + APART]
    return Setting(
        indent=median(indents) if len(indents) > len(starts) / 2 else 0.0,
        step=step,
        space=median(spaces) if len(spaces) > len(starts) / 2 else 0.0,
        foot=max((line.piece.base for line in written), default=0.0),
    )


def _step(above: Written, line: Written) -> float:
    """Letters from a line down to the next in its column; 0 in another."""
    beside = above.page != line.page or above.left != line.left
    return 0.0 if beside else (line.piece.base - above.piece.base) / line.piece.size


def _begins(above: Written, line: Written, setting: Setting) -> bool | None:
    """Whether a line begins a paragraph; None where the print does not show it.

    1. Its letters are larger or smaller, or there is a gap above it as between paragraphs; its column is wider or
       narrower, or begins though the one before has room; or wide spaces part the words in both, as in a list of names
       and posts; or the one above is set to the right, as dates and signatures are.
    2. It, or the one above, is set in the middle, and that one does not fill its column.
    3. It is indented as paragraphs are; indented otherwise only below a line that ends, for so go lists on.
    4. The line above leaves much room to its right. Where no paragraph is indented, a little is enough when it ends a
       sentence; and when it leaves none there, or ends a bracket (责任单位：……), nobody knows, unless gaps would show.
    """
    ended = bool(ENDED.search(above.piece.text))
    listed = GAP in above.piece.text and GAP in line.piece.text
    if listed or _is_apart(above, line, setting, ended=ended) or above.indent - line.indent > SHORT:
        return True
    if line.middle(setting.indent) or above.middle(setting.indent):
        return ended or not above.full
    deeper = line.indent >= INDENTED and (ended or above.gap > FULL)
    if deeper or (setting.indent and abs(line.indent - setting.indent) < INDENTED):
        return True
    if setting.indent or above.gap > SHORT:
        return above.gap > SHORT
    unknown = False if setting.space and _step(above, line) > 0 else None
    if above.gap > FULL:
        return ended or unknown
    return unknown if ended or above.piece.text.endswith(("）", ")")) else False


def _is_apart(above: Written, line: Written, setting: Setting, *, ended: bool) -> bool:
    """Whether a line is set apart from the one above: by its letters, by the width of its column, by room that is left
    on the page before, or by a gap; a tall letter makes a small one."""
    smaller, larger = sorted((above.piece.size, line.piece.size))
    if larger > LARGER * smaller or abs(line.right - line.left - above.right + above.left) > SHORT * larger:
        return True
    step = _step(above, line)
    if not step:
        return setting.foot - above.piece.base > LEFT_OVER * setting.step * larger
    least = max(APART, setting.space / 2) if setting.space or ended or above.gap > FULL else FAR
    return step - setting.step > least
