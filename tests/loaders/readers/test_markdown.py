"""Markdown as converters and people write it: tables, lists, quotations, fronts, characters that look alike."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.heads import read_head
from loaders.outline import read_clauses
from loaders.readers.page import Page
from loaders.readers.plain import read_lines

ROWS = (("序号", "工作任务", "责任单位"), ("1", "建设示范学校50所。", "市教育局"), ("2", "开展培训。", "市教育局"))


def read(text, name="示例.md"):
    """The lines of a Markdown file."""
    return read_lines(text.encode(), name)


def cells(text, name="示例.md"):
    """The rows of the tables in a Markdown file."""
    return tuple(line.cells for line in read(text, name) if line.cells)


def texts(text, name="示例.md"):
    """What the lines say that say something."""
    return [line.text for line in read(text, name) if not line.blank]


@pytest.mark.parametrize(
    "table",
    [
        "| 序号 | 工作任务 | 责任单位 |\n|---|:-:|--:|\n| 1 | 建设示范学校50所。 | 市教育局 |\n"
        "| 2 | 开展培训。 | 市教育局 |",
        "序号 | 工作任务 | 责任单位\n--- | --- | ---\n1 | 建设示范学校50所。 | 市教育局\n2 | 开展培训。 | 市教育局",
        "> | 序号 | 工作任务 | 责任单位 |\n> |---|---|---|\n> | 1 | 建设示范学校50所。 | 市教育局 |\n"
        "> | 2 | 开展培训。 | 市教育局 |",
        "<table><tr><td>序号</td><td>工作任务</td><td>责任单位</td></tr><tr><td>1</td><td>建设示范学校50所。</td>"
        "<td rowspan=2>市教育局</td></tr><tr><td>2</td><td>开展培训。</td></tr></table>",
        "<table>\n<thead>\n<tr>\n<th>序号</th>\n<th>工作任务</th>\n<th>责任单位</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n"
        "<td>1</td>\n<td>建设示范学校50所。</td>\n<td>市教育局</td>\n</tr>\n<tr>\n<td>2</td>\n<td>开展培训。</td>\n"
        "<td>市教育局</td>\n</tr>\n</tbody>\n</table>",
    ],
)
@pytest.mark.parametrize("name", ["示例.md", "示例.txt"])
def test_tables(table, name):
    """A table has the same rows, whether pipes or tags part its cells, open to both sides, quoted, in one line or in
    many."""
    assert cells(f"一、任务\n\n{table}\n\n二、要求\n", name) == ROWS


def test_empty_cells_stay_in_their_columns():
    """Pipes without anything between them are empty cells, at both ends too."""
    assert cells("| 甲 | 乙 | 丙 |\n|---|---|---|\n|| 二 ||\n| 一 | 二 | |\n") == (
        ("甲", "乙", "丙"),
        ("", "二", ""),
        ("一", "二", ""),
    )


def test_a_pipe_in_a_cell():
    r"""A pipe behind a backslash is one of the text."""
    assert cells("| 甲 | 乙 |\n|---|---|\n| 一\\|二 | 三 |\n")[1] == ("一|二", "三")


def test_rows_in_tags_know_their_lines():
    """Rows and cells of a table in tags stand where the file has them, and the text around it too."""
    lines = read(
        "一、任务\n\n<table>\n<tr><td>甲</td><td>乙</td></tr>\n<tr><td>一</td>\n<td>二</td></tr>\n</table>\n二、要求"
    )

    assert [(line.number, line.cell_numbers) for line in lines if line.cells] == [(4, (4, 4)), (5, (5, 6))]
    assert (8, "二、要求") == (lines[-1].number, lines[-1].text)


def test_a_table_that_does_not_end_is_text():
    """Nothing is lost where the tag that closes a table is missing."""
    assert "二、要求" in texts("一、任务\n<table><tr><td>甲</td><td>乙</td></tr>\n二、要求")


def test_lists_that_count_by_themselves():
    """Items that are all written 1. have the numbers that Markdown shows; a list below another paragraph begins
    again."""
    text = "1. 甲。\n1. 乙。\n\n   乙的说明。\n\n1. 丙。\n\n另一段。\n\n1. 丁。\n"

    assert ["1. 甲。", "2. 乙。", "乙的说明。", "3. 丙。", "另一段。", "1. 丁。"] == [
        line.strip() for line in texts(text)
    ]


def test_text_files_do_not_count():
    """In plain text a number that stands twice is what was written."""
    assert ["1. 甲。", "1. 乙。"] == texts("1. 甲。\n1. 乙。\n", "示例.txt")


def test_front_of_a_site():
    """What a generator is told of a page is no text; its title is, where the text has none."""
    front = '---\ntitle: "关于示例工作的意见"\ndate: 2024-01-01\ntags:\n  - 教育\n---\n'

    assert ["关于示例工作的意见", "一、总体要求"] == texts(f"{front}\n一、总体要求\n")
    assert ["# 关于示例工作的意见", "一、总体要求"] == texts(f"{front}# 关于示例工作的意见\n\n一、总体要求\n")


def test_a_rule_is_no_front():
    """Text between two rules stays."""
    assert "各学校：" in texts("---\n各学校：\n---\n一、总体要求\n")


def test_characters_that_look_alike():
    """Numbers written with radicals, as copied from PDF files, are numbers."""
    lines = read("关于示例⼯作的意见\n\n⼀、总体要求\n\n（⼆）加强领导。\n", "示例.txt")
    page = Page("示例.txt", lines)

    addresses = [clause.address for clause in read_clauses(page, read_head(page)).clauses]
    assert addresses == ["一", "一（二）"]


@given(st.text(st.sampled_from("<table>r d/|-1. \n一、>")))
def test_any_marks(text):
    """Whatever marks stand in a text, it is read, and its lines come in order."""
    numbers = [line.number for line in read(text)]

    assert numbers == sorted(numbers)
