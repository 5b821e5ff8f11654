"""Tables as files for a spreadsheet."""

import csv
import sys
from io import BytesIO, StringIO

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from api.sheets import LONGEST, Sheet, to_csv, to_xlsx
from graph.errors import MissingExtra

FORMULAS = ['=HYPERLINK("http://example.org")', "+86", "-1+1", "@SUM(A1)", "\t=1", "\r=1"]
SHEET = Sheet("任务", ("条款", "数"), (("四（十一）", 3), ("一，“二”\n三", 0.25), (None, 0)))


def written(sheet: Sheet):
    """The first sheet of the workbook that these make, read back."""
    return openpyxl.load_workbook(BytesIO(to_xlsx([sheet]))).worksheets[0]


def read(content: bytes) -> list[list[str]]:
    """The rows of a CSV file."""
    return list(csv.reader(StringIO(content.decode("utf-8-sig"), newline="")))


def test_csv_is_utf8_with_its_mark():
    """Excel takes a file for Chinese only where it begins with the mark."""
    assert to_csv(SHEET).startswith(b"\xef\xbb\xbf")
    assert [["条款", "数"], ["四（十一）", "3"], ["一，“二”\n三", "0.25"], ["", "0"]] == read(to_csv(SHEET))


@pytest.mark.parametrize("text", FORMULAS)
def test_csv_disarms_formulas(text):
    """What a spreadsheet would compute begins with an apostrophe."""
    assert [["a"], [f"'{text}"]] == read(to_csv(Sheet("s", ("a",), ((text,),))))


def test_numbers_stay_numbers():
    """A negative number is no formula."""
    assert [["a"], ["-1"]] == read(to_csv(Sheet("s", ("a",), ((-1,),))))
    assert -1 == written(Sheet("s", ("a",), ((-1,),)))["A2"].value


@given(st.lists(st.text(st.characters(exclude_categories=("Cs", "Cc"))), min_size=1, max_size=4))
def test_any_text_comes_back_from_csv(texts):
    """Quotes, commas and marks of every script survive."""
    sheet = Sheet("s", tuple("abcd"[: len(texts)]), (tuple(texts),))

    assert texts == [cell.removeprefix("'") if cell[1:2] in "=+-@" else cell for cell in read(to_csv(sheet))[1]] or any(
        text.startswith("'") for text in texts
    )


@pytest.mark.parametrize("text", FORMULAS[:4])
def test_xlsx_has_texts_and_no_formulas(text):
    """A cell that begins with = is a text with the mark that keeps it one when somebody edits it."""
    cell = written(Sheet("s", ("a",), ((text,),)))["A2"]

    assert ("s", text, True) == (cell.data_type, cell.value, bool(cell.quotePrefix))


def test_xlsx_has_a_frozen_head_filters_and_widths():
    """The head stays in view, every column can be filtered, and columns are as wide as their text, up to a bound."""
    page = written(Sheet("任务", ("条款", "文"), (("四（十一）", "字" * 200),)))

    assert ("任务", "A2", "A1:B2") == (page.title, page.freeze_panes, page.auto_filter.ref)
    assert [12, 60] == [page.column_dimensions[letter].width for letter in "AB"]
    assert page["A1"].font.bold


def test_xlsx_holds_all_sheets_in_order():
    """Each table is a sheet of its own."""
    book = openpyxl.load_workbook(BytesIO(to_xlsx([SHEET, Sheet("出入", ("a",), ())])))

    assert ["任务", "出入"] == book.sheetnames
    assert [("条款", "数"), ("四（十一）", 3), ("一，“二”\n三", 0.25), (None, 0)] == list(
        book["任务"].iter_rows(values_only=True)
    )


def test_what_a_cell_cannot_hold_is_left_out():
    """Control characters of bad scans and text beyond Excel's bound do not break the file."""
    page = written(Sheet("s", ("a",), (("坏\x0b字",), ("长" * (LONGEST + 5),))))

    assert ("坏字", LONGEST) == (page["A2"].value, len(page["A3"].value))


def test_without_openpyxl_the_message_says_how_to_get_it(monkeypatch):
    """The extra is named with its command; CSV needs nothing."""
    monkeypatch.setitem(sys.modules, "openpyxl", None)

    with pytest.raises(MissingExtra, match=r"an Excel file needs .*pip install 'policy-cascade\[xlsx\]'"):
        to_xlsx([SHEET])
    assert to_csv(SHEET)
