"""A table to be drawn: what stands in it, before it has a place. Answers of every kind become one."""

from dataclasses import dataclass
from typing import Literal

from graph.coverage import Standing

Style = Literal["text", "strong", "quiet", "deep", "partly", "none", "raised", "lowered"]
"""How words are painted: a name of PAINTS."""
Tint = Literal["plain", "shaded"]


@dataclass(frozen=True, slots=True)
class Said:
    """Words of a cell, on at most `most` lines; what is longer ends in …. What its colour tells, `sign` (●, ▲) and the
    words tell too. What is `apart` keeps a distance from what stands above it."""

    text: str
    style: Style = "text"
    sign: str = ""
    most: int = 2
    apart: bool = False


@dataclass(frozen=True, slots=True)
class Bar:
    """Parts of a whole as a bar: so many of each standing, from the left."""

    parts: tuple[tuple[Standing, int], ...]


@dataclass(frozen=True, slots=True)
class Cell:
    """What stands in a cell, from the top down."""

    items: tuple[Said | Bar, ...] = ()
    tint: Tint = "plain"


@dataclass(frozen=True, slots=True)
class Column:
    """A head, and the room that the column has, in pixels."""

    head: Cell
    room: float


@dataclass(frozen=True, slots=True)
class Row:
    """A cell for each column, or one that spans all. `id` names what the row shows; a `heavy` one begins a group."""

    cells: tuple[Cell, ...]
    id: str = ""
    heavy: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A title and lines under it; the table; its key, and the notes that stand last: where it comes from, and what is
    left out."""

    title: str
    under: tuple[str, ...]
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    key: tuple[Said, ...] = ()
    notes: tuple[str, ...] = ()
