"""Document numbers in running text."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.numerals import write_numeral
from loaders.vocabulary import lines
from loaders.written_numbers import read_numbers


def numbers(text):
    """The numbers in a text, as canonical strings."""
    return [str(found.number) for found in read_numbers(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("根据国发〔2019〕4号文件", ["国发〔2019〕4号"]),
        ("（国人部发【2007】96号规定）", ["国人部发〔2007〕96号"]),
        ("按照示教（2020）第 13 号办理", ["示教〔2020〕13号"]),
        ("国办发明电﹝2020﹞24号", ["国办发明电〔2020〕24号"]),
        ("落实省政府示政办〔2020〕5号精神", ["示政办〔2020〕5号"]),
        (
            "依据示例市教育局示市教〔2019〕4号、示例市财政局示财教〔2020〕5号",
            ["示市教〔2019〕4号", "示财教〔2020〕5号"],
        ),
        ("按照教育部教基〔2017〕3号、财政部财教〔2021〕310号", ["教基〔2017〕3号", "财教〔2021〕310号"]),
        ("人力资源社会保障部人社部发〔2022〕8号", ["人社部发〔2022〕8号"]),
        ("原示教〔2015〕8号文件", ["示教〔2015〕8号"]),
        ("原政〔2015〕8号", ["原政〔2015〕8号"]),  # of 原阳县
        ("按照工业和信息化部令第30号", ["工业和信息化部令第30号"]),
        ("中华人民共和国国务院令第741号", ["国务院令第741号"]),
        ("依照国务院令第七百四十一号", ["国务院令第741号"]),
        ("（教育部第12号令）", ["教育部令第12号"]),
        ("按照教育部公告2020年第22号执行", ["教育部公告2020年第22号"]),
        ("依据示例局公告（2020）第2号", ["示例局公告2020年第2号"]),
        ("财政部、税务总局公告2020年第22号", []),
        ("公告2020年第22号", []),
        ("国家发展改革委2019年第29号令", ["国家发展改革委令第29号"]),
        ("原国家教委令第16号", ["国家教委令第16号"]),
        ("财政部、教育部令第98号", []),  # whose number it is, is not said
        ("教育部、公安部等十部委令第23号", []),
        ("2020年第24号文", []),
        ("〔2021〕2号", []),
    ],
)
def test_forms(text, expected):
    """Numbers in all brackets and orders in all forms are read, the bodies and words before the code left out."""
    assert expected == numbers(text)


@pytest.mark.parametrize(
    "body", [name for name in lines("national_bodies.txt") if name.endswith(("部", "署", "局", "院"))]
)
def test_bodies_before_a_code(body):
    """The name of a national body is no part of the code that follows it."""
    assert ["示教〔2021〕1号"] == numbers(f"{body}示教〔2021〕1号")


@given(st.integers(1, 999), st.sampled_from(["教育部令第{}号", "教育部第{}号令", "根据中华人民共和国教育部令第{}号"]))
def test_orders_in_chinese_numerals(serial, form):
    """An order has the same number in Arabic and Chinese numerals."""
    assert [f"教育部令第{serial}号"] == numbers(form.format(serial)) == numbers(form.format(write_numeral(serial)))


@given(st.text("〔〕（）[]【】国发政令第号财政部原0123456789一二 ，。") | st.text())
def test_never_breaks(text):
    """Whatever the text, its numbers lie in it in order without overlap."""
    found = read_numbers(text)

    assert all(0 <= item.start < item.end <= len(text) for item in found)
    assert all(left.end <= right.start for left, right in pairwise(found))
