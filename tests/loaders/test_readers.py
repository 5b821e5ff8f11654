"""From files to neutral lines."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.errors import UnreadableFile
from loaders.readers import read_page
from loaders.readers.grids import with_cells
from loaders.readers.limits import USUAL
from loaders.readers.page import Line
from loaders.readers.plain import read_lines

TEXT = "关于示例的通知\n一、总体要求"


def lines_of(text):
    """The texts of the lines of a text file with these words."""
    return [line.text for line in read_lines(text.encode(), "x.txt")]


def cells_of(text):
    """The cells of the rows in a text."""
    return [
        line.cells for line in with_cells([Line(row, n) for n, row in enumerate(text.split("\n"), 1)]) if line.cells
    ]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_encodings(encoding):
    """UTF-8 with and without byte order mark, GB18030 and UTF-16 are read alike."""
    assert ["关于示例的通知", "一、总体要求"] == [line.text for line in read_lines(TEXT.encode(encoding), "x.txt")]


def test_other_encodings_are_guessed():
    """What is neither UTF-8 nor GB18030 is read in the encoding that charset-normalizer finds likeliest."""
    text = "Coopération éducative à Paris : une école à côté, d'après l'été dernier. " * 3

    assert 3 == read_lines(text.encode("cp1252"), "x.txt")[0].text.count(" Paris : une ")


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_line_ends(end):
    """Lines end as on any system, and are counted from 1."""
    lines = read_lines(TEXT.replace("\n", end).encode(), "x.txt")

    assert [(1, "关于示例的通知"), (2, "一、总体要求")] == [(line.number, line.text) for line in lines]


@given(st.lists(st.text(st.characters(codec="gb18030", exclude_categories=("Cc", "Cs"))), min_size=3, max_size=8))
def test_every_line_is_kept(texts):
    """No line of a text without tables is lost or changed, whichever encoding it is in."""
    texts = [text.replace("|", "").replace("\t", "").replace("\ufeff", "") for text in texts]

    assert texts == lines_of("\n".join(texts))


def test_entities_in_text():
    """What is left of the marks of a page is read as what it stands for; other ampersands stay."""
    assert ["一、甲\xa0乙<丙>", "R&D&x; 投入"] == [
        line.text for line in read_lines("一、甲&nbsp;乙&lt;丙&gt;\nR&D&x; 投入".encode(), "x.txt")
    ]


def test_lost_line_breaks_as_runs_of_white_space():
    """A long line whose breaks became runs of white space is split at them, and its parts keep its number."""
    paragraph = "各部门要高度重视，" * 80

    lines = read_lines(f"一、总体要求    {paragraph}　　二、主要任务".encode(), "x.txt")

    assert [("一、总体要求", 1), (paragraph, 1), ("二、主要任务", 1)] == [(line.text, line.number) for line in lines]


def test_lost_line_breaks_without_a_trace():
    """In a file of one line, a clause number after the end of a sentence begins a line."""
    assert ["一、严格管理。", "二、加强服务。", "（一）公开。"] == lines_of("一、严格管理。二、加强服务。（一）公开。")


def test_numbers_inside_paragraphs_stay():
    """In a file with lines, a paragraph that numbers what it lists stays one line."""
    text = "标题\n要做到：（一）公开；（二）公正。\n结尾"

    assert text.split("\n") == lines_of(text)


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("x.exe", b"MZ", "no reader for .exe; fit: .*.markdown, .md"),
        ("x", b"text", "no reader for a name without suffix"),
        ("x.txt", b"", "nothing stands in it"),
        ("x.txt", " \n\u3000\n".encode(), "nothing stands in it"),
        ("x.txt", b"%PDF-1.4\x00\x01\x02", "binary, not text"),
        ("x.md", bytes(range(256)), "binary, not text"),
    ],
)
def test_unreadable(tmp_path, name, data, reason):
    """What is no document says which file it is, why, and what would fit."""
    path = tmp_path / name
    path.write_bytes(data)

    with pytest.raises(UnreadableFile, match=reason) as caught:
        read_page(path)
    assert str(path) == caught.value.path


@pytest.mark.parametrize("name", ["nothing.txt", "nothing"])
def test_missing_file(tmp_path, name):
    """A missing file is the caller's mistake, not a bug, whatever its name."""
    with pytest.raises(UnreadableFile, match="No such file"):
        read_page(tmp_path / name)


