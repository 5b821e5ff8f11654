"""Tables: which rows speak, what their numbers and their text are."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.paragraphs import paragraphs
from loaders.readers.page import Line
from loaders.tables import Row, read_tables
from loaders.text import clean
from loaders.vocabulary import lines

HEAD = ("序号", "任务", "责任单位")


def table(*rows):
    """The paragraphs of a table with these rows of cells."""
    return paragraphs(clean([Line("", number, row) for number, row in enumerate(rows, 1)]))


def rows_of(*rows: tuple[str, ...]) -> list[Row]:
    """The rows of a table, its notes and forms left out."""
    return [item for item in read_tables(table(*rows)) if isinstance(item, Row)]


def read(*rows):
    """Number and text of the rows that speak."""
    return [(row.number, row.cells[row.place][row.start :]) for row in rows_of(*rows)]


@pytest.mark.parametrize(
    ("written", "number"),
    [
        ("1", 1),
        ("1.", 1),
        ("2、", 2),
        ("（3）", 3),
        ("(4)", 4),
        ("05", 5),
        ("六", 6),
        ("（七）", 7),
        ("⑧", 8),
        ("第9项", 9),
    ],
)
def test_numbers(written, number):
    """A row has the number of its own column in each of its forms."""
    assert [(number, "甲。")] == read(HEAD, (written, "甲。", "乙局"))


def test_rows_that_are_no_clauses():
    """Titles and groups over the columns, sums, notes, and rows without any word are no clauses."""
    assert [(1, "甲。"), (2, "丙。")] == read(
        ("任务清单", "任务清单", "任务清单"), HEAD, ("一、教学", "一、教学", "一、教学"), ("1", "甲。", "乙局"),
        ("管理", "", ""), ("2", "丙。", "丁局"), ("3", "", ""), ("合计", "", "2项"), ("注：丁局牵头。",) * 3,
    )  # fmt: skip


@pytest.mark.parametrize("pattern", lines("totals.txt"))
@given(data=st.data())
def test_every_sum_is_no_clause(pattern, data):
    """A row that sums up is left out, whatever its word."""
    word = data.draw(st.from_regex(pattern, fullmatch=True, alphabet="合总小共计累数全国省市区县盟州旗校平均值（元）"))

    assert [(1, "甲")] == read(HEAD, ("1", "甲", "乙局"), ("", word, "丙局"))


def test_notes_are_text():
    """A note over the columns is text beside the table."""
    note = read_tables(table(HEAD, ("1", "甲。", "乙局"), ("注：丁局牵头。", "", "")))[-1]

    assert "注：丁局牵头。" == note.passage.text


def test_forms():
    """A form that is to be filled in has no rows; what it says is text."""
    form = read_tables(table(("姓名", "", "性别", ""), ("民族", "", "籍贯", ""), ("意见", "", "", "")))

    assert ["姓名性别", "民族籍贯", "意见"] == [item.passage.text for item in form]
    assert not any(isinstance(item, Row) for item in form)


def test_second_rows_of_a_number():
    """A row without a number of its own goes on with the one above, also where a merged cell says the number again."""
    head = ("序号", "重点任务", "工作举措", "责任单位")

    assert [(1, "甲甲。"), (1, "丙丙。"), (2, "戊戊。")] == read(
        head, ("1", "改革", "甲甲。", "乙局"), ("", "", "丙丙。", "丁局"), ("2", "保障", "戊戊。", "己局")
    )
    assert [(1, "甲甲。"), (1, "丙丙。"), (2, "戊戊。")] == read(
        head, ("1", "改革", "甲甲。", "乙局"), ("1", "改革", "丙丙。", "丁局"), ("2", "保障", "戊戊。", "己局")
    )


def test_rows_numbered_in_their_text():
    """Numbers that all texts begin with are those of the rows."""
    assert [(1, "甲。"), (2, "丙。")] == read(("工作任务", "责任单位"), ("1.甲。", "乙局"), ("2.丙。", "丁局"))


def test_rows_without_numbers():
    """Other rows have none, codes such as 1.1 included."""
    assert [(None, "甲。"), (None, "丙。")] == read(("编号", "任务"), ("1.1", "甲。"), ("A2", "丙。"))


def test_halves_side_by_side():
    """A table that is set in two halves is read half by half."""
    assert [(1, "甲校"), (2, "乙校"), (3, "丙校")] == read(
        ("序号", "学校", "序号", "学校"), ("1", "甲校", "3", "丙校"), ("2", "乙校", "", "")
    )


def test_heads_of_several_lines():
    """A further line of a head is none of the rows; it names the columns more exactly."""
    (row,) = read_tables(table(("任务", "责任单位", "责任单位"), ("任务", "牵头", "配合"), ("甲。", "乙局", "丙局")))

    assert ("任务", "责任单位（牵头）", "责任单位（配合）") == row.table.heads
    assert ("task", "unit", "unit") == row.table.columns


def test_further_line_of_a_head_below_blank_cells():
    """Where a cell that goes over two lines is blank in the second, the head has two lines all the same."""
    (row,) = read_tables(table(("学校", "人数", ""), ("", "男", "女"), ("甲校", "10", "20")))

    assert ("学校", "人数（男）", "女") == row.table.heads


def test_upper_line_of_a_head():
    """The line above the one that names the columns belongs to the head."""
    assert [(1, "甲。")] == read(
        ("", "", "要求", "要求"), ("序号", "任务", "标准", "时限"), ("1", "甲。", "优", "六月")
    )


def test_years_as_heads():
    """Years may be the heads of columns; other figures are values."""
    assert [(None, "入园率")] == read(("指标", "2020年", "2025年"), ("入园率", "85%", "90%"))
    assert [(None, "入园率"), (None, "巩固率")] == read(("入园率", "85%", "90%"), ("巩固率", "95%", "96%"))


def test_heads_again_on_the_next_page():
    """A head that stands again is no row, and what a page break tore off a row goes on with it."""
    assert [(1, "开展培训和评估。"), (2, "丙。")] == read(
        HEAD, ("1", "开展培训", "乙局"), HEAD, ("", "和评估。", ""), ("2", "丙。", "丁局")
    )


def test_cells_over_several_rows_count_once():
    """The text of the rows is the column that says most, what goes over several rows counted once."""
    head = ("重点任务", "具体举措")

    assert [(None, "甲。"), (None, "乙乙。")] == read(head, ("深化改革", "甲。"), ("深化改革", "乙乙。"))


def test_figures_are_no_text():
    """The text of a row is a column of words before one of figures."""
    assert [(None, "甲"), (None, "乙")] == read(("姓名", "电话"), ("甲", "0000-0000000"), ("乙", "0000-0000001"))


def test_units_of_measurement():
    """Below 单位 stand those who do something, or what indicators are counted in, which no row lacks."""
    head = ("序号", "名称", "单位", "2025年")
    counted = rows_of(head, ("1", "入园率", "%", "91"), ("2", "面积", "平方米/人", "20"), ("3", "学校数", "", "30"))
    done = rows_of(head, ("1", "开展检查", "教育局/财政局", "3月"), ("2", "总结工作", "", "4月"))

    assert [False, False, False] == [row.unit_missing for row in counted]
    assert not any(row.table.lists_tasks for row in counted)
    assert [False, True] == [row.unit_missing for row in done]


CELLS = st.sampled_from(
    ("", "1", "2", "一、甲", "任务", "序号", "责任单位", "合计", "注：甲", "甲。", "30人", "2025年")
)


@given(st.lists(st.lists(CELLS, min_size=1, max_size=4).map(tuple), max_size=8))
def test_any_table(rows):
    """Any table is read, and each row that speaks has a text and a source line for each cell."""
    for row in rows_of(*rows):
        assert row.cells[row.place]
        assert len(row.cells) == len(row.lines)
