"""Tables, lists and paragraphs of pages."""

import pytest

from loaders.readers.html import read_lines
from loaders.readers.html_cells import join_cell

HEAD = "<tr><th>序号</th><th>工作任务</th><th>责任单位</th></tr>"


def read(page):
    """The lines of a page below a paragraph: rows as tuples, other lines as text."""
    lines = read_lines(f"<div class=zoom><p>现将任务通知如下，请落实。</p>{page}</div>".encode(), "x.html")
    return [line.cells or line.text.strip() for line in lines[1:]]


def test_a_table_of_data():
    """Rows with several cells are rows; a cell is one text, whatever paragraphs and breaks it has."""
    page = f"<table>{HEAD}<tr><td><p>1</p></td><td>开展<br>培训</td><td><p>省教育</p><p>厅</p></td></tr></table>"

    assert [("序号", "工作任务", "责任单位"), ("1", "开展培训", "省教育厅")] == read(page)


def test_the_lines_of_cells():
    """A cell knows the line where it begins."""
    page = "<table>\n<tr><td>序号</td>\n<td>任务</td></tr>\n<tr><td>1</td>\n<td>\n培训</td></tr></table>"
    row = [line for line in read_lines(page.encode(), "x.html") if line.cells][1]

    assert [4, 6] == [row.cell_number(0), row.cell_number(1)]


def test_spans_are_said_in_each_place():
    """A cell over several rows or columns is said in each place that it covers, so that no row lacks its unit."""
    page = (
        "<table><tr><td rowspan=2>序号</td><td colspan=2>任务</td><td rowspan=2>责任单位</td></tr>"
        "<tr><td>类别</td><td>内容</td></tr><tr><td>1</td><td rowspan=2>培训</td><td>国培</td>"
        "<td rowspan=2>市教育局</td></tr><tr><td>2</td><td>省培</td></tr></table>"
    )

    assert [
        ("序号", "任务", "任务", "责任单位"),
        ("序号", "类别", "内容", "责任单位"),
        ("1", "培训", "国培", "市教育局"),
        ("2", "培训", "省培", "市教育局"),
    ] == read(page)


@pytest.mark.parametrize("span", ["0", "-1", "x", "", "9999999999", "1.5"])
def test_spans_that_are_none(span):
    """A span that is no number, or beyond the table, covers what is there."""
    page = f"<table>{HEAD}<tr><td rowspan='{span}'>1</td><td>培训</td><td>市教育局</td></tr></table>"

    assert ("1", "培训", "市教育局") == read(page)[-1]


def test_rows_of_one_cell():
    """A row of one cell is a caption above the rows, a note below them, and between them a group in its first place."""
    page = (
        f"<table><tr><td colspan=3>任务分工表</td></tr>{HEAD}<tr><td colspan=3>一、教学改革</td></tr>"
        "<tr><td>1</td><td>培训</td><td>市教育局</td></tr><tr><td colspan=3>注：按季度报告。</td></tr></table>"
    )

    assert [
        "任务分工表",
        ("序号", "工作任务", "责任单位"),
        ("一、教学改革", "", ""),
        ("1", "培训", "市教育局"),
        "注：按季度报告。",
    ] == read(page)


@pytest.mark.parametrize(
    "table",
    [
        "<table><tr><td>一、甲，乙。</td></tr><tr><td>二、丙，丁。</td></tr></table>",
        "<table><tr><td>一、甲，乙。</td><td>二、丙，丁。</td></tr></table>",
        "<table><tr><td><table><tr><td>一、甲，乙。</td></tr></table></td></tr><tr><td>二、丙，丁。</td></tr></table>",
        "<table><tr><td>&nbsp;</td><td>一、甲，乙。</td></tr><tr><td></td><td>二、丙，丁。</td></tr></table>",
    ],
)
def test_tables_that_place_text(table):
    """A table of one row, or with one cell of text a row, only places text."""
    assert ["一、甲，乙。", "二、丙，丁。"] == read(table)


def test_columns_of_a_page():
    """A table with the text of a page in one cell places columns, though other cells have words too."""
    text = "".join(f"<p>{number}.要求各县区落实责任，加强督导。</p>" for number in range(1, 16))
    page = f"<table><tr><td>目录</td><td>公开</td></tr><tr><td>首页</td><td>{text}</td></tr></table>"

    assert "15.要求各县区落实责任，加强督导。" == read(page)[-1]


def test_a_table_in_a_table_that_places_text():
    """Data in a table inside a cell are rows, the text around them is not."""
    inner = f"<table>{HEAD}<tr><td>1</td><td>培训</td><td>市教育局</td></tr></table>"
    page = f"<table><tr><td><p>表1 分工</p>{inner}</td></tr></table>"

    assert ["表1 分工", ("序号", "工作任务", "责任单位"), ("1", "培训", "市教育局")] == read(page)


@pytest.mark.parametrize(
    "rows",
    [
        "<tr><td>姓名</td><td></td><td>性别</td><td></td></tr><tr><td>单位</td><td></td><td>职务</td><td></td></tr>",
        "<tr><td rowspan=2>项目</td><td colspan=2>人数</td></tr><tr><td>男</td><td>女</td></tr><tr><td>教师</td><td>"
        "</td><td></td></tr><tr><td>学生</td><td></td><td></td></tr>",
        "<tr><td>姓名</td><td>性别</td></tr><tr><td></td><td></td></tr><tr><td></td><td></td></tr>",
        "<tr><td>单位意见</td><td>（盖章）</td></tr><tr><td>局意见</td><td>（签字）　年　月　日</td></tr>",
    ],
)
def test_forms_are_no_rows(rows):
    """A form to be filled in, with empty cells or places to sign, has no rows of data."""
    assert not any(isinstance(line, tuple) for line in read(f"<table>{rows}</table>"))


