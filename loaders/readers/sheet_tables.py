"""The tables ruled on sheets: boxes put into rows and columns, merged ones filled, rows torn by a page break mended."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice, takewhile

from loaders.readers.sheet_rows import joined, rows
from loaders.readers.sheets import Box, Glyph

SAME_EDGE = 3.0
"""Points between edges that are meant as one."""

Slot = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a row: its words, whether it only is the lower part of one that is merged downwards, and how sure the
    OCR is of its least sure word."""

    text: str = ""
    below: bool = False
    confidence: float | None = None


@dataclass(frozen=True, slots=True)
class Grid:
    """A table: its place on the sheet, the left edges of its columns, and its rows."""

    box: Box
    edges: tuple[float, ...]
    rows: tuple[tuple[Cell, ...], ...]

    @property
    def lists(self) -> bool:
        """Whether it is a table at all: a frame around text has one cell, a letterhead one row."""
        filled = sum(sum(bool(cell.text) for cell in row) > 1 for row in self.rows)
        return len(self.rows) > 1 and len(self.edges) > 1 and filled > 0


def inside(glyph: Glyph, box: Box) -> bool:
    """Whether the centre of a character lies in a box."""
    across, down = glyph.middle
    return box[0] <= across <= box[2] and box[1] <= down <= box[3]


def read_grid(boxes: Sequence[Box], glyphs: Iterable[Glyph]) -> Grid:
    """The table with these cells. A cell that is merged downwards says its words in each of its rows, one that is
    merged across in its first column."""
    lefts, tops = _edges(box[0] for box in boxes), _edges(box[1] for box in boxes)
    outer = (lefts[0], tops[0], max(box[2] for box in boxes), max(box[3] for box in boxes))
    covered = {slot: box for box in boxes for slot in _slots(box, lefts, tops)}
    words: dict[Box, list[Glyph]] = {}
    for glyph in (glyph for glyph in glyphs if inside(glyph, outer)):
        across, down = glyph.middle
        box = covered.get((_place(tops, down), _place(lefts, across)), outer)
        words.setdefault(box, []).append(glyph)
    texts = {box: _text(found) for box, found in words.items()}
    return Grid(outer, lefts, tuple(tuple(_cells(row, covered, texts, lefts, tops)) for row in range(len(tops))))


def _text(glyphs: Iterable[Glyph]) -> Cell:
    lines = [joined(row) for row in rows(glyphs)]
    sure = [line.confidence for line in lines if line.confidence is not None]
    return Cell("\n".join(line.text for line in lines), confidence=min(sure, default=None))


def _edges(places: Iterable[float]) -> tuple[float, ...]:
    found: list[float] = []
    for place in sorted(places):
        if not found or place - found[-1] > SAME_EDGE:
            found.append(place)
    return tuple(found)


def _place(edges: Sequence[float], place: float) -> int:
    """The row or column in which a place lies."""
    return max(bisect_right(edges, place) - 1, 0)


def _slots(box: Box, lefts: Sequence[float], tops: Sequence[float]) -> Iterator[Slot]:
    """The rows and columns that a box covers."""
    left, top, right, bottom = box
    for row in range(_place(tops, top + SAME_EDGE), _place(tops, bottom - SAME_EDGE) + 1):
        for column in range(_place(lefts, left + SAME_EDGE), _place(lefts, right - SAME_EDGE) + 1):
            yield row, column


def _cells(
    row: int, covered: Mapping[Slot, Box], texts: Mapping[Box, Cell], lefts: Sequence[float], tops: Sequence[float]
) -> Iterator[Cell]:
    for column in range(len(lefts)):
        box = covered.get((row, column))
        if box is None or _place(lefts, box[0] + SAME_EDGE) < column:
            yield Cell()
        else:
            yield replace(texts.get(box, Cell()), below=_place(tops, box[1] + SAME_EDGE) < row)


def alike(one: Grid, other: Grid) -> bool:
    """Whether two tables have columns of the same widths, wherever they stand."""
    if len(one.edges) != len(other.edges):
        return False
    shift = other.box[0] - one.box[0]
    pairs = zip((*one.edges, one.box[2]), (*other.edges, other.box[2]), strict=True)
    return all(abs(right - left - shift) <= 2 * SAME_EDGE for left, right in pairs)


def goes_on(above: Grid, below: Grid, pages: int) -> bool:
    """Whether a table may be the lower part of the one before it, so many `pages` earlier: it is alike, and stands on
    the next page, or in the next column of the same."""
    beside = below.box[0] > above.box[2] - SAME_EDGE
    return (pages == 1 or (pages == 0 and beside)) and alike(above, below)


def mended(head: Grid, above: Grid, below: Grid) -> tuple[Grid, Grid]:
    """Two parts of a table over a page break, whose first part is `head`: the head that the lower one repeats is left
    out, its first row, when it is the rest of the last one above, is put there, and a cell that is merged over the
    break says the same on both pages."""
    pairs = zip(head.rows, below.rows[:-1], strict=False)
    repeated = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))
    last = above.rows[-1] if above.rows else ()  # a page may have held nothing but the rest of a row
    rest, *others = _filled(below.rows[repeated:], last)
    first = above.rows[:1] == head.rows[:1]
    own = above.rows[repeated:] if first else above.rows
    if own and _is_rest(rest, [*(above.rows[1:] if first else own), *others]):
        whole = tuple(map(_together, above.rows[-1], rest))
        return replace(above, rows=(*above.rows[:-1], whole)), replace(below, rows=tuple(others))
    return above, replace(below, rows=(rest, *others))


def _filled(found: Sequence[tuple[Cell, ...]], last: Sequence[Cell]) -> list[tuple[Cell, ...]]:
    """The rows, an empty merged cell at their top filled with what stands in the last row above the break."""
    filled = [list(row) for row in found]
    for column, cell in enumerate(last):
        merged = cell.below or (len(found) > 1 and found[1][column].below)
        for index, row in enumerate(filled if merged else ()):
            if row[column].text or (index and not row[column].below):
                break
            row[column] = replace(cell, below=True)
    return [tuple(row) for row in filled]


def _is_rest(row: Sequence[Cell], others: Sequence[Sequence[Cell]]) -> bool:
    """Whether a row is the rest of the one above: the first cell that says something in all other rows, which is their
    number or their task, is empty. One that is merged over the break names their group and does not tell."""
    own = (column for column, cell in enumerate(row) if not cell.below)
    always = (column for column in own if others and all(other[column].text for other in others))
    return any(not row[column].text for column in islice(always, 1))


def _together(above: Cell, rest: Cell) -> Cell:
    text = above.text if rest.below else "\n".join(filter(None, (above.text, rest.text)))
    return replace(above, text=text)
