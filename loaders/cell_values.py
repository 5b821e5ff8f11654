"""The figures that a table states outside its task cells: 目标值, 数量, and one column a year (2020年, 2025年).

The unit stands in the cell (20所), in a column 单位, or in a bracket behind the name of the row or column (（%）).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from graph.model import Clause
from loaders.masks import YEAR

VALUE_HEAD = re.compile(
    r"(?:目标|指标|任务|计划|预期|建设)(?:值|数量?|要求)|数量|数值|量化(?:指标|目标)|(?:绩效|预期|年度|量化)目标"
)
YEAR_HEAD = re.compile(
    rf"(?P<year>(?:{YEAR})年?)(?:度|底|末)?(?:的?(?P<word>目标值?|规划目标|规划值|预期值?|计划|任务"
    r"|基数|基期|基准值?|现状值?|实际值?|完成值?|完成情况|值))?"
)
TODAY_HEAD = re.compile(r"(?:现状|基期|基准|基础|目前|现有|上年)(?:值|数|情况)?|基数")
TODAY = ("基数", "基期", "基准", "现状", "实际", "完成")
UNIT_HEAD = re.compile(r"(?:计量)?单位")
BRACKET = re.compile(r"[（(](?P<unit>[^（()）]{1,8})[）)]$")
BARE = re.compile(
    r"(?P<ahead>[^\d]{0,6}?)(?P<number>\d[\d.,]*(?:\s*[-—－–~～至]\s*\d[\d.,]*)?)(?P<unit>[%％])?(?P<behind>以[上下内]|左右)?"
    r"(?:\s*[（(\[［][^（()）\]］]*[）)\]］])?"
)
NAME = 40  # characters of the longest name of an indicator; a longer cell is a task with words of its own


@dataclass(frozen=True, slots=True)
class CellValue:
    """A figure of a table as a sentence: the row's name and what a cell says of it (毛入园率95%以上).

    `name` is that of the row. `year` is what the column's head says of when, None where it names none. `today` says
    that the column has what is so today.
    """

    name: str
    sentence: str
    year: str | None = None
    today: bool = False


def cell_values(clause: Clause) -> Iterator[CellValue]:
    """The figures in the cells of a row, in order; a cell that holds more than a figure is a sentence by itself."""
    name, own = _without_unit(clause.text)
    column = next((cell.strip() for head, cell in clause.cells if UNIT_HEAD.fullmatch(_squeezed(head))), "")
    for head, cell in clause.cells:
        title, of_head = _without_unit(_squeezed(head))
        year = YEAR_HEAD.fullmatch(title)
        today = TODAY_HEAD.fullmatch(title) is not None or bool(year and (year["word"] or "").startswith(TODAY))
        if not (year or today or VALUE_HEAD.fullmatch(title)) or cell in clause.text:
            continue
        if sentence := _sentence(name, _squeezed(cell), of_head or column or own):
            yield CellValue(name, sentence, year["year"] if year else None, today)


def _sentence(name: str, cell: str, unit: str) -> str:
    """The name with the figure behind it; the cell alone where it is no mere figure; "" where a figure has no unit."""
    bare = BARE.fullmatch(cell)
    if not bare:
        name += "为" if cell.startswith("每") else ""
        return f"{name}{cell}" if re.fullmatch(r"[^，。；]{0,6}\d[^，。；]*", cell) and len(name) <= NAME else cell
    written = bare["unit"] or unit
    if not written or len(name) > NAME:
        return ""
    return f"{name}{bare['ahead']}{bare['number']}{written}{bare['behind'] or ''}"


def _without_unit(text: str) -> tuple[str, str]:
    """A name and the unit in the bracket behind it: 在校生数（万人）."""
    bracket = BRACKET.search(text)
    return (text[: bracket.start()], bracket["unit"]) if bracket else (text, "")


def _squeezed(text: str) -> str:
    return re.sub(r"\s+", "", text)
