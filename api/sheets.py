"""Tables as files for a spreadsheet: CSV, and Excel where openpyxl is installed."""

import csv
import re
from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO, StringIO
from typing import Literal

from graph.errors import MissingExtra

Value = str | int | float | None
SheetFormat = Literal["csv", "xlsx"]
MEDIA_TYPES: dict[SheetFormat, str] = {
    "csv": "text/csv; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}

FORMULA = re.compile(r"[=+\-@\t\r]")
"""How a text begins that a spreadsheet would take for a formula."""

CONTROLS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")
"""Characters that XML, and so a cell, cannot hold."""

LONGEST = 32_767  # characters that a cell of Excel holds
WIDTHS = (8, 60)  # characters of a column: what is longer wraps
HEAD_LINES = 200  # rows that tell how wide a column has to be


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table with a name and heads."""

    name: str
    heads: tuple[str, ...]
    rows: tuple[tuple[Value, ...], ...]


def to_csv(sheet: Sheet) -> bytes:
    """One table as CSV (RFC 4180) in UTF-8 with the mark by which Excel knows it. A text that would be taken for a
    formula begins with an apostrophe."""
    stream = StringIO()
    writer = csv.writer(stream)
    writer.writerow(sheet.heads)
    writer.writerows([_harmless(value) for value in row] for row in sheet.rows)
    return stream.getvalue().encode("utf-8-sig")


def to_xlsx(sheets: Sequence[Sheet]) -> bytes:
    """Tables as a workbook, a sheet each, with frozen heads and filters; texts are texts, whatever they begin with.
    Raises MissingExtra."""
    try:
        from openpyxl import Workbook  # noqa: PLC0415  # an optional part, and other answers do not wait for it
    except ImportError as error:
        raise MissingExtra("xlsx", "an Excel file") from error
    book = Workbook()
    book.remove(book.active)
    for sheet in sheets:
        _fill(book.create_sheet(sheet.name), sheet)
    stream = BytesIO()
    book.save(stream)
    return stream.getvalue()


def _fill(page, sheet: Sheet) -> None:  # type: ignore[no-untyped-def]  # noqa: ANN001  # openpyxl ships no types
    from openpyxl.styles import Alignment, Font  # noqa: PLC0415  # as above
    from openpyxl.utils import get_column_letter  # noqa: PLC0415  # as above

    for number, row in enumerate([sheet.heads, *sheet.rows], 1):
        for column, value in enumerate(row, 1):
            cell = page.cell(number, column, _fitting(value))
            cell.alignment = Alignment(vertical="top", wrap_text=True)
            cell.font = Font(bold=number == 1)
            if isinstance(value, str):
                cell.data_type = "s"
                cell.quotePrefix = bool(FORMULA.match(value))
    page.freeze_panes = "A2"
    page.auto_filter.ref = f"A1:{get_column_letter(len(sheet.heads))}{len(sheet.rows) + 1}"
    for column, width in enumerate(_widths(sheet), 1):
        page.column_dimensions[get_column_letter(column)].width = width


def _harmless(value: Value) -> Value:
    return f"'{value}" if isinstance(value, str) and FORMULA.match(value) else value


def _fitting(value: Value) -> Value:
    return CONTROLS.sub("", value)[:LONGEST] if isinstance(value, str) else value


def _widths(sheet: Sheet) -> list[int]:
    """The width of each column in characters; a Chinese one is as wide as two others."""
    columns = zip(*[sheet.heads, *sheet.rows[:HEAD_LINES]], strict=True)
    return [max(WIDTHS[0], min(WIDTHS[1], max(map(_width, column)) + 2)) for column in columns]


def _width(value: Value) -> int:
    text = "" if value is None else str(value)
    return max((sum(2 if ord(letter) > 0x2E7F else 1 for letter in line) for line in text.split("\n")), default=0)
