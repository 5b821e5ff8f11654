"""Tables of the body and of annexes: which column is the task, which the number, which the unit."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal, cast

from loaders.numbering import read_mark
from loaders.paragraphs import Paragraph
from loaders.vocabulary import rows

Column = Literal["number", "task", "unit", "other"]
HEADS = tuple((re.compile(pattern), cast(Column, column)) for pattern, column in rows("table_heads.tsv"))
LONGEST_HEAD = 20


@dataclass(frozen=True, slots=True)
class Table:
    """The columns of a table: their heads as written without white space, what each holds, and which one is the text
    of its rows. Without a head, the heads are empty."""

    heads: tuple[str, ...]
    columns: tuple[Column, ...]
    text: int

    @property
    def lists_tasks(self) -> bool:
        """Whether the table says who does what: it has a column of tasks or of units."""
        return bool({"task", "unit"} & set(self.columns))

    def cell(self, row: Sequence[str], kind: Column) -> str | None:
        """The cell of the first column of this kind; None when the table, or this row, has none."""
        column = self.columns.index(kind) if kind in self.columns else len(row)
        return row[column] if column < len(row) else None


@dataclass(frozen=True, slots=True)
class Row:
    """A row: its table, its number where a column has it, its cells, and the source line of each."""

    table: Table
    number: int | None
    cells: tuple[str, ...]
    lines: tuple[int, ...]

    @property
    def place(self) -> int:
        """The column of its text; a row that lacks cells has its last one."""
        return min(self.table.text, len(self.cells) - 1)

    @property
    def unit_missing(self) -> bool:
        """Whether the table has a column of units, and the row no unit."""
        return self.table.cell(self.cells, "unit") == "" or ("unit" in self.table.columns and self._short)

    @property
    def _short(self) -> bool:
        return len(self.cells) <= self.table.columns.index("unit")


def read_rows(run: Sequence[Paragraph]) -> tuple[Row, ...]:
    """The rows of the tables that stand in these paragraphs one below the other.

    A head begins a table, or is that of the table above again, after a page break. No row is the second line of a head,
    above the first numbered row, nor a single cell in a table of several (一、教学改革), which groups those below."""
    return tuple(_rows(run))


def _rows(run: Sequence[Paragraph]) -> Iterator[Row]:
    table: Table | None = None
    begun = False
    for index, paragraph in enumerate(run):
        cells = paragraph.cells
        if head := _heads(cells, first=index == 0):
            table, begun = _table(head, [other.cells for other in run[index + 1 :]]), False
        elif not _groups(cells):
            table = table or _table(("",) * len(cells), [other.cells for other in run[index:]])
            number = _number(table, cells)
            begun = begun or number is not None or not any(_number(table, other.cells) for other in run[index:])
            if begun:
                yield Row(table, number, cells, paragraph.cell_lines)


def _number(table: Table, cells: Sequence[str]) -> int | None:
    written = table.cell(cells, "number") or ""
    return int(written) if re.fullmatch(r"[1-9]\d{0,2}", written) else None


def _heads(cells: Sequence[str], *, first: bool) -> tuple[str, ...]:
    """The heads of the columns when these cells are a head: 序号 / 工作任务 / 责任单位（按职责分工负责）; else empty.

    The first row counts as a head also without a known word, when its cells are short words; the one above the names of
    the rows may be empty."""
    heads = tuple(re.sub(r"\s+", "", cell) for cell in cells)
    if any(len(head) > LONGEST_HEAD or "。" in head for head in heads):
        return ()
    known = sum(_kind(head) != "other" for head in heads)
    words = all(heads[1:]) and not any(re.search(r"\d", head) or read_mark(head) for head in heads)
    return heads if known > len(heads) / 3 or (first and words and len(heads) > 1) else ()


def _kind(head: str) -> Column:
    return next((column for pattern, column in HEADS if pattern.search(head)), "other")


def _table(heads: tuple[str, ...], below: Sequence[Sequence[str]]) -> Table:
    """The table with these heads; of several columns of tasks (重点任务, 具体举措) the one with the most text is that
    of its rows, without any the first one with at least half as much text as the fullest."""
    columns = tuple(_kind(head) for head in heads)
    tasks = [column for column, kind in enumerate(columns) if kind == "task"]
    free = [column for column, kind in enumerate(columns) if kind == "other"]
    candidates = tasks or free or list(range(len(columns)))
    size = {column: sum(len(row[column]) for row in below if column < len(row)) for column in candidates}
    least = max(size.values()) / (1 if tasks else 2)
    return Table(heads, columns, next(column for column in candidates if size[column] >= least))


def _groups(cells: Sequence[str]) -> bool:
    filled = [cell for cell in cells if cell]
    return len(filled) == 1 and len(cells) != 1 and read_mark(filled[0]) is not None
