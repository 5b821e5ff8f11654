"""From the characters of a sheet to its rows: what stands on one line, in pieces where wide gaps part it."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from math import inf
from statistics import median

from loaders.readers.characters import raised
from loaders.readers.sheets import Glyph

SAME_LINE = 0.4
"""Part of a letter's size by which the lines of two may differ: a raised digit stands a third higher."""
PARTS = 0.9
"""Gap, in letters, from which two pieces of a row may belong to different columns."""
SPACE = 0.3
"""Gap, in letters, beyond the usual one of its row that is a space."""

GAP = "  "
"""What stands for a wide gap in the text of a row."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Words that stand together in a row; or the table that stands there, then `table` says which of its sheet."""

    text: str
    left: float
    right: float
    base: float
    size: float
    confidence: float | None = None
    table: int | None = None


Row = tuple[Piece, ...]


def rows(glyphs: Iterable[Glyph]) -> list[Row]:
    """The rows from top to bottom, the pieces of each from left to right."""
    found: list[list[Glyph]] = []
    for glyph in sorted(glyphs, key=lambda glyph: glyph.base):
        size = max(glyph.size, found[-1][0].size) if found else 0
        if found and glyph.base - found[-1][0].base <= SAME_LINE * size:
            found[-1].append(glyph)
        else:
            found.append([glyph])
    return [row for line in found if (row := tuple(_pieces(line)))]


def bounds(row: Sequence[Piece]) -> tuple[float, float]:
    """The left and the right end of pieces."""
    return min(piece.left for piece in row), max(piece.right for piece in row)


def joined(row: Row) -> Piece:
    """The pieces of a row as one, wide gaps as two spaces."""
    left, right = bounds(row)
    most = max(row, key=lambda piece: len(piece.text))
    sure = [piece.confidence for piece in row if piece.confidence is not None]
    text = GAP.join(piece.text for piece in row)
    return Piece(text, left, right, most.base, most.size, min(sure) if sure else None)


def _pieces(line: Sequence[Glyph]) -> Iterator[Piece]:
    ordered = _once(_spaced(sorted(line, key=lambda glyph: glyph.left)))
    gaps = [(right.left - left.right) / max(left.size, right.size) for left, right in pairwise(ordered)]
    usual = max(median(gaps), 0.0) if gaps else 0.0
    start = 0
    for end, gap in enumerate([*gaps, inf], 1):
        if ordered and gap > usual + PARTS:
            yield _piece(ordered[start:end], gaps[start : end - 1], usual)
            start = end


def _piece(glyphs: Sequence[Glyph], gaps: Sequence[float], usual: float) -> Piece:
    base, size = median(glyph.base for glyph in glyphs), median(glyph.size for glyph in glyphs)
    text = ""
    for glyph, gap in zip(glyphs, (0.0, *gaps), strict=True):
        higher = glyph.size < 0.8 * size and base - glyph.base > 0.15 * size
        text += (" " if gap > usual + SPACE else "") + (raised(glyph.text) if higher else glyph.text)
    sure = [glyph.confidence for glyph in glyphs if glyph.confidence is not None]
    return Piece(text.strip(), glyphs[0].left, glyphs[-1].right, base, size, min(sure) if sure else None)


def _spaced(ordered: Iterable[Glyph]) -> Iterator[Glyph]:
    """The characters that are seen, a space behind those after which one stands."""
    above: Glyph | None = None
    for glyph in ordered:
        if glyph.text.strip():
            if above:
                yield above
            above = glyph
        elif above:
            above = replace(above, text=f"{above.text.rstrip()} ")
    if above:
        yield above


def _once(ordered: Iterable[Glyph]) -> list[Glyph]:
    """The characters without those that are printed twice, a little beside each other, to look bold."""
    found: list[Glyph] = []
    for glyph in ordered:
        twice = (other for other in found[-2:] if other.text.strip() == glyph.text.strip())
        if not any(glyph.left - other.left < 0.3 * min(glyph.size, other.right - other.left) for other in twice):
            found.append(glyph)
    return found
