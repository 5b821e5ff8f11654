"""Figures in other cells of a row than that of its task."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.model import Clause, Document, DocumentFacts
from loaders.cell_values import cell_values
from loaders.quantities import with_indicators

NUMBER = "示政办〔2021〕12号"


def row(text, *cells):
    """A row of a table whose first column holds its text."""
    return Clause(f"{NUMBER}/附件第1项", NUMBER, "附件第1项", "row", text, cells=(("指标", text), *cells))


def read(text, *cells):
    """Comparator, value, unit, first letter of the kind and deadline of the quantities of a row."""
    document = Document(NUMBER, "示例市规划", issued="2021-06-01")
    found = with_indicators(DocumentFacts(document, (row(text, *cells),))).indicators
    return [(item.comparator, item.value, item.unit, item.kind[0], item.deadline) for item in found]


@pytest.mark.parametrize(
    ("text", "cells", "expected"),
    [
        ("毛入园率", [("单位", "%"), ("2020年", "90.2"), ("2025年", "95以上")],
         [("=", 90.2, "%", "b", None), (">=", 95, "%", "t", "2025年")]),
        ("巩固率（%）", [("2020年基数", "96"), ("2025年目标", "≥97")],
         [("=", 96, "%", "b", None), (">=", 97, "%", "t", "2025年")]),
        ("在校生数", [("2025年（万人）", "13")], [("=", 13, "万人", "t", "2025年")]),
        ("在校生数（万人）", [("现状值", "12.5"), ("目标值", "13左右")],
         [("=", 12.5, "万人", "b", None), ("~", 13, "万人", "t", None)]),
        ("平均受教育年限（年）", [("2025年", "11.2")], [("=", 11.2, "年", "t", "2025年")]),
        ("新建公办幼儿园", [("目标值", "20所"), ("完成时限", "2023年底")], [("=", 20, "所", "t", "2023年底")]),
        ("提高普惠率", [("目标要求", "达到90%以上，每县至少1所示范园")],
         [(">=", 90, "%", "t", None), (">=", 1, "所", "t", None)]),
        ("班额", [("目标值", "45—50人")], [("range", 45, "人", "t", None)]),
        ("改造校舍", [("数量", "3"), ("单位", "栋")], [("=", 3, "栋", "t", None)]),
        ("学位增加", [("年度目标", "12万个（累计）")], [("=", 12, "万个", "t", None)]),
    ],
)  # fmt: skip
def test_figures(text, cells, expected):
    """Value, unit, comparator, kind and time of what the columns say of a row."""
    assert expected == read(text, *cells)


@pytest.mark.parametrize(
    ("text", "cells"),
    [
        ("毛入园率", [("2025年", "95")]),  # no unit anywhere
        ("毛入园率", [("序号", "3"), ("属性", "约束性"), ("分值", "10分")]),
        ("毛入园率", [("2025年", "—"), ("单位", "%")]),
        ("毛入园率", [("目标值", "持续提高")]),
    ],
)
def test_no_figures(text, cells):
    """A figure without unit, a column of another kind and words alone state no quantity."""
    assert [] == read(text, *cells)


def test_stated_once():
    """What the task says already is no second quantity."""
    assert [("=", 20, "所", "t", None)] == read("新建公办幼儿园20所", ("数量", "20所"))


def test_place():
    """A figure of a cell takes the whole text of its row, whose name says what it measures."""
    document = Document(NUMBER, "示例市规划")
    facts = with_indicators(DocumentFacts(document, (row("在校生数（万人）", ("2025年", "13")),)))
    item = facts.indicators[0]

    assert ("在校生数", "在校生数（万人）", "2025", 130000) == (
        item.object,
        item.span.text,
        item.due,
        item.normal_value,
    )


@given(
    st.text(max_size=12), st.sampled_from(["2025年", "目标值", "现状值", "单位", "数量（万人）"]), st.text(max_size=12)
)
def test_any_row_is_read(text, head, cell):
    """Whatever the cells, what is read of them has the name of the row."""
    assert all(value.name in text for value in cell_values(row(text, (head, cell))))
