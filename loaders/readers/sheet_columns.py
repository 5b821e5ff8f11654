"""The order in which the rows of a sheet are read: from top to bottom, and column by column where there are some."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from statistics import median

from loaders.readers.sheet_rows import Piece, Row, bounds

STEP = 2.0
"""Points between the places that are tried for a gutter."""
CROSSED = 0.3
"""Part of the rows that may cross a gutter: titles and tables over all columns."""
NARROWEST = 9
"""Letters in the narrowest column: newspapers and gazettes set no fewer, lists of names do."""
FULL = 0.75
"""Part of a column's width that most of its lines fill."""
LEAST_ROWS = 3
"""Lines from which a column shows its width."""
UNEQUAL = 0.06
"""Part of the width of the text by which a gutter may lie beside its place."""
SAME_GUTTER = 10.0
"""Points by which a gutter may lie elsewhere on another sheet."""
MOST_COLUMNS = 4


@dataclass(frozen=True, slots=True)
class Column:
    """Rows that are read one after the other, and between where and where they may stand."""

    rows: tuple[Row, ...]
    left: float
    right: float


def gutters(sheets: Iterable[Sequence[Row]], left: float, right: float) -> tuple[float, ...]:
    """Where sheets show that they have columns; others of the document may have them there, though their lines are
    short. Text stands between `left` and `right`."""
    found = (_gutter(rows, left, right, MOST_COLUMNS, ()) for rows in sheets)
    return tuple(gutter for gutter in found if gutter is not None)


def in_order(
    rows: Sequence[Row], left: float, right: float, known: Sequence[float], most: int = MOST_COLUMNS
) -> tuple[Column, ...]:
    """The columns of these rows, in the order in which they are read; `known` are gutters of the document.

    Rows that cross a gutter part what is above from what is below them: 标题 / 左栏 / 右栏 / 表格 / 左栏 / 右栏."""
    gutter = _gutter(rows, left, right, most, known)
    if gutter is None:
        return (Column(tuple(rows), left, right),) if rows else ()
    found: list[Column] = []
    for parted, bands in groupby(_bands(rows, gutter, known), key=lambda pair: pair[0]):
        if not parted:
            found.append(Column(tuple(row for _, band in bands for row in band), left, right))
            continue
        for _, band in bands:
            beside, other = _sides(band, gutter)
            found += in_order(beside, left, max(bounds(row)[1] for row in beside), known, most - 1)
            found += in_order(other, min(bounds(row)[0] for row in other), right, known, most - 1)
    return tuple(found)


def _gutter(rows: Sequence[Row], left: float, right: float, most: int, known: Sequence[float]) -> float | None:
    """Where the white space behind the first of several columns of equal width is; None where there are none."""
    pieces = [piece for row in rows for piece in row]
    letters = [piece.size for piece in pieces if piece.table is None]
    if len(rows) < LEAST_ROWS or not letters:
        return None
    found = []
    for columns in range(2, most + 1):
        middle, near = left + (right - left) / columns, UNEQUAL * (right - left)
        places = [middle + STEP * step for step in range(-int(near / STEP), int(near / STEP) + 1)]
        crossing = [_crossing(pieces, x) for x in places]
        free = [x for x, count in zip(places, crossing, strict=True) if count == min(crossing)]
        if min(crossing) <= CROSSED * len(rows) and free[-1] - free[0] >= median(letters) / 2:
            found.append((min(crossing), (free[0] + free[-1]) / 2))
    parting = (gutter for _, gutter in sorted(found) if any(parted for parted, _ in _bands(rows, gutter, known)))
    return next(parting, None)


def _crossing(pieces: Sequence[Piece], x: float) -> int:
    return sum(piece.left < x < piece.right for piece in pieces)


def _bands(rows: Sequence[Row], gutter: float, known: Sequence[float]) -> Iterator[tuple[bool, tuple[Row, ...]]]:
    """The rows in bands, each with whether the gutter parts it into columns."""
    for crosses, run in groupby(rows, key=lambda row: _crossing(row, gutter) > 0):
        band = tuple(run)
        yield not crosses and _are_columns(band, gutter, known), band


def _sides(band: Sequence[Row], gutter: float) -> tuple[list[Row], list[Row]]:
    left = [tuple(piece for piece in row if piece.right <= gutter) for row in band]
    right = [tuple(piece for piece in row if piece.left >= gutter) for row in band]
    return [row for row in left if row], [row for row in right if row]


def _are_columns(band: Sequence[Row], gutter: float, known: Sequence[float]) -> bool:
    """Whether there is text on both sides of the gutter and one of them is set in lines of one width, as a list of
    names beside a list of posts is not, nor two signatures beside each other; a gutter that is known needs no such."""
    sides = _sides(band, gutter)
    if any(abs(gutter - one) <= SAME_GUTTER for one in known):
        return all(sides) and max(map(len, sides)) >= LEAST_ROWS
    return all(sides) and any(_is_set(side) for side in sides)


def _is_set(side: Sequence[Row]) -> bool:
    ends = [bounds(row) for row in side]
    width = max(right for _, right in ends) - min(left for left, _ in ends)
    letter = median(piece.size for row in side for piece in row)
    full = sum(right - left >= FULL * width for left, right in ends)
    return len(side) >= LEAST_ROWS and width >= NARROWEST * letter and full >= len(side) / 2
