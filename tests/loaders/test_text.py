"""Cleaning that keeps the place in the source."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.readers.page import Line
from loaders.text import Passage, bare, clean, tidy


def texts(*lines):
    """The clean texts of these lines."""
    return [line.text for line in clean(Line(text, n) for n, text in enumerate(lines, 1))]


@pytest.mark.parametrize(
    ("written", "tidied"),
    [
        ("培养 500 名省级教师", "培养500名省级教师"),
        ("工  作  任  务", "工作任务"),
        ("1+X 证书", "1+X证书"),
        ("“人人持证 技能示例”", "“人人持证技能示例”"),
        ("education and training", "education and training"),
        ("成长 and 就业", "成长and就业"),
        ("20 2", "20 2"),
        ("A\u3000B", "A B"),
        ("不低于\u200b 30 ％ 。", "不低于30％。"),
        ("GDP 2 .5", "GDP 2 .5"),
    ],
)
def test_white_space(written, tidied):
    """White space next to a Chinese character or mark goes, between Latin letters and digits one space stays."""
    assert tidied == tidy(written)


@given(st.text())
def test_tidying_twice_changes_nothing(text):
    """What is tidy stays as it is."""
    assert tidy(text) == tidy(tidy(text))


@given(st.text())
def test_tidying_takes_white_space_alone(text):
    """Nothing but white space and invisible characters is lost."""
    invisible = {*map(chr, range(0x200B, 0x2010)), "\u2060", "\ufeff", "\xad", "\x0b", "\x0c"}
    visible = "".join(char for char in text if not char.isspace() and char not in invisible)

    assert visible == "".join(tidy(text).split())


@pytest.mark.parametrize(
    ("written", "plain"),
    [
        ("## 一、总体要求", "一、总体要求"),
        ("#### **四、主要任务**", "四、主要任务"),
        ("培养 **200** 名", "培养 200 名"),
        ("省<u>教育厅</u>、<font color='red'>财政厅</font>", "省教育厅、财政厅"),
        ("- 附件：1. 清单", "附件：1. 清单"),
        ("正文<!-- 注释 -->继续", "正文继续"),
        (r"1\. 开展培训", "1. 开展培训"),
        ("得分 <60 分的 >50 分", "得分 <60 分的 >50 分"),
        ("2*3*4", "2*3*4"),
    ],
)
def test_marks(written, plain):
    """Marks of Markdown and HTML go; signs that mean something stay."""
    assert plain == bare(written)


@pytest.mark.parametrize(
    "noise", ["000130", "— 3 —", "- 12 -", "－ 5 －", "第 3 页 共 9 页", "3/12", "---", "***", "　　", ""]
)
def test_noise(noise):
    """Stamps, page numbers, rules and blank lines are left out."""
    assert ["上文", "下文"] == texts("上文", noise, "下文")


@pytest.mark.parametrize("text", ["2021", "—— 3个目标", "1.", "第3页的表格", "-"])
def test_what_only_looks_like_noise(text):
    """A bullet, a sentence about a page and the like stay; a year by itself is a stamp."""
    assert (text == "2021") == (texts("上文", text) == ["上文"])


def test_article_keeps_its_space():
    """The space behind 第八条 stays: 第六条 after it begins the rule, and is no mention of an article."""
    assert ["第八条 第六条规定的奖励由省财政承担。"] == texts("　　第八条　　第六条规定的奖励由省财政承担。")


@pytest.mark.parametrize(
    ("written", "read"), [("⒈开展培训", "1.开展培训"), ("⑵公开", "(2)公开"), ("㈠目标", "(一)目标"), ("见⑴", "见⑴")]
)
def test_enclosed_numbers(written, read):
    """Numbers in one character at the beginning of a line are read like those in several."""
    assert [read] == texts(written)


def test_cells_are_cleaned():
    """Cells lose marks and white space like lines, and an empty one stays."""
    (row,) = clean([Line("", 4, ("1", " 省<u>教育厅</u> ", ""))])

    assert ("1", "省教育厅", "") == row.line.cells


def test_gap_and_heading():
    """A clean line knows what stood before it and whether Markdown marks it as a heading."""
    first, second = clean([Line("## 示例市教育局", 1), Line("", 2), Line("　　正文", 3)])

    assert (True, False, False) == (first.heading, first.gap, first.indented)
    assert (False, True, True) == (second.heading, second.gap, second.indented)


WORDS = st.text(st.sampled_from("教育部abc12，。"), min_size=1, max_size=6)


@given(st.lists(st.tuples(WORDS, st.integers(1, 99)), min_size=1, max_size=6))
def test_passage_knows_where_each_piece_stands(pieces):
    """Every piece joined to a passage is found at its offset, with its line."""
    passage = Passage()
    for text, line in pieces:
        passage = passage.joined(text, line)

    found = [
        (passage.text[offset : offset + len(text)], line)
        for (offset, line), (text, _) in zip(passage.lines, pieces, strict=True)
    ]
    assert list(pieces) == found


@given(st.lists(st.tuples(WORDS, st.integers(1, 99)), min_size=1, max_size=6), st.data())
def test_passage_cut_in_two(pieces, data):
    """Cut at any offset, the halves hold the text, and each offset of theirs has the line that it had."""
    passage = Passage()
    for text, line in pieces:
        passage = passage.joined(text, line)
    cut = data.draw(st.integers(0, len(passage.text)))

    before, after = passage.until(cut), passage.after(cut)

    def line_at(part, offset):
        return max((place for place in part.lines if place[0] <= offset), key=lambda place: place[0])[1]

    assert passage.text == before.text + after.text
    assert all(line_at(passage, n) == line_at(before, n) for n in range(len(before.text)))
    assert all(line_at(passage, cut + n) == line_at(after, n) for n in range(len(after.text)))


@pytest.mark.parametrize(
    ("written", "text"),
    [
        ("- 规模扩大。", "- 规模扩大。"),
        ("* **规模**扩大。", "* 规模扩大。"),
        ("- 1. 甲", "1.甲"),
        ("- （一）甲", "（一）甲"),
        ("- 附件：清单", "附件：清单"),
        ("- 3 -", None),
        ("⑴ 甲", "(1)甲"),
        ("⒉甲", "2.甲"),
        ("㈢甲", "(三)甲"),
        ("❹甲", "④甲"),
        ("➄甲", "⑤甲"),
        ("㊅甲", "（六）甲"),
        ("■ 一、甲", "一、甲"),
        ("★（二）甲", "（二）甲"),
        ("★ 1 . 甲", "1 .甲"),
        ("●1.甲", "1.甲"),
        ("●2022年甲", "●2022年甲"),
        ("—、甲", "一、甲"),
        ("（十—）甲", "（十一）甲"),
        ("—2022年", "—2022年"),
        ("第 一 章　总 则", "第一章 总则"),
        ("第一部分  甲", "第一部分 甲"),
    ],
)
def test_numbers_and_bullets(written, text):
    """Enclosed numbers are written out, a dash is 一 where a scan made it of one, ornaments before numbers go, bullets
    of Markdown lists stay where no number follows, and the space behind the number of a chapter stays."""
    assert [text] * bool(text) == [line.text for line in clean([Line(written, 1)])]


@pytest.mark.parametrize(("written", "level"), [("## 甲", 2), ("**甲**", 0), ("甲", 0)])
def test_levels_of_headings(written, level):
    """A Markdown heading has a level; a line in bold is a heading without one."""
    (line,) = clean([Line(written, 1)])

    assert (written != "甲", level) == (line.heading, line.level)


def test_passage_before():
    """What is put before a passage moves its places, but not the first."""
    passage = Passage().joined("甲乙", 1).joined("丙", 2)

    assert Passage("2.甲乙丙", ((0, 1), (4, 2))) == passage.before("2.")
    assert Passage("", ((0, 1),)) == passage.until(0)
