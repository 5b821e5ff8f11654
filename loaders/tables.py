"""Tables of the body and of annexes: which column is the task, which the number, which the unit, which rows speak."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import dropwhile
from typing import Literal, cast

from graph.ids import CIRCLED
from graph.numerals import read_numeral
from loaders.joining import ENDS, NOTE
from loaders.numbering import SHORT, read_mark
from loaders.patterns import one_of
from loaders.text import Paragraph, Passage
from loaders.vocabulary import lines, rows

Column = Literal["number", "task", "unit", "other"]
HEADS = tuple((re.compile(pattern), cast(Column, column)) for pattern, column in rows("table_heads.tsv"))
TOTAL = re.compile("|".join(lines("totals.txt")))
NUMBER = re.compile(rf"[（(]?第?(?P<number>0?[1-9]\d{{0,2}}|{SHORT}|[{CIRCLED}])项?[)）]?[.．、]?")
FIGURE = re.compile(r"[\d.,，%％—－\-/~～\s]*")
COUNTED_IN = re.compile(rf"[百千万亿]*(?:{one_of(row[0] for row in rows('units.tsv'))})(?:[/／每].*)?|[—－\-/／]+")
"""A unit of measurement as tables of indicators have it: %, 万人, 平方米/人, —."""
YEAR = re.compile(r"(?:19|20)\d\d")
LONGEST_HEAD = 20
FULLEST_FORM = 2 / 3
"""Part of its cells that a form to be filled in has words in at most."""

READ: tuple[Column, ...] = ("task", "other", "unit", "number")
"""Which columns are read first for the text of a row."""

Cells = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """The columns of a table: their heads as written without white space, what each holds, and which one is the text
    of its rows. Without a head, the heads are empty. `numbered` says that a column numbers the rows."""

    heads: Cells
    columns: tuple[Column, ...]
    text: int
    numbered: bool = False

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
    """A row: its table, its number where it has one (`own` says that it stands in the row itself and not in the one
    above, which goes on), its cells, the source line of each, where its text begins in its cell, and the cells
    above or left of its number that group it."""

    table: Table
    number: int | None
    cells: Cells
    lines: tuple[int, ...]
    own: bool = True
    start: int = 0
    group: str = ""

    @property
    def place(self) -> int:
        """The column of its text; where that is empty, the first other one with text, of tasks if there is one."""
        place = min(self.table.text, len(self.cells) - 1)
        filled = [column for column, cell in enumerate(self.cells) if cell and column < len(self.table.columns)]
        rank = {column: READ.index(self.table.columns[column]) for column in filled}
        return place if self.cells[place] or not filled else min(filled, key=lambda column: rank[column])

    @property
    def before_number(self) -> Cells:
        """The cells left of its number, which often go over several rows and group them: 基础指标, 加分指标."""
        return self.cells[: self.table.columns.index("number")] if "number" in self.table.columns else ()

    @property
    def unit_missing(self) -> bool:
        """Whether the table has a column of units, and the row no unit."""
        return self.table.cell(self.cells, "unit") == "" or ("unit" in self.table.columns and self._short)

    @property
    def _short(self) -> bool:
        return len(self.cells) <= self.table.columns.index("unit")


def read_tables(run: Sequence[Paragraph]) -> tuple[Row | Paragraph, ...]:
    """The rows of the tables that stand in these paragraphs one below the other, and as paragraphs the notes and the
    forms among them.

    A head begins a table, or is that of the table above again, after a page break. No rows are:
    1. a single cell over the columns (一、教学改革), which groups those below or entitles the table;
    2. the further lines of a head, sums (合计), notes (注：), rows that are empty but for their number;
    3. a form to be filled in (姓名⇥……⇥性别⇥……).
    What stands in a row without a number, below one that has one, goes on with that one: it has its number.
    """
    return tuple(item for head, body in _tables(run) for item in _read(head, body))


def _tables(run: Sequence[Paragraph]) -> Iterator[tuple[Cells, list[Paragraph]]]:
    """Each table as its head, which is empty where it has none, and the rows below."""
    rest = list(dropwhile(lambda paragraph: _is_alone(paragraph.cells) and not _knows(paragraph.cells), run))
    head: Cells = ()
    body: list[Paragraph] = []
    for index, paragraph in enumerate(rest):
        found = _heads(paragraph.cells, rest[1:2] if index == 0 else None)
        if not found:
            body.append(paragraph)
        elif found != head:
            if head or not all(_is_upper(row.cells) for row in body):
                yield head, body
            head, body = found, []
    yield head, body


def _is_upper(cells: Cells) -> bool:
    """Whether the row may be a line of a head above the one that numbers and names its columns."""
    return not cells[0] and all(len(cell) <= LONGEST_HEAD and not _is_value(cell) for cell in cells)


def _read(head: Cells, body: Sequence[Paragraph]) -> Iterator[Row | Paragraph]:
    head, body = _whole_head(head, body)
    if not head and _is_form(body):
        yield from map(_as_text, body)
        return
    said = [row for row in _joined(body) if not _is_sum(row.cells)]
    rows = [row for row in said if not _is_alone(row.cells) and not _is_note(row.cells)]
    if rows:
        table = _table(head or ("",) * len(rows[0].cells), [row.cells for row in rows])
        found = _side_by_side(table, rows) if table.columns.count("number") > 1 else _numbered(table, rows)
        groups = _groups(said)
        yield from (replace(row, group=groups.get(row.lines, "") + "".join(row.before_number)) for row in found)
    yield from (_as_text(row) for row in said if _is_note(row.cells))


def _groups(said: Sequence[Paragraph]) -> dict[tuple[int, ...], str]:
    """The single cell that groups each row, by the row's places."""
    group, groups = "", {}
    for row in said:
        group = _single(row.cells) if _is_alone(row.cells) else group
        groups[row.cell_lines] = group
    return groups


