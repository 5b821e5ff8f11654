"""Numbers with units."""

from itertools import pairwise
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.numerals import write_numeral
from loaders.measures import UnitKind, measures
from loaders.vocabulary import rows


def read(text):
    """Value, upper end and unit of the measures in a text."""
    return [(measure.value, measure.high, measure.unit) for measure in measures(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("500名教师", (500, None, "名")),
        ("1,000名", (1000, None, "名")),
        ("1，000名", (1000, None, "名")),
        ("1 122个", (1122, None, "个")),
        ("2\u2009376 000元", (2376000, None, "元")),
        ("2021 100名", (100, None, "名")),
        ("1 12名", (12, None, "名")),
        ("１２０人", (120, None, "人")),
        ("1．5万人", (1.5, None, "万人")),
        ("13.8万人", (13.8, None, "万人")),
        ("7 所", (7, None, "所")),
        ("5千万元", (5000, None, "万元")),
        ("3百名", (300, None, "名")),
        ("2.7万亿元", (2.7, None, "万亿元")),
        ("690万千瓦", (690, None, "万千瓦")),
        ("10千瓦", (10, None, "千瓦")),
        ("16个学时", (16, None, "学时")),
        ("3个百分点", (3, None, "百分点")),
        ("6个月", (6, None, "个月")),
        ("15个工作日", (15, None, "工作日")),
        ("100个名师工作室", (100, None, "个")),
        ("12000元/人·年", (12000, None, "元/人·年")),
        ("1.2万元/生", (1.2, None, "万元/生")),
        ("30％", (30, None, "％")),
        ("2倍", (2, None, "倍")),
    ],
)
def test_arabic(text, expected):
    """Arabic numerals, half and full width, with 万 and 亿 left in the unit."""
    assert [expected] == read(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("一所", (1, None, "所")),
        ("两个", (2, None, "个")),
        ("二十五万人次", (25, None, "万人次")),
        ("六万五千人", (65000, None, "人")),
        ("一千万元", (1000, None, "万元")),
        ("三分之一", (1 / 3, None, "")),
        ("百分之八十五点五", (85.5, None, "%")),
        ("八成", (8, None, "成")),
        ("百分之百", (100, None, "%")),
        ("千分之五", (5, None, "‰")),
        ("1/3", (1 / 3, None, "")),
        ("2／3", (2 / 3, None, "")),
        ("一半以上", (0.5, None, "")),
        ("万分之五", (0.0005, None, "")),
        ("14.5/10万", (14.5, None, "/10万")),
        ("半年以上", (0.5, None, "年")),
        ("半个月", (0.5, None, "个月")),
        ("一年半", (1.5, None, "年")),
        ("两个半小时", (2.5, None, "小时")),
    ],
)
def test_chinese_and_fractions(text, expected):
    """Chinese numerals, shares in words and fractions."""
    assert [expected] == [(pytest.approx(value), high, unit) for value, high, unit in read(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("3—5年", (3, 5, "年")),
        ("1-2所", (1, 2, "所")),
        ("60%～70%", (60, 70, "%")),
        ("60～70%", (60, 70, "%")),
        ("五到八所", (5, 8, "所")),
        ("50至100人", (50, 100, "人")),
        ("三五年", (3, 5, "年")),
        ("两三个", (2, 3, "个")),
        ("1万—3万元", (1, 3, "万元")),
        ("5000—1万元", (0.5, 1, "万元")),
        ("5000万—1亿元", (0.5, 1, "亿元")),
        ("5000万元以上1亿元以下", (0.5, 1, "亿元")),
        ("5千元以上2万元以下", (0.5, 2, "万元")),
        ("100—200万元", (100, 200, "万元")),
        ("1千—2千元", (1000, 2000, "元")),
        ("60%～70％", (60, 70, "％")),
        ("百分之五以上百分之十以下", (5, 10, "%")),
        ("三分之一以上二分之一以下", (1 / 3, 1 / 2, "")),
        ("1元—1万元", (0.0001, 1, "万元")),
        ("1万元以上5万元以下罚款", (1, 5, "万元")),
        ("5000元以上2万元以下", (0.5, 2, "万元")),
        ("50人以上、100人以下", (50, 100, "人")),
        ("4项或4项以上", (4, None, "项")),
    ],
)
def test_ranges(text, expected):
    """Two numbers that are one measure."""
    assert [expected] == read(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("师生比1:18", (18, None, "1:")),
        ("生师比18.5:1", (18.5, None, ":1")),
        ("按8:2的比例", (8, None, ":2")),
        ("1比1的比例", (1, None, "1:")),
    ],
)
def test_ratios(text, expected):
    """A ratio has the number that is not 1 as its value."""
    assert [expected] == read(text)


