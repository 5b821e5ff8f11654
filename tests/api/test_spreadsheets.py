"""Tables as files for a spreadsheet."""

import csv
import sys
from datetime import date, datetime
from io import BytesIO, StringIO

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from api.sheets import CUT, LONGEST, Jump, Percent, Sheet, to_csv, to_xlsx
from graph.errors import MissingExtra

FORMULAS = ['=HYPERLINK("http://example.org")', "+86", "-1+1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1+1", "－1"]
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
    assert [12, 40] == [page.column_dimensions[letter].width for letter in "AB"]
    assert page["A1"].font.bold


def test_xlsx_holds_all_sheets_in_order():
    """Each table is a sheet of its own."""
    book = openpyxl.load_workbook(BytesIO(to_xlsx([SHEET, Sheet("出入", ("a",), ())])))

    assert ["任务", "出入"] == book.sheetnames
    assert [("条款", "数"), ("四（十一）", 3), ("一，“二”\n三", 0.25), (None, 0)] == list(
        book["任务"].iter_rows(values_only=True)
    )


def test_what_a_cell_cannot_hold_is_left_out():
    """Characters that XML has not do not break the file; a text beyond Excel's bound says that it is cut."""
    page = written(Sheet("s", ("a",), (("坏\x0b\ud800\uffff字",), ("长" * (LONGEST + 5),), ("满" * LONGEST,))))

    assert "坏字" == page["A2"].value
    assert (LONGEST, True) == (len(page["A3"].value), page["A3"].value.endswith("长" + CUT))
    assert "满" * LONGEST == page["A4"].value


def test_csv_says_the_whole_text():
    """No bound of Excel cuts it, and half a character does not stop it."""
    assert [["a"], ["长" * (LONGEST + 5)], ["坏?字"]] == read(
        to_csv(Sheet("s", ("a",), (("长" * (LONGEST + 5),), ("坏\ud800字",))))
    )


def test_days_and_parts_are_typed():
    """A day is a date and a part of a whole a percentage, so that a spreadsheet sorts and computes; CSV says the bare
    values."""
    sheet = Sheet("s", ("成文日期", "占比"), ((date(2021, 11, 23), Percent(0.125)), (None, Percent(0))))
    page = written(sheet)

    assert (datetime(2021, 11, 23), "yyyy-mm-dd") == (page["A2"].value, page["A2"].number_format)
    assert [(0.125, "0.0%"), (0, "0.0%")] == [(page[at].value, page[at].number_format) for at in ("B2", "B3")]
    assert [["成文日期", "占比"], ["2021-11-23", "0.125"], ["", "0"]] == read(to_csv(sheet))


def test_a_cell_leads_to_a_sheet_of_any_name():
    """An apostrophe in the name of a sheet is doubled where a link names it."""
    page = written(Sheet("甲's 表", ("a",), ((Jump("去", "甲's 表", 0),),)))

    assert "'甲''s 表'!A2" == page["A2"].hyperlink.location


def test_who_waits_sees_each_sheet_go_by():
    """The sheets pass through what is given, one after the other."""
    seen = []
    to_xlsx([SHEET, Sheet("出入", ("a",), ())], lambda sheets: (seen.append(sheet.name) or sheet for sheet in sheets))

    assert ["任务", "出入"] == seen


def test_without_openpyxl_the_message_says_how_to_get_it(monkeypatch):
    """The extra is named with its command; CSV needs nothing."""
    monkeypatch.setitem(sys.modules, "openpyxl", None)

    with pytest.raises(MissingExtra, match=r"an Excel file needs .*pip install 'policy-cascade\[xlsx\]'"):
        to_xlsx([SHEET])
    assert to_csv(SHEET)
