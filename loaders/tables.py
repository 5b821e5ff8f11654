"""Rows of tables as clauses: which column is the task, which the number, which the unit."""

import re
from dataclasses import dataclass
from typing import Literal

from loaders.vocabulary import rows

Column = Literal["number", "task", "unit", "other"]
HEADS = tuple((re.compile(pattern), column) for pattern, column in rows("table_heads.tsv"))


@dataclass(frozen=True, slots=True)
class Table:
    """The columns of a table: their heads as written without white space, and what each holds."""

    heads: tuple[str, ...]
    columns: tuple[Column, ...]

    def column(self, kind: Column) -> int | None:
        """The index of the first column of this kind."""
        return self.columns.index(kind) if kind in self.columns else None


def read_head(cells: tuple[str, ...]) -> Table | None:
    """The table whose head these cells are: 序号 / 工作任务 / 责任单位（按职责分工负责）; None for a row of data."""
    heads = tuple(re.sub(r"\s+", "", cell) for cell in cells)
    columns = tuple(_kind(head) for head in heads)
    short = all(len(head) <= 20 for head in heads)
    return Table(heads, columns) if short and set(columns) - {"other"} and len(set(heads)) == len(heads) else None


def _kind(head: str) -> Column:
    found = next((column for pattern, column in HEADS if pattern.search(head)), "other")
    return next(kind for kind in ("number", "task", "unit", "other") if kind == found)
