"""Deadlines in ISO 8601."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.due import dues_of

MADE = "2022-04-11"
ISO = re.compile(r"\d{4}(-\d\d(-\d\d)?)?(/(\d{4}(-\d\d)?|\.\.))?")


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("到2025年", "2025"),
        ("到2025年底", "2025"),
        ("2025年底前", "2025"),
        ("2023年年底前", "2023"),
        ("到二〇二五年", "2025"),
        ("2022年6月底前", "2022-06"),
        ("2022年6月中旬", "2022-06"),
        ("2023年9月", "2023-09"),
        ("2023年12月31日前", "2023-12-31"),
        ("2022年起", "2022/.."),
        ("自2022年9月1日起", "2022-09-01/.."),
        ("2023年秋季学期起", "2023-09/.."),
        ("2023年秋季学期", "2023-09"),
        ("2023年上半年", "2023-01/2023-06"),
        ("2023年第三季度末", "2023-07/2023-09"),
        ("2021—2025年", "2021/2025"),
        ("“十四五”期间", "2021/2025"),
        ("到“十四五”末", "2025"),
        ("“十五五”期末", "2030"),
    ],
)
def test_reads(written, expected):
    """A date in the text is known without that of the document."""
    assert (expected,) == dues_of(written)


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("今年年底前", "2022"),
        ("年底前", "2022"),
        ("年内", "2022"),
        ("9月底前", "2022-09"),
        ("今年9月底前", "2022-09"),
        ("5年内", "2027-04-11"),
        ("6个月内", "2022-10-11"),
        ("3—5年内", "2027-04-11"),
        ("今后3年", "2025-04-11"),
        ("未来五年", "2027-04-11"),
        ("用三年时间", "2025-04-11"),
    ],
)
def test_from_the_document(written, expected):
    """Other dates count from that of the document, and are not known without."""
    assert (expected,) == dues_of(written, MADE)
    assert (None,) == dues_of(written)


@pytest.mark.parametrize(
    "written",
    [
        "2024年前", "到2024年前", "2022年6月前", "每年12月底前", "用3年左右时间", "5年", "2023年春季学期起",
        "2023年秋季", "2023年2月30日前", "2023年13月", "3月底前", "长期", "", "截至2025年",
    ],
)  # fmt: skip
def test_uncertain(written):
    """What may mean several dates, or none, is left open: 2024年前 may be before or by the end of 2024."""
    assert (None,) == dues_of(written, MADE)


def test_span_from_another_day():
    """3个月内 after 自收到申请之日起 does not count from the document."""
    assert (None,) == dues_of("3个月内", MADE, "自收到申请之日起")


def test_year_of_the_sentence():
    """12月底前 is of the year that the sentence names before it."""
    assert ("2023-12",) == dues_of("12月底前", MADE, "2023年6月底前，建成1所；")
    assert ("2022-12",) == dues_of("12月底前", MADE, "2023年6月底前，建成1所。")


def test_end_of_a_month():
    """A month after the last of January is the last of February."""
    assert ("2022-02-28",) == dues_of("1个月内", "2022-01-31")


def test_several():
    """Several dates give one due each."""
    assert ("2023", "2025", "2030") == dues_of("到2023年、2025年和2030年")


@given(st.integers(1, 99), st.sampled_from(["年", "个月"]), st.dates().map(str))
def test_spans(count, unit, made):
    """Any span from any day gives a later day."""
    (due,) = dues_of(f"{count}{unit}内", made)

    assert due is None or due > made


@given(
    st.text("到至自从在20213年月日底末前起“十四五”期间—、和内今每季度上下半学期个") | st.text(),
    st.none() | st.text("0123456789-") | st.dates().map(str),
)
def test_never_breaks(written, made):
    """Whatever the text and the date, nothing is raised and what is given is ISO 8601."""
    assert all(due is None or ISO.fullmatch(due) for due in dues_of(written, made))
