"""Tables in plain text, put back into cells: rows parted by tabs, one cell a line, Markdown pipes."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import chain, filterfalse, islice

from graph.numerals import NUMERAL
from loaders.readers.page import Line

PIPES = re.compile(r"^\s*(?:>\s?)*\|.*\|\s*$")
PIPE_RULE = re.compile(r"^[\s>|:-]+$")
OPEN_RULE = re.compile(r"^\s*(?:>\s?)*:?-{2,}:?\s*(?:\|\s*:?-{2,}:?\s*)+$")
"""The rule below the head of a table of pipes that is open to both sides."""
PIPE_ENDS = re.compile(r"^\s*(?:>\s?)*\|?|\|?\s*$")
PIPE = re.compile(r"(?<!\\)\|")
BRACKET = re.compile(r"^\s*[（(][^（()）]*[)）]\s*$")
NUMBERS = "序号"
GROUP = re.compile(rf"^\s*(?:{NUMERAL}、|[（(]{NUMERAL}[)）])[^。；]{{1,40}}$")
LONGEST_HEAD = 20
WIDEST = 10
"""Columns of a table that stands one cell a line."""
NEAR = 4
"""Lines within which another row stands beside a row: heads of several lines lie between them."""
PAGE_NUMBER = re.compile(r"^\s*(?:[-—–·]+\s*\d{1,4}\s*[-—–·]+|第\s*\d{1,4}\s*页(?:\s*共\s*\d{1,4}\s*页)?)\s*$")


def with_cells(lines: Sequence[Line]) -> tuple[Line, ...]:
    """The lines with the rows of tables in cells.

    Reads, as they stand in text saved from word processors:
        序号⇥工作任务⇥责任单位          a row a line, cells parted by tabs; a bracket below ends the last head
        ⇥1 / ⇥开展…… / ⇥市教育局        a cell a line, each after a tab, rows parted by blank lines
        序号 / 工作任务 / 1 / 开展……     a cell a line, where every row has a number and as many cells as the head
        | 序号 | 工作任务 |            Markdown, with pipes at both ends or, above a rule ---|---, with none
    A single line with a tab is none: 示例市人民政府办公室⇥2021年9月30日印发. A heading right below the head of a table
    (一、教学改革), and others like it between its rows, group them: they are rows of one cell. A row with a number that
    has fewer cells than the head goes on in the lines below, where these make up the number of cells.
    """
    return tuple(_with_groups(_mended(list(_rows(lines)))))


def _rows(lines: Sequence[Line]) -> Iterator[Line]:
    position = 0
    while position < len(lines):
        end, found = _read_at(lines, position)
        yield from found
        position = end


def _read_at(lines: Sequence[Line], position: int) -> tuple[int, Sequence[Line]]:
    """The end of what begins at `position`, and its lines."""
    line = lines[position]
    if (end := _open_pipes_end(lines, position)) > position:
        return end, [_row(row, _pipe_cells(row.text)) for row in (line, *lines[position + 2 : end])]
    if PIPES.match(line.text):
        return position + 1, [] if PIPE_RULE.match(line.text) else [_row(line, _pipe_cells(line.text))]
    if line.text.startswith("\t") and not _parted(line) and (end := _cell_lines_end(lines, position)) > position + 1:
        return end, list(_grouped(lines[position:end]))
    if line.text.strip() == NUMBERS:
        end, rows = _cell_a_line(lines, position)
        return (end, rows) if rows else (position + 1, [line])
    if _parted(line) and _has_neighbour(lines, position):
        cells = line.text.split("\t")
        end = _bracket_end(lines, position + 1)
        return end, [_row(line, [*cells[:-1], cells[-1] + "".join(more.text for more in lines[position + 1 : end])])]
    return position + 1, [line]


def _row(line: Line, cells: Sequence[str]) -> Line:
    stripped = tuple(cell.strip() for cell in cells)
    return replace(line, text="\t".join(stripped), cells=stripped)


def _pipe_cells(text: str) -> list[str]:
    cells = PIPE.split(PIPE_ENDS.sub("", text))
    return [re.sub(r"<br\s*/?>", "", cell).replace("\\|", "|") for cell in cells]


def _open_pipes_end(lines: Sequence[Line], position: int) -> int:
    """The end of a table of pipes whose head stands at `position` above a rule that is open to both sides; `position`
    where there is none."""
    end = position + 1
    if end == len(lines) or not OPEN_RULE.match(lines[end].text) or "|" not in lines[position].text:
        return position
    while end < len(lines) and "|" in lines[end].text:
        end += 1
    return end


def _parted(line: Line) -> bool:
    """Whether tabs part cells in this line: two of them say something, or the first one does."""
    cells = line.text.split("\t")
    return len(cells) > 1 and (bool(cells[0].strip()) or sum(bool(cell.strip()) for cell in cells) > 1)


def _has_neighbour(lines: Sequence[Line], position: int) -> bool:
    above = islice(filterfalse(_is_gap, reversed(lines[:position])), NEAR)
    below = islice(filterfalse(_is_gap, lines[position + 1 :]), NEAR)
    return any(_parted(line) for line in chain(above, below))


def _is_gap(line: Line) -> bool:
    """Whether the line is blank or the number of a page."""
    return line.blank or (not line.cells and bool(PAGE_NUMBER.match(line.text)))


def _bracket_end(lines: Sequence[Line], position: int) -> int:
    """The end of the bracket right below a head: （按职责分工负责）. Anything else below a row is text below the table:
    to take it into a cell would make a body responsible."""
    while position < len(lines) and BRACKET.match(lines[position].text):
        position += 1
    return position


def _cell_lines_end(lines: Sequence[Line], position: int) -> int:
    """The end of the run of lines that begin with a tab. One or two lines between them belong to it: blank ones, and
    right below a cell such as go on with it; text below a blank line does not."""
    end = index = position + 1
    while index < len(lines) and index - end <= 2:
        text = lines[index].text
        if text.startswith("\t"):
            end = index + 1
        elif text.strip() and not lines[index - 1].text.strip():
            break
        index += 1
    return end


def _grouped(lines: Sequence[Line]) -> Iterator[Line]:
    """Rows from one cell a line: a blank line ends a row, a line without a tab goes on with the cell above it. Where
    blank lines are lost, every row has as many cells as stand before the number 1."""
    cells: list[str] = []
    numbers: list[int] = []
    columns = 0
    for line in [*lines, Line("", 0)]:
        if line.text.startswith("\t"):
            cells.append(line.text.strip())
            numbers.append(line.number)
        elif line.text.strip():
            cells[-1] += line.text.strip()
        elif cells:
            columns = columns or (cells.index("1") if "1" in cells else len(cells)) or len(cells)
            size = columns if len(cells) % columns == 0 else len(cells)
            for start in range(0, len(cells), size):
                row = _row(Line("", numbers[start]), cells[start : start + size])
                yield replace(row, cell_numbers=tuple(numbers[start : start + size]))
            cells, numbers = [], []


def _cell_a_line(lines: Sequence[Line], position: int) -> tuple[int, list[Line]]:
    """End and rows of a table that stands one cell a line from `position` on: a head from 序号 on, and below
    it rows with the numbers 1, 2, … and as many cells each, groups and heads between them. None where a row has more or
    fewer: which of its cells is torn or empty cannot be told."""
    places = [index for index in range(position, len(lines)) if not _is_gap(lines[index])]
    texts = [lines[index].text.strip() for index in places]
    first = texts[: WIDEST + 1].index("1") if "1" in texts[: WIDEST + 1] else 0
    head = [text for text in texts[:first] if not GROUP.match(text)]
    width = len(head)
    if width < 3 or any(len(text) > LONGEST_HEAD or "。" in text for text in head):
        return position, []
    rows: list[Line] = []
    start = number = 0
    while start < len(texts) and (size := _row_size(texts[start:], head, number + 1)):
        rows.append(_of_cells([lines[index] for index in places[start : start + size]], width))
        number += texts[start] == str(number + 1)
        start += size
    lost = str(number + 1) in texts[start - width + 1 : start + width] or start > len(texts)
    return (position, []) if number < 2 or lost else (places[start - 1] + 1, rows)


def _row_size(texts: Sequence[str], head: Sequence[str], number: int) -> int:
    """How many lines the row takes that begins here: a head or the row with this number all columns, a group one."""
    if texts[0] == str(number) or list(texts[: len(head)]) == list(head):
        return len(head)
    return int(bool(GROUP.match(texts[0])) and texts[1:2] == [str(number)])


def _of_cells(cells: Sequence[Line], width: int) -> Line:
    """A row of these lines, filled up with empty cells."""
    row = _row(cells[0], [cell.text for cell in cells] + [""] * (width - len(cells)))
    return replace(row, cell_numbers=tuple(cell.number for cell in cells))


def _with_groups(lines: Sequence[Line]) -> Iterator[Line]:
    """The lines, those that group the rows of a table as rows."""
    width = 0
    above: Line | None = None
    for index, line in enumerate(lines):
        if _is_gap(line):
            yield line
            continue
        is_group = not line.cells and bool(GROUP.match(line.text)) and _has_row(lines[index + 1 :])
        if is_group and above and NUMBERS in above.cells[:2]:
            width = len(above.cells)
        elif not line.cells and not is_group:
            width = 0
        above = line
        yield _of_cells([line], width) if is_group and width else line


def _has_row(below: Iterable[Line]) -> bool:
    """Whether a row follows, and no head, that groups have above it."""
    said = filterfalse(_is_gap, below)
    following = next((line for line in said if line.cells or not GROUP.match(line.text)), None)
    return following is not None and bool(following.cells) and NUMBERS not in following.cells[:2]


def _mended(lines: Sequence[Line]) -> list[Line]:
    """The lines, rows put together again that the line breaks inside their cells tore apart."""
    found: list[Line] = []
    width = position = 0
    while position < len(lines):
        line = lines[position]
        width = len(line.cells) if NUMBERS in line.cells[:2] else width
        end = _torn_end(lines, position, width)
        found.append(_put_together(lines[position:end]) if end > position + 1 else line)
        position = end
    return found


def _torn_end(lines: Sequence[Line], position: int, width: int) -> int:
    """Where the row ends that begins at `position` with a number and too few cells: where its lines, each of which goes
    on in the last cell above, make up the width. Right behind the first line where they do not."""
    cells = lines[position].cells
    count, end = len(cells), position + 1
    if not cells or not cells[0].isdecimal():
        return end
    while count < width and end < len(lines) and not lines[end].blank and lines[end].cells[:1] != ("",):
        more = lines[end].cells
        if more and more[0].isdecimal():
            break
        count += max(len(more) - 1, 0)
        end += 1
    return end if count == width else position + 1


def _put_together(parts: Sequence[Line]) -> Line:
    """One row of the lines of a torn one."""
    cells, numbers = list(parts[0].cells), [parts[0].number] * len(parts[0].cells)
    for part in parts[1:]:
        first, *others = part.cells or (part.text.strip(),)
        cells[-1] += first
        cells += others
        numbers += [part.number] * len(others)
    return replace(_row(parts[0], cells), cell_numbers=tuple(numbers))
