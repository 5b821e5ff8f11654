"""Chinese numerals of clause numbers and quantities."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.numerals import read_numeral, write_numeral


def test_every_clause_number_reads_back():
    """What is written for 1 to 9999 reads as the same number."""
    assert list(range(1, 10_000)) == [read_numeral(write_numeral(number)) for number in range(1, 10_000)]


@pytest.mark.parametrize(
    ("number", "text"),
    [
        (10, "十"), (11, "十一"), (20, "二十"), (105, "一百零五"), (110, "一百一十"),
        (2021, "二〇二一"), (200, "两百"), (12_000, "一万二千"), (35_000, "三万五千"),
        (120_000_000, "一亿二千万"), (7, "7"), (1_000_000_000_000, "一万亿"),
    ],
)  # fmt: skip
def test_reads(number, text):
    """Numerals as documents write them."""
    assert number == read_numeral(text)


@pytest.mark.parametrize("text", ["", "x", "十x", "第十", "1.5"])
def test_refuses_what_is_no_numeral(text):
    """Anything but a whole number raises ValueError."""
    with pytest.raises(ValueError, match="not a numeral"):
        read_numeral(text)


@pytest.mark.parametrize("number", [0, -1, 10_000])
def test_no_clause_is_numbered_so(number):
    """Clause numbers run from 1 to 9999."""
    with pytest.raises(ValueError, match="no clause has the number"):
        write_numeral(number)


@given(st.text("一二三十百千万亿零两"))
def test_any_run_of_numerals_is_a_number_or_refused(text):
    """No run of numerals breaks the reader."""
    if text:
        assert read_numeral(text) >= 0


@pytest.mark.parametrize(
    ("number", "text"), [(10, "十"), (111, "一百一十一"), (1005, "一千零五"), (1210, "一千二百一十")]
)
def test_writes(number, text):
    """A number is written as statutes write it, 一十 only inside a number."""
    assert write_numeral(number) == text
