"""Texts made comparable across levels."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from written import DISTRICT, PROVINCE, written

from loaders.localise import HIDDEN, place_names, plain
from loaders.vocabulary import rows

READINGS = [row for name in ("localisation.tsv", "abbreviations.tsv") for row in rows(name)]


@pytest.mark.parametrize("row", READINGS, ids=lambda row: row[0])
def test_readings(row):
    """Every level word and short form is read as its list says."""
    assert f"建{row[1]}。" == plain(f"建{row[0]}。").text


@pytest.mark.parametrize("row", [row for row in READINGS if len(row) > 2], ids=lambda row: row[0])
def test_not_before(row):
    """A short form is none before the characters that its list names: 任职教师 holds no 职教."""
    for char in row[2]:
        assert f"{row[0]}{char}" == plain(f"{row[0]}{char}").text


def test_no_reading_twice():
    """No level word or short form stands in a list twice."""
    assert len(READINGS) == len({row[0] for row in READINGS})


@pytest.mark.parametrize("row", rows("abbreviations.tsv"), ids=lambda row: row[0])
def test_long_forms_stay(row):
    """What a short form stands for holds no short form itself: 中央企业 holds no 央企."""
    assert row[1] == plain(row[1]).text


def test_levels_and_places_meet():
    """What a district takes over from its province reads the same but for the number."""
    above = plain("建设300所示例省省级特色学校", ("示例省", "示例"))
    below = plain("建设2所范例区区级特色学校", ("范例区", "范例"))

    assert above.text.replace("300", "") == below.text.replace("2", "")


def test_place_names():
    """A document's places are its own region and those around it, long and short, without the nation."""
    names = place_names(written("范政〔2022〕1号", DISTRICT, {}))

    assert ("示例市", "示例省", "范例区", "示例", "范例") == names
    assert ("示例省", "示例") == place_names(written("示政〔2021〕7号", PROVINCE, {}))


@pytest.mark.parametrize(
    "bracket",
    [
        "（责任单位：市教育局、各县（市、区）政府）",
        "(牵头单位：市教育局；配合单位：市财政局)",
        "（负责部门：商务部；适用范围：所有试验区）",
        "(市教育局牵头,各县（市、区）政府配合)",
    ],
)
def test_unit_brackets_are_hidden(bracket):
    """Who must do it is no part of what is to be done."""
    text = plain(f"办好运动会。{bracket}").text

    assert "办好运动会。" == text.strip(HIDDEN)


def test_other_brackets_stay():
    """A bracket with something else stays."""
    assert "建设高水平专业（群）。" == plain("建设高水平专业(群)。").text


@given(st.text(alphabet="省市级职教高校建 \n设(责任单位：)。0123abc"))
def test_every_character_has_its_place(text):
    """Each character that is compared stands for characters of the original, in order; white space is dropped."""
    compared = plain(text)
    spans = [compared.original(place, place + 1) for place in range(len(compared.text))]

    assert all(0 <= start < end <= len(text) for start, end in spans)
    assert spans == sorted(spans)
    assert not any(char.isspace() for char in compared.text)
