"""Dates as documents write them."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.numerals import write_numeral
from loaders.dates import find_date, find_dates, read_date

DIGITS = "〇一二三四五六七八九"


@pytest.mark.parametrize(
    "text",
    [
        "2005年6月17日",
        "2005 年 6 月 17 日",
        "二〇〇五年六月十七日",
        "二○○五年六月十七日",
        "二零零五年六月十七日",
        "二00五年六月十七日",
        "二OO五年六月十七日",
        "二ＯＯ五年六月十七日",
        "2005-06-17",
        "2005/6/17",
        "2005.06.17",
        "20050617",
    ],
)
def test_forms(text):
    """One day in all the forms that documents and sites use."""
    assert "2005-06-17" == read_date(text) == find_date(f"于{text}印发")


@pytest.mark.parametrize(
    "text", ["2021年13月1日", "2021年2月30日", "2021年6月", "二〇二一年", "120210617", "六月十七日"]
)
def test_no_dates(text):
    """What the calendar does not have, or is no whole date, is none."""
    assert find_date(text) is None


def test_all_dates():
    """All dates of a text in order; a text that is more than a date is none."""
    assert ("1995-03-18", "2021-04-29") == find_dates("1995年3月18日通过，2021年4月29日修正")
    assert read_date("1995年3月18日通过") is None


@given(st.dates(datetime.date(1949, 10, 1), datetime.date(2099, 12, 31)))
def test_any_day(day):
    """Any day is read back in Arabic and Chinese numerals."""
    year = "".join(DIGITS[int(digit)] for digit in str(day.year))
    chinese = f"{year}年{write_numeral(day.month)}月{write_numeral(day.day)}日"

    assert day.isoformat() == read_date(f"{day.year}年{day.month}月{day.day}日") == read_date(chinese)
