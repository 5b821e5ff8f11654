"""Line breaks that became white space."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.readers.lost_breaks import restored
from loaders.readers.page import Line

NOTICE = (
    "示例市教育局关于做好示例工作的通知",
    "各县（区）教育局：",
    "为做好示例工作，现通知如下：",
    "一、提高认识。",
    "二、加强领导。各校要落实责任。",
    "附件：1.计划表",
    "2.申报表",
    "示例市教育局",
    "2024年3月1日",
)


def read(text):
    """The lines of a text of one line."""
    return [line.text for line in restored([Line(text, 1)])]


@pytest.mark.parametrize("wide", ["   ", "\u3000\u3000", "\u2002\u2002"])
def test_single_spaces(wide):
    """Where single spaces stand for breaks, they part title, recipients, sentences and numbered items."""
    text = " ".join(NOTICE[:7]) + wide + wide.join(NOTICE[7:])

    assert list(NOTICE) == read(text)


@given(
    st.lists(
        st.sampled_from(["一、甲。", "（一）乙；", "第一条丙。", "二、改为“丁。”", "戊。"]), min_size=4, max_size=12
    )
)
def test_sentences(sentences):
    """Every sentence with a space behind it is a line, in a text of any length."""
    assert sentences == read(" ".join(sentences))


@pytest.mark.parametrize(
    "lines",
    [
        ["一、甲。 各校落实。", "二、乙。", "三、丙。 各县落实。"],  # a slip
        ["联系人：甲  电话：1", "各校要落实责任，加强领导，按时报送材料，确保工作取得实效。" * 3],
    ],
)
def test_slips(lines):
    """White space in single lines of a text with line breaks parts nothing."""
    assert lines == [line.text for line in restored([Line(text, n) for n, text in enumerate(lines, 1)])]


def test_one_long_line_below_a_title():
    """Where one long line below the title holds the text, a clause number after a sentence begins a line."""
    clauses = [f"第{number}条学校应当落实安全责任，加强日常管理，定期开展检查。" for number in "一二三四五六七八九" * 4]
    lines = ["示例省学校安全条例", "（2024年3月1日通过）", "".join(clauses)]

    assert [*lines[:2], *clauses] == [
        line.text for line in restored([Line(text, n) for n, text in enumerate(lines, 1)])
    ]


def test_numbers_and_spaced_words():
    """White space behind a number, or inside a spaced word, parts nothing."""
    text = "第一章  总  则第一条  学校应当落实责任。第二条  各县应当加强领导。第三条  本办法自印发之日起施行。" * 8

    assert ["第一章 总 则第一条 学校应当落实责任。", "第二条 各县应当加强领导。"] == read(text)[:2]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2024年3月1日附件：1.计划表", ["2024年3月1日", "附件：1.计划表"]),
        ("2024年3月1日（此件公开发布）", ["2024年3月1日", "（此件公开发布）"]),
        ("（此件公开发布） 示例市实施方案", ["（此件公开发布）", "示例市实施方案"]),
        ("见2024年3月1日印发的附件：名单", ["见2024年3月1日印发的附件：名单"]),
    ],
)
def test_what_stands_behind_the_text(text, expected):
    """The list of annexes, the note of release and the work of a notice begin lines of their own."""
    assert expected == read(text)


def test_first_chapter_behind_the_title():
    """The first chapter that stands right behind the title begins a line."""
    text = "　　".join(("2022年5月20日", "示例省学校安全办法第一章 总则", "第一条 甲。", "第二条 乙。", "第三条 丙。"))

    assert ["示例省学校安全办法", "第一章 总则"] == read(text)[1:3]