def _as_text(row: Paragraph) -> Paragraph:
    """The row as a paragraph: each cell once."""
    return Paragraph(Passage().joined("".join(dict.fromkeys(row.cells)), row.line))


def _numbered(table: Table, rows: Sequence[Paragraph]) -> Iterator[Row]:
    """The rows with their numbers: those of the column of numbers, else those that all texts begin with (1.……)."""
    marks = [read_mark(_at(row.cells, table.text)) for row in rows]
    kinds = {mark.kind if mark else "" for mark in marks}
    listed = not table.numbered and len(rows) > 1 and len(kinds) == 1 and not kinds & {"", "bullet", "decimal"}
    number = None
    for row, mark in zip(rows, marks, strict=True):
        own = _number(table.cell(row.cells, "number") or "")
        number = own or number
        if mark and listed:
            yield Row(table, mark.value, row.cells, row.cell_lines, start=mark.length)
        elif (number or not table.numbered) and _says(table, row.cells):
            yield Row(table, number if table.numbered else None, row.cells, row.cell_lines, own is not None)


def _side_by_side(table: Table, rows: Sequence[Paragraph]) -> Iterator[Row]:
    """The rows of a table that is set in two halves beside each other: 序号⇥学校⇥序号⇥学校."""
    width = table.columns.index("number", table.columns.index("number") + 1) - table.columns.index("number")
    for start in range(0, len(table.heads), width):
        part = slice(start, start + width)
        half = [replace(row, cells=row.cells[part], cell_lines=row.cell_lines[part]) for row in rows]
        columns = [row.cells for row in half if row.cells]
        if columns:
            yield from _numbered(_table(table.heads[part], columns), [row for row in half if row.cells])


def _at(cells: Cells, column: int) -> str:
    return cells[column] if column < len(cells) else ""


def _number(written: str) -> int | None:
    """The number of a row: 1, 1. （1） 01 一 （一） ①; None for what is none."""
    match = NUMBER.fullmatch(written)
    if not match:
        return None
    circled = match["number"] in CIRCLED
    return CIRCLED.index(match["number"]) + 1 if circled else read_numeral(match["number"]) or None


def _says(table: Table, cells: Cells) -> bool:
    """Whether the row says anything but its number."""
    return any(cell for cell, kind in zip(cells, table.columns, strict=False) if kind != "number")


def _single(cells: Cells) -> str:
    """What the row says where one cell says it, or one that goes over several columns; else empty."""
    said = {cell for cell in cells if cell}
    return said.pop() if len(said) == 1 else ""


def _is_alone(cells: Cells) -> bool:
    """Whether a single cell goes over the columns: twice the same, or numbered, or a few words at the beginning."""
    single = _single(cells)
    if not single or len(cells) == 1 or _number(single):
        return False
    words = len(single) <= LONGEST_HEAD and "。" not in single
    return cells.count(single) > 1 or bool(read_mark(single)) or (len(cells) > 2 and cells[0] != "" and words)


def _is_sum(cells: Cells) -> bool:
    return any(TOTAL.fullmatch(cell) for cell in cells[:3])


def _is_note(cells: Cells) -> bool:
    return bool(NOTE.match(_single(cells)))


def _is_form(rows: Sequence[Paragraph]) -> bool:
    """Whether a table without a head is a form: labels, and empty cells beside them."""
    cells = [cell for row in rows for cell in row.cells]
    return sum(bool(cell) for cell in cells) < FULLEST_FORM * len(cells) and not any("。" in cell for cell in cells)


