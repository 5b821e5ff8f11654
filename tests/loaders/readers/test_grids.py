"""Tables in plain text that have no tabs, and groups of rows."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.readers.grids import with_cells
from loaders.readers.page import Line

HEAD = ("序号", "工作任务", "牵头单位", "完成时限")


def read(*texts):
    """The lines with these texts, rows in cells."""
    return with_cells([Line(text, number) for number, text in enumerate(texts, 1)])


def cells_of(*texts):
    """The cells of the rows in these lines."""
    return [line.cells for line in read(*texts) if line.cells]


CELLS = st.text("建设学校开展培训市教育局年底前、", min_size=1, max_size=12)


@given(st.lists(st.lists(CELLS, min_size=3, max_size=3), min_size=2, max_size=8), st.data())
def test_every_table_one_cell_a_line(rows, data):
    """Rows of any words come back as they were, blank lines and heads that stand again among them; text below stays."""
    written = [(str(number), *row) for number, row in enumerate(rows, 1)]
    again = data.draw(st.integers(1, len(rows)))
    table = [HEAD, *written[:again], HEAD, *written[again:]]
    lines = [text for row in table for cell in row for text in (cell, *data.draw(st.sampled_from([(), ("",)])))]
    found = read("任务清单", *lines, "以上任务按季度报告。")

    assert table == [line.cells for line in found if line.cells]
    assert ["任务清单", "以上任务按季度报告。"] == [line.text for line in found if line.text and not line.cells]


def test_lines_of_cells():
    """Each cell knows its line."""
    found = read(*HEAD, "1", "甲", "乙局", "6月", "", "2", "丙", "丁局", "7月")

    assert [5, 6, 7, 8] == [found[1].cell_number(column) for column in range(4)]
    assert 11 == found[-1].cell_number(1)


@pytest.mark.parametrize(
    "rows",
    [
        ("1", "甲", "乙局", "2", "丙", "丁局", "7月"),
        ("1", "甲", "的下半句", "乙局", "6月", "2", "丙", "丁局", "7月"),
        ("1", "甲", "乙局", "6月", "2", "丙", "丁局"),
        ("1", "甲", "乙局", "6月"),
    ],
)
def test_rows_of_unequal_length(rows):
    """Where a row has more or fewer lines than the head, which cell is torn or empty is not guessed; one row alone
    proves nothing."""
    assert [] == cells_of(*HEAD, *rows)


@given(st.lists(st.lists(st.lists(CELLS, min_size=1, max_size=3), min_size=3, max_size=3), min_size=2, max_size=6))
def test_every_torn_row(rows):
    """Line breaks inside the cells of a row parted by tabs tear nothing apart but the last cell of a table."""
    whole = [row if number < len(rows) else [*row[:-1], row[-1][:1]] for number, row in enumerate(rows, 1)]
    kept = [[*row[:-1], row[-1][:1]] for row in whole]
    lines = "\n".join("\t".join((str(n), *("\n".join(cell) for cell in row))) for n, row in enumerate(kept, 1))
    found = cells_of("\t".join(HEAD), *lines.split("\n"))

    assert [HEAD, *((str(n), *map("".join, row)) for n, row in enumerate(kept, 1))] == found


def test_lines_of_a_torn_row():
    """The cells of a row that was put together know their lines."""
    found = read("\t".join(HEAD), "1\t甲；", "乙", "丙\t丁局\t6月", "2\t戊\t己局\t7月")

    assert ("1", "甲；乙丙", "丁局", "6月") == found[1].cells
    assert [2, 2, 4, 4] == [found[1].cell_number(column) for column in range(4)]


@pytest.mark.parametrize(
    "lines",
    [
        ("1\t甲\t乙局", "丙\t丁局\t戊局\t6月"),
        ("1\t甲\t乙局", "2\t丁局"),
        ("1\t甲\t乙局", "", "丙\t6月"),
    ],
)
def test_rows_that_do_not_make_up_the_width(lines):
    """Lines that together have more or fewer cells than the head stay as they are."""
    found = cells_of("\t".join(HEAD), *lines)

    assert [tuple(line.split("\t")) for line in lines if line] == found[1:]


def test_groups_between_cells():
    """A heading between rows one cell a line groups them."""
    found = cells_of(*HEAD, "一、教学", "1", "甲", "乙局", "6月", "（二）科研", "2", "丙", "丁局", "7月")

    assert [("一、教学", "", "", ""), ("1", "甲", "乙局", "6月")] == found[1:3]
    assert ("（二）科研", "", "", "") == found[3]


def test_groups_between_rows():
    """Headings right below the head of a table, and then between its rows, are rows of one cell."""
    rows = ("1\t甲\t乙局", "二、科研", "（一）课题", "2\t丙\t丁局", "三、后勤", "以上。")
    found = read("序号\t任务\t责任单位", "一、教学", *rows)

    assert ["一、教学", "二、科研", "（一）课题"] == [
        line.cells[0] for line in found if line.cells and "" in line.cells
    ]
    assert ["三、后勤", "以上。"] == [line.text for line in found if not line.cells]


@pytest.mark.parametrize(
    "lines",
    [
        ("一、教学", "序号\t任务\t责任单位", "1\t甲\t乙局", "二、科研", "序号\t任务\t责任单位", "1\t丙\t丁局"),
        ("一、教学", "序号\t任务\t责任单位", "1\t甲\t乙局", "二、科研", "1\t丙\t丁局"),
    ],
)
def test_clauses_between_tables(lines):
    """Headings above the head of a table are clauses, and so are others like them."""
    assert ["一、教学", "二、科研"] == [line.text for line in read(*lines) if not line.cells]


def test_page_number_in_a_table():
    """The number of a page, with the lines around it, parts no rows, groups and cells from their table."""
    page = ("", "— 3 —", "")
    rows = cells_of("序号\t任务\t单位", *page, "一、教学", *page, "1\t甲\t乙局", *page, "2\t丙\t丁局")
    cells = cells_of(*HEAD, "1", *page, "甲", "乙局", "6月", "2", "丙", *page, "丁局", "7月")

    assert [("一、教学", "", ""), ("1", "甲", "乙局"), ("2", "丙", "丁局")] == rows[1:]
    assert [HEAD, ("1", "甲", "乙局", "6月"), ("2", "丙", "丁局", "7月")] == cells
