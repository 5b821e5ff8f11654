"""Clause numbers at the beginning of lines."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.ids import CIRCLED, Address
from graph.numerals import write_numeral
from loaders.numbering import (
    BULLETS,
    KINDS,
    OUTER,
    Mark,
    inner_marks,
    is_mention,
    ranks,
    read_article,
    read_bare,
    read_before_digit,
    read_mark,
)


def marks(*written):
    """The marks that these texts begin with."""
    return [mark for text in written if (mark := read_mark(text))]


@pytest.mark.parametrize(
    ("text", "kind", "step", "rest"),
    [
        ("一、总体要求", "section", "一", "总体要求"),
        ("二十一、 附则", "section", "二十一", "附则"),
        ("一、2024年工作回顾", "section", "一", "2024年工作回顾"),
        ("三．保障措施", "section", "三", "保障措施"),
        ("03 / 保障措施", "section", "三", "保障措施"),
        ("12｜保障措施", "section", "十二", "保障措施"),
        ("三．2024年工作回顾", "section", "三", "2024年工作回顾"),
        ("（一）指导思想。", "bracket", "（一）", "指导思想。"),
        ("(十一) 完善政策", "bracket", "（十一）", "完善政策"),
        ("（二）、落实", "bracket", "（二）", "落实"),
        ("〔三〕落实", "bracket", "（三）", "落实"),
        ("四）落实", "bracket", "（四）", "落实"),
        ("（一）项目建设", "bracket", "（一）", "项目建设"),
        ("1.开展培训", "item", "1", "开展培训"),
        ("12．开展培训", "item", "12", "开展培训"),
        ("3、开展培训", "item", "3", "开展培训"),
        ("2.2021年底前完成", "item", "2", "2021年底前完成"),
        ("1.2010届毕业生", "item", "1", "2010届毕业生"),
        ("（1）公开", "digit", "（1）", "公开"),
        ("(3) 公开", "digit", "（3）", "公开"),
        ("2)公开", "digit", "（2）", "公开"),
        ("①公开", "circled", "①", "公开"),
        ("1.1 编制目的", "decimal", "1.1", "编制目的"),
        ("2.1.3职责", "decimal", "2.1.3", "职责"),
        ("——规模扩大。", "bullet", "—0", "规模扩大。"),
        ("● 规模扩大", "bullet", "—0", "规模扩大"),
        ("第一章 总则", "chapter", "第一章", "总则"),
        ("第二章、规划与建设", "chapter", "第二章", "规划与建设"),
        ("第二部分．规划与建设", "portion", "第二部分", "规划与建设"),
        ("第二章规划与建设", "chapter", "第二章", "规划与建设"),
        ("第三节　职责", "division", "第三节", "职责"),
        ("第一编 通则", "part", "第一编", "通则"),
        ("第二分编 合同", "subpart", "第二分编", "合同"),
        ("第三篇 教育", "book", "第三篇", "教育"),
        ("第一部分：主要任务", "portion", "第一部分", "主要任务"),
        ("第二部分保障措施", "portion", "第二部分", "保障措施"),
        ("第一节课程建设", "division", "第一节", "课程建设"),
        ("第3条之1 演练", "article", "第三条之一", "演练"),
        ("第6条：演练", "article", "第六条", "演练"),
        ("第七條 演練", "article", "第七条", "演練"),
        ("第一節 職責", "division", "第一节", "職責"),
        ("- 规模扩大", "bullet", "—0", "规模扩大"),
        ("— 规模扩大", "bullet", "—0", "规模扩大"),
        ("·规模扩大", "bullet", "—0", "规模扩大"),
        ("第十五条纳入计划", "article", "第十五条", "纳入计划"),
        ("第五条之一 演练", "article", "第五条之一", "演练"),
        ("第八条 第六条规定的奖励", "article", "第八条", "第六条规定的奖励"),
    ],
)
def test_marks(text, kind, step, rest):
    """Each kind of number is read in the forms in which it is written, and addressed in one."""
    mark = read_mark(text)

    assert (kind, step, rest) == (mark.kind, mark.step, text[mark.length :])


@pytest.mark.parametrize(
    "text",
    [
        "2021年，全市",
        "30%以上",
        "1.5万名学生",
        "100所学校",
        "一是加强领导",
        "一方面",
        "第五条规定的情形",
        "第五条 的规定",
        "第一部分为总则",
        "第一节课上",
        "[1]张某某",
        "— 3 —",
        "······",
        "第三条、第四条",
        "第二款",
        "第一，加强领导",
        "零、总则",
        "0.总则",
        "十几所",
        "（见附件）",
        "（2021—2025年）",
        "—2021年报告",
        "",
    ],
)
def test_no_marks(text):
    """Years, quantities, ordinals and mentions of articles are no clause numbers."""
    mark = read_mark(text)

    assert mark is None or (mark.kind == "decimal" and text.startswith("1.5"))


@pytest.mark.parametrize(
    ("text", "expected", "value"),
    [
        ("3．98个项目", 0, 3),
        ("11.121人才项目", 11, 11),
        ("11.121人才项目", 10, None),
        ("3.98亿元", 3, None),
        ("2．5个百分点", 2, None),
        ("三．九", 3, None),
    ],
)
def test_items_that_begin_with_a_digit(text, expected, value):
    """A number before a digit is that of an item when it is the next one, or its stop has full width; no decimal is."""
    mark = read_before_digit(text, expected)

    assert value == (mark.value if mark else None)


@pytest.mark.parametrize("bullet", BULLETS)
def test_bullets(bullet):
    """Each bullet begins a goal."""
    assert ("bullet", "甲") == (read_mark(f"{bullet}甲").kind, f"{bullet} 甲"[read_mark(f"{bullet} 甲").length :])


@pytest.mark.parametrize(
    ("text", "mention"),
    [
        ("（一）项规定的情形", True),
        ("（一）、（二）项", True),
        ("（三）至（五）项", True),
        ("一、二年级", True),
        ("三、四线城市", True),
        ("一、二、三产业", True),
        ("（一）项目建设", False),
        ("（一）目标任务", False),
        ("二、两类学校", False),
        ("一、五级联动", False),
        ("三、四个一工程", False),
    ],
)
def test_mentions(text, mention):
    """Numbers that belong to the sentence in which they stand are told from those of clauses."""
    assert mention == is_mention(text)


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("第五条、学校应当公开", "学校应当公开"),
        ("第五条规定学校名单", "规定学校名单"),
        ("第五条，学校应当公开", "学校应当公开"),
        ("第五条的规定", None),
        ("第五条规定的情形", None),
        ("第五条、第六条规定的", None),
        ("第六条、学校应当公开", None),
    ],
)
def test_expected_article(text, rest):
    """The article that comes next is read also in forms that elsewhere are mentions."""
    mark = read_article(text, 5)

    assert rest == (text[mark.length :] if mark else None)


def test_inner_marks():
    """Numbers inside a text stand behind a colon, a stop or a comma."""
    assert ["（1）", "（2）", "一"] == [mark.step for mark in inner_marks("条件：（1）甲；（2）乙3.丙。一、丁")]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1总则", 1),
        ("1 2024年工作", 1),
        ("12附则", 12),
        ("0总则", None),
        ("2022年全市工作的总体要求是坚持以人民为中心", None),
    ],
)
def test_bare_numbers(text, value):
    """A number without a stop counts before a short heading alone."""
    mark = read_bare(text)

    assert value == (mark.value if mark else None)


NUMBERED = st.integers(1, 999)
FORMS = {
    "section": "{cn}、",
    "bracket": "（{cn}）",
    "item": "{n}.",
    "digit": "（{n}）",
    "chapter": "第{cn}章",
    "article": "第{cn}条",
}


@given(st.sampled_from(sorted(FORMS)), NUMBERED, st.sampled_from(["", " ", "\u3000"]))
def test_every_number_is_read_and_addressed(kind, number, space):
    """Every number from 1 to 999 in every form is read back, and its step is an address by itself."""
    mark = read_mark(FORMS[kind].format(cn=write_numeral(number), n=number) + space + "工作")

    assert (kind, number) == (mark.kind, mark.value)
    assert number == Address.parse(mark.step).number


@given(st.sampled_from(CIRCLED))
def test_circled_numbers(char):
    """Circled numbers are read from 1 to 20."""
    assert CIRCLED.index(char) + 1 == read_mark(f"{char}公开").value


@given(st.text())
def test_any_text(text):
    """Any text has a mark or none, and a mark is never longer than the text."""
    mark = read_mark(text)

    assert mark is None or 0 < mark.length <= len(text)


def test_usual_order():
    """一、 holds （一）, which holds 1., which holds （1）."""
    depths = ranks(marks("一、", "（一）", "1.", "（1）", "2.", "（二）", "二、"))

    assert [0, 1, 2, 3, 2, 1, 0] == [sorted(set(depths)).index(depth) for depth in depths]


def test_items_above_brackets():
    """Where 1. 2. run on and （一） begins again below each, the brackets lie inside the items."""
    item, bracket = KINDS.index("bracket"), KINDS.index("bracket") + 1

    assert (item, bracket, bracket, item, bracket) == ranks(marks("1.", "（一）", "（二）", "2.", "（一）"))


def test_lists_of_other_kinds_below_brackets():
    """（1） stays below （三） where ① stands below （二）."""
    found = marks("一、甲", "（一）乙", "（二）丙", "①丁", "②戊", "（三）己", "（1）庚", "（2）辛")

    depths = dict(zip((mark.kind for mark in found), ranks(found), strict=True))
    assert depths["bracket"] < depths["digit"] < depths["circled"]


def test_items_of_the_section_before():
    """Items of one section do not turn the order of the next."""
    depths = ranks(marks("一、", "1.", "2.", "二、", "（一）", "1.", "（二）", "1."))

    assert depths[4] < depths[5]


def test_articles_run_through_sections():
    """Where articles run on through 一、 二、, these are headings above them; elsewhere they are lists in articles."""
    above = ranks(marks("一、甲", "第一条 乙", "第二条 丙", "二、丁", "第三条 戊"))
    below = ranks(marks("第一条 甲", "一、乙", "二、丙", "第二条 丁", "一、戊"))

    assert above[0] == above[3] < above[1] == above[2] == above[4]
    assert below[0] == below[3] < below[1] == below[2] == below[4]


def test_lists_that_bullets_open():
    """Numbers below a bullet that ends in ： are below the bullets; without ： a list beside bullets holds them."""
    written = ("（一）甲", "——乙", "——丙", "1.丁", "2.戊", "——己")
    plain = marks(*written)
    opened = [replace(mark, lists=text == "——丙") for mark, text in zip(plain, written, strict=True)]

    assert ranks(opened)[1] == ranks(opened)[5] < ranks(opened)[3]
    assert ranks(plain)[3] < ranks(plain)[1]


def test_running_items_stay_inside():
    """1. 2. that run on through （一） （二） stay inside them, for the brackets came first."""
    depths = ranks(marks("（一）", "1.", "2.", "（二）", "3."))

    assert depths[0] == depths[3] < depths[1] == depths[4]


@given(st.lists(st.sampled_from(KINDS), max_size=12))
def test_one_depth_a_kind_between_outer_numbers(kinds):
    """Between two outer numbers, a kind has one depth; outer numbers are never inside others."""
    given_marks = [Mark(kind, n + 1, "", 0) for n, kind in enumerate(kinds)]

    depths = ranks(given_marks)

    assert len(kinds) == len(depths)
    outer = {kind: depth for kind, depth in zip(kinds, depths, strict=True) if kind in OUTER}
    assert all(outer[kind] == KINDS.index(kind) for kind in outer if kind not in ("article", "section"))