def test_a_list_of_tasks_with_columns_to_fill_in():
    """A list of tasks whose every second column waits for what is done is a table of data."""
    page = f"<table>{HEAD.replace('</tr>', '<th>进展</th><th>问题</th><th>备注</th></tr>')}"
    page += "<tr><td>1</td><td>培训</td><td>市教育局</td><td></td><td></td><td></td></tr></table>"

    assert ("1", "培训", "市教育局", "", "", "") == read(page)[-1]


def test_a_table_without_rows_written():
    """Cells without a row around them, and without closing tags, are one row."""
    assert [("序号", "任务"), ("1", "培训")] == read("<table><tr><td>序号<td>任务<tr><td>1<td>培训</table>")


@pytest.mark.parametrize(
    ("lines", "text"),
    [
        (["市教育局", "市财政局"], "市教育局、市财政局"),
        (["市教育局", "市财政局、市人力资源社会保障局"], "市教育局、市财政局、市人力资源社会保障局"),
        (["市人民政府", "办公室"], "市人民政府办公室"),
        (["市人力资源", "社会保障局"], "市人力资源社会保障局"),
        (["市教育局、", "市财政局"], "市教育局、市财政局"),
        (["开展培训，", "组织比赛"], "开展培训，组织比赛"),
        (["ABC", "123"], "ABC 123"),
        ([], ""),
    ],
)
def test_joining_a_cell(lines, text):
    """Lines of a cell are joined as hard wraps are; two bodies in two lines stay two."""
    assert text == join_cell(lines)


@pytest.mark.parametrize(
    ("page", "lines"),
    [
        ("<ol><li>甲，乙。</li><li>丙，丁。</li></ol>", ["1.甲，乙。", "2.丙，丁。"]),
        ("<ol start=3><li>甲。</li><li value=7>乙。</li><li>丙。</li></ol>", ["3.甲。", "7.乙。", "8.丙。"]),
        ("<ol style='list-style-type: cjk-ideographic'><li>甲。</li></ol>", ["一、甲。"]),
        ("<ol class='custom_cn1 list'><li>甲。</li><li>乙。</li></ol>", ["（一）甲。", "（二）乙。"]),
        ("<ol class=custom_num2><li>甲。</li></ol>", ["（1）甲。"]),
        ("<ol><li>1.甲。</li><li>（二）乙。</li></ol>", ["1.甲。", "（二）乙。"]),
        ("<ol style='list-style: none'><li>甲。</li></ol><ol type=a><li>乙。</li></ol>", ["甲。", "乙。"]),
        ("<ol class=' list-paddingleft-2'><li>甲。</li></ol><ol class=info><li>乙。</li></ol>", ["1.甲。", "乙。"]),
        ("<ul><li>甲。</li></ul><li>乙。</li><ol><li value=0>丙。</li></ol>", ["甲。", "乙。", "丙。"]),
        ("<ol><li><p>甲。</p><p>乙。</p></li></ol>", ["1.甲。", "乙。"]),
    ],
)
def test_numbers_of_lists(page, lines):
    """The numbers that a browser writes before the items of a list are read, those that are written count alone."""
    assert lines == read(page)


def begun(page):
    """Whether each line of a page is set in, as the beginning of a paragraph is."""
    return [line.text.startswith("\u3000\u3000") for line in read_lines(page.encode(), "x.html")]


def test_elements_begin_paragraphs():
    """Each element of a page begins a paragraph, whether or not the line above has an end."""
    assert [True, True, True] == begun(
        "<p>组长：示例市市长</p><p>副组长：示例市副市长，秘书长</p><div>成员：各局局长。</div>"
    )


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        ("<p>　　各县区要落实责任，<br>加强督导。</p>", [True, False]),
        ("<p>各县区要落实责任。<br>市直各单位要加强督导。</p>", [True, True]),
        ("<p>各县区要落实责任，<br>&nbsp;&nbsp;市直各单位要加强督导。</p>", [True, True]),
        ("<p>一、提高认识<br>各县区要落实责任，加强督导。</p>", [True, True]),
        ("<p>附件：清单，表格<br>2.名单</p>", [True, True]),
        ("<p>各县区，市直单位<br><br>一是落实</p>", [True, True]),
        ("<pre>　　各县区要落实责任，\n加强督导。\n　　市直单位</pre>", [True, False, True]),
    ],
)
def test_breaks(page, expected):
    """A break only wraps a line, but below the end of a sentence, above an indent or a number, and below a heading."""
    assert expected == begun(page)


def test_torn_paragraphs():
    """In a page that sets paragraphs in, one that is not goes on with what stands above it without an end."""
    whole = "<p style='text-indent: 2em'>各县区要落实责任，加强督导。</p>"
    page = f"{whole * 6}<p style='text-indent: 2em'>市直各单位要落实责任</p><p>并加强督导，按时报送。</p>"

    assert [True, False] == begun(page)[-2:]


def test_rows_in_preformatted_text():
    """Rows parted by tabs in <pre> are read as those of text files."""
    assert [("序号", "任务"), ("1", "培训")] == read("<pre>序号\t任务\n1\t培训</pre>")
