"""Tables in plain text, put back into cells: rows parted by tabs, one cell a line, Markdown pipes."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from loaders.readers.page import Line

PIPES = re.compile(r"^\s*\|.*\|\s*$")
PIPE_RULE = re.compile(r"^[\s|:-]+$")


def with_cells(lines: Sequence[Line]) -> tuple[Line, ...]:
    """The lines with the rows of tables in cells.

    Reads, as they stand in text saved from word processors:
        序号⇥工作任务⇥责任单位          a row a line, cells parted by tabs; a line after it without tabs ends its last cell
        ⇥1 / ⇥开展…… / ⇥市教育局        a cell a line, each after a tab, rows parted by blank lines
        | 序号 | 工作任务 |            Markdown
    """
    return tuple(_rows(lines))


def _rows(lines: Sequence[Line]) -> Iterator[Line]:
    position = 0
    while position < len(lines):
        line = lines[position]
        if PIPES.match(line.text):
            if not PIPE_RULE.match(line.text):
                yield _row(line, [cell.replace("<br>", "") for cell in line.text.strip().strip("|").split("|")])
            position += 1
        elif line.text.startswith("\t"):
            end = _cell_lines_end(lines, position)
            yield from _grouped(lines[position:end])
            position = end
        elif "\t" in line.text.strip():
            end = _continued(lines, position + 1) if _opens_cell(line.text) else position + 1
            cells = line.text.split("\t")
            yield _row(line, [*cells[:-1], "".join([cells[-1], *(more.text for more in lines[position + 1 : end])])])
            position = end
        else:
            yield line
            position += 1


def _row(line: Line, cells: Sequence[str]) -> Line:
    stripped = tuple(cell.strip() for cell in cells)
    return replace(line, text="\t".join(stripped), cells=stripped)


def _opens_cell(text: str) -> bool:
    """Whether the last cell may go on in the next line: a sentence that has ended does not."""
    return not text.rstrip().endswith(("。", "；", ";"))


def _continued(lines: Sequence[Line], position: int) -> int:
    """The end of the lines at `position` that go on with the last cell: a bracket right below a head.

    Anything else after a row is text below the table: to take it into a cell would make a body responsible."""
    while position < len(lines) and re.match(r"^\s*[（(].*[）)]\s*$", lines[position].text):
        position += 1
    return position


def _cell_lines_end(lines: Sequence[Line], position: int) -> int:
    """The end of the run of lines that begin with a tab, blank lines and lines that go on with a cell included."""
    end = position + 1
    while end < len(lines):
        if lines[end].text.startswith("\t"):
            end += 1
        elif (following := _next_cell_line(lines, end)) is not None:
            end = following
        else:
            break
    return end


def _next_cell_line(lines: Sequence[Line], position: int) -> int | None:
    """The first line at or after `position` that begins with a tab, when only a blank or a short line parts us from it."""
    for index in range(position, min(position + 3, len(lines))):
        if lines[index].text.startswith("\t"):
            return index
    return None


def _grouped(lines: Sequence[Line]) -> Iterator[Line]:
    """Rows from one cell a line: a blank line ends a row, a line without a tab goes on with the cell above it."""
    cells: list[str] = []
    numbers: list[int] = []
    for line in [*lines, Line("", 0)]:
        if line.text.startswith("\t"):
            cells.append(line.text)
            numbers.append(line.number)
        elif line.text.strip():
            cells[-1] += line.text.strip()
        elif cells:
            yield replace(_row(Line("", numbers[0]), cells), cell_numbers=tuple(numbers))
            cells, numbers = [], []