def _joined(body: Sequence[Paragraph]) -> list[Paragraph]:
    """The rows; what a page break tore off a row goes on with it: a sentence that has not ended, no cell beside it."""
    found: list[Paragraph] = []
    for row in body:
        column = next((index for index, cell in enumerate(row.cells) if cell), 0)
        torn = found and _at(found[-1].cells, column) and not ENDS.search(_at(found[-1].cells, column))
        if column and torn and sum(bool(cell) for cell in row.cells) == 1:
            cells = list(found[-1].cells)
            cells[column] += row.cells[column]
            found[-1] = replace(found[-1], cells=tuple(cells))
        else:
            found.append(row)
    return found


def _heads(cells: Cells, below: Sequence[Paragraph] | None) -> Cells:
    """The heads of the columns when these cells are a head: 序号 / 工作任务 / 责任单位（按职责分工负责）; else empty.

    Known are 序号 in one of the first columns, or a third of the cells. The first row of all (`below` is the one below
    it) counts as a head also without a known word, when its cells are short words; the one above the names of the rows
    may be empty."""
    heads = tuple(re.sub(r"\s+", "", cell) for cell in cells)
    if any(len(head) > LONGEST_HEAD or "。" in head for head in heads):
        return ()
    numbered = any(_kind(head) == "number" for head in heads[:2]) and not any(map(_is_value, heads))
    if numbered or _knows(heads):
        return heads
    if below is None or len(heads) == 1 or any(_is_value(head) for head in heads):
        return ()
    return heads if all(heads[1:]) or (heads[0] and below and not _at(below[0].cells, 0)) else ()


def _knows(heads: Cells) -> bool:
    """Whether more than a third of the cells are heads as tables of tasks have them."""
    return sum(_kind(re.sub(r"\s+", "", head)) != "other" for head in heads) > len(heads) / 3


def _is_value(head: str) -> bool:
    """Whether the cell is a value or an entry and no head: 30人, 1.甲; 2025年目标 is a head."""
    return bool(re.search(r"\d", YEAR.sub("", head))) or (read_mark(head) is not None)


def _whole_head(head: Cells, body: Sequence[Paragraph]) -> tuple[Cells, Sequence[Paragraph]]:
    """The head with its further lines, as 责任单位（牵头） where one parts the other, and the rows below it."""
    while head and body and _goes_on(head, body[0].cells, body[1:]):
        lower = (re.sub(r"\s+", "", _at(body[0].cells, column)) for column in range(len(head)))
        pairs = zip(head, lower, strict=True)
        head = tuple(f"{up}（{low}）" if up and low and up != low else up or low for up, low in pairs)
        body = body[1:]
    return head, body


def _goes_on(head: Cells, cells: Cells, below: Sequence[Paragraph]) -> bool:
    """Whether the row is a further line of the head: short words, below a cell of it that goes over both lines."""
    if not below or _is_alone(cells) or any(len(cell) > LONGEST_HEAD or "。" in cell for cell in cells):
        return False
    squeezed = tuple(re.sub(r"\s+", "", cell) for cell in cells)
    words = not any(_is_value(cell) for cell in squeezed if cell not in head)
    over = any(cell and cell == _at(head, column) for column, cell in enumerate(squeezed))
    return words and not _is_sum(cells) and (over or not squeezed[0])


def _kind(head: str) -> Column:
    return next((column for pattern, column in HEADS if pattern.search(head)), "other")


def _holds(head: str, cells: Sequence[str]) -> Column:
    """What a column holds: below 单位 those who do something, or what indicators are counted in (%, 万人)."""
    words = [cell for cell in cells if cell]
    return "other" if head == "单位" and words and all(map(COUNTED_IN.fullmatch, words)) else _kind(head)


def _table(heads: Cells, below: Sequence[Cells]) -> Table:
    """The table with these heads; of several columns of tasks (重点任务, 具体举措) the one with the most text is that
    of its rows, without any the first one of words with at least half as much text as the fullest. What goes over
    several rows counts once."""
    columns = tuple(_holds(head, [_at(row, column) for row in below]) for column, head in enumerate(heads))
    tasks = [column for column, kind in enumerate(columns) if kind == "task"]
    free = [column for column, kind in enumerate(columns) if kind == "other"]
    words = [column for column in free if not all(FIGURE.fullmatch(_at(row, column)) for row in below)]
    candidates = tasks or words or free or list(range(len(columns)))
    distinct = {column: {_at(row, column) for row in below} for column in candidates}
    size = {column: (sum(map(len, distinct[column])), len(distinct[column])) for column in candidates}
    fullest = max(candidates, key=lambda column: size[column])
    text = fullest if tasks else next(column for column in candidates if size[column][0] >= size[fullest][0] / 2)
    numbers = [_number(_at(row, columns.index("number"))) for row in below] if "number" in columns else []
    return Table(heads, columns, text, any(numbers))
