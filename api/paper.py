"""A paper to hand out: headings, paragraphs, points and tables, before it is a page or a Word file."""

from dataclasses import dataclass
from typing import Literal

from api.page.words import Language

Weight = Literal["plain", "raised", "lowered", "doubt"]


@dataclass(frozen=True, slots=True)
class Marked:
    """A cell that stands out, in a colour of its own. Its words say the same."""

    text: str
    weight: Weight


Cell = str | Marked


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of level 1 or 2."""

    text: str
    level: Literal[1, 2] = 1


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Text; a note is small print."""

    text: str
    note: bool = False


@dataclass(frozen=True, slots=True)
class Points:
    """A list."""

    items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Grid:
    """A table: `widths` are the shares of its columns, without `heads` the first column names the rows."""

    heads: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    widths: tuple[int, ...]


Block = Heading | Paragraph | Points | Grid


@dataclass(frozen=True, slots=True)
class Paper:
    """A title, the line under it, what follows, the language of all that is no quotation, and what the list of its
    parts is called."""

    title: str
    subtitle: str
    blocks: tuple[Block, ...]
    language: Language = "zh"
    contents: str = "目录"


def text_of(cell: Cell) -> str:
    """The words of a cell."""
    return cell.text if isinstance(cell, Marked) else cell
