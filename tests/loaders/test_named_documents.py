"""The documents that a text names, by title, number or both."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.named_documents import find_named


@pytest.mark.parametrize(
    ("text", "title", "number", "as_written"),
    [
        ("落实《示例方案》，", "示例方案", None, "《示例方案》"),
        ("落实《教育现代化 2035》，", "教育现代化2035", None, "《教育现代化 2035》"),
        ("《示例方案》（国发〔2019〕4号）", "示例方案", "国发〔2019〕4号", "《示例方案》（国发〔2019〕4号）"),
        ("《示例方案》(国发[2019] 4 号)", "示例方案", "国发〔2019〕4号", "《示例方案》(国发[2019] 4 号)"),
        ("《示例方案》〔国发〔2019〕4号〕", "示例方案", "国发〔2019〕4号", "《示例方案》〔国发〔2019〕4号〕"),
        ("《示例方案》国发〔2019〕4号", "示例方案", "国发〔2019〕4号", "《示例方案》国发〔2019〕4号"),
        ("国发〔2019〕4号文件《示例方案》", "示例方案", "国发〔2019〕4号", "国发〔2019〕4号文件《示例方案》"),
        ("《甲》（简称《乙》，示发〔2019〕4号）", "甲", "示发〔2019〕4号", "《甲》（简称《乙》，示发〔2019〕4号）"),
        ("《办法》（教育部令第20号）", "办法", "教育部令第20号", "《办法》（教育部令第20号）"),
        ("教育部第12号令《办法》", "办法", "教育部令第12号", "教育部第12号令《办法》"),
        ("《条例》（国务院令第741号，2021年修订）", "条例", "国务院令第741号", "《条例》（国务院令第741号"),
        ("《法》（中华人民共和国主席令第9号）", "法", "主席令第9号", "《法》（中华人民共和国主席令第9号）"),
        ("《〈示例意见〉任务分工》", "〈示例意见〉任务分工", None, "《〈示例意见〉任务分工》"),
        ("《关于印发《示例办法》的通知》", "关于印发《示例办法》的通知", None, "《关于印发《示例办法》的通知》"),
        ("《示例方案（示发〔2019〕4号）》", "示例方案（示发〔2019〕4号）", None, "《示例方案（示发〔2019〕4号）》"),
        ("根据国发〔2019〕4号文件", None, "国发〔2019〕4号", "国发〔2019〕4号"),
    ],
)  # fmt: skip
def test_forms(text, title, number, as_written):
    """Titles and numbers, alone and together in either order, nested and split by white space, half and full width."""
    named = find_named(text)[0]

    assert (title, number, as_written) == (named.title, named.number, text[named.start : named.end])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("《甲办法》（见示发〔2019〕4号）", [("甲办法", None), (None, "示发〔2019〕4号")]),
        ("《甲办法》（原示发〔2019〕4号）", [("甲办法", None), (None, "示发〔2019〕4号")]),
        ("《甲办法》、示发〔2019〕4号", [("甲办法", None), (None, "示发〔2019〕4号")]),
        ("《甲办法》（附件1）（示发〔2019〕4号）", [("甲办法", None), (None, "示发〔2019〕4号")]),
    ],
)
def test_numbers_of_others(text, expected):
    """A number that is said to be another document's, or stands apart, is none of the title's."""
    assert expected == [(named.title, named.number) for named in find_named(text)]


def test_target():
    """A document is meant by its number, else by its title; an order that is counted anew in every term tells none."""
    assert ["示发〔2019〕4号", "甲办法", "乙法"] == [
        named.target for named in find_named("《丙》（示发〔2019〕4号）、《甲办法》、《乙法》（主席令第9号）")
    ]


@given(st.text("《》〈〉（）()〔〕[]【】国发政令第号0123456789 ，。落实按以下简称和见") | st.text())
def test_never_breaks(text):
    """Whatever the text, what is named lies in it in order without overlap, and has a title or a number."""
    named = find_named(text)

    assert all(0 <= item.start < item.end <= len(text) for item in named)
    assert all(item.title is not None or item.number for item in named)
    assert all(left.end <= right.start for left, right in pairwise(named))
    assert all(item.start <= start < end <= item.end for item in named for start, end in item.parts)
