"""Headings without a number, where what stands above them ends."""

import pytest

from loaders.numbering import ranks
from loaders.openings import openings
from loaders.paragraphs import paragraphs
from loaders.readers.page import Line
from loaders.text import clean


def read(*lines):
    """The headings that end what stands above them."""
    found = paragraphs(clean(Line(text, number) for number, text in enumerate(lines, 1)))
    depths = ranks([paragraph.mark for paragraph in found if paragraph.mark])
    return [found[index].passage.text for index in sorted(openings(found, depths))]


def test_numbers_that_begin_again():
    """The heading above a 1 that stands where its kind has run already ends the clauses above it."""
    assert ["2025年工作安排"] == read(
        "2024年工作回顾", "去年工作如下。", "（一）甲。", "（二）乙。", "成绩来之不易。", "2025年工作安排", "如下：",
        "（一）丙。", "（二）丁。",
    )  # fmt: skip


def test_numbers_that_run_on():
    """Several headings that stand each right above the next number are headings; a single one may be anything."""
    assert ["重点任务", "保障措施"] == read("坚持甲。", "重点任务", "1.乙。", "2.丙。", "保障措施", "3.丁。")
    assert [] == read("1.乙。", "2.丙。", "保障措施", "3.丁。")


def test_known_headings():
    """附则 without a number, right above one, ends what stands above it; in a sentence it ends nothing."""
    assert ["附则"] == read("第一章 甲", "第一条 乙。", "附则", "第二条 丙。")
    assert [] == read("第一章 甲", "第一条 乙。", "附则由本校解释。", "第二条 丙。")


@pytest.mark.parametrize(
    "text",
    ["成员如下：", "以上二项。", "主办单位：市教育局", "（责任单位：市教育局）", "注：略", "表1指标", "专栏1工程"],
)
def test_what_is_no_heading(text):
    """Sentences, labels, brackets, notes and captions end nothing."""
    assert [] == read("（一）甲。", "（二）乙。", text, "（一）丙。", "（二）丁。")


def test_heading_of_several_lines():
    """Of a heading of several lines, the first one counts."""
    lines = ("一、甲。", "二、乙。", "示例市促进示例产业", "高质量发展的规定", "为了丙，制定本规定：", "一、丁。")
    found = read(*(f"\u3000\u3000{line}" for line in lines))

    assert ["示例市促进示例产业"] == found


def test_lists_below_a_clause():
    """A list that begins again below its own clause begins no new part."""
    assert [] == read("一、甲", "（一）乙。", "（二）丙。", "二、丁", "（一）戊。", "（二）己。")


def test_labels_below_each_clause():
    """Lines with a label stand each above the next number and are no headings: they say who does what is above them."""
    lines = ("一、甲", "目标：乙。", "主办单位：市教育局", "二、丙", "目标：丁。", "主办单位：市财政局", "三、戊")

    assert [] == read(*lines)
