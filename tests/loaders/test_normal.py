"""What a quantity measures, and its value in base units."""

from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.model import Measure as Kind
from loaders.measures import measures
from loaders.normal import normal_of
from loaders.vocabulary import rows

BASES = rows("unit_bases.tsv")
UNITS = {row[0] for row in rows("units.tsv")}


def normal(text, unit=None, **known):
    """Measure, value, upper end and unit of the first quantity of a text, in base units."""
    found = measures(text)[0]
    result = normal_of(found, unit or found.unit, **known)
    return result.measure, result.value, result.high, result.unit


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("培训110万人", ("count", 1100000, None, "人")),
        ("选派500名", ("count", 500, None, "人")),
        ("新建20所", ("count", 20, None, "所")),
        ("达到39.1万。", ("count", 391000, None, "")),
        ("投入1.5亿元", ("money", 150000000, None, "元")),
        ("投入1万—3万元", ("money", 10000, 30000, "元")),
        ("投入500万美元", ("money", 5000000, None, "美元")),
        ("补助2万元/人", ("money", 20000, None, "元/人")),
        ("达到70%", ("share", 70, None, "%")),
        ("千分之五", ("share", 0.5, None, "%")),
        ("14.5/10万", ("share", 0.0145, None, "%")),
        ("三分之一", ("share", pytest.approx(100 / 3), None, "%")),
        ("提高5个百分点", ("other", 5, None, "百分点")),
        ("有效期3年", ("duration", 36, None, "个月")),
        ("实习6个月", ("duration", 6, None, "个月")),
        ("保存2周", ("duration", 14, None, "日")),
        ("每天1.5小时", ("duration", 90, None, "分钟")),
        ("20个工作日", ("duration", 20, None, "工作日")),
        ("72学时", ("duration", 72, None, "学时")),
        ("在校生的2倍", ("multiple", 2, None, "倍")),
        ("翻两番", ("multiple", 4, None, "倍")),
        ("师生比1:18", ("ratio", pytest.approx(1 / 18), None, "")),
        ("生师比18:1", ("ratio", 18, None, "")),
        ("按8:2分担", ("ratio", 4, None, "")),
        ("年满18周岁", ("other", 18, None, "周岁")),
        ("建设3公顷", ("other", 30000, None, "平方米")),
        ("35微克/立方米", ("other", pytest.approx(3.5e-8), None, "千克/立方米")),
    ],
)
def test_normal(text, expected):
    """Counts, sums, shares, spans of time, multiples and ratios in base units."""
    assert expected == normal(text)


@pytest.mark.parametrize(
    ("unit", "expected"),
    [
        ("次/年", (2, "次/年")),
        ("次/3年", (pytest.approx(2 / 3), "次/年")),
        ("次/半年", (4, "次/年")),
        ("次/季度", (8, "次/年")),
        ("次/月", (24, "次/年")),
        ("次/学期", (2, "次/学期")),
        ("次/周", (2, "次/周")),
        ("次/0年", (2, "次/0年")),
    ],
)
def test_frequency(unit, expected):
    """Times a year where the period is part of a year or some years; weeks and terms are not counted into years."""
    assert ("frequency", expected[0], None, expected[1]) == normal("开展2次", unit)


def test_change():
    """A change by 8% is no share of anything, and 增长2倍 may be two or three times what was."""
    assert ("other", 8, None, "%") == normal("增长8%", change=True)
    assert ("multiple", None, None, None) == normal("增长2倍", change=True)


def test_comparators_hold():
    """What is at least 1:18 is at least as a number too: a lower ratio of teachers is a lower number."""
    assert normal("师生比1:20")[1] < normal("师生比1:18")[1] < normal("师生比1:15")[1]


def test_absurd_doublings():
    """翻 with a figure that nothing can reach has no value."""
    assert ("multiple", None, None, "倍") == normal("翻99999999番")


@pytest.mark.parametrize("row", BASES, ids=lambda row: row[0])
def test_every_base_fires(row):
    """Each unit of the file is one of units.tsv, or read by itself, and becomes its base."""
    unit, kind, base, factor = row

    assert kind in get_args(Kind)
    assert unit in UNITS | {"/10万"}
    assert (kind, pytest.approx(4 * float(factor)), None, base) == normal(f"约4{unit}，")


def test_no_unit_twice():
    """Each unit stands once in the file."""
    assert len({row[0] for row in BASES}) == len(BASES)


@pytest.mark.parametrize("unit", sorted(UNITS - {"番"}))
def test_every_unit_has_a_measure(unit):
    """Every unit measures something, and 万 multiplies it."""
    one, many = normal(f"约4{unit}，"), normal(f"约4万{unit}，")

    assert one[0] in get_args(Kind)
    assert one[0] == many[0]
    assert one[3] == many[3]
    assert many[1] == pytest.approx(one[1] * 10_000)


@given(st.integers(1, 10**9), st.sampled_from(["", "万", "亿", "万亿"]))
def test_scales(number, scale):
    """万 and 亿 multiply, whatever the number."""
    expected = number * {"": 1, "万": 10**4, "亿": 10**8, "万亿": 10**12}[scale]

    assert ("money", pytest.approx(expected), None, "元") == normal(f"{number}{scale}元")
