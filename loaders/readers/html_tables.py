"""Tables of a page: those that hold data become rows of cells, those that only place text stay lines."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from loaders.readers.html_blocks import Block, Cell
from loaders.readers.html_cells import join_cell
from loaders.readers.html_table_kinds import MOST_PLACES, Filled, holds_data
from loaders.readers.page import Line


def with_rows(blocks: Sequence[Block], cells: Sequence[Cell]) -> Iterator[Block | Line]:
    """The blocks, those in tables of data as rows; a cell is said in each place that it covers.

    What a table without data holds stays lines, and so does what stands around a table of data in another."""
    tables = _Tables(blocks, cells)
    done: set[int] = set()
    for block in blocks:
        table = tables.around(block)
        if table is None:
            yield block
        elif table not in done:
            done.add(table)
            yield from _rows(tables.filled(table))


@dataclass(slots=True)
class _Table:
    """A table: its cells in order, and whether one of them holds a table of data."""

    cells: list[int] = field(default_factory=list)
    holds_data: bool = False


class _Tables:
    """The tables in which blocks stand. Read from the inner ones outwards: what a table without data holds belongs to
    the cell around it."""

    def __init__(self, blocks: Sequence[Block], cells: Sequence[Cell]) -> None:
        self._blocks, self._cells = blocks, cells
        self._content: dict[int, list[int]] = defaultdict(list)
        for index, block in enumerate(blocks):
            self._content[block.cell].append(index)
        self._tables: dict[int, _Table] = defaultdict(_Table)
        for index, cell in enumerate(cells):
            self._tables[cell.table].cells.append(index)
        self._data = {table for table in sorted(self._tables, reverse=True) if self._settle(self._tables[table])}

    def around(self, block: Block) -> int | None:
        """The table of data in which the block stands."""
        cell = block.cell
        while cell >= 0 and self._cells[cell].table not in self._data:
            cell = self._cells[cell].around
        return self._cells[cell].table if cell >= 0 else None

    def filled(self, table: int) -> list[Filled]:
        """The cells of a table with what stands in each."""
        return self._filled(self._tables[table])

    def _filled(self, table: _Table) -> list[Filled]:
        return [
            (self._cells[cell], [self._blocks[index] for index in sorted(self._content[cell])]) for cell in table.cells
        ]

    def _settle(self, table: _Table) -> bool:
        """Whether the table holds data. If not, its text is given to the cell around it."""
        is_data = not table.holds_data and holds_data(self._filled(table))
        around = self._cells[table.cells[0]].around
        if around >= 0 and (is_data or table.holds_data):
            self._tables[self._cells[around].table].holds_data = True
        elif around >= 0:
            self._content[around] += [index for cell in table.cells for index in self._content[cell]]
        return is_data


def _rows(cells: Sequence[Filled]) -> Iterator[Block | Line]:
    """The rows of a table. A row that says one thing is a caption above the first row of several and a note below the
    last one; between them it groups the rows below it and stands in the first column."""
    grid = [(row, places, _said(places, cells)) for row, places in _grid(cells).items()]
    several = [row for row, _, said in grid if len(said) > 1]
    for row, places, said in grid:
        if not any(cells[index][0].row == row for index in said):
            continue
        if len(said) > 1:
            yield _row([cells[index] if index in said else None for index in places], row)
        elif several[0] < row < several[-1]:
            yield _row([cells[said[0]], *[None] * (len(places) - 1)], row)
        else:
            yield from cells[said[0]][1]


def _said(places: Sequence[int | None], cells: Sequence[Filled]) -> list[int]:
    """The cells with text in a row, each once."""
    return [index for index in dict.fromkeys(places) if index is not None and cells[index][1]]


def _grid(cells: Sequence[Filled]) -> dict[int, list[int | None]]:
    """Which cell stands in each place of each row."""
    last = max(cell.row for cell, _ in cells)
    spans = [(min(cell.rows, last - cell.row + 1), cell.columns) for cell, _ in cells]
    if sum(rows * columns for rows, columns in spans) <= MOST_PLACES:
        taken = _placed(cells, spans)
        if len(taken) * _width(taken) <= MOST_PLACES:
            return _squared(taken)
    return _squared(_placed(cells, [(1, 1)] * len(cells)))


Taken = dict[int, dict[int, int]]
"""Of each row, which cell stands in which column."""


def _placed(cells: Sequence[Filled], spans: Sequence[tuple[int, int]]) -> Taken:
    taken: Taken = defaultdict(dict)
    free: dict[int, int] = defaultdict(int)
    for index, ((cell, _), (rows, columns)) in enumerate(zip(cells, spans, strict=True)):
        while free[cell.row] in taken[cell.row]:
            free[cell.row] += 1
        for row in range(cell.row, cell.row + rows):
            for column in range(free[cell.row], free[cell.row] + columns):
                taken[row].setdefault(column, index)
    return taken


def _width(taken: Taken) -> int:
    return 1 + max(max(row) for row in taken.values())


def _squared(taken: Taken) -> dict[int, list[int | None]]:
    width = _width(taken)
    return {row: [taken[row].get(column) for column in range(width)] for row in sorted(taken)}


def _row(places: Sequence[Filled | None], row: int) -> Line:
    cells = tuple(join_cell([block.text for block in place[1]]) if place else "" for place in places)
    first = next(place[1][0].line for place in places if place and place[0].row == row and place[1])
    numbers = tuple(place[1][0].line if place else first for place in places)
    return Line("\t".join(cells), first, cells, numbers)