@given(st.sampled_from(["", "万", "亿"]), st.sampled_from(["", "万", "亿"]), st.integers(1, 99), st.integers(1, 99))
def test_scales_of_a_range(low, high, first, second):
    """Whatever the scales of its two ends, a range holds both in the unit of the upper one."""
    factors = {"": 1, "万": 10**4, "亿": 10**8}
    lower, upper = first * factors[low], second * factors[high]
    found = read(f"{first}{low}元以上{second}{high}元以下")

    if lower < upper:
        assert [(pytest.approx(lower / factors[high]), second, f"{high}元")] == found
    else:
        assert 2 == len(found)


def test_two_numbers_that_are_no_range():
    """A falling pair is no range, and each number stands for itself."""
    assert [(8, None, "所"), (5, None, "所")] == read("8所至5所")


@pytest.mark.parametrize("text", ["1.5万余人", "十余个", "2000多名", "20余万人", "十来个", "630余万低收入人口"])
def test_about(text):
    """余 and 多 make a number one of about."""
    assert measures(text)[0].about


def test_not_about():
    """A plain number is exact."""
    assert not measures("20人")[0].about


@pytest.mark.parametrize(
    "text",
    [
        "3年级", "5门类", "十大战略", "一批", "若干", "数十个", "几十所", "百校", "千亿级", "PM2.5微克", "5G", "18:1",
        "第5名", "000名", "1" * 400 + "名", "一" * 400 + "名", "统一", "24", "2.",
    ],
)  # fmt: skip
def test_no_measure(text):
    """Words, vague numbers, ratios and numbers without unit are none."""
    assert [] == read(text)


def test_unit_left_out():
    """After 万 the unit may be left out at the end of a phrase."""
    assert [(39.1, None, "万"), (74, None, "万")] == read("达到39.1万。新增74万、")
    assert [(30.2, None, "万"), (3, None, "万")] == read("新增30.2万农村居民落户，引进3万人才")
    assert [] == read("5万吨级码头，千万级平台，1亿5千万元")


def test_every_kind_is_known():
    """Each unit has a kind that the rules know."""
    assert {row[1] for row in rows("units.tsv")} == set(get_args(UnitKind))


@pytest.mark.parametrize("row", rows("units.tsv"), ids=lambda row: row[0])
def test_every_unit_fires(row):
    """Each unit is read behind a number, and not before the characters of its guard."""
    unit, kind, *guard = row

    assert [(5, unit, kind)] == [(found.value, found.unit, found.kind) for found in measures(f"约5{unit}，")]
    for character in guard[0] if guard else ():
        assert unit not in [found.unit for found in measures(f"约5{unit}{character}")]


def test_no_unit_twice():
    """Each unit stands once in the file."""
    units = [row[0] for row in rows("units.tsv")]

    assert sorted(set(units)) == sorted(units)


def test_chinese_numerals_over_their_range():
    """Every numeral from 一 to 九百九十九 gives its value."""
    assert list(range(1, 1000)) == [measures(f"{write_numeral(number)}名")[0].value for number in range(1, 1000)]


@given(st.integers(0, 10**9), st.sampled_from(["名", "%", "元", "学时", "所"]))
def test_arabic_numerals_over_their_range(number, unit):
    """Any whole number, with or without separators, gives its value."""
    assert [(number, None, unit)] == read(f"{number}{unit}") == read(f"{number:,}{unit}")


@given(st.decimals(0, 10**6, places=2, allow_nan=False))
def test_decimals(number):
    """Any decimal gives its value."""
    assert [(float(number), None, "%")] == read(f"{number}%")


@given(st.text("0123456789.,，/一二三十百千万亿两零点分之第余多个所名%—至到以上下元年人"))
def test_never_breaks(text):
    """No run of digits and units breaks the reader, and measures lie in order without overlap."""
    found = measures(text)

    assert all(0 <= measure.start < measure.end <= len(text) for measure in found)
    assert all(left.end <= right.start for left, right in pairwise(found))
    assert all(measure.high is None or measure.value < measure.high for measure in found)
