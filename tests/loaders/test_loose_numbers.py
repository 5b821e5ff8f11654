"""Numbers written or set loosely."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.numerals import write_numeral
from loaders.loose_numbers import regular
from loaders.readers.page import Line
from loaders.text import clean


def read(*lines):
    """What the lines say then."""
    return [line.text for line in regular(clean(Line(text, number) for number, text in enumerate(lines, 1)))]


@given(st.integers(2, 12), st.sampled_from([" ", "　", "  ", "\u3000\u3000"]), st.booleans())
def test_spaced_numerals(count, space, headings):
    """Chinese numerals that run on, each with white space behind it, number the sections."""
    mark = "## " if headings else ""
    lines = [text for n in range(1, count) for text in (f"{mark}{write_numeral(n)}{space}做好工作", "认真落实。")]
    lines += [f"{mark}{write_numeral(count)}{space}加强领导"]

    numbered = [line for line in read(*lines) if "、" in line]

    assert [write_numeral(n) for n in range(1, count + 1)] == [line.partition("、")[0] for line in numbered]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["一 把手负责", "各校落实。"], ["一把手负责", "各校落实。"]),  # alone
        (["一、甲", "二 手房业主", "二、乙"], ["一、甲", "二手房业主", "二、乙"]),  # the real one follows
        (["三 年行动计划", "一 是加强领导"], ["三年行动计划", "一是加强领导"]),  # out of turn
        (["一 支部一个品牌。", "二 支部两个品牌。"], ["一支部一个品牌。", "二支部两个品牌。"]),  # sentences
    ],
)
def test_no_numbers(lines, expected):
    """A numeral with white space is no number alone, out of turn, before the real one, or in a sentence."""
    assert expected == read(*lines)


def test_numeral_alone_in_a_heading():
    """A numeral alone in a heading, whose turn it is, has its text in the next line."""
    assert ["一、甲", "乙。", "二、本通知自印发之日起施行。"] == read(
        "## 一、甲", "乙。", "## 二", "本通知自印发之日起施行。"
    )


@given(st.integers(2, 9), st.integers(1, 50), st.sampled_from([" ", "　　", "   "]), st.sampled_from(".．、"))
def test_items_in_one_line(count, first, space, stop):
    """Items whose numbers run on and that white space parts stand apart."""
    items = [f"{number}{stop}甲类事项（第{number}款）" for number in range(first, first + count)]

    assert items == read(space.join(items))


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("附件：1.计划表 2.申报表", ["附件：1.计划表", "2.申报表"]),
        ("甲类事项 2.乙类事项 3.丙类事项", ["甲类事项", "2.乙类事项", "3.丙类事项"]),  # its own number is lost
        ("（一）甲 （二）乙", ["（一）甲", "（二）乙"]),
        ("2.做好下列工作： 1.甲 2.乙", None),
        ("要求如下：1.甲； 2.乙； 3.丙。", None),
        ("1.甲 3.乙", None),
        ("投入 2.5亿元 3.5亿元", None),
    ],
)
def test_what_stands_apart(line, expected):
    """The list of annexes does, and items below a lost number; a list inside a sentence or an item does not."""
    assert (expected or read(line)) == read(line)
    assert (1 if expected is None else len(expected)) == len(read(line))
