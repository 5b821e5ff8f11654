"""One number set against another."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.ratios import RATIO, is_ratio


def ratios(text):
    """The ratios of a text."""
    return [match.group() for match in re.finditer(RATIO, text) if is_ratio(text, *match.span())]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("师生比不低于1:18", "1:18"),
        ("生师比原则上不高于18：1", "18：1"),
        ("专任教师与在校生之比达到1∶20", "1∶20"),
        ("按照1:1的比例配套", "1:1"),
        ("按8:2分担", "8:2"),
        ("男女比例为1比1", "1比1"),
        ("按师生比不低于1:4000的比例", "1:4000"),
    ],
)
def test_ratio(text, expected):
    """Where 比 stands before two numbers, or what is shared out behind them, they are a ratio."""
    assert [expected] == ratios(text)


@pytest.mark.parametrize(
    "text",
    ["8:30上班", "上午8：30—11：30", "比赛8:30开始", "比例尺1:500", "按5:3:2的比例分担", "以3:1获胜", "16:9画面"],
)
def test_no_ratio(text):
    """Times of the day, scales, scores and three numbers are none."""
    assert [] == ratios(text)


@given(st.integers(1, 9999), st.integers(1, 9999), st.sampled_from(":：∶"))
def test_any_numbers(first, second, mark):
    """Any two numbers can be a ratio."""
    assert [f"{first}{mark}{second}"] == ratios(f"师生比不低于{first}{mark}{second}。")
