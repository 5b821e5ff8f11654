"""What holds digits but states no quantity."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.masks import BLANK, masked, without_names


@pytest.mark.parametrize(
    "name",
    [
        "“3+2”", "“百校万企”", "“两个维护”", "「一县一策」", "‘十百千’", '"5个一批"', "“十四五”",
        "《示例省3年行动计划（2021—2023年）》", "《关于印发《办法（第2版）》的通知》",
        "2021—2025年", "2021-2023年度", "2022学年", "2025届", "二〇二一年", "2021-11-23",
        "6月", "9月1日至10日", "12月份", "8时40分", "8:30",
        "第65", "第十一", "第2、第4", "第5至8", "附件2", "表3", "1+X", "3+2", "16+16",
    ],
)  # fmt: skip
def test_hides(name):
    """Names, titles, dates and ordinals hold no quantity."""
    assert f"见{BLANK * len(name)}吧" == masked(f"见{name}吧")


@pytest.mark.parametrize("text", ["5个月", "12个工作日", "20所学校", "增长3.3%", "1,000名", "每3年修订1次"])
def test_leaves_quantities(text):
    """Quantities stay."""
    assert text == masked(text)


def test_document_number():
    """The digits of a document number are hidden; the code before it stays, since its beginning is not sure."""
    assert "按示政" + BLANK * 8 + "办理" == masked("按示政〔2021〕2号办理")


def test_day_of_each_month():
    """每月25日 is a day, 15日内 is a period."""
    assert "每月" + BLANK * 3 + "前" == masked("每月25日前")
    assert "15日内" == masked("15日内")


def test_bound_in_brackets():
    """6万元以上（含6万元） states one number."""
    assert "6万元以上（含" + BLANK + "万元）" == masked("6万元以上（含6万元）")


def test_number_of_a_list():
    """A number with ． at the head of a sentence numbers it."""
    assert BLANK * 2 + "10种金属。" + BLANK * 2 + "5个" == masked("3．10种金属。4．5个")


@pytest.mark.parametrize("text", ["选派教师代表10名", "绘制地图3张", "开设专栏5个", "目前50所学校"])
def test_no_label(text):
    """代表10名 is a count and no table 10."""
    assert text == masked(text)


def test_session_of_a_body():
    """The count of a meeting is an ordinal."""
    assert BLANK * 3 + "届" + BLANK * 4 + "常务会议" == masked("第15届130次常务会议")


def test_a_long_quotation_is_read():
    """A quotation with a comma that is longer than a name amends another text and states quantities."""
    text = "改为：“各地应当加大投入，比例不低于30%，并逐年提高。”"

    assert text == masked(text)


def test_plans_stay_for_deadlines():
    """“十四五” is no count but may be a deadline."""
    assert "到“十四五”末" == without_names("到“十四五”末")
    assert "见" + BLANK * 4 == without_names("见“三教”")


@given(st.text("“”《》（）〔〕第附件年月日届次0123456789一十百号令含，。+ "))
def test_offsets_stay(text):
    """Whatever is hidden, each character keeps its place."""
    hidden = masked(text)

    assert len(text) == len(hidden)
    assert all(after in (before, BLANK) for before, after in zip(text, hidden, strict=True))
