"""Which tables of a page hold data, and which only place text."""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence

from loaders.readers.html_blocks import Block, Cell

Filled = tuple[Cell, list[Block]]
"""A cell with what stands in it."""
MOST_PLACES = 200_000
"""Places in the grid of a table; one that has more is no table of a document."""
COLUMN_OF_PAGE = 0.8
"""Part of the text of a table in one cell from which, with many lines, the table places the columns of a page."""
LONGEST_CELL = 12
"""Lines in a cell of a table of data, unless other cells have as much text."""
FORM = 0.5
"""Part of the cells that have text in a form: as many are empty, to be written into."""
HEADED_FORM = 0.3
"""The same below a head that names every column: in a list of tasks, half of the columns may wait to be filled."""
SIGNED = re.compile(r"年[\s_]+月|[（(](?:签名|签字|签章|盖章|公章|加盖).*[)）]$|盖\s*章$")
"""What is written in a form where somebody is to sign: （签名或盖章）, 年　月　日."""
LONGEST_SIGN = 30


def holds_data(cells: Sequence[Filled]) -> bool:
    """Whether these cells are a table of data: at least two rows have two cells with text, one of them below the head.

    Not one with the text of a page in one cell, nor a form, which has places to sign or empty cells to be filled in."""
    rows: dict[int, list[Filled]] = defaultdict(list)
    for cell, blocks in cells:
        rows[cell.row].append((cell, blocks))
    several = [row for row, own in rows.items() if sum(bool(blocks) for _, blocks in own) > 1]
    below = several[0] + _head(rows[several[0]]) if several else 0
    if len(several) < 2 or several[-1] < below:
        return False
    if len(rows) * max(map(len, rows.values())) > MOST_PLACES:
        return False
    headed = all(blocks for _, blocks in rows[several[0]])
    body = [place for row, own in rows.items() if row >= below for place in own]
    form = _said(body) <= HEADED_FORM if headed else _said(cells) <= FORM
    return not (form or _places_columns(rows) or any(_is_signed(block) for _, blocks in cells for block in blocks))


def _head(row: Sequence[Filled]) -> int:
    """How many rows the head has that begins with this one: several when one of its cells spans columns."""
    parted = any(cell.columns > 1 for cell, _ in row)
    return max(cell.rows for cell, _ in row) if parted else 1


def _said(cells: Sequence[Filled]) -> float:
    """The part of the cells that have text."""
    return sum(bool(blocks) for _, blocks in cells) / len(cells)


def _is_signed(block: Block) -> bool:
    return len(block.text) < LONGEST_SIGN and bool(SIGNED.search(block.text.strip()))


def _places_columns(rows: Mapping[int, Sequence[Filled]]) -> bool:
    sizes = [(sum(len(block.text) for block in blocks), len(blocks)) for own in rows.values() for _, blocks in own]
    largest, lines = max(sizes)
    return lines > LONGEST_CELL and largest >= COLUMN_OF_PAGE * sum(size for size, _ in sizes)
