"""Divisions of GB/T 2260."""

import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.ids import region_contains
from graph.model import LEVELS
from loaders import regions
from loaders.vocabulary import lines, rows

CODES = st.sampled_from(sorted(regions.names()))


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("河南省教育厅", "410000"),
        ("开封市人民政府", "410200"),
        ("浉河区实施方案", "411502"),
        ("上海市徐汇区教育局", "310104"),
        ("南京市鼓楼区人民政府", "320106"),
        ("鼓楼区人民政府", None),  # several
        ("济源市教育局", "419001"),  # 410881 until 1997
        ("增城市教育局", "440183"),  # a district since 2014
        ("襄樊市人民政府", "420600"),  # 襄阳市 since 2010
        ("双江拉祜族佤族布朗族傣族自治县", "530925"),
        ("全国人民代表大会", "000000"),
        ("示例省教育厅", "990000"),
        ("市教育局", None),
        ("", None),
    ],
)
def test_full_names(text, code):
    """The innermost division named in full at the beginning is meant, and no guess is made among several."""
    assert code == regions.begins_with(text)


def test_within():
    """Where districts share a name, the one inside the given region is meant."""
    assert "320106" == regions.begins_with("鼓楼区人民政府", "320100")


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("河南开放大学", "410000"),
        ("恩施州政府", "422800"),
        ("开封大学", "410200"),
        ("吉林大学", None),
        ("东方学校", None),
        ("大学", None),
    ],
)
def test_short_names(text, code):
    """Short names of provinces and prefectures count, except where two share one; those of counties do not."""
    assert code == regions.begins_with_short(text)


@pytest.mark.parametrize(
    ("number", "codes"),
    [
        ("豫政〔2021〕2号", ("410000",)),
        ("汴政〔2021〕42号", ("410200",)),
        ("新政〔2021〕1号", ("410700", "650000")),
        ("国办发〔2018〕109号", ("000000",)),
        ("示政〔2021〕7号", ("990000",)),
        ("林科发〔2019〕6号", ()),
        ("豫教职成〔2021〕2号", ("410000",)),
        ("京山文旅〔2021〕2号", ()),  # 京 before no office: a name
        ("苏教〔2021〕2号", ("320000", "320500")),
        ("教职成〔2020〕7号", ()),  # of the ministry, and of departments of provinces
    ],
)
def test_signs_of_numbers(number, codes):
    """A document number begins with the sign of a division, of several, or of none that we know."""
    assert codes == regions.of_number(number)


@pytest.mark.parametrize("office", lines("number_offices.txt"))
def test_every_office_fires(office):
    """The sign of a place counts before every sign of an office."""
    assert ("310000",) == regions.of_number(f"沪{office}〔2021〕1号")


@pytest.mark.parametrize(
    ("text", "code"), [("济源示范区管委会", "419001"), ("开封示范区管委会", None), ("济源职业技术学院", None)]
)
def test_city_that_is_a_zone(text, code):
    """A city under a province may call all of itself a zone."""
    assert code == regions.begins_with_area(text)


@pytest.mark.parametrize(
    ("text", "within", "full"),
    [
        ("顺河区政府", "410200", "顺河回族区政府"),
        ("长阳县教育局", "420000", "长阳土家族自治县教育局"),
        ("顺河区政府", "410100", "顺河区政府"),
        ("顺河区政府", regions.NATION, "顺河区政府"),
        ("鼓楼区政府", "410200", "鼓楼区政府"),
    ],
)
def test_districts_without_their_peoples(text, within, full):
    """Inside a city or province, a district or county is known without the people in its name."""
    assert full == regions.spelled_out(text, within)


def test_containing():
    """A district lies in its city, its province and the nation, each inside the next."""
    chain = regions.containing("411502")

    assert [("411502", "浉河区"), ("411500", "信阳市"), ("410000", "河南省"), ("000000", "全国")] == [
        (region.code, region.name) for region in chain
    ]
    assert ["411500", "410000", "000000", None] == [region.parent for region in chain]
    assert ["county", "municipal", "provincial", "national"] == [region.level for region in chain]


@pytest.mark.parametrize(("code", "parent"), [("310104", "310000"), ("419001", "410000"), ("441900", "440000")])
def test_gaps_between_levels(code, parent):
    """Districts of a province-level city and counties under a province have no prefecture above them."""
    assert parent == regions.containing(code)[0].parent


@given(CODES)
def test_every_division_lies_in_the_nation(code):
    """The chain of every division ends with the nation, widens step by step, and each level is wider than the last."""
    chain = regions.containing(code)

    assert regions.NATION == chain[-1].code
    assert all(region_contains(outer.code, inner.code) for inner, outer in pairwise(chain))
    depths = [LEVELS.index(region.level) for region in chain]
    assert depths == sorted(set(depths), reverse=True)


@given(CODES)
def test_every_division_is_found_inside_its_parent(code):
    """Every division is found by its full name inside the region around it; of one name, the division in force is."""
    region, *around = regions.containing(code)

    found = regions.begins_with(region.name, around[0].code if around else regions.NATION)
    assert found is None or region.name == regions.names()[found]


@pytest.mark.parametrize("people", lines("ethnic_names.txt"))
def test_every_people_fires(people):
    """Every people's name stands in that of an autonomous division, and its short name leaves it out."""
    names = [name for name in regions.names().values() if re.search(f"{people}.*自治[区州县旗]$", name)]

    assert names
    assert all(len(regions.LONG_NAME.sub("", name)) + len(people) <= len(name) - 3 for name in names)


def test_every_row_is_well_formed():
    """Codes have six digits, names are there, and no (code, name) stands twice."""
    entries = [row[:2] for row in rows("regions.tsv")]

    assert all(len(code) == 6 and code.isdecimal() and name for code, name in entries)
    assert len(entries) == len(set(entries))


@pytest.mark.parametrize(("sign", "codes"), list(rows("number_prefixes.tsv")))
def test_every_sign_fires(sign, codes):
    """Every sign decides for the divisions that use it, and these exist; one of one character before an office's."""
    assert tuple(codes.split(",")) == regions.of_number(f"{sign}教〔2021〕1号")
    assert (len(sign) == 1) == (regions.of_number(f"{sign}〇〔2021〕1号") != tuple(codes.split(",")))
    assert set(codes.split(",")) <= set(regions.names())
