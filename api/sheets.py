"""Tables as files for a spreadsheet: CSV, and Excel where openpyxl is installed. Equal tables give equal bytes."""

import csv
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from io import BytesIO, StringIO
from itertools import islice
from typing import TYPE_CHECKING, Any, Literal

from api.packed import fixed
from graph.errors import InputError, MissingExtra
from graph.xml_text import NOT_XML

if TYPE_CHECKING:
    from openpyxl.workbook import Workbook

Value = str | int | float | date | None
SheetFormat = Literal["csv", "xlsx"]
MEDIA_TYPES: dict[SheetFormat, str] = {
    "csv": "text/csv; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}

FORMULA = re.compile(r"[=+\-@\t\r\n＝＋－＠]")
"""How a text begins that a spreadsheet would take for a formula, a Chinese one also by signs of full width."""

WIDE = re.compile("[\u2e80-\U0010ffff]")
"""Characters that are as wide as two others."""

DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
LONGEST = 32_767  # characters that a cell of Excel holds
CUT = "……〔此格已满，全文见 CSV；the cell is full, CSV has all〕"
MOST_ROWS = 1_048_576  # of a sheet of Excel, the head among them
MOST_JUMPS = 65_530  # links of a sheet of Excel
WIDTHS = (8, 40)  # characters of a column: what is longer wraps
LINE = 17  # points that a line of Chinese is high in the programs that need most
MOST_LINES = 24  # of a row: Excel knows no higher one
A3 = 8  # as Excel counts sizes of paper: tables of so many columns are too small on A4
HEAD_LINES = 200  # rows that tell how wide a column has to be


@dataclass(frozen=True, slots=True)
class Jump:
    """A cell that leads to a row of another sheet of the workbook, counted from 0 below the head."""

    value: str | int
    sheet: str
    row: int


@dataclass(frozen=True, slots=True)
class Percent:
    """A cell that says a part of a whole (0.25) as percent."""

    value: float


Cell = Value | Jump | Percent


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table with a name and heads; `fixed` columns stay in view."""

    name: str
    heads: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    fixed: int = 0


def day(text: str | None) -> Value:
    """A day as ISO 8601 writes it as a date; a year, a month or none stays what it is."""
    return date.fromisoformat(text) if text and DAY.fullmatch(text) else text


def to_csv(sheet: Sheet) -> bytes:
    """One table as CSV (RFC 4180) in UTF-8 with the mark by which Excel knows it. A text that would be taken for a
    formula begins with an apostrophe."""
    stream = StringIO()
    writer = csv.writer(stream)
    writer.writerow(sheet.heads)
    writer.writerows([_harmless(_value(cell)) for cell in row] for row in sheet.rows)
    return stream.getvalue().encode("utf-8-sig", "replace")


def to_xlsx(sheets: Sequence[Sheet], each: Callable[[Sequence[Sheet]], Iterable[Sheet]] = iter) -> bytes:
    """Tables as a workbook, a sheet each, with frozen heads and filters; texts are texts, whatever they begin with.
    `each` goes through the sheets and may show how far it is. Raises MissingExtra, and InputError for more rows than a
    sheet holds."""
    try:
        from openpyxl import Workbook  # noqa: PLC0415  # an optional part, and other answers do not wait for it
    except ImportError as error:
        raise MissingExtra("xlsx", "an Excel file") from error
    if long := [sheet.name for sheet in sheets if len(sheet.rows) >= MOST_ROWS]:
        raise InputError(f"{', '.join(long)}: more rows than a sheet of Excel holds; take csv")
    book = Workbook(write_only=True)  # rows go to the disk as they come, however many there are
    for sheet in each(sheets):
        _fill(book, sheet)
    stream = BytesIO()
    book.save(stream)
    return fixed(stream.getvalue())


def _fill(book: "Workbook", sheet: Sheet) -> None:
    page, jumps, widths = book.create_sheet(sheet.name), MOST_JUMPS, _widths(sheet)
    _lay_out(page, sheet, widths)
    dress = _dresses(page)
    page.append([_made(page, head, dress["head"]) for head in sheet.heads])
    for number, row in enumerate(sheet.rows, 2):
        made = [_made(page, _value(cell), dress[_dress(cell)]) if cell not in (None, "") else None for cell in row]
        for place, cell in enumerate(row):
            if isinstance(cell, Jump) and jumps:
                jumps -= 1
                _lead(made[place], cell, place, number)
        page.row_dimensions[number].height = LINE * min(MOST_LINES, _lines(row, widths))
        page.append(made)
        del page.row_dimensions[number]


def _made(page: Any, value: Value, dress: Any) -> Any:
    from openpyxl.cell import WriteOnlyCell  # noqa: PLC0415  # as above

    cell = WriteOnlyCell(page, _fitting(value))
    if isinstance(value, str):
        cell.data_type = "s"
    cell._style = dress
    return cell


def _dresses(page: Any) -> dict[str, Any]:
    """How cells look: made once, for a cell takes longer to dress than to write."""
    from openpyxl.cell import WriteOnlyCell  # noqa: PLC0415  # as above
    from openpyxl.styles import Alignment, Font, PatternFill  # noqa: PLC0415  # as above

    names = ("head", "plain", "plain as text", "jump", "jump as text", *FORMS)
    made = {name: WriteOnlyCell(page) for name in names}
    for name, cell in made.items():
        cell.alignment = Alignment(vertical="top", wrap_text=True)
        cell.quotePrefix = name.endswith("as text")
        if name.startswith("jump"):
            cell.font = Font(color="1B4F91", underline="single")
    for name, form in FORMS.items():
        made[name].number_format = form
    made["head"].font, made["head"].fill = Font(bold=True), PatternFill("solid", fgColor="EFECE6")
    return {name: cell._style for name, cell in made.items()}


FORMS = {"date": "yyyy-mm-dd", "percent": "0.0%"}
"""How cells that hold more than a bare number are shown."""


def _dress(cell: Cell) -> str:
    if isinstance(cell, Percent):
        return "percent"
    if isinstance(cell, date):
        return "date"
    value = _value(cell)
    formula = isinstance(value, str) and bool(FORMULA.match(value))
    return ("jump" if isinstance(cell, Jump) else "plain") + (" as text" if formula else "")


def _lead(cell: Any, jump: Jump, place: int, row: int) -> None:
    from openpyxl.utils import get_column_letter  # noqa: PLC0415  # as above
    from openpyxl.worksheet.hyperlink import Hyperlink  # noqa: PLC0415  # as above

    sheet = jump.sheet.replace("'", "''")
    link = Hyperlink(ref="", location=f"'{sheet}'!A{jump.row + 2}")
    cell.hyperlink = link
    link.ref = f"{get_column_letter(place + 1)}{row}"  # a cell that is not yet in a row takes itself for A1


def _lay_out(page: Any, sheet: Sheet, widths: Sequence[int]) -> None:
    """Heads stay in view and stand on each printed page, columns can be filtered and are as wide as their text."""
    from openpyxl.utils import get_column_letter  # noqa: PLC0415  # as above
    from openpyxl.worksheet.page import PageMargins  # noqa: PLC0415  # as above

    page.freeze_panes = f"{get_column_letter(sheet.fixed + 1)}2"
    page.auto_filter.ref = f"A1:{get_column_letter(len(sheet.heads))}{len(sheet.rows) + 1}"
    page.print_title_rows = "1:1"
    page.page_setup.orientation, page.page_setup.paperSize = "landscape", A3
    page.print_options.gridLines = True
    page.page_margins = PageMargins(0.4, 0.4, 0.5, 0.5)
    page.sheet_properties.pageSetUpPr.fitToPage, page.page_setup.fitToHeight = True, 0
    for column, width in enumerate(widths, 1):
        page.column_dimensions[get_column_letter(column)].width = width


def _value(cell: Cell) -> Value:
    return cell.value if isinstance(cell, (Jump, Percent)) else cell


def _harmless(value: Value) -> Value:
    return f"'{value}" if isinstance(value, str) and FORMULA.match(value) else value


def _fitting(value: Value) -> Value:
    if not isinstance(value, str):
        return value
    text = NOT_XML.sub("", value)
    return text if len(text) <= LONGEST else text[: LONGEST - len(CUT)] + CUT


def _widths(sheet: Sheet) -> list[int]:
    """The width of each column in characters; a Chinese one is as wide as two others."""
    rows = ([_value(cell) for cell in row] for row in islice(sheet.rows, HEAD_LINES))
    columns = zip(*[sheet.heads, *rows], strict=True)
    return [max(WIDTHS[0], min(WIDTHS[1], max(map(_width, column)) + 2)) for column in columns]


def _lines(row: Sequence[Cell], widths: Sequence[int]) -> int:
    """How many lines the row needs: not every program finds out by itself."""
    wide = zip((str(_value(cell)) for cell in row), widths, strict=True)
    return max(sum(max(1, -(-_width(line) // (width - 2))) for line in text.split("\n")) for text, width in wide)


def _width(value: Value) -> int:
    text = "" if value is None else str(value)
    return max(len(line) + len(WIDE.findall(line)) for line in text.split("\n"))