def test_folder(tmp_path):
    """A folder is no document."""
    folder = tmp_path / "folder.txt"
    folder.mkdir()

    with pytest.raises(UnreadableFile):
        read_page(folder)


def test_too_big(tmp_path):
    """A file beyond any official document is refused unread."""
    path = tmp_path / "big.txt"
    with path.open("wb") as file:
        file.truncate(USUAL.text + 1)

    with pytest.raises(UnreadableFile, match="at most 20,000,000 are read; --max-size 201MB allows it"):
        read_page(path)


def test_page_has_the_name_without_folder(tmp_path):
    """A page is called after its file alone, so that its place does not change what is read."""
    path = tmp_path / "例政〔2021〕1号.TXT"
    path.write_text(TEXT, encoding="utf-8")

    assert "例政〔2021〕1号.TXT" == read_page(path).name


def test_rows_parted_by_tabs():
    """A row a line; the bracket below a head belongs to its last cell, a sentence below a row does not."""
    text = "序号\t工作任务\t责任单位\n(按职责分工负责)\n1\t开展培训\t省教育厅\n以上任务按季度报告。"

    assert [("序号", "工作任务", "责任单位(按职责分工负责)"), ("1", "开展培训", "省教育厅")] == cells_of(text)


def test_cells_one_a_line():
    """A cell a line, each after a tab: a blank line ends a row, and each cell knows its line."""
    text = "\t序号\n\t任务\n\t责任单位\n（按职责）\n\n\t1\n\t开展培训\n\t\n\n\t2\n\t组织比赛\n\t区教体局"
    rows = [line for line in with_cells([Line(row, n) for n, row in enumerate(text.split("\n"), 1)]) if line.cells]

    expected = [("序号", "任务", "责任单位（按职责）"), ("1", "开展培训", ""), ("2", "组织比赛", "区教体局")]
    assert expected == [row.cells for row in rows]
    assert [11, 12] == [rows[2].cell_number(1), rows[2].cell_number(2)]


def test_cells_one_a_line_without_blank_lines():
    """Where the blank lines between rows are lost, the cells before number 1 say how many a row has."""
    text = "\t序号\n\t任务\n\t责任单位\n（按职责）\n\t1\n\t开展培训\n\t市教育局\n\t2\n\t组织比赛\n\t市体育局"

    assert [
        ("序号", "任务", "责任单位（按职责）"),
        ("1", "开展培训", "市教育局"),
        ("2", "组织比赛", "市体育局"),
    ] == cells_of(text)


def test_text_below_a_table_is_no_cell():
    """A line below a blank one is text, even where another line with a tab follows."""
    lines = with_cells([Line(text, n) for n, text in enumerate(("\t1", "\t甲", "", "一、总体要求", "\t乙"), 1)])

    assert ["一、总体要求"] == [
        line.text for line in lines if line.text and not line.cells and not line.text.startswith("\t")
    ]


def test_row_with_an_empty_first_cell():
    """A row whose first cell is empty is a row, and no cell in a line of its own."""
    assert [("序号", "任务", "单位"), ("", "甲", "乙局")] == cells_of("序号\t任务\t单位\n\t甲\t乙局\n")


def test_markdown_table():
    """Pipes part cells, the rule below the head is none."""
    assert [("序号", "任务"), ("1", "开展培训")] == cells_of("| 序号 | 任务 |\n|:--|---|\n| 1 | 开展<br>培训 |")


def test_a_single_tab_is_no_table():
    """The imprint, parted by tabs from its date, is a line of text."""
    assert [] == cells_of("抄送：市委各部门。\n\n示例市人民政府办公室\t\t2022年2月21日印发\n\n")


def test_an_indent_by_tab_is_no_table():
    """A single line that begins with a tab is an indented line."""
    assert [] == cells_of("标题\n\n\n\t正文第一段。\n\n\n\n正文第二段。")
